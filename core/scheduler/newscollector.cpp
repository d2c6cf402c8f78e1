// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/newscollector.h"

#include "core/scheduler/scheduler.h"

namespace carillon {

namespace {

constexpr std::chrono::milliseconds restTime{100};

} // namespace

NewsCollector::NewsCollector(Scheduler &scheduler) : m_scheduler(scheduler), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_resting = false;
        if (m_pending)
            send();
    });
    connect(&scheduler, &Scheduler::jobChanged, this, [this](const JobId &id) {
        m_removed.remove(id);
        m_jobs.insert(id);
        schedule();
    });
    connect(&scheduler, &Scheduler::jobRemoved, this, [this](const JobId &id) {
        m_jobs.remove(id);
        m_removed.insert(id);
        schedule();
    });
    connect(&scheduler, &Scheduler::runChanged, this, [this](const Run &run) {
        m_jobs.insert(run.job);
        m_runs[run.id] = run;
        m_runs[run.id].tail.clear();
        schedule();
    });
    connect(&scheduler, &Scheduler::outputArrived, this, [this](RunId id) {
        m_output.insert(id);
        schedule();
    });
    connect(&scheduler, &Scheduler::stateChanged, this, &NewsCollector::schedule);
    connect(&scheduler, &Scheduler::faultChanged, this, [this](const QString &fault) {
        m_fault = fault;
        schedule();
    });
}

void NewsCollector::schedule()
{
    m_pending = true;
    if (!m_resting && !m_timer.isActive())
        m_timer.start(0);
}

void NewsCollector::send()
{
    SchedulerNews news;
    for (const JobId &id : std::exchange(m_jobs, {})) {
        if (auto overview = m_scheduler.overview(id))
            news.jobs.push_back(*std::move(overview));
    }
    for (const JobId &id : std::exchange(m_removed, {}))
        news.removedJobs.push_back(id);
    for (auto &entry : std::exchange(m_runs, {}))
        news.runs.push_back(std::move(entry.second));
    for (const RunId id : std::exchange(m_output, {}))
        news.output.push_back(id);
    news.paused = m_scheduler.isPaused();
    news.state = m_scheduler.state();
    news.fault = m_fault;
    m_pending = false;
    m_resting = true;
    m_timer.start(restTime);
    emit collected(news);
}

} // namespace carillon
