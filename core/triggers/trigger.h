// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    using Value = std::variant<DateTrigger, IntervalTrigger, CronTrigger>;

    Trigger(DateTrigger value) : m_value(std::move(value)) {}
    Trigger(IntervalTrigger value) : m_value(std::move(value)) {}
    Trigger(CronTrigger value) : m_value(std::move(value)) {}

    /// The earliest firing at or after `from`; nothing once the set is exhausted. Pure and bounded.
    std::optional<Instant> first(Instant from) const;

    /// The first time a new job is due: first(now), but a date in the past is due at once.
    std::optional<Instant> initial(Instant now) const;

    /// What firings are shown in.
    const Zone &zone() const;

    const Value &value() const { return m_value; }
    template <typename Kind>
    const Kind *as() const
    {
        return std::get_if<Kind>(&m_value);
    }

    bool operator==(const Trigger &) const = default;

private:
    Value m_value;
};

} // namespace carillon
