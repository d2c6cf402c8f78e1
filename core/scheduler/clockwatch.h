// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"

namespace carillon {

/// What all clocks of the machine show at one moment.
struct ClockReading
{
    Instant wall;
    Duration elapsed{0};
    Duration slept{0};
};

ClockReading readingOf(const Clock &clock);

/// What happened between two looks at the clocks.
struct ClockNews
{
    ClockReading before;
    Instant now;
    Duration step{0};      ///< somebody set the wall clock by so much; below 0: back
    Duration slept{0};     ///< so long the machine slept
    Duration unwatched{0}; ///< nobody looked for so long, although the machine was awake
};

/// Compares the wall clock with the one that nobody sets. Pure: it is told what they show.
class ClockWatch
{
public:
    /// Differences up to this are those of clocks, not of people.
    static constexpr Duration tolerance = std::chrono::seconds(1);
    /// The engine looks once a second; this long without a look is odd.
    static constexpr Duration longestLook = std::chrono::seconds(2);

    explicit ClockWatch(const ClockReading &first) : m_last(first) {}

    /// To be called often. Lengths within tolerance (of `unwatched`: longestLook) come as 0.
    ClockNews look(const ClockReading &reading);

private:
    ClockReading m_last;
};

} // namespace carillon
