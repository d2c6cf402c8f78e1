// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/triggers/cronfields.h"

#include <memory>

namespace carillon {

/// What to do about a wall clock that a clock change skips.
enum class DstGap : std::uint8_t {
    Shift, ///< 02:30 becomes 03:30 new time
    Skip,  ///< no firing
};

/// What to do about a wall clock that a clock change repeats.
enum class DstOverlap : std::uint8_t {
    Auto,  ///< both passes if the hour field allows all 24 hours, else the first
    First, ///< the first pass
    Both,  ///< both passes
};

/// The limits of a cron trigger and its behaviour on clock changes.
struct CronOptions
{
    std::optional<Instant> start = {};
    std::optional<Instant> end = {};
    DstGap gap = DstGap::Shift;
    DstOverlap overlap = DstOverlap::Auto;

    bool operator==(const CronOptions &) const = default;
};

/// Fires whenever the wall clock of `zone` matches all fields, in whole seconds, from `start` to
/// `end`, both inclusive and compared as instants. What happens on clock changes is stated by
/// DstGap and DstOverlap.
class CronTrigger
{
public:
    /// With an end before the start the set is empty.
    CronTrigger(const CronFields &fields, Zone zone, CronOptions options = {});

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Allocates
    /// nothing; an impossible date (30 February) is answered at once.
    std::optional<Instant> first(Instant from) const;

    const CronFields &fields() const { return *m_fields; }
    const Zone &zone() const { return m_zone; }
    const CronOptions &options() const { return m_options; }

    bool operator==(const CronTrigger &other) const;

private:
    std::optional<Instant> firstInSpan(const Zone::Span &span, Instant from) const;
    bool firesInBothPasses() const;

    std::shared_ptr<const CronFields> m_fields; // a kilobyte of masks; copies of a trigger share it
    Zone m_zone;
    CronOptions m_options;
};

} // namespace carillon
