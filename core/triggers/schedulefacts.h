// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/clockremarks.h"

namespace carillon {

/// What whoever edits a schedule should know of its times, before any language says it. All of it
/// is found by asking the trigger, so it is what will happen.
struct ScheduleFacts
{
    std::vector<Instant> next; ///< the next times, no more than asked for
    bool complete = false;     ///< there are no times after them
    /// How often it fires; nothing if fewer than two times are left.
    std::optional<double> perDay;
    bool everySecond = false;
    /// Of a schedule that fires on 29 February alone: the year of its next time.
    std::optional<int> leapYear;
    /// What the clock changes of the coming 13 months do, in their order.
    std::vector<ClockRemark> clockRemarks;
    /// Dates of the coming 13 months on which exceptions leave something out.
    std::vector<CivilDate> removedDates;

    bool firesNoMore() const { return next.empty(); }
};

/// With up to `times` next times from `now` on. Takes a few milliseconds at most, unless it takes
/// the trigger itself longer to find its next time.
ScheduleFacts factsOf(const Trigger &trigger, Instant now, std::size_t times);

} // namespace carillon
