// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/trigger.h"

namespace carillon {

std::optional<Instant> Trigger::first(Instant from, LeapBudget &budget) const
{
    return std::visit(
        [&](const auto &kind) {
            if constexpr (requires { kind.first(from, budget); })
                return kind.first(from, budget);
            else
                return kind.first(from);
        },
        m_value);
}

std::optional<Instant> Trigger::initial(Instant now) const
{
    if (const auto *date = as<DateTrigger>())
        return date->when();
    return first(now);
}

const Zone &Trigger::zoneAt(Instant member, LeapBudget &budget) const
{
    return std::visit(
        [&](const auto &kind) -> const Zone & {
            if constexpr (requires { kind.zoneAt(member, budget); })
                return kind.zoneAt(member, budget);
            else
                return kind.zone();
        },
        m_value);
}

std::optional<Zone> Trigger::commonZone() const
{
    return std::visit(
        [](const auto &kind) -> std::optional<Zone> {
            if constexpr (requires { kind.commonZone(); })
                return kind.commonZone();
            else
                return kind.zone();
        },
        m_value);
}

Trigger Trigger::withJitter(Duration longest) const
{
    Trigger result = *this;
    result.m_jitter = longest;
    return result;
}

} // namespace carillon
