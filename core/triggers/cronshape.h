// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronfields.h"

#include <chrono>
#include <vector>

namespace carillon {

/// What people would say about the fields of a cron trigger, before any language says it.
struct CronShape
{
    enum class Rhythm : std::uint8_t {
        AtTimes,       ///< `values`: seconds of the day
        Every,         ///< each `step`, all day from midnight on
        EveryHourAt,   ///< `values`: minutes; every `step` (whole hours) from the first hour on
        EveryMinuteAt, ///< `values`: seconds
        Window,        ///< each `step` from `first` to `last`, seconds of the day
        Unsayable,     ///< too irregular for words
    };
    Rhythm rhythm = Rhythm::Unsayable;
    std::vector<int> values;
    std::chrono::seconds step{0};
    int first = 0;
    int last = 0;

    // Each list is empty if everything is accepted.
    std::vector<int> years;
    std::vector<int> months;
    std::vector<int> weeks;
    std::vector<int> weekdays; ///< Monday 0
    std::vector<int> days;
    std::vector<int> nthWeekdays; ///< 7·(n − 1) + weekday; from 35 on the last
    bool lastDay = false;

    bool everyDate() const { return days.empty() && nthWeekdays.empty() && !lastDay; }
};

CronShape shapeOf(const CronMasks &masks);

/// Whether the numbers are three or more in a row, so that "to" says them.
bool isRange(const std::vector<int> &numbers);

} // namespace carillon
