// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/civil.h"
#include "core/time/zone.h"
#include "core/triggers/dstpolicy.h"

namespace carillon {

/// Steps from date to date: first years and months, keeping the day of the month and repeated
/// until such a day exists (31 Aug + 1 month is 31 Oct), then weeks and days.
struct CalendarStep
{
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;

    bool operator==(const CalendarStep &) const = default;
};

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

    /// Fails with InvalidInput if the step is empty or has a negative part, or `end` lies before
    /// the start. `secondOfDay` is 0 to 86,399.
    static Result<CalendarIntervalTrigger> create(const Dates &dates, int secondOfDay, Zone zone,
                                                  DstPolicy dst = {});

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Allocates
    /// nothing and looks at no more dates than there are until the year 9999.
    std::optional<Instant> first(Instant from) const;

    const Dates &dates() const { return m_dates; }
    int secondOfDay() const { return m_secondOfDay; }
    const Zone &zone() const { return m_zone; }
    const DstPolicy &dst() const { return m_dst; }

    bool operator==(const CalendarIntervalTrigger &) const = default;

private:
    CalendarIntervalTrigger(const Dates &dates, int secondOfDay, Zone zone, DstPolicy dst);

    Dates m_dates;
    int m_secondOfDay;
    Zone m_zone;
    DstPolicy m_dst;
};

} // namespace carillon
