// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"
#include "core/time/zonetable.h"
#include "core/triggers/cronfields.h"
#include "core/triggers/cronnotation.h"
#include "core/triggers/dstpolicy.h"

#include <algorithm>
#include <memory>

namespace carillon {

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
    CronTrigger(const CronFields &fields, Zone zone, CronOptions options = {},
                CronNotation notation = {});

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Allocates
    /// nothing; an impossible date (30 February) is answered at once.
    std::optional<Instant> first(Instant from) const
    {
        // In place, because an optional that a function returns waits for its own bytes.
        using std::chrono::seconds;
        const auto second =
            std::max(std::chrono::ceil<seconds>(from.time_since_epoch()).count(), m_earliest);
        const std::int64_t found = second <= m_latest ? search(second) : CronFields::never;
        return found <= m_latest ? std::optional(Instant(seconds(found))) : std::nullopt;
    }

    const CronFields &fields() const { return *m_fields; }
    const Zone &zone() const { return m_zone; }
    const CronOptions &options() const { return m_options; }
    const CronNotation &notation() const { return *m_notation; }

    /// Schedules written differently differ, also where they mean the same.
    bool operator==(const CronTrigger &other) const;

private:
    std::int64_t search(std::int64_t from) const;
    std::int64_t searchBeyond(const ZoneTable::Stretch &here, std::int64_t from,
                              std::int64_t found) const;
    std::int64_t walk(std::int64_t from) const;
    std::int64_t firstInStretch(const ZoneTable::Stretch &stretch, std::int64_t from) const;
    bool firesInBothPasses() const;

    std::shared_ptr<const CronFields> m_fields; // a kilobyte of masks; copies of a trigger share it
    std::shared_ptr<const CronNotation> m_notation;
    Zone m_zone;
    CronOptions m_options;
    std::int64_t m_earliest; // the limits of first(), in seconds since 1970, within the calendar
    std::int64_t m_latest;
};

} // namespace carillon
