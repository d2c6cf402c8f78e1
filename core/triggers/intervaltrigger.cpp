// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/intervaltrigger.h"

#include "core/triggers/calendarlimits.h"
#include "core/util/coretext.h"

namespace carillon {

Result<IntervalTrigger> IntervalTrigger::create(Instant start, Duration step,
                                                std::optional<Instant> end, Zone zone)
{
    if (step <= Duration::zero()) {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("The length of an interval must be positive.")};
    }
    return IntervalTrigger(start, step, end, std::move(zone));
}

IntervalTrigger::IntervalTrigger(Instant start, Duration step, std::optional<Instant> end,
                                 Zone zone)
    : m_start(start),
      m_step(step),
      m_end(end),
      m_zone(std::move(zone)),
      m_earliest(std::max(start, earliestIn(m_zone))),
      m_latest(std::min(end.value_or(latestInstant), latestIn(m_zone)))
{
}

IntervalTrigger IntervalTrigger::withOpenStart() const
{
    IntervalTrigger open = *this;
    open.m_openStart = true;
    return open;
}

std::optional<Instant> IntervalTrigger::first(Instant from) const
{
    from = std::max(from, m_earliest);
    if (from > m_latest)
        return {};
    const Duration past = (from - m_start) % m_step;
    if (past == Duration::zero())
        return from;
    const Duration wait = m_step - past;
    return wait <= m_latest - from ? std::optional(from + wait) : std::nullopt;
}

} // namespace carillon
