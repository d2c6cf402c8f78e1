// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crontrigger.h"

#include "core/time/civil.h"

#include <algorithm>

namespace carillon {

namespace {

// No zone is further from UTC than 26 hours, so two of its offsets differ by less than three days.
constexpr std::int64_t longestOffset = 26 * 3600;
constexpr std::int64_t longestChange = 3 * secondsPerDay;

// So far from a clock change, no wall clock of one stretch is an instant of another.
constexpr std::int64_t safeDistance = 2 * longestChange;

constexpr std::int64_t never = CronFields::never;

std::int64_t firstSecondFrom(Instant instant)
{
    return std::chrono::ceil<std::chrono::seconds>(instant.time_since_epoch()).count();
}

std::int64_t lastSecondUntil(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
}

} // namespace

CronTrigger::CronTrigger(const CronFields &fields, Zone zone, CronOptions options,
                         CronNotation notation)
    : m_fields(std::make_shared<const CronFields>(fields)),
      m_notation(std::make_shared<const CronNotation>(std::move(notation))),
      m_zone(std::move(zone)),
      m_options(options),
      m_earliest(
          firstSecondFrom(std::max(m_options.start.value_or(earliestInstant), earliestInstant))),
      m_latest(lastSecondUntil(std::min(m_options.end.value_or(latestInstant), latestInstant)))
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
std::int64_t CronTrigger::firstInStretch(const ZoneTable::Stretch &stretch, std::int64_t from) const
{
    std::int64_t wall = from + stretch.offset;
    std::int64_t shifted = never;
    if (from - stretch.begin < longestChange) {
        const std::int32_t before = m_zone.table().at(stretch.begin - 1).offset;
        if (before > stretch.offset && !firesInBothPasses())
            wall = std::max(wall, stretch.begin + before);
        if (before < stretch.offset && m_options.gap == DstGap::Shift) {
            const std::int64_t match = m_fields->matchFrom(from + before);
            if (match < stretch.begin + stretch.offset)
                shifted = match - before;
        }
    }
    const std::int64_t match = m_fields->matchFrom(wall);
    const std::int64_t regular = match - stretch.offset;
    return std::min(shifted, regular < stretch.end ? regular : never);
}

/// From stretch to stretch, leaving out those in which nothing can match.
std::int64_t CronTrigger::walk(std::int64_t from) const
{
    for (;;) {
        const ZoneTable::Stretch stretch = m_zone.table().at(from);
        const std::int64_t found = firstInStretch(stretch, from);
        if (found != never || stretch.end > m_latest)
            return found;
        // Every later firing shows a wall clock from here on; none of them is before this match.
        const std::int64_t next = m_fields->matchFrom(stretch.end - longestChange + stretch.offset);
        if (next == never)
            return never;
        from = std::max(stretch.end, next - longestOffset);
    }
}

/// Nearly always a match read with the offset in force is the answer: only a clock change shortly
/// before can have skipped or repeated something.
std::int64_t CronTrigger::search(std::int64_t from) const
{
    const ZoneTable::Stretch *here = m_zone.table().find(from);
    if (!here || from - here->begin < safeDistance)
        return walk(from);
    const std::int64_t found = m_fields->matchFrom(from + here->offset) - here->offset;
    return found < here->end ? found : searchBeyond(*here, from, found);
}

/// Where the match lies in a later stretch, and neither it nor `from` are near a clock change, it
/// is read with the offset that applies there, however many changes lie in between.
std::int64_t CronTrigger::searchBeyond(const ZoneTable::Stretch &here, std::int64_t from,
                                       std::int64_t found) const
{
    if (here.end - from < safeDistance)
        return walk(from);
    if (found > m_latest + longestChange)
        return never;
    const ZoneTable::Stretch there = m_zone.table().at(found);
    if (found - there.begin < safeDistance || there.end - found < safeDistance)
        return walk(from);
    return found + here.offset - there.offset;
}

} // namespace carillon
