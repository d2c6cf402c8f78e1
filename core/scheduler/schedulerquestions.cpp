// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that answers questions and changes nothing.
#include "core/jobs/outputencoding.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/latestruns.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"

namespace carillon {

Result<JobOverview> Scheduler::overview(const JobId &id) const
{
    const auto job = found(id);
    if (!job)
        return job.error();
    JobOverview overview{*job};
    for (const RunId run : m_active->ofJob(id)) {
        if (m_active->find(run)->run.state == RunState::Running)
            ++overview.running;
        else
            ++overview.queued;
    }
    overview.last = m_latest->of(id);
    return overview;
}

std::vector<JobOverview> Scheduler::overviews() const
{
    std::vector<JobOverview> all;
    for (const Job *job : m_store.jobs().all())
        all.push_back(*overview(job->id));
    return all;
}

std::vector<JobId> Scheduler::storedJobs() const
{
    std::vector<JobId> ids;
    for (const Job *job : m_store.jobs().all()) {
        if (!job->isPending())
            ids.push_back(job->id);
    }
    return ids;
}

std::vector<JobId> Scheduler::pendingJobs() const
{
    std::vector<JobId> ids;
    for (const Job &job : carillon::pendingJobs(m_store.jobs()))
        ids.push_back(job.id);
    return ids;
}

bool Scheduler::isPending(const JobId &id) const
{
    const Job *const job = m_store.jobs().find(id);
    return job && job->isPending();
}

QStringList Scheduler::jobStores() const
{
    return m_store.aliases();
}

Result<std::vector<Run>> Scheduler::runs(const RunQuery &query) const
{
    return m_store.runs().page(query);
}

Result<Run> Scheduler::run(RunId id) const
{
    if (const ActiveRun *active = m_active->find(id))
        return active->run;
    return m_store.runs().find(id);
}

Result<std::vector<ExplainedFact>> Scheduler::explain(RunId id) const
{
    const auto run = this->run(id);
    if (!run)
        return run.error();
    std::vector<Run> related;
    const auto relate = [this, &related](const std::optional<RunId> &other) {
        if (!other)
            return;
        if (auto found = this->run(*other))
            related.push_back(*std::move(found));
    };
    relate(run->source);
    if (run->facts)
        relate(run->facts->other);
    return carillon::explain(*run, m_store.jobs().find(run->job), related, Zone::system());
}

Result<LogChunk> Scheduler::log(RunId id, qint64 offset, qint64 most) const
{
    const auto run = this->run(id);
    if (!run)
        return run.error();
    if (!run->started) {
        LogChunk nothing;
        nothing.complete = !run->isActive();
        return nothing;
    }
    auto chunk = m_logs.read(id, *run->started, offset, most);
    if (chunk) {
        chunk->complete = !run->isActive();
        if (const Job *job = m_store.jobs().find(run->job))
            chunk->encoding = outputEncoding(job->action);
    }
    return chunk;
}

} // namespace carillon
