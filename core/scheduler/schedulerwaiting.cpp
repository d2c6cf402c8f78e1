// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler in which runs wait: for their time, for their turn, for a worker.
#include "core/scheduler/activeruns.h"
#include "core/scheduler/admission.h"
#include "core/scheduler/holding.h"
#include "core/scheduler/machineconditions.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"

namespace carillon {

// ---- For their turn and a worker

/// Starts the runs of that job whose turn it is.
void Scheduler::startInTurn(JobId job)
{
    while (ActiveRun *next = m_active->nextInTurn(job))
        admit(*next);
}

void Scheduler::admit(ActiveRun &active)
{
    m_active->admit(active);
    const Job *const job = m_store.jobs().find(active.run.job);
    const bool needsWorker = active.needsWorker();
    if (!job || (!needsWorker && job->rules.queue.isEmpty())) {
        handOver(active);
        return;
    }
    m_admission->enqueue({active.run.id, needsWorker ? job->executor : QString(), job->rules.queue,
                          job->rules.priority});
    handOverAdmitted();
}

void Scheduler::handOverAdmitted()
{
    while (const auto id = m_admission->next())
        handOver(*m_active->find(*id));
}

/// Under the rule Replace the oldest runs end to make room for a new one that is due.
void Scheduler::makeRoom(const Run &newcomer, const Job &job)
{
    if (job.rules.overlap != OverlapRule::Replace || isByHand(newcomer))
        return;
    for (auto others = m_active->occupancy(job.id); others.instances >= job.rules.maxInstances;
         others = m_active->occupancy(job.id))
        replace(m_active->find(*others.inTheWay)->unit, newcomer);
}

/// Ends the unit, whose place `by` takes: what has not started never will.
void Scheduler::replace(RunId unit, const Run &by)
{
    const QList<RunId> runs = m_active->ofUnit(by.job, unit);
    // The last ones first, or each end would start the next.
    for (auto it = runs.rbegin(); it != runs.rend(); ++it) {
        ActiveRun *const active = m_active->find(*it);
        active->replacedBy = by.id;
        if (active->stage == RunStage::HandedOver)
            m_executor.cancel(*it);
        else
            endRun(*it, RunOutcome{.state = RunState::Skipped});
    }
}

// ---- For their time

void Scheduler::addDelayed(const Run &run, const Job &job)
{
    ActiveRun active = newActiveRun(run, job, m_options.executors.value(job.executor).kind);
    active.stage = RunStage::Delayed;
    active.delayedUntil = *run.notBefore;
    m_active->add(std::move(active));
}

/// A run that waited for its time in a previous life, and whose job is gone.
void Scheduler::dropUnstartable(const Run &run)
{
    m_active->add(newActiveRun(run, Job(), {}));
    dropWaiting(run.id);
}

/// Its job is gone.
void Scheduler::dropWaiting(RunId id)
{
    RunOutcome outcome;
    outcome.state = RunState::Stopped;
    outcome.reason = tr("The job was removed before this run started.");
    endRun(id, outcome);
}

void Scheduler::dropDelayed(const JobId &job)
{
    std::erase_if(m_followUps, [&](const Run &run) { return run.job == job; });
    for (const RunId id : m_active->ofJob(job)) {
        if (m_active->find(id)->stage == RunStage::Delayed)
            dropWaiting(id);
    }
}

/// Decides about the delayed runs whose time has come. Those that may start are claimed: they count
/// as started once that is on record, so that a crash cannot start them twice.
void Scheduler::claimDelayed(Instant now)
{
    for (const RunId id : m_active->delayedUntil(now)) {
        ActiveRun &active = *m_active->find(id);
        if (active.run.started)
            continue; // claimed before, but the store refused it
        const Job *const job = m_store.jobs().find(active.run.job);
        Q_ASSERT(job); // or the run would have been dropped with it
        const RunFacts why = obstacleFor(*job, active.run);
        if (why.hindrance != Hindrance::None) {
            holdOrSkip(active, *job, why, now);
            continue;
        }
        ActiveRun renewed =
            newActiveRun(active.run, *job, m_options.executors.value(job->executor).kind);
        active.request = std::move(renewed.request);
        active.watch = std::move(renewed.watch);
        active.limit = renewed.limit;
        active.run.started = now;
        if (active.run.facts) {
            active.run.facts->hindrance = Hindrance::None;
            active.run.facts->detail.clear();
        }
        m_active->markUnsaved(active);
    }
}

/// Why a delayed run may not start now; Hindrance::None if it may.
RunFacts Scheduler::obstacleFor(const Job &job, const Run &run) const
{
    RunFacts facts;
    const auto because = [&](Hindrance hindrance, const QString &detail) {
        facts.hindrance = hindrance;
        facts.detail = detail;
        return facts;
    };
    if (!job.problem.isEmpty())
        return because(Hindrance::Broken, job.problem);
    if (!m_options.executors.contains(job.executor))
        return because(Hindrance::NoExecutor, job.executor);
    if (job.paused)
        return because(Hindrance::Condition, u"paused"_qs);
    const QString unmet = unmetCondition(job.rules.conditions, m_options.conditions);
    if (!unmet.isEmpty())
        return because(Hindrance::Condition, unmet);
    if (run.cause == RunCause::After) { // others were decided about when they fell due
        const Occupancy others = m_active->occupancy(job.id);
        facts.hindrance = overlapHindrance(job.rules, others);
        facts.other = others.inTheWay;
    }
    return facts;
}

/// What a pause keeps from following is not made up, but a due time whose condition did not hold
/// has not had its turn yet and waits for the end of the pause.
void Scheduler::holdOrSkip(ActiveRun &active, const Job &job, const RunFacts &why, Instant now)
{
    Run &run = active.run;
    const bool isFollowing = run.cause != RunCause::Schedule && run.cause != RunCause::CatchUp;
    std::optional<Instant> look;
    if (why.hindrance == Hindrance::Condition && job.paused)
        look = isFollowing ? std::nullopt : std::optional(now + std::chrono::minutes(1));
    else if (why.hindrance == Hindrance::Condition)
        look = nextLook(job.rules, isFollowing ? *run.notBefore : startOf(job, *run.due), now);
    if (!run.facts)
        run.facts.emplace();
    run.facts->hindrance = why.hindrance;
    run.facts->detail = why.detail;
    run.facts->other = why.other;
    if (!look) {
        endRun(run.id, {.state = RunState::Skipped, .reason = hindranceText(*run.facts)});
        return;
    }
    m_active->delay(active, *look);
    m_active->markUnsaved(active);
}

/// Starts what claimDelayed() has claimed and the store has recorded.
void Scheduler::startClaimed(Instant now)
{
    for (const RunId id : m_active->delayedUntil(now)) {
        ActiveRun *const active = m_active->find(id);
        if (!active || !active->run.started || active->unsaved)
            continue;
        const JobId job = active->run.job;
        if (const Job *const known = m_store.jobs().find(job);
            known && active->run.cause == RunCause::After)
            makeRoom(active->run, *known);
        m_active->release(*active);
        startInTurn(job);
    }
}

} // namespace carillon
