// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronshape.h"

namespace carillon {

namespace {

/// The numbers, or nothing if there are `all` of them.
std::vector<int> numbersUnlessAll(std::uint64_t mask, std::uint64_t all)
{
    return (mask & all) == all ? std::vector<int>() : numbersIn(mask);
}

std::vector<int> yearsOf(const CronMasks &masks)
{
    std::vector<int> numbers;
    if (masks.years == everyYear)
        return numbers;
    for (std::size_t word = 0; word < masks.years.size(); ++word) {
        for (const int bit : numbersIn(masks.years[word] & everyYear[word]))
            numbers.push_back(firstCronYear + int(word) * 64 + bit);
    }
    return numbers;
}

/// Both fields must match; one that accepts everything goes without saying.
void setDatesOfBoth(CronShape &shape, const CronMasks &masks, bool everyDayOfMonth)
{
    using Dates = CronShape::Dates;
    if (masks.weekdays == everyWeekday) {
        shape.dates = everyDayOfMonth ? Dates::EveryDay : Dates::MonthDays;
        return;
    }
    shape.weekdays = numbersIn(masks.weekdays);
    if (!everyDayOfMonth) {
        shape.dates = Dates::MonthDaysWhenWeekday;
        shape.weekdaysNth = numbersIn(masks.weekdaysNth);
    } else if (masks.weekdaysNth == 0) {
        shape.dates = Dates::Weekdays;
    } else {
        shape.dates = masks.weekdays == 0 ? Dates::MonthDays : Dates::MonthDaysOrWeekday;
        shape.monthDays = {{}, {}, {}, {}, numbersIn(masks.weekdaysNth)};
    }
}

void setDatesOfEither(CronShape &shape, const CronMasks &masks, bool everyDayOfMonth)
{
    using Dates = CronShape::Dates;
    if (everyDayOfMonth || masks.weekdays == everyWeekday)
        return;
    shape.dates = masks.weekdays == 0 ? Dates::MonthDays : Dates::MonthDaysOrWeekday;
    shape.weekdays = numbersIn(masks.weekdays);
    shape.monthDays.nthWeekdays = numbersIn(masks.nthWeekdays | masks.weekdaysNth);
}

} // namespace

bool CronShape::isLeapDay() const
{
    return dates == Dates::MonthDays && months == std::vector<int>{2} &&
           monthDays == MonthDays{{29}, {}, {}, {}, {}};
}

CronShape shapeOf(const CronMasks &masks)
{
    CronShape shape;
    shape.years = yearsOf(masks);
    shape.months = numbersUnlessAll(masks.months, everyMonth);
    shape.weeks = numbersUnlessAll(masks.weeks, everyWeek);
    const bool everyDay = (masks.days & everyDayOfMonth) == everyDayOfMonth;
    if (!everyDay) {
        shape.monthDays = {numbersIn(masks.days), numbersIn(masks.daysFromLast),
                           numbersIn(masks.nearestWeekdays), numbersIn(masks.nearestToFromLast),
                           numbersIn(masks.nthWeekdays)};
    }
    if (masks.dayRule == CronMasks::DayRule::Both)
        setDatesOfBoth(shape, masks, everyDay);
    else
        setDatesOfEither(shape, masks, everyDay);
    if (shape.dates == CronShape::Dates::EveryDay)
        shape.monthDays = {};
    shape.rhythm =
        rhythmOf(masks, shape.dates == CronShape::Dates::EveryDay && shape.everyPeriod());
    return shape;
}

bool isEverySecond(const std::vector<int> &numbers, int first, int most)
{
    if (numbers.size() < 4 || numbers.front() != first || numbers.back() + 2 <= most)
        return false;
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (numbers[i] != numbers[i - 1] + 2)
            return false;
    }
    return true;
}

} // namespace carillon
