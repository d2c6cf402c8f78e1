// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/civil.h"
#include "core/time/zone.h"

#include <algorithm>

namespace carillon {

/// The instants of the years 1 to 9999, both in UTC and on the clocks of `zone`.
inline Instant earliestIn(const Zone &zone)
{
    return earliestInstant + std::max(-zone.offsetAt(earliestInstant), std::chrono::seconds(0));
}

inline Instant latestIn(const Zone &zone)
{
    return latestInstant - std::max(zone.offsetAt(latestInstant), std::chrono::seconds(0));
}

/// What the calendars of `zone` show.
inline CivilDate dateAt(Instant instant, const Zone &zone)
{
    const auto day = std::chrono::floor<std::chrono::days>(zone.toLocal(instant));
    return civilFromDays(day.time_since_epoch().count());
}

} // namespace carillon
