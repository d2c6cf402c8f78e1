// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/wakeuptimer.h"
#include "core/time/clock.h"

#include <QObject>

#include <optional>

namespace carillon {

class Scheduler;

/// Calls processDue() when something is due. The timer is never armed for more than a second,
/// so that a wall clock that was set, or a machine that slept, is noticed within one.
///
/// `clock` and `scheduler` must outlive it. Lives in the engine thread.
class SchedulerTimer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulerTimer)

public:
    SchedulerTimer(const Clock &clock, Scheduler &scheduler, QObject *parent = nullptr);

    void start();
    void stop();

private:
    void tick();
    void arm();

    const Clock &m_clock;
    Scheduler &m_scheduler;
    WakeUpTimer m_timer;
    std::optional<Duration> m_armedFor; ///< in Clock::elapsed()
    bool m_running = false;
};

} // namespace carillon
