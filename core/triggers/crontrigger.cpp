// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crontrigger.h"

#include "core/triggers/calendarlimits.h"

#include <algorithm>

namespace carillon {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

// No zone is further from UTC than 26 hours, so two of its offsets differ by less than three days.
constexpr auto longestOffset = hours(26);
constexpr auto longestChange = days(3);

std::int64_t wallClock(Instant instant, seconds offset)
{
    return std::chrono::floor<seconds>(instant.time_since_epoch()).count() + offset.count();
}

Instant instantOf(std::int64_t wallClock, seconds offset)
{
    return Instant(seconds(wallClock) - offset);
}

} // namespace

CronTrigger::CronTrigger(const CronFields &fields, Zone zone, CronOptions options,
                         CronNotation notation)
    : m_fields(std::make_shared<const CronFields>(fields)),
      m_notation(std::make_shared<const CronNotation>(std::move(notation))),
      m_zone(std::move(zone)),
      m_options(options)
{
}

bool CronTrigger::operator==(const CronTrigger &other) const
{
    return (m_fields == other.m_fields || *m_fields == *other.m_fields) &&
           *m_notation == *other.m_notation && m_zone == other.m_zone &&
           m_options == other.m_options;
}

bool CronTrigger::firesInBothPasses() const
{
    return m_options.overlap == DstOverlap::Both ||
           (m_options.overlap == DstOverlap::Auto && m_fields->masks().hours == everyHour);
}

/// Within a stretch without clock changes the wall clock runs evenly, so that a firing is a match
/// read with the stretch's offset. Only its beginning is special: walls that the change before it
/// skipped are read with the offset before, and walls that it repeats may not count again.
std::optional<Instant> CronTrigger::firstInSpan(const Zone::Span &span, Instant from) const
{
    std::int64_t wall = wallClock(from, span.offset);
    std::optional<Instant> shifted;
    if (span.begin != Instant::min() && from - span.begin < longestChange) {
        const seconds before = m_zone.offsetAt(span.begin - Duration(1));
        if (before > span.offset && !firesInBothPasses())
            wall = std::max(wall, wallClock(span.begin, before));
        if (before < span.offset && m_options.gap == DstGap::Shift) {
            const auto match = m_fields->firstMatch(wallClock(from, before));
            if (match && *match < wallClock(span.begin, span.offset))
                shifted = instantOf(*match, before);
        }
    }
    const auto match = m_fields->firstMatch(wall);
    if (!match)
        return shifted;
    const Instant regular = instantOf(*match, span.offset);
    if (regular >= span.end)
        return shifted;
    return shifted ? std::min(*shifted, regular) : regular;
}

std::optional<Instant> CronTrigger::first(Instant from) const
{
    const Instant last = std::min(m_options.end.value_or(latestInstant), latestInstant);
    from = std::max({from, m_options.start.value_or(earliestInstant), earliestInstant});
    if (from > last)
        return {};
    from = std::chrono::ceil<seconds>(from);
    for (;;) {
        const Zone::Span span = m_zone.spanAt(from);
        if (const auto found = firstInSpan(span, from))
            return *found <= last ? found : std::nullopt;
        if (span.end > last)
            return {};
        // Every later firing shows a wall clock from here on; none of them is before this match.
        const auto next = m_fields->firstMatch(wallClock(span.end - longestChange, span.offset));
        if (!next)
            return {};
        from = std::max(span.end, instantOf(*next, longestOffset));
    }
}

} // namespace carillon
