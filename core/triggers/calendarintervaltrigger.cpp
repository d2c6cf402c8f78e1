// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/calendarintervaltrigger.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

using std::chrono::days;
using std::chrono::seconds;

namespace {

// No clock change is longer, whatever a zone's table says: offsets stay within 26 hours.
constexpr auto longestClockChange = days(3);

constexpr CalendarStep longestStep{9999, 119'988, 521'722, 3'652'058};

bool isAcceptable(const CalendarStep &step)
{
    const auto fits = [](int part, int longest) { return part >= 0 && part <= longest; };
    return step != CalendarStep() && fits(step.years, longestStep.years) &&
           fits(step.months, longestStep.months) && fits(step.weeks, longestStep.weeks) &&
           fits(step.days, longestStep.days);
}

} // namespace

Result<CalendarIntervalTrigger> CalendarIntervalTrigger::create(const Dates &dates, int secondOfDay,
                                                                Zone zone, DstPolicy dst)
{
    if (!isAcceptable(dates.step)) {
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
      m_dst(dst),
      m_chain(dates.start, dates.step),
      m_lastDay(daysFromCivil(dates.end.value_or(CivilDate{9999, 12, 31})))
{
}

bool CalendarIntervalTrigger::operator==(const CalendarIntervalTrigger &other) const
{
    return m_dates == other.m_dates && m_secondOfDay == other.m_secondOfDay &&
           m_zone == other.m_zone && m_dst == other.m_dst;
}

/// The first wall clock of the chain at or after `from`.
std::optional<LocalTime> CalendarIntervalTrigger::wallFrom(LocalTime from) const
{
    const seconds time(m_secondOfDay);
    const auto day =
        m_chain.firstFrom(std::chrono::ceil<days>(from - time).time_since_epoch().count());
    if (!day || *day > m_lastDay)
        return {};
    return LocalTime(days(*day)) + time;
}

/// What one wall clock stands for, at or after `from`.
std::optional<Instant> CalendarIntervalTrigger::firstOnDate(LocalTime wall, Instant from) const
{
    const LocalLookup found = m_zone.lookup(wall);
    if (found.kind == LocalLookup::Kind::Gap && m_dst.gap == DstGap::Skip)
        return {};
    if (found.first >= from)
        return found.first;
    const bool twice =
        found.kind == LocalLookup::Kind::Overlap && m_dst.overlap == DstOverlap::Both;
    return twice && found.second >= from ? std::optional(found.second) : std::nullopt;
}

/// Where the clocks change, times may come in another order than their dates, but only over as much
/// time as a change can take.
std::optional<Instant> CalendarIntervalTrigger::firstNearChange(Instant from) const
{
    std::optional<Instant> earliest;
    auto wall = wallFrom(m_zone.toLocal(from) - longestClockChange);
    while (wall && (!earliest || *wall <= m_zone.toLocal(*earliest) + longestClockChange)) {
        if (const auto found = firstOnDate(*wall, from); found && (!earliest || *found < *earliest))
            earliest = found;
        wall = wallFrom(*wall + Duration(1));
    }
    return earliest;
}

std::optional<Instant> CalendarIntervalTrigger::first(Instant from) const
{
    from = std::max(from, earliestInstant);
    if (from > latestInstant)
        return {};
    std::optional<Instant> found;
    const Zone::Span span = m_zone.spanAt(from);
    if (span.begin == Instant::min() || from - span.begin > longestClockChange) {
        // Until the next change the wall clock runs evenly.
        if (const auto wall = wallFrom(LocalTime(from.time_since_epoch() + span.offset)))
            found = Instant(wall->time_since_epoch() - span.offset);
    }
    if (!found || *found >= span.end)
        found = firstNearChange(from);
    return found && *found <= latestInstant ? found : std::nullopt;
}

} // namespace carillon
