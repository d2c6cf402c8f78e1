// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/missedcounter.h"

namespace carillon {

namespace {

constexpr Duration aDay = std::chrono::hours(24);

} // namespace

void MissedCounter::add(const Run &run)
{
    const bool wasMerged = run.facts && run.facts->hindrance == Hindrance::Merged;
    if (run.state == RunState::Missed && run.ended && !wasMerged)
        add(*run.ended, run.dueCount);
}

void MissedCounter::add(Instant ended, int missed)
{
    const Instant minute = std::chrono::floor<std::chrono::minutes>(ended);
    if (m_minutes.empty() || m_minutes.back().begin != minute)
        m_minutes.push_back({minute, 0});
    m_minutes.back().missed += missed;
    while (minute - m_minutes.front().begin > aDay)
        m_minutes.pop_front();
}

int MissedCounter::lastDay(Instant now) const
{
    int missed = 0;
    for (const Minute &minute : m_minutes) {
        if (now - minute.begin <= aDay)
            missed += minute.missed;
    }
    return missed;
}

} // namespace carillon
