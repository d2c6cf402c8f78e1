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
        if (m_pending && !m_untaken)
            send();
    });
    connect(&scheduler, &Scheduler::jobChanged, this, &NewsCollector::noteJob);
    connect(&scheduler, &Scheduler::jobRemoved, this, &NewsCollector::noteRemoved);
    connect(&scheduler, &Scheduler::runChanged, this, &NewsCollector::noteRun);
    connect(&scheduler, &Scheduler::outputArrived, this, &NewsCollector::noteOutput);
    connect(&scheduler, &Scheduler::stateChanged, this, &NewsCollector::schedule);
    connect(&scheduler, &Scheduler::faultChanged, this, [this](const QString &fault) {
        m_fault = fault;
        schedule();
    });
}

void NewsCollector::resume()
{
    m_untaken = false;
    if (m_pending)
        schedule();
}

void NewsCollector::noteJob(const JobId &id)
{
    if (!m_manyJobs) {
        m_removed.remove(id);
        m_jobs.insert(id);
        boundJobs();
    }
    schedule();
}

void NewsCollector::noteRemoved(const JobId &id)
{
    if (!m_manyJobs) {
        m_jobs.remove(id);
        m_removed.insert(id);
        boundJobs();
    }
    schedule();
}

void NewsCollector::noteRun(const Run &run)
{
    if (!m_manyRuns) {
        Run &kept = m_runs[run.id];
        kept = run;
        kept.tail.clear();
        boundRuns();
    }
    noteJob(run.job);
}

void NewsCollector::noteOutput(RunId run)
{
    if (!m_manyRuns) {
        m_output.insert(run);
        boundRuns();
    }
    schedule();
}

void NewsCollector::boundJobs()
{
    if (m_jobs.size() + m_removed.size() <= mostTold)
        return;
    m_manyJobs = true;
    m_jobs = {};
    m_removed = {};
}

void NewsCollector::boundRuns()
{
    if (int(m_runs.size()) <= mostTold && m_output.size() <= mostTold)
        return;
    m_manyRuns = true;
    m_runs = {};
    m_output = {};
}

void NewsCollector::schedule()
{
    m_pending = true;
    if (!m_resting && !m_untaken && !m_timer.isActive())
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
    news.manyJobs = std::exchange(m_manyJobs, false);
    news.manyRuns = std::exchange(m_manyRuns, false);
    news.paused = m_scheduler.isPaused();
    news.state = m_scheduler.state();
    news.fault = m_fault;
    m_pending = false;
    m_resting = true;
    m_untaken = true;
    m_timer.start(restTime);
    emit collected(news);
}

} // namespace carillon
