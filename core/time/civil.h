// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

/// Dates of the proleptic Gregorian calendar as integers, for wall clocks counted in seconds.
namespace carillon {

struct CivilDate
{
    int year = 1970;
    int month = 1; ///< 1–12
    int day = 1;   ///< 1–31

    bool operator==(const CivilDate &) const = default;
    /// Earlier. Spelled out, because Qt 6.4's moc cannot read <compare>.
    constexpr bool operator<(const CivilDate &other) const
    {
        if (year != other.year)
            return year < other.year;
        return month != other.month ? month < other.month : day < other.day;
    }
};

inline constexpr std::int64_t secondsPerDay = 86'400;

/// Rounds towards minus infinity.
constexpr std::int64_t floorDivide(std::int64_t number, std::int64_t divisor)
{
    return number / divisor - (number % divisor < 0 ? 1 : 0);
}

/// Days since 1970-01-01.
constexpr std::int64_t daysFromCivil(CivilDate date)
{
    const std::chrono::year_month_day named{std::chrono::year(date.year),
                                            std::chrono::month(unsigned(date.month)),
                                            std::chrono::day(unsigned(date.day))};
    return std::chrono::sys_days(named).time_since_epoch().count();
}

constexpr CivilDate civilFromDays(std::int64_t days)
{
    const std::chrono::year_month_day named{
        std::chrono::sys_days(std::chrono::days(static_cast<std::int32_t>(days)))};
    return {int(named.year()), int(unsigned(named.month())), int(unsigned(named.day()))};
}

constexpr bool isLeapYear(int year)
{
    return std::chrono::year(year).is_leap();
}

constexpr int daysInMonth(int year, int month)
{
    return month == 2 ? (isLeapYear(year) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1);
}

/// Monday 0 … Sunday 6. 1970-01-01 was a Thursday.
constexpr int weekdayFromDays(std::int64_t days)
{
    const auto weekday = (days + 3) % 7;
    return int(weekday < 0 ? weekday + 7 : weekday);
}

/// The ISO 8601 week number, 1–53, of the week that holds the day; its Thursday decides the year.
constexpr int isoWeekFromDays(std::int64_t days)
{
    const std::int64_t thursday = days - weekdayFromDays(days) + 3;
    const std::int64_t newYear = daysFromCivil({civilFromDays(thursday).year, 1, 1});
    return int((thursday - newYear) / 7) + 1;
}

} // namespace carillon
