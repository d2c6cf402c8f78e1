// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/calendarintervaltrigger.h"

#include "core/util/coretext.h"

namespace carillon {

using std::chrono::days;
using std::chrono::seconds;

namespace {

/// The next date of the chain; nothing after 9999.
std::optional<CivilDate> following(CivilDate date, const CalendarStep &step)
{
    const int months = step.years * 12 + step.months;
    int month = date.year * 12 + date.month - 1; // since the year 0
    do {
        month += months;
        if (month / 12 > 9999)
            return {};
    } while (date.day > daysInMonth(month / 12, month % 12 + 1));
    const std::int64_t day = daysFromCivil({month / 12, month % 12 + 1, date.day}) +
                             std::int64_t(step.weeks) * 7 + step.days;
    if (day > daysFromCivil({9999, 12, 31}))
        return {};
    return civilFromDays(day);
}

} // namespace

Result<CalendarIntervalTrigger> CalendarIntervalTrigger::create(const Dates &dates, int secondOfDay,
                                                                Zone zone, DstPolicy dst)
{
    const CalendarStep &step = dates.step;
    if (step.years < 0 || step.months < 0 || step.weeks < 0 || step.days < 0 ||
        step == CalendarStep()) {
        return invalidInput("days",
                            CoreText::tr("calendarinterval: the interval is empty; at least "
                                         "one of years, months, weeks, days is accepted"));
    }
    if (dates.end && *dates.end < dates.start)
        return invalidInput("end_date", CoreText::tr("end_date: it lies before start_date"));
    return CalendarIntervalTrigger(dates, secondOfDay, std::move(zone), dst);
}

CalendarIntervalTrigger::CalendarIntervalTrigger(const Dates &dates, int secondOfDay, Zone zone,
                                                 DstPolicy dst)
    : m_dates(dates),
      m_secondOfDay(secondOfDay),
      m_zone(std::move(zone)),
      m_dst(dst)
{
}

std::optional<Instant> CalendarIntervalTrigger::first(Instant from) const
{
    const CivilDate last = m_dates.end.value_or(CivilDate{9999, 12, 31});
    for (auto date = std::optional(m_dates.start); date && !(last < *date);
         date = following(*date, m_dates.step)) {
        const LocalTime wall = LocalTime(days(daysFromCivil(*date))) + seconds(m_secondOfDay);
        const LocalLookup found = m_zone.lookup(wall);
        if (found.kind == LocalLookup::Kind::Gap && m_dst.gap == DstGap::Skip)
            continue;
        if (found.first >= from)
            return found.first;
        const bool twice =
            found.kind == LocalLookup::Kind::Overlap && m_dst.overlap == DstOverlap::Both;
        if (twice && found.second >= from)
            return found.second;
    }
    return {};
}

} // namespace carillon
