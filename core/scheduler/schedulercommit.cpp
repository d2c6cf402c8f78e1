// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that records what a tick has decided; scheduler.cpp has the tick.
#include "core/scheduler/activeruns.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/commitdoubt.h"
#include "core/scheduler/latestruns.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

#include <algorithm>

namespace carillon {

namespace {

/// What concerns one of the jobs that `changes` moves or changes.
Changes partFor(const JobId &id, const Changes &changes)
{
    Changes part;
    std::copy_if(changes.jobs.begin(), changes.jobs.end(), std::back_inserter(part.jobs),
                 [&](const Job &job) { return job.id == id; });
    std::copy_if(changes.advances.begin(), changes.advances.end(),
                 std::back_inserter(part.advances),
                 [&](const JobAdvance &advance) { return advance.job == id; });
    std::copy_if(changes.newRuns.begin(), changes.newRuns.end(), std::back_inserter(part.newRuns),
                 [&](const Run &run) { return run.job == id; });
    return part;
}

} // namespace

void Scheduler::commitTick(Changes &changes, Instant now)
{
    const auto saved = commit(changes);
    if (!saved && saved.error().code == ErrorCode::Conflict) {
        commitEach(changes, now);
        startClaimed(now);
        return;
    }
    if (!saved) {
        storeRefused(saved.error(), now);
        return;
    }
    m_retryAt.reset();
    m_refusedSince.reset();
    m_problems.clear();
    setFault({});
    for (const Job &job : changes.jobs)
        emit jobChanged(job.id);
    startCommitted(changes);
    startClaimed(now);
    removeFinished();
    tellWhenIdle();
}

/// Adds what has happened to runs since the last commit: everything that is known fits in one
/// transaction. On failure that part stays remembered.
Result<> Scheduler::commit(Changes &changes)
{
    changes.changedRuns = std::exchange(m_ended, {});
    const auto endedCount = changes.changedRuns.size();
    for (Run &run : m_active->takeUnsaved())
        changes.changedRuns.push_back(std::move(run));
    const auto planned = std::ptrdiff_t(changes.newRuns.size());
    std::move(m_followUps.begin(), m_followUps.end(), std::back_inserter(changes.newRuns));
    m_followUps.clear();
    changes.clock = m_clockKeeper->toRecord(!changes.isEmpty());
    if (changes.isEmpty())
        return {};

    const auto saved = save(changes);
    if (!saved) {
        log::scheduler().error("not saved: {}", saved.error().message);
        if (saved.error().code != ErrorCode::Conflict)
            m_doubt->add(changes);
        for (auto i = endedCount; i < changes.changedRuns.size(); ++i) {
            if (ActiveRun *active = m_active->find(changes.changedRuns[i].id))
                m_active->markUnsaved(*active);
        }
        changes.changedRuns.resize(endedCount);
        m_ended = std::exchange(changes.changedRuns, {});
        m_followUps.assign(changes.newRuns.begin() + planned, changes.newRuns.end());
        changes.newRuns.erase(changes.newRuns.begin() + planned, changes.newRuns.end());
        return saved;
    }
    if (changes.clock)
        m_clockKeeper->recorded(*changes.clock);
    for (const Run &run : changes.changedRuns) {
        if (!run.isActive()) {
            m_latest->note(run);
            if (m_events.isHeard())
                m_events.sendEnded(run, storeOf(run.job));
        }
        emit runChanged(run);
    }
    return {};
}

/// A due time that is already on record (the clock was set back and the job planned anew) must not
/// keep the other jobs from running: it is passed over, it has had its run.
void Scheduler::commitEach(const Changes &changes, Instant now)
{
    std::vector<JobId> jobs{JobId()}; // first what belongs to none: ends and what follows from them
    for (const JobAdvance &advance : changes.advances)
        jobs.push_back(advance.job);
    for (const Job &job : changes.jobs)
        jobs.push_back(job.id);
    for (const JobId &id : jobs) {
        Changes part = partFor(id, changes);
        auto saved = commit(part);
        if (!saved && saved.error().code == ErrorCode::Conflict) {
            log::scheduler().warn("{}: a due time is already on record; passed over", id.text);
            part.newRuns.clear();
            m_followUps.clear();
            saved = commit(part);
        }
        if (!saved) {
            storeRefused(saved.error(), now);
            return;
        }
        startCommitted(part);
    }
}

} // namespace carillon
