// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/cronmasks.h"

#include <chrono>
#include <vector>

namespace carillon {

/// What people would say about the times of a day, before any language says it.
struct CronRhythm
{
    enum class Kind : std::uint8_t {
        AtTimes,       ///< `values`: seconds of the day
        Every,         ///< each `step`, all day from midnight on
        EveryHourAt,   ///< `values`: minutes; every `step` (whole hours) from the first hour on
        EveryMinuteAt, ///< `values`: seconds; every `step` (whole minutes) from the first minute on
        Window,        ///< each `step` in every one of `windows`
        Unsayable,     ///< too irregular for words
    };
    /// Seconds of the day, both included; ends before it begins if it runs past midnight.
    struct Window
    {
        int first;
        int last;
    };

    Kind kind = Kind::Unsayable;
    std::vector<int> values;
    std::chrono::seconds step{0};
    std::vector<Window> windows; ///< of EveryHourAt: at most one, empty if all day
};

/// `everyDate`: dates do not matter, so that a window may run past midnight.
CronRhythm rhythmOf(const CronMasks &masks, bool everyDate);

/// The numbers of the bits that are set.
std::vector<int> numbersIn(std::uint64_t mask);

/// Numbers in a row.
struct NumberRun
{
    int first;
    int last; ///< before `first` where the run goes past the end of its cycle

    bool isRange(int cycle) const { return (last - first + cycle) % cycle >= 2; }
};

/// `numbers`, which are sorted, as runs. Those of a `cycle` (7 weekdays) may join its end to its
/// beginning: Sunday to Thursday; such a run of three or more comes last.
std::vector<NumberRun> runsOf(const std::vector<int> &numbers, int cycle = 0);

} // namespace carillon
