// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/timetokens.h"

#include <QStringList>

namespace carillon {

namespace {

TimeToken::Kind kindOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return TimeToken::Kind::Number;
    const QChar lower = c.toLower();
    return lower >= u'a' && lower <= u'z' ? TimeToken::Kind::Word : TimeToken::Kind::Sign;
}

/// Where `word` begins one of the names, written out or in three letters (`sept` too); else -1.
int indexOfName(QStringView word, const QStringList &names)
{
    for (int i = 0; i < names.size(); ++i) {
        const bool isShort = word.size() == 3 || (word.size() == 4 && names.at(i).size() == 9);
        const bool fits = word.size() == names.at(i).size() || isShort;
        if (fits && names.at(i).startsWith(word, Qt::CaseInsensitive))
            return i;
    }
    return -1;
}

} // namespace

int TimeToken::month() const
{
    static const QStringList names{u"january"_qs,   u"february"_qs, u"march"_qs,    u"april"_qs,
                                   u"may"_qs,       u"june"_qs,     u"july"_qs,     u"august"_qs,
                                   u"september"_qs, u"october"_qs,  u"november"_qs, u"december"_qs};
    return indexOfName(text, names) + 1;
}

int TimeToken::weekday() const
{
    static const QStringList names{u"monday"_qs, u"tuesday"_qs,  u"wednesday"_qs, u"thursday"_qs,
                                   u"friday"_qs, u"saturday"_qs, u"sunday"_qs};
    return indexOfName(text, names);
}

bool TimeToken::isHalfOfDay() const
{
    return text.compare(u"am", Qt::CaseInsensitive) == 0 ||
           text.compare(u"pm", Qt::CaseInsensitive) == 0;
}

bool TimeToken::isOrdinalEnding() const
{
    static const QStringList endings{u"st"_qs, u"nd"_qs, u"rd"_qs, u"th"_qs};
    return !followsBlank && endings.contains(text, Qt::CaseInsensitive);
}

std::vector<TimeToken> timeTokens(QStringView text)
{
    std::vector<TimeToken> tokens;
    bool blank = false;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            blank = true;
            ++at;
            continue;
        }
        const TimeToken::Kind kind = kindOf(text[at]);
        qsizetype end = at + 1;
        while (kind != TimeToken::Kind::Sign && end < text.size() && kindOf(text[end]) == kind)
            ++end;
        tokens.push_back({kind, text.sliced(at, end - at), blank});
        at = end;
        blank = false;
    }
    return tokens;
}

} // namespace carillon
