// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/triggers/datechain.h"
#include "core/triggers/dstpolicy.h"

namespace carillon {

/// Fires at one time of day, on `start`, `start + step` and so on up to and including `end`, on the
/// clocks of `zone`. Steps and end are about dates as written, before a gap shifts a time.
class CalendarIntervalTrigger
{
public:
    struct Dates
    {
        CivilDate start;
        CalendarStep step;
        std::optional<CivilDate> end = {};

        bool operator==(const Dates &) const = default;
    };

    /// Fails with InvalidInput if the step is empty, has a negative part or one longer than the
    /// calendar, or `end` lies before the start. `secondOfDay` is 0 to 86,399.
    static Result<CalendarIntervalTrigger> create(const Dates &dates, int secondOfDay, Zone zone,
                                                  DstPolicy dst = {});

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Allocates
    /// nothing and looks at a handful of dates.
    std::optional<Instant> first(Instant from) const;

    const Dates &dates() const { return m_dates; }
    int secondOfDay() const { return m_secondOfDay; }
    const Zone &zone() const { return m_zone; }
    const DstPolicy &dst() const { return m_dst; }

    bool operator==(const CalendarIntervalTrigger &other) const;

private:
    CalendarIntervalTrigger(const Dates &dates, int secondOfDay, Zone zone, DstPolicy dst);

    std::optional<LocalTime> wallFrom(LocalTime from) const;
    std::optional<Instant> firstOnDate(LocalTime wall, Instant from) const;
    std::optional<Instant> firstNearChange(Instant from) const;

    Dates m_dates;
    int m_secondOfDay;
    Zone m_zone;
    DstPolicy m_dst;
    DateChain m_chain; // of m_dates
    std::int64_t m_lastDay;
};

} // namespace carillon
