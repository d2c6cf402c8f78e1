// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"

namespace carillon {

/// Fires at `start`, `start + step`, `start + 2·step` and so on, up to and including `end`.
///
/// The times depend on these values alone, never on when a run really started, so they do not
/// drift. Steps are elapsed time: across a clock change "1 day" is still 24 hours.
class IntervalTrigger
{
public:
    /// Fails with InvalidInput if `step` is not positive. With an end before the start the set is
    /// empty. `zone` is what times are shown in.
    static Result<IntervalTrigger> create(Instant start, Duration step,
                                          std::optional<Instant> end = {}, Zone zone = {});

    /// The earliest firing at or after `from`; nothing once the set is exhausted.
    std::optional<Instant> first(Instant from) const;

    /// The same times; nobody chose the start, it is just one step after the moment of definition.
    IntervalTrigger withOpenStart() const;
    bool hasOpenStart() const { return m_openStart; }

    Instant start() const { return m_start; }
    Duration step() const { return m_step; }
    std::optional<Instant> end() const { return m_end; }
    const Zone &zone() const { return m_zone; }

    bool operator==(const IntervalTrigger &) const = default;

private:
    IntervalTrigger(Instant start, Duration step, std::optional<Instant> end, Zone zone);

    Instant m_start;
    Duration m_step;
    std::optional<Instant> m_end;
    Zone m_zone;
    Instant m_earliest; // the limits of first(): start and end, within the calendar
    Instant m_latest;
    bool m_openStart = false;
};

} // namespace carillon
