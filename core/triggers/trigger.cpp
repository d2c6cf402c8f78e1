// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/trigger.h"

namespace carillon {

std::optional<Instant> Trigger::first(Instant from) const
{
    return std::visit([from](const auto &kind) { return kind.first(from); }, m_value);
}

std::optional<Instant> Trigger::initial(Instant now) const
{
    if (const auto *date = as<DateTrigger>())
        return date->when();
    return first(now);
}

const Zone &Trigger::zone() const
{
    return std::visit([](const auto &kind) -> const Zone & { return kind.zone(); }, m_value);
}

} // namespace carillon
