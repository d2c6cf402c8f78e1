// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/gracefulend.h"

#include "core/scheduler/scheduler.h"
#include "core/util/logging.h"

namespace carillon {

GracefulEnd::GracefulEnd(Scheduler &scheduler, std::chrono::milliseconds patience)
    : m_scheduler(scheduler),
      m_patience(patience),
      m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GracefulEnd::finish);
    connect(&m_scheduler, &Scheduler::runsEnded, this, &GracefulEnd::finish);
    m_promise.start();
}

QFuture<void> GracefulEnd::begin()
{
    log::scheduler().info("ending");
    m_timer.start(m_patience);
    m_scheduler.end();
    return m_promise.future();
}

void GracefulEnd::hurry()
{
    finish();
}

void GracefulEnd::finish()
{
    if (std::exchange(m_finished, true))
        return;
    m_timer.stop();
    m_scheduler.shutDown();
    m_promise.finish();
}

} // namespace carillon
