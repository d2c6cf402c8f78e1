// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronrhythm.h"

namespace carillon {

/// What people would say about a cron schedule, before any language says it.
struct CronShape
{
    /// Which dates a schedule is about.
    enum class Dates : std::uint8_t {
        EveryDay,
        Weekdays,             ///< `weekdays`
        MonthDays,            ///< `monthDays`
        MonthDaysWhenWeekday, ///< `monthDays` that are also `weekdays` or `weekdaysNth`
        MonthDaysOrWeekday,   ///< `monthDays`, and `weekdays` besides
    };

    /// Days counted within a month, in any of these ways.
    struct MonthDays
    {
        std::vector<int> days;
        std::vector<int> fromLast;          ///< days before the last one
        std::vector<int> nearest;           ///< the Monday–Friday nearest to that day
        std::vector<int> nearestToFromLast; ///< the same, counted from the last day
        std::vector<int> nthWeekdays;       ///< 7·(n − 1) + weekday; from 35 on the last

        bool operator==(const MonthDays &) const = default;
    };

    CronRhythm rhythm;
    Dates dates = Dates::EveryDay;
    MonthDays monthDays;
    std::vector<int> weekdays; ///< Monday 0
    std::vector<int> weekdaysNth;

    // Each list is empty if everything is accepted.
    std::vector<int> years;
    std::vector<int> months;
    std::vector<int> weeks;

    bool everyPeriod() const { return years.empty() && months.empty() && weeks.empty(); }
    /// On 29 February alone.
    bool isLeapDay() const;
};

CronShape shapeOf(const CronMasks &masks);

/// Whether the numbers are all of one parity from `least` to `most`, `first` being the least or
/// the one behind it.
bool isEverySecond(const std::vector<int> &numbers, int first, int most);

} // namespace carillon
