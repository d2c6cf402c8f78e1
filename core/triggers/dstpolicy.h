// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace carillon {

/// What to do about a wall clock that a clock change skips.
enum class DstGap : std::uint8_t {
    Shift, ///< 02:30 becomes 03:30 new time
    Skip,  ///< no firing
};

/// What to do about a wall clock that a clock change repeats.
enum class DstOverlap : std::uint8_t {
    Auto,  ///< both passes if every hour of the day is meant, else the first
    First, ///< the first pass
    Both,  ///< both passes
};

/// What a schedule on the wall clock does when the clocks change.
struct DstPolicy
{
    DstGap gap = DstGap::Shift;
    DstOverlap overlap = DstOverlap::Auto;

    bool operator==(const DstPolicy &) const = default;
};

} // namespace carillon
