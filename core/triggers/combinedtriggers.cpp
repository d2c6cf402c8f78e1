// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/combinedtriggers.h"

#include "core/triggers/calendarlimits.h"
#include "core/triggers/trigger.h"

#include <algorithm>

namespace carillon {

using std::chrono::days;

namespace {

TriggerList shared(std::vector<Trigger> triggers)
{
    return std::make_shared<const std::vector<Trigger>>(std::move(triggers));
}

} // namespace

OrTrigger::OrTrigger(std::vector<Trigger> triggers) : m_triggers(shared(std::move(triggers))) {}

std::optional<Instant> OrTrigger::first(Instant from, LeapBudget &budget) const
{
    std::optional<Instant> earliest;
    for (const Trigger &trigger : *m_triggers) {
        const auto found = trigger.first(from, budget);
        if (found && (!earliest || *found < *earliest))
            earliest = found;
    }
    return earliest;
}

const Zone &OrTrigger::zoneAt(Instant member) const
{
    for (const Trigger &trigger : *m_triggers) {
        if (trigger.first(member) == member)
            return trigger.zoneAt(member);
    }
    return m_triggers->front().zoneAt(member);
}

bool OrTrigger::operator==(const OrTrigger &other) const
{
    return *m_triggers == *other.m_triggers;
}

AndTrigger::AndTrigger(std::vector<Trigger> triggers) : m_triggers(shared(std::move(triggers))) {}

/// Each trigger in turn moves the candidate on; where all agree, it is a member.
std::optional<Instant> AndTrigger::first(Instant from, LeapBudget &budget) const
{
    Instant candidate = from;
    std::size_t agreed = 0;
    for (std::size_t i = 0;; i = (i + 1) % m_triggers->size()) {
        const auto found = (*m_triggers)[i].first(candidate, budget);
        if (!found)
            return {};
        if (*found != candidate) {
            if (!budget.spend())
                return {};
            candidate = *found;
            agreed = 0;
        }
        if (++agreed == m_triggers->size())
            return candidate;
    }
}

const Zone &AndTrigger::zoneAt(Instant member) const
{
    return m_triggers->front().zoneAt(member);
}

bool AndTrigger::operator==(const AndTrigger &other) const
{
    return *m_triggers == *other.m_triggers;
}

ExceptTrigger::ExceptTrigger(Trigger base, std::vector<Trigger> excluded,
                             std::vector<CivilDate> dates, std::optional<Zone> zone)
    : m_base(std::make_shared<const Trigger>(std::move(base))),
      m_excluded(shared(std::move(excluded))),
      m_zone(std::move(zone))
{
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    m_dates = std::make_shared<const std::vector<CivilDate>>(std::move(dates));
}

std::optional<Instant> ExceptTrigger::first(Instant from, LeapBudget &budget) const
{
    for (;;) {
        const auto candidate = m_base->first(from, budget);
        if (!candidate)
            return {};
        const Zone &zone = m_zone ? *m_zone : m_base->zoneAt(*candidate);
        if (std::binary_search(m_dates->begin(), m_dates->end(), dateAt(*candidate, zone))) {
            const LocalTime nextDay = std::chrono::floor<days>(zone.toLocal(*candidate)) + days(1);
            // Where the clocks go back over midnight the day begins twice; one step is safe there.
            from = std::max(*candidate + Duration(1), zone.fromLocal(nextDay));
        } else {
            const bool dropped =
                std::any_of(m_excluded->begin(), m_excluded->end(), [&](const Trigger &excluded) {
                    return excluded.first(*candidate, budget) == candidate;
                });
            if (!dropped)
                return candidate;
            from = *candidate + Duration(1);
        }
        if (!budget.spend())
            return {};
    }
}

const Trigger &ExceptTrigger::base() const
{
    return *m_base;
}

const Zone &ExceptTrigger::zoneAt(Instant member) const
{
    return m_base->zoneAt(member);
}

bool ExceptTrigger::operator==(const ExceptTrigger &other) const
{
    return *m_base == *other.m_base && *m_excluded == *other.m_excluded &&
           *m_dates == *other.m_dates && m_zone == other.m_zone;
}

} // namespace carillon
