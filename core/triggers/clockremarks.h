// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

namespace carillon {

/// What a clock change does to a schedule.
struct ClockRemark
{
    enum class Kind : std::uint8_t {
        Skipped,    ///< times that do not exist: no run
        Moved,      ///< times that do not exist: run at `runs` instead
        RunsOnce,   ///< times that come twice: the first one only
        RunsTwice,  ///< times that come twice: both
        OtherClock, ///< days of 24 hours: from then on it runs at another time of day
    };
    /// Two wall clocks, the same where only one time is concerned.
    struct Times
    {
        LocalTime first;
        LocalTime last;

        bool operator==(const Times &) const = default;
    };

    Kind kind;
    Instant change;
    Zone zone;
    Times written; ///< as the schedule has them
    Times runs;    ///< as the clocks show them when it runs; of Skipped the same as `written`

    bool operator==(const ClockRemark &) const = default;
};

/// The remarks on all clock changes after `from` up to `until`, earliest first.
std::vector<ClockRemark> clockRemarks(const Trigger &trigger, Instant from, Instant until);

} // namespace carillon
