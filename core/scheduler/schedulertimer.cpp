// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/schedulertimer.h"

#include "core/scheduler/scheduler.h"

#include <algorithm>

namespace carillon {

SchedulerTimer::SchedulerTimer(const Clock &clock, Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_scheduler(scheduler),
      m_timer(this)
{
    connect(&m_timer, &WakeUpTimer::fired, this, &SchedulerTimer::tick);
    connect(&m_scheduler, &Scheduler::wakeUpChanged, this, &SchedulerTimer::arm);
}

void SchedulerTimer::start()
{
    m_running = true;
    arm();
}

void SchedulerTimer::stop()
{
    m_running = false;
    m_armedFor.reset();
    m_timer.disarm();
}

void SchedulerTimer::tick()
{
    m_armedFor.reset();
    m_scheduler.processDue();
    arm();
}

void SchedulerTimer::arm()
{
    if (!m_running)
        return;
    constexpr Duration longest = std::chrono::seconds(1);
    Duration wait = longest;
    if (const auto next = m_scheduler.nextWakeUp())
        wait = std::clamp(*next - m_clock.now(), Duration::zero(), longest);
    // Bursts of changes ask for an earlier time again and again; one timer serves them all.
    const Duration at = m_clock.elapsed() + wait;
    if (m_armedFor && *m_armedFor <= at)
        return;
    m_armedFor = at;
    m_timer.arm(wait);
}

} // namespace carillon
