// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldreader.h"

namespace carillon {

namespace {

using Kind = CronMistake::Kind;

constexpr int lastPlace = 5; // behind 1st … 5th

std::uint64_t nthBit(int place, int weekday)
{
    return std::uint64_t(1) << (7 * place + weekday);
}

/// 0–4 for `1st` … `5th`, 5 for `last`.
std::optional<int> placeOf(QStringView word)
{
    static constexpr std::array<QStringView, 6> places{u"1st", u"2nd", u"3rd",
                                                       u"4th", u"5th", u"last"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (word.size() == places[i].size() && word.compare(places[i], Qt::CaseInsensitive) == 0)
            return int(i);
    }
    return {};
}

} // namespace

/// What begins with a word that stands neither for a month nor for a weekday; nothing if there is
/// no such thing here.
std::optional<bool> CronFieldReader::readWord()
{
    const QStringView word(m_at, wordEnd());
    if (m_grammar.has(CronForm::LastWord)) {
        const auto place = placeOf(word);
        if (place && m_grammar.has(CronForm::Ordinals))
            return readOrdinal(*place);
        if (place == lastPlace) {
            m_at = word.end();
            m_daysFromLast |= 1;
            return true;
        }
    }
    if (!m_grammar.has(CronForm::LastDay) || peekLower() != u'l')
        return {};
    const bool alone = word.size() == 1;
    if (!alone && !(word.size() == 2 && (word[1] == u'w' || word[1] == u'W')))
        return {};
    if (!alone && !m_grammar.has(CronForm::FromLastDay))
        return {};
    m_special = m_at++;
    if (m_grammar.names == CronNames::Weekdays)
        m_values |= std::uint64_t(1) << m_grammar.most; // Quartz says Saturday
    else
        return readFromLastDay();
    return true;
}

/// `last`, or `3rd`, blanks and a weekday.
bool CronFieldReader::readOrdinal(int position)
{
    const QChar *const begin = m_at;
    const QChar *const end = wordEnd();
    m_at = end;
    skipBlanks();
    const QChar *const nameEnd = m_at > end ? wordEnd() : m_at;
    if (nameEnd == m_at) {
        if (position != lastPlace)
            return refuse(Kind::WeekdayMissing, begin, end);
        m_at = end;
        m_daysFromLast |= 1;
        return true;
    }
    const auto &weekdays = cronFieldGrammar(CronDialect::ApschedulerFields, CronField::DayOfWeek);
    const auto weekday = cronNumberOf(weekdays, QStringView(m_at, nameEnd));
    if (!weekday)
        return refuse(Kind::UnknownWeekday, m_at, nameEnd);
    m_at = nameEnd;
    m_nthWeekdays |= nthBit(position, *weekday);
    return true;
}

/// Behind `L`: nothing, `W`, `-3` or `-3W`.
bool CronFieldReader::readFromLastDay()
{
    int distance = 0;
    const bool counts = m_grammar.has(CronForm::FromLastDay);
    if (counts && take(u'-')) {
        const QChar *const digits = m_at;
        if (!readNumber(distance) || distance > 30)
            return refuse(digits == m_at ? Kind::ValueMissing : Kind::OutOfRange, digits, m_at, 0,
                          30);
    }
    (counts && takeLetter(u'w') ? m_nearestToFromLast : m_daysFromLast) |= 1U << distance;
    return true;
}

/// What may follow a single value: `15W`, `friL`, `fri#2`.
bool CronFieldReader::readSuffix(const Value &value, bool &found)
{
    found = true;
    if (m_grammar.has(CronForm::NearestWeekday)) {
        if (takeLetter(u'w')) {
            m_nearestWeekdays |= 1U << value.number;
            m_special = value.begin;
            return true;
        }
    } else if (takeLetter(u'l')) {
        m_nthWeekdays |= nthBit(lastPlace, fromMonday(value.number));
        m_special = value.begin;
        return true;
    } else if (take(u'#')) {
        m_special = value.begin;
        return readPosition(fromMonday(value.number));
    }
    found = false;
    return true;
}

bool CronFieldReader::readPosition(int weekday)
{
    const QChar *const begin = m_at;
    int position = 0;
    if (!readNumber(position) || m_at - begin > 1 || position < 1 || position > 5) {
        const QChar *const end = m_at == begin ? wordEnd() : m_at;
        return refuse(Kind::UnknownPosition, begin, end, 1, 5);
    }
    m_nthWeekdays |= nthBit(position - 1, weekday);
    return true;
}

/// The weekday as the masks count it.
int CronFieldReader::fromMonday(int weekday) const
{
    return (weekday - m_grammar.sunday + 13) % 7;
}

} // namespace carillon
