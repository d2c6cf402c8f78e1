// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/monthdays.h"

#include "core/time/civil.h"

#include <algorithm>
#include <bit>

namespace carillon {

namespace {

/// Bits first … last.
constexpr std::uint32_t dayRange(int first, int last)
{
    return (0xffff'ffffU << first) & (0xffff'ffffU >> (31 - last));
}

std::uint32_t onWeekdays(std::uint32_t weekdays, const MonthShape &month)
{
    // Six weeks in a row, so that wherever the month begins its days follow one another.
    constexpr std::uint64_t mondays = 0x8'1020'4081;
    const std::uint64_t days = weekdays * mondays >> month.firstWeekday;
    return std::uint32_t(days << 1) & dayRange(1, month.length);
}

std::uint32_t daysFromLast(std::uint32_t distances, const MonthShape &month)
{
    std::uint32_t days = 0;
    for (; distances != 0; distances &= distances - 1) {
        const int day = month.length - std::countr_zero(distances);
        days |= day >= 1 ? 1U << day : 0;
    }
    return days;
}

/// The Monday–Friday nearest to `day`, without leaving the month.
int nearestWeekday(int day, const MonthShape &month)
{
    const int weekday = month.weekdayOf(day);
    if (weekday == 5)
        return day > 1 ? day - 1 : day + 2;
    if (weekday == 6)
        return day < month.length ? day + 1 : day - 2;
    return day;
}

std::uint32_t nearestWeekdays(std::uint32_t wanted, const MonthShape &month)
{
    std::uint32_t days = 0;
    for (wanted &= dayRange(1, month.length); wanted != 0; wanted &= wanted - 1)
        days |= 1U << nearestWeekday(std::countr_zero(wanted), month);
    return days;
}

std::uint32_t nthWeekdays(std::uint64_t wanted, const MonthShape &month)
{
    std::uint32_t days = 0;
    for (; wanted != 0; wanted &= wanted - 1) {
        const int bit = std::countr_zero(wanted);
        const int day = 1 + (bit % 7 - month.firstWeekday + 7) % 7 + 7 * (bit / 7);
        if (bit >= 35) // the last one: the fifth, or the fourth where there is no fifth
            days |= 1U << (day - 7 <= month.length ? day - 7 : day - 14);
        else if (day <= month.length)
            days |= 1U << day;
    }
    return days;
}

} // namespace

std::uint32_t daysOf(const CronMasks &masks, const MonthShape &month)
{
    const std::uint32_t days =
        (masks.days & dayRange(1, month.length)) | daysFromLast(masks.daysFromLast, month) |
        nearestWeekdays(masks.nearestWeekdays, month) |
        nearestWeekdays(daysFromLast(masks.nearestToFromLast, month), month) |
        nthWeekdays(masks.nthWeekdays, month);
    const std::uint32_t weekdays =
        onWeekdays(masks.weekdays, month) | nthWeekdays(masks.weekdaysNth, month);
    return masks.dayRule == CronMasks::DayRule::Both ? days & weekdays : days | weekdays;
}

std::uint32_t daysInWeeks(std::uint32_t days, std::uint64_t weeks, std::int64_t firstDay)
{
    std::uint32_t found = 0;
    while (days != 0) {
        const int day = std::countr_zero(days);
        const int sunday = std::min(31, day + 6 - weekdayFromDays(firstDay + day - 1));
        const std::uint32_t week = days & dayRange(day, sunday);
        if (weeks >> isoWeekFromDays(firstDay + day - 1) & 1)
            found |= week;
        days &= ~week;
    }
    return found;
}

std::uint16_t monthsOfWeeks(std::uint64_t weeks)
{
    constexpr int daysBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    std::uint16_t months = 0;
    for (; weeks != 0; weeks &= weeks - 1) {
        // In days since 1 January: week 1 begins between 29 December and 4 January.
        const int monday = 7 * std::countr_zero(weeks) - 10;
        const int sunday = monday + 12;
        for (int month = 1; month <= 12; ++month) {
            // With one day more before its end, for leap years.
            const bool meets = monday <= daysBefore[month] && sunday >= daysBefore[month - 1];
            months |= std::uint16_t(meets ? 1 << month : 0);
        }
        months |= std::uint16_t(monday < 0 ? 1 << 12 : 0);
        months |= std::uint16_t(sunday >= 365 ? 1 << 1 : 0);
    }
    return months;
}

} // namespace carillon
