// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/calendarintervaltrigger.h"
#include "core/triggers/combinedtriggers.h"
#include "core/triggers/crontrigger.h"
#include "core/triggers/datetrigger.h"
#include "core/triggers/intervaltrigger.h"

#include <variant>

namespace carillon {

/// When something is due: a set of instants, of any kind. A value; comparing and copying are cheap.
///
/// The scheduler asks `first(previous + 1 µs)` after a firing, so a clock set back cannot make a
/// time fire twice, and `first(now)` when there was none before.
class Trigger
{
public:
    using Value = std::variant<DateTrigger, IntervalTrigger, CronTrigger, CalendarIntervalTrigger,
                               OrTrigger, AndTrigger, ExceptTrigger>;

    template <typename Kind>
    requires std::is_constructible_v<Value, Kind> Trigger(Kind value) : m_value(std::move(value)) {}

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Pure, bounded,
    /// and without allocation.
    std::optional<Instant> first(Instant from) const
    {
        if (const auto *cron = as<CronTrigger>()) // most are
            return cron->first(from);
        if (const auto *interval = as<IntervalTrigger>()) // most others
            return interval->first(from);
        LeapBudget budget;
        const auto found = first(from, budget);
        return budget.isSpent() ? std::nullopt : found;
    }

    /// As part of a combined trigger's search.
    std::optional<Instant> first(Instant from, LeapBudget &budget) const;

    /// The first time a new job is due: first(now), but a date in the past is due at once.
    std::optional<Instant> initial(Instant now) const;

    /// What the firing at `member` is shown in.
    const Zone &zoneAt(Instant member) const
    {
        LeapBudget budget;
        return zoneAt(member, budget);
    }

    /// As part of a combined trigger's search.
    const Zone &zoneAt(Instant member, LeapBudget &budget) const;

    /// What all firings are shown in; nothing if that differs among them.
    std::optional<Zone> commonZone() const;

    const Value &value() const { return m_value; }
    template <typename Kind>
    const Kind *as() const
    {
        return std::get_if<Kind>(&m_value);
    }

    /// How much later than due a run may start, as jitteredStart() draws it. The set of
    /// instants is the same with and without.
    Duration jitter() const { return m_jitter; }
    Trigger withJitter(Duration longest) const;

    bool operator==(const Trigger &) const = default;

private:
    Value m_value;
    Duration m_jitter = Duration::zero();
};

} // namespace carillon
