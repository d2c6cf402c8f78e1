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
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SchedulerTimer::tick);
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
    m_timer.stop();
}

void SchedulerTimer::tick()
{
    m_scheduler.processDue();
    arm();
}

void SchedulerTimer::arm()
{
    using std::chrono::milliseconds;
    if (!m_running)
        return;
    constexpr milliseconds longest{1000};
    milliseconds wait = longest;
    if (const auto next = m_scheduler.nextWakeUp())
        wait = std::clamp(std::chrono::ceil<milliseconds>(*next - m_clock.now()), milliseconds(0),
                          longest);
    // Bursts of changes ask for an earlier time again and again; one timer serves them all.
    if (!m_timer.isActive() || wait < m_timer.remainingTimeAsDuration())
        m_timer.start(wait);
}

} // namespace carillon
