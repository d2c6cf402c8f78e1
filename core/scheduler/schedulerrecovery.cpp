// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that takes over what its previous life left.
#include "core/executors/executor.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/latestruns.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/thrownby.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

/// The second attempt of a run that the end of the program interrupted.
Run rerunOf(const Run &interrupted, RunId id, Instant now)
{
    Run run;
    run.id = id;
    run.job = interrupted.job;
    run.jobName = interrupted.jobName;
    run.cause = RunCause::Rerun;
    run.source = interrupted.id;
    run.due = interrupted.due;
    run.epoch = interrupted.epoch;
    run.attempt = interrupted.attempt + 1;
    run.notBefore = now; // so that it survives another end before it starts
    return run;
}

} // namespace

Result<> Scheduler::recover()
{
    const auto highest = m_store.runs().highestId();
    if (!highest)
        return highest.error();
    m_lastRunId = highest->number;

    auto left = m_store.runs().active();
    if (!left)
        return left.error();
    if (const auto ended = interruptLeft(*left); !ended)
        return ended;

    const auto latest = m_store.runs().latestEnded();
    if (!latest)
        return latest.error();
    for (const Run &run : *latest)
        m_latest->note(run);
    const auto missed = m_store.runs().missedByMinute(m_clock.now() - std::chrono::hours(24));
    if (!missed)
        return missed.error();
    for (const auto &[minute, count] : *missed)
        m_missed.add(minute, count);
    restoreDependencies();
    for (const Job &job : carillon::pendingJobs(m_store.jobs()))
        m_lastPending = std::max(m_lastPending, orderOf(job));
    return {};
}

/// Nothing that the previous life left behind goes on: neither its processes nor its runs.
Result<> Scheduler::interruptLeft(const std::vector<Run> &left)
{
    std::vector<Run> begun;
    for (const Run &run : left) {
        if (stillWaits(run))
            m_waitedBefore.push_back(run);
        else
            begun.push_back(run);
    }
    if (begun.empty())
        return {};
    int processes = 0;
    if (const auto thrown = thrownBy([&] { processes = m_executor.endLeftovers(begun); }))
        log::scheduler().error("what the last engine left could not be ended: {}", *thrown);

    Changes changes;
    QString reason = tr("Carillon or the computer went down while this run was going on.");
    if (processes > 0)
        reason += u' ' + tr("%n process(es) of the interrupted runs were still there and have been "
                            "ended.",
                            nullptr, processes);
    for (Run run : begun) {
        run.state = RunState::Interrupted;
        run.ended = m_clock.now();
        run.process.reset();
        run.outcome.state = RunState::Interrupted;
        run.outcome.reason = reason;
        log::scheduler().warn("run {} of {} was interrupted", run.id.number, run.job.text);
        const Job *const job = m_store.jobs().find(run.job);
        if (job && job->rules.rerunInterrupted && run.cause != RunCause::Rerun) {
            changes.newRuns.push_back(rerunOf(run, RunId{++m_lastRunId}, m_clock.now()));
            m_waitedBefore.push_back(changes.newRuns.back());
        }
        changes.changedRuns.push_back(std::move(run));
    }
    return save(changes);
}

/// Retries and second attempts that wait since the previous life.
void Scheduler::startWaitedBefore()
{
    for (const Run &run : std::exchange(m_waitedBefore, {})) {
        if (m_store.jobs().find(run.job)) {
            Changes decided;
            decided.newRuns.push_back(run);
            startCommitted(decided);
        } else {
            dropUnstartable(run);
        }
    }
}

} // namespace carillon
