// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/combinedtriggers.h"

#include "core/triggers/calendarlimits.h"
#include "core/triggers/trigger.h"

#include <algorithm>
#include <numeric>

namespace carillon {

using std::chrono::days;

namespace {

TriggerList shared(std::vector<Trigger> triggers)
{
    return std::make_shared<const std::vector<Trigger>>(std::move(triggers));
}

/// When the day that the clocks of `zone` show at `instant` is over, or a later moment of it where
/// they go back over midnight.
Instant endOfDay(Instant instant, const Zone &zone)
{
    const LocalTime midnight = std::chrono::floor<days>(zone.toLocal(instant)) + days(1);
    const LocalLookup found = zone.lookup(midnight);
    // A change that skips midnight ends the day itself, as the shifted time would not.
    const Instant end =
        found.kind == LocalLookup::Kind::Gap ? zone.spanAt(found.first).begin : found.first;
    return end > instant ? end : std::max(found.second, instant + Duration(1));
}

} // namespace

OrTrigger::OrTrigger(std::vector<Trigger> triggers) : m_triggers(shared(std::move(triggers))) {}

std::optional<Instant> OrTrigger::first(Instant from, LeapBudget &budget) const
{
    std::optional<Instant> earliest;
    for (const Trigger &trigger : *m_triggers) {
        const auto found = trigger.first(from, budget);
        if (found == from)
            return from;
        if (found && (!earliest || *found < *earliest))
            earliest = found;
    }
    return earliest;
}

const Zone &OrTrigger::zoneAt(Instant member, LeapBudget &budget) const
{
    for (const Trigger &trigger : *m_triggers) {
        if (trigger.first(member, budget) == member)
            return trigger.zoneAt(member, budget);
    }
    return m_triggers->front().zoneAt(member, budget);
}

std::optional<Zone> OrTrigger::commonZone() const
{
    const auto zone = m_triggers->front().commonZone();
    const bool common =
        std::all_of(m_triggers->begin(), m_triggers->end(),
                    [&](const Trigger &trigger) { return trigger.commonZone() == zone; });
    return common ? zone : std::nullopt;
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

const Zone &AndTrigger::zoneAt(Instant member, LeapBudget &budget) const
{
    return m_triggers->front().zoneAt(member, budget);
}

std::optional<Zone> AndTrigger::commonZone() const
{
    return m_triggers->front().commonZone();
}

bool AndTrigger::operator==(const AndTrigger &other) const
{
    return *m_triggers == *other.m_triggers;
}

ExceptTrigger::ExceptTrigger(Trigger base, std::vector<Trigger> excluded,
                             std::vector<CivilDate> dates, std::optional<Zone> dateZone)
    : m_base(std::make_shared<const Trigger>(std::move(base))),
      m_excluded(shared(std::move(excluded))),
      m_dateZone(std::move(dateZone))
{
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    m_dates = std::make_shared<const std::vector<CivilDate>>(std::move(dates));
    m_clock = m_dateZone ? m_dateZone : m_base->commonZone();
}

bool ExceptTrigger::isOnExcludedDate(Instant candidate, LeapBudget &budget) const
{
    if (m_dates->empty())
        return false;
    const Zone &clock = m_clock ? *m_clock : m_base->zoneAt(candidate, budget);
    return std::binary_search(m_dates->begin(), m_dates->end(), dateAt(candidate, clock));
}

bool ExceptTrigger::isExcluded(Instant candidate, LeapBudget &budget) const
{
    return std::any_of(m_excluded->begin(), m_excluded->end(), [&](const Trigger &excluded) {
        return excluded.first(candidate, budget) == candidate;
    });
}

std::optional<Instant> ExceptTrigger::first(Instant from, LeapBudget &budget) const
{
    for (;;) {
        const auto candidate = m_base->first(from, budget);
        if (!candidate)
            return {};
        const bool onExcludedDate = isOnExcludedDate(*candidate, budget);
        if (!onExcludedDate && !isExcluded(*candidate, budget))
            return candidate;
        if (!budget.spend())
            return {};
        // Where several clocks tell the dates, the day is not over on all of them at once.
        from =
            onExcludedDate && m_clock ? endOfDay(*candidate, *m_clock) : *candidate + Duration(1);
    }
}

const Trigger &ExceptTrigger::base() const
{
    return *m_base;
}

const Zone &ExceptTrigger::zoneAt(Instant member, LeapBudget &budget) const
{
    return m_base->zoneAt(member, budget);
}

std::optional<Zone> ExceptTrigger::commonZone() const
{
    return m_base->commonZone();
}

bool ExceptTrigger::operator==(const ExceptTrigger &other) const
{
    return *m_base == *other.m_base && *m_excluded == *other.m_excluded &&
           *m_dates == *other.m_dates && m_dateZone == other.m_dateZone;
}

int partsOf(const Trigger &trigger)
{
    const auto all = [](const std::vector<Trigger> &parts) {
        return std::accumulate(parts.begin(), parts.end(), 0,
                               [](int sum, const Trigger &part) { return sum + partsOf(part); });
    };
    if (const auto *either = trigger.as<OrTrigger>())
        return all(either->triggers());
    if (const auto *both = trigger.as<AndTrigger>())
        return all(both->triggers());
    if (const auto *except = trigger.as<ExceptTrigger>())
        return partsOf(except->base()) + all(except->excluded());
    return 1;
}

} // namespace carillon
