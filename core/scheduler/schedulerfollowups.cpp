// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler in which runs follow from others: retries, and jobs that start after jobs.
#include "core/scheduler/activeruns.h"
#include "core/scheduler/awaitedends.h"
#include "core/scheduler/dependencies.h"
#include "core/scheduler/retry.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

/// As an end of the job: a failed run whose retry could not start has failed for good.
RunState endOf(const Run &run)
{
    const bool isRetry = run.cause == RunCause::Retry;
    return isRetry && run.state == RunState::Skipped ? RunState::Failed : run.state;
}

} // namespace

/// A run that will be tried again is no end of its job yet.
void Scheduler::followUp(const Run &ended)
{
    if (ended.state != RunState::Success) {
        const Job *const job = m_store.jobs().find(ended.job);
        if (auto retry = job ? retryOf(ended, job->rules.retry) : std::nullopt) {
            retry->id = RunId{++m_lastRunId};
            m_followUps.push_back(*std::move(retry));
            return;
        }
    }
    for (const JobId &follower : m_dependencies->ended(ended.job, endOf(ended)))
        startAfter(follower, ended.id);
}

/// Recorded together with the end of `source`, and waiting for its time, which is now: it survives
/// a restart until it has been claimed.
void Scheduler::startAfter(const JobId &follower, RunId source)
{
    const Job *const job = m_store.jobs().find(follower);
    if (!job || !job->problem.isEmpty() || job->isPending())
        return;
    Run run = newRun(*job);
    run.cause = RunCause::After;
    run.source = source;
    run.notBefore = m_clock.now();
    m_followUps.push_back(std::move(run));
}

// ---- Keeping the dependencies

/// After a restart: what the jobs still wait for, from what is on record.
void Scheduler::restoreDependencies()
{
    for (const Job *job : m_store.jobs().all()) {
        if (job->rules.after.jobs.isEmpty() || job->isPending())
            continue;
        m_dependencies->put(*job);
        const auto ends = awaitedEnds(*job, m_store.runs());
        if (!ends) {
            log::scheduler().error("what {} waits for is not known: {}", job->id.text,
                                   ends.error().message);
            continue;
        }
        for (const JobId &each : ends->jobs) {
            if (m_dependencies->book(job->id, each))
                startAfter(job->id, *ends->last);
        }
    }
}

/// `saved` are jobs that are to be saved together.
Result<> Scheduler::checkDependencies(const std::vector<Job> &saved) const
{
    QHash<JobId, const Job *> overlay;
    std::vector<const Job *> following;
    for (const Job &job : saved) {
        overlay.insert(job.id, &job);
        if (!job.rules.after.jobs.isEmpty())
            following.push_back(&job);
    }
    const auto find = [&](const JobId &id) {
        if (const Job *const changed = overlay.value(id))
            return changed;
        return m_store.jobs().find(id);
    };
    for (const Job *job : following) {
        if (const auto known = checkPredecessors(*job, find); !known)
            return known;
    }
    return following.empty() ? Result<>() : checkLoops(following, find);
}

/// Jobs that start after `removed` need fixing.
void Scheduler::breakFollowers(const Job &removed, Changes &changes) const
{
    for (const JobId &id : m_dependencies->followers(removed.id)) {
        const Job *const follower = m_store.jobs().find(id);
        if (!follower || id == removed.id)
            continue;
        Job broken = *follower;
        broken.next.reset();
        broken.problem =
            tr("The job “%1”, after which this one starts, was removed.").arg(removed.name);
        changes.jobs.push_back(std::move(broken));
    }
}

/// To be called once `changes` are stored.
void Scheduler::noteDependencies(const Changes &changes)
{
    for (const Job &job : changes.jobs) {
        if (!job.isPending())
            m_dependencies->put(job);
    }
    for (const JobId &id : changes.removedJobs)
        m_dependencies->remove(id);
}

} // namespace carillon
