// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronfieldprinter.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr std::size_t fewestInRange = 3;    // `1,2` rather than `1-2`
constexpr std::size_t fewestInSequence = 3; // `0,30` rather than `*/30`
constexpr int friday = 4;
constexpr int sunday = 6;

/// The distance between the numbers if it is the same throughout, else 0.
int stepOf(const std::vector<int> &numbers)
{
    const int step = numbers[1] - numbers[0];
    for (std::size_t i = 2; i < numbers.size(); ++i) {
        if (numbers[i] - numbers[i - 1] != step)
            return 0;
    }
    return step;
}

/// As 0 rather than 7, unless it ends a range.
void putSundayFirst(std::vector<int> &weekdays)
{
    const auto count = weekdays.size();
    const bool endsRange = count >= fewestInRange && weekdays[count - fewestInRange] == friday;
    if (weekdays.back() != sunday || endsRange)
        return;
    weekdays.pop_back();
    weekdays.insert(weekdays.begin(), -1);
}

} // namespace

CronFieldPrinter::CronFieldPrinter(CronDialect dialect, CronField field)
    : m_grammar(cronFieldGrammar(dialect, field)),
      m_upperCase(dialect == CronDialect::Quartz)
{
}

QString CronFieldPrinter::values(const std::vector<int> &numbers, bool mayBeginWithStar) const
{
    const bool isWeekday = m_grammar.names == CronNames::Weekdays;
    const int least = isWeekday ? 0 : m_grammar.least;
    const int most = isWeekday ? sunday : m_grammar.most;
    if (int(numbers.size()) == most - least + 1)
        return u"*"_qs;
    const bool isSequence = !isWeekday && numbers.size() >= fewestInSequence;
    const int step = isSequence ? stepOf(numbers) : 0;
    if (step < 2)
        return list(numbers);
    if (mayBeginWithStar && numbers.front() == least && numbers.back() + step > most)
        return u"*/%1"_qs.arg(step);
    return u"%1-%2/%3"_qs.arg(numbers.front()).arg(numbers.back()).arg(step);
}

QString CronFieldPrinter::list(std::vector<int> numbers) const
{
    if (m_grammar.hasTwoSundays())
        putSundayFirst(numbers);
    QStringList parts;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1)
            ++end;
        const bool isRange = end - i >= fewestInRange;
        if (isRange)
            parts += value(numbers[i]) + u'-' + value(numbers[end - 1]);
        for (; !isRange && i < end; ++i)
            parts += value(numbers[i]);
        i = end;
    }
    return parts.join(u',');
}

std::optional<QString> CronFieldPrinter::starredList(const std::vector<int> &numbers) const
{
    const bool isWeekday = m_grammar.names == CronNames::Weekdays;
    const auto has = [&](int number) { // counted as the dialect does
        const int counted = isWeekday ? (number + sunday) % 7 : number;
        return std::find(numbers.begin(), numbers.end(), counted) != numbers.end();
    };
    const int least = m_grammar.least;
    for (int step = 2; has(least); ++step) {
        int multiple = least;
        while (multiple <= m_grammar.top() && has(multiple))
            multiple += step;
        if (multiple <= m_grammar.top())
            continue;
        QStringList parts{u"*/%1"_qs.arg(step)};
        for (int number = least; number <= m_grammar.top(); ++number) {
            if (has(number) && (number - least) % step != 0)
                parts += QString::number(number);
        }
        return parts.join(u',');
    }
    return {};
}

QString CronFieldPrinter::value(int number) const
{
    if (m_grammar.names != CronNames::Weekdays)
        return QString::number(number);
    if (m_grammar.hasTwoSundays())
        return QString::number(number + 1);
    static const QStringList names =
        cronNames(cronFieldGrammar(CronDialect::ApschedulerFields, CronField::DayOfWeek));
    return m_upperCase ? names[number].toUpper() : names[number];
}

} // namespace carillon
