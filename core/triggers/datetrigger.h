// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/zone.h"

namespace carillon {

/// Fires once, at `when`.
class DateTrigger
{
public:
    /// `shown` is the zone the time is written in, which may be a fixed offset.
    DateTrigger(Instant when, Zone shown) : m_when(when), m_zone(std::move(shown)) {}

    std::optional<Instant> first(Instant from) const
    {
        return m_when >= from ? std::optional(m_when) : std::nullopt;
    }

    Instant when() const { return m_when; }
    const Zone &zone() const { return m_zone; }

    bool operator==(const DateTrigger &) const = default;

private:
    Instant m_when;
    Zone m_zone;
};

} // namespace carillon
