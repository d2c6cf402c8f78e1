// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/civil.h"
#include "core/time/zone.h"

#include <memory>
#include <vector>

namespace carillon {

class Trigger;

/// How far one question may search. Every candidate that an AndTrigger moves later, and every one
/// that an ExceptTrigger drops, is a leap; nested triggers draw on the budget of the outermost.
class LeapBudget
{
public:
    LeapBudget() = default;
    /// Less than a question may have, for whoever can do without the answer.
    explicit LeapBudget(int leaps) : m_left(leaps) {}

    /// False if there is nothing left for another leap. The search may end then: whatever it
    /// finds, the answer to the question is "never".
    bool spend() { return !isSpent() && m_left-- > 0; }
    bool isSpent() const { return m_left < 0; }

private:
    int m_left = 250'000;
};

/// The triggers that another one is made of; copies share them.
using TriggerList = std::shared_ptr<const std::vector<Trigger>>;

/// The union: fires whenever one of its triggers does, once where several agree.
class OrTrigger
{
public:
    /// At least one.
    explicit OrTrigger(std::vector<Trigger> triggers);

    std::optional<Instant> first(Instant from, LeapBudget &budget) const;

    const std::vector<Trigger> &triggers() const { return *m_triggers; }
    /// That of the first trigger which fires then.
    const Zone &zoneAt(Instant member, LeapBudget &budget) const;
    std::optional<Zone> commonZone() const;

    bool operator==(const OrTrigger &other) const;

private:
    TriggerList m_triggers;
};

/// The intersection: fires when all its triggers do.
class AndTrigger
{
public:
    /// At least one.
    explicit AndTrigger(std::vector<Trigger> triggers);

    std::optional<Instant> first(Instant from, LeapBudget &budget) const;

    const std::vector<Trigger> &triggers() const { return *m_triggers; }
    /// That of the first trigger.
    const Zone &zoneAt(Instant member, LeapBudget &budget) const;
    std::optional<Zone> commonZone() const;

    bool operator==(const AndTrigger &other) const;

private:
    TriggerList m_triggers;
};

/// The difference: fires when `base` does, but not when an excluded trigger does as well nor on an
/// excluded date.
class ExceptTrigger
{
public:
    /// `dates` are those of the clocks of `dateZone`; without one, of the zone the base's times are
    /// shown in.
    ExceptTrigger(Trigger base, std::vector<Trigger> excluded, std::vector<CivilDate> dates,
                  std::optional<Zone> dateZone = {});

    std::optional<Instant> first(Instant from, LeapBudget &budget) const;

    const Trigger &base() const;
    const std::vector<Trigger> &excluded() const { return *m_excluded; }
    /// Sorted, each once.
    const std::vector<CivilDate> &dates() const { return *m_dates; }
    /// What `dates` are told by, if that was said.
    const std::optional<Zone> &dateZone() const { return m_dateZone; }
    /// That of the base.
    const Zone &zoneAt(Instant member, LeapBudget &budget) const;
    std::optional<Zone> commonZone() const;

    bool operator==(const ExceptTrigger &other) const;

private:
    bool isOnExcludedDate(Instant candidate, LeapBudget &budget) const;
    bool isExcluded(Instant candidate, LeapBudget &budget) const;

    std::shared_ptr<const Trigger> m_base;
    TriggerList m_excluded;
    std::shared_ptr<const std::vector<CivilDate>> m_dates;
    std::optional<Zone> m_dateZone;
    std::optional<Zone>
        m_clock; // tells all dates; none where the base's times are shown in several
};

/// How many triggers a question to this one asks, those that combine others not counted.
int partsOf(const Trigger &trigger);

} // namespace carillon
