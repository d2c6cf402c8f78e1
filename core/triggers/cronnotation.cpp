// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronnotation.h"

namespace carillon {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Blanks say something only between two words, as in `3rd mon`; zeros only within a number.
QString normalisedField(QStringView text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isLast = i + 1 == text.size();
        const QChar previous = result.isEmpty() ? QChar(u',') : result.back();
        if (isBlank(c)) {
            const bool separates =
                previous != u',' && !isLast && !isBlank(text[i + 1]) && text[i + 1] != u',';
            if (separates)
                result += u' ';
            continue;
        }
        const bool leads = c == u'0' && !previous.isLetterOrNumber();
        if (leads && !isLast && isAsciiDigit(text[i + 1]))
            continue;
        result += c.toLower();
    }
    return result;
}

} // namespace

QString cronFieldName(CronField field)
{
    static const std::array<QString, cronFieldCount> names{
        u"year"_qs,        u"month"_qs, u"day"_qs,    u"week"_qs,
        u"day_of_week"_qs, u"hour"_qs,  u"minute"_qs, u"second"_qs};
    return names[std::size_t(field)];
}

QString cronDialectName(CronDialect dialect)
{
    static const std::array<QString, 6> names{u"apscheduler-fields"_qs,
                                              u"apscheduler-crontab"_qs,
                                              u"crontab"_qs,
                                              u"seconds"_qs,
                                              u"quartz"_qs,
                                              u"kinit"_qs};
    return names[std::size_t(dialect)];
}

std::optional<CronDialect> cronDialectNamed(QStringView name)
{
    for (const CronDialect dialect : cronTextDialects) {
        if (name == cronDialectName(dialect))
            return dialect;
    }
    return {};
}

CronNotation cronNotation(const CronTexts &texts)
{
    CronNotation notation;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i])
            notation.fields[i] = normalisedField(*texts[i]);
    }
    return notation;
}

CronNotation cronNotation(CronDialect dialect, QStringView text)
{
    return {dialect, {}, text.toString().simplified()};
}

} // namespace carillon
