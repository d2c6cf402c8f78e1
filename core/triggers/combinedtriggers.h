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
    /// False once the budget is spent: the answer is then "never".
    bool spend() { return m_left-- > 0; }

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
    const Zone &zoneAt(Instant member) const;

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
    const Zone &zoneAt(Instant member) const;

    bool operator==(const AndTrigger &other) const;

private:
    TriggerList m_triggers;
};

/// The difference: fires when `base` does, but not when an excluded trigger does as well nor on an
/// excluded date.
class ExceptTrigger
{
public:
    /// `dates` are those of the clocks of `zone`; without one, of the zone the base's times are
    /// shown in.
    ExceptTrigger(Trigger base, std::vector<Trigger> excluded, std::vector<CivilDate> dates,
                  std::optional<Zone> zone = {});

    std::optional<Instant> first(Instant from, LeapBudget &budget) const;

    const Trigger &base() const;
    const std::vector<Trigger> &excluded() const { return *m_excluded; }
    /// Sorted, each once.
    const std::vector<CivilDate> &dates() const { return *m_dates; }
    const std::optional<Zone> &zone() const { return m_zone; }
    const Zone &zoneAt(Instant member) const;

    bool operator==(const ExceptTrigger &other) const;

private:
    std::shared_ptr<const Trigger> m_base;
    TriggerList m_excluded;
    std::shared_ptr<const std::vector<CivilDate>> m_dates;
    std::optional<Zone> m_zone;
};

} // namespace carillon
