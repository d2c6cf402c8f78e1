// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/posixrule.h"

#include "core/time/civil.h"

#include <cctype>

namespace carillon {

namespace {

class RuleReader
{
public:
    explicit RuleReader(QByteArrayView text) : m_text(text) {}

    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool take(char wanted)
    {
        const bool found = peek() == wanted && !atEnd();
        m_at += found ? 1 : 0;
        return found;
    }

    /// `EST` or `<+03>`.
    bool name()
    {
        const bool bracketed = take('<');
        const auto belongs = [bracketed](char c) {
            return bracketed ? std::isalnum(static_cast<unsigned char>(c)) || c == '+' || c == '-'
                             : bool(std::isalpha(static_cast<unsigned char>(c)));
        };
        int length = 0;
        for (; belongs(peek()); ++m_at)
            ++length;
        return length >= 3 && (!bracketed || take('>'));
    }

    std::optional<int> number(int most)
    {
        if (!std::isdigit(static_cast<unsigned char>(peek())))
            return {};
        int value = 0;
        for (; std::isdigit(static_cast<unsigned char>(peek())) && value <= most; ++m_at)
            value = value * 10 + (peek() - '0');
        return value <= most ? std::optional(value) : std::nullopt;
    }

    /// `[+-]h[:mm[:ss]]` in seconds.
    std::optional<std::int64_t> time()
    {
        const bool negative = take('-');
        if (!negative)
            take('+');
        const auto hour = number(167);
        if (!hour)
            return {};
        std::int64_t seconds = *hour * 3600;
        for (const int unit : {60, 1}) {
            if (!take(':'))
                break;
            const auto part = number(59);
            if (!part)
                return {};
            seconds += *part * unit;
        }
        return negative ? -seconds : seconds;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool readNthWeekday(RuleReader &reader, PosixRule::Change &change)
{
    const auto month = reader.number(12);
    if (!month || *month == 0 || !reader.take('.'))
        return false;
    const auto week = reader.number(5);
    if (!week || *week == 0 || !reader.take('.'))
        return false;
    const auto day = reader.number(6);
    if (!day)
        return false;
    change.kind = PosixRule::Change::Kind::NthWeekday;
    change.month = *month;
    change.week = *week;
    change.day = *day;
    return true;
}

bool readDay(RuleReader &reader, PosixRule::Change &change)
{
    if (reader.take('M'))
        return readNthWeekday(reader, change);
    const bool julian = reader.take('J');
    const auto day = reader.number(365);
    if (!day || (julian && *day == 0))
        return false;
    change.kind = julian ? PosixRule::Change::Kind::Julian : PosixRule::Change::Kind::DayOfYear;
    change.day = *day;
    return true;
}

bool readChange(RuleReader &reader, PosixRule::Change &change)
{
    if (!reader.take(',') || !readDay(reader, change))
        return false;
    if (!reader.take('/'))
        return true;
    const auto time = reader.time();
    if (time)
        change.time = *time;
    return time.has_value();
}

} // namespace

std::optional<PosixRule> PosixRule::parse(QByteArrayView text)
{
    RuleReader reader(text);
    PosixRule rule;
    if (!reader.name())
        return {};
    // POSIX counts west of Greenwich as positive.
    const auto standard = reader.time();
    if (!standard)
        return {};
    rule.standard = -*standard;
    if (reader.atEnd())
        return rule;
    if (!reader.name())
        return {};
    rule.daylight = rule.standard + 3600;
    if (reader.peek() != ',') {
        const auto daylight = reader.time();
        if (!daylight)
            return {};
        rule.daylight = -*daylight;
    }
    if (!readChange(reader, rule.start) || !readChange(reader, rule.end) || !reader.atEnd())
        return {};
    return rule;
}

std::int64_t localSecond(const PosixRule::Change &change, int year)
{
    std::int64_t day = daysFromCivil({year, 1, 1});
    switch (change.kind) {
    case PosixRule::Change::Kind::Julian:
        day += change.day - 1 + (isLeapYear(year) && change.day >= 60 ? 1 : 0);
        break;
    case PosixRule::Change::Kind::DayOfYear: day += change.day; break;
    case PosixRule::Change::Kind::NthWeekday: {
        const std::int64_t first = daysFromCivil({year, change.month, 1});
        const int wanted = (change.day + 6) % 7; // Sunday first → Monday first
        const int toFirst = (wanted - weekdayFromDays(first) + 7) % 7;
        int inMonth = toFirst + 7 * (change.week - 1);
        if (inMonth >= daysInMonth(year, change.month))
            inMonth -= 7;
        day = first + inMonth;
        break;
    }
    }
    return day * secondsPerDay + change.time;
}

} // namespace carillon
