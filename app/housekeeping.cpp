// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/housekeeping.h"

#include "core/scheduler/scheduler.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds betweenSweeps = 1h;
constexpr std::chrono::milliseconds betweenSteps = 20ms;
constexpr std::chrono::milliseconds afterFailure = 1min;
constexpr Duration longestStep = 50ms;
constexpr int mostPostponed = 10; ///< an engine that is never idle forgets as well

QDate localDate(Instant now)
{
    const auto local = std::chrono::floor<std::chrono::days>(Zone::system().toLocal(now));
    const std::chrono::year_month_day date{std::chrono::local_days(local)};
    return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

} // namespace

Housekeeping::Housekeeping(const Clock &clock, Store &store, RunLogs &logs,
                           const Scheduler &scheduler, Options options)
    : m_clock(clock),
      m_scheduler(scheduler),
      m_options(std::move(options)),
      m_retention(clock, store, logs, m_options.limits),
      m_backups(m_options.copier)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Housekeeping::work);
}

void Housekeeping::start()
{
    m_timer.start(m_options.firstDelay);
}

void Housekeeping::work()
{
    if (!std::exchange(m_isSweeping, true))
        m_backups.start(m_options.databases, localDate(m_clock.now()));
    if (isSomethingDueSoon() && ++m_postponed <= mostPostponed) {
        m_timer.start(betweenSteps);
        return;
    }
    m_postponed = 0;
    m_timer.start(prune());
}

bool Housekeeping::isSomethingDueSoon() const
{
    const auto next = m_scheduler.nextWakeUp();
    return next && *next < m_clock.now() + longestStep;
}

/// How long to wait before the next step.
std::chrono::milliseconds Housekeeping::prune()
{
    const auto more = m_retention.step();
    if (!more)
        log::store().warn("old runs were not removed: {}", more.error().message);
    if (more && *more)
        return betweenSteps;
    m_isSweeping = false;
    return more ? betweenSweeps : afterFailure;
}

} // namespace carillon
