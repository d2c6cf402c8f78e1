// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/activeruns.h"

#include <algorithm>
#include <limits>

namespace carillon {

namespace {

RunRequest requestFor(const Run &run, const Job &job, ExecutorKind kind)
{
    return {.run = run.id,
            .job = run.job,
            .due = run.due,
            .attempt = run.attempt,
            .action = job.action,
            .executor = job.executor,
            .timeout = job.rules.timeout,
            .stopDelay = job.rules.stopDelay,
            .successCodes = job.rules.success.exitCodes,
            .freshInterpreter = kind == ExecutorKind::ProcessPool};
}

} // namespace

bool ActiveRun::needsWorker() const
{
    return !std::holds_alternative<NoopAction>(request.action) &&
           !std::holds_alternative<LogAction>(request.action);
}

bool stillWaits(const Run &run)
{
    return run.state == RunState::Queued && run.notBefore && !run.started;
}

bool isByHand(const Run &run)
{
    return run.cause == RunCause::Manual || run.cause == RunCause::Api;
}

ActiveRun newActiveRun(const Run &run, const Job &job, ExecutorKind kind)
{
    ActiveRun active{run, requestFor(run, job, kind), run.id};
    // Whether one more may be started by hand was asked before it was recorded.
    active.limit = isByHand(run) ? std::numeric_limits<int>::max() : job.rules.maxInstances;
    if (OutputWatch::isNeeded(job.rules.success))
        active.watch = std::make_unique<OutputWatch>(job.rules.success);
    return active;
}

Run endedRun(ActiveRun active, RunOutcome outcome, Instant now)
{
    Run run = std::move(active.run);
    if (outcome.state == RunState::Success && active.watch) {
        outcome.reason = active.watch->failure();
        if (!outcome.reason.isEmpty())
            outcome.state = RunState::Failed;
    }
    run.state = outcome.state;
    run.ended = now;
    run.process.reset();
    if (active.stage != RunStage::HandedOver)
        run.started.reset(); // a delayed run was only claimed
    const bool isCut = run.state == RunState::Stopped || run.state == RunState::Skipped;
    if (isCut && active.replacedBy) {
        if (!run.facts)
            run.facts.emplace();
        run.facts->hindrance = Hindrance::Replaced;
        run.facts->other = active.replacedBy;
        outcome.reason = hindranceText(*run.facts);
    }
    run.outcome = std::move(outcome);
    return run;
}

QList<RunId> &ActiveRuns::OfJob::at(RunStage stage)
{
    if (stage == RunStage::Delayed)
        return delayed;
    return stage == RunStage::InTurn ? inTurn : goingOn;
}

void ActiveRuns::add(ActiveRun active)
{
    const RunId id = active.run.id;
    m_byJob[active.run.job].at(active.stage).append(id);
    if (active.stage == RunStage::Delayed)
        m_delayed.emplace(active.delayedUntil, id);
    m_runs.insert_or_assign(id.number, std::move(active));
}

ActiveRun *ActiveRuns::find(RunId id)
{
    const auto it = m_runs.find(id.number);
    return it == m_runs.end() ? nullptr : &it->second;
}

ActiveRun ActiveRuns::take(RunId id)
{
    auto node = m_runs.extract(id.number);
    Q_ASSERT(!node.empty());
    ActiveRun active = std::move(node.mapped());
    if (active.stage == RunStage::Delayed)
        m_delayed.erase({active.delayedUntil, id});
    const auto ofJob = m_byJob.find(active.run.job);
    ofJob->at(active.stage).removeOne(id);
    if (ofJob->isEmpty())
        m_byJob.erase(ofJob);
    return active;
}

void ActiveRuns::move(ActiveRun &run, RunStage stage)
{
    OfJob &ofJob = m_byJob[run.run.job];
    ofJob.at(run.stage).removeOne(run.run.id);
    ofJob.at(stage).append(run.run.id);
    run.stage = stage;
}

void ActiveRuns::delay(ActiveRun &run, Instant until)
{
    Q_ASSERT(run.stage == RunStage::Delayed);
    m_delayed.erase({run.delayedUntil, run.run.id});
    m_delayed.emplace(until, run.run.id);
    run.delayedUntil = until;
}

std::vector<RunId> ActiveRuns::delayedUntil(Instant now) const
{
    std::vector<RunId> due;
    for (auto it = m_delayed.begin(); it != m_delayed.end() && it->first <= now; ++it)
        due.push_back(it->second);
    return due;
}

std::optional<Instant> ActiveRuns::earliestDelayed() const
{
    return m_delayed.empty() ? std::nullopt : std::optional(m_delayed.begin()->first);
}

void ActiveRuns::release(ActiveRun &run)
{
    Q_ASSERT(run.stage == RunStage::Delayed);
    m_delayed.erase({run.delayedUntil, run.run.id});
    move(run, RunStage::InTurn);
}

void ActiveRuns::admit(ActiveRun &run)
{
    Q_ASSERT(run.stage == RunStage::InTurn);
    move(run, RunStage::Admitted);
}

bool ActiveRuns::goesOn(const OfJob &runs, RunId unit) const
{
    return std::any_of(runs.goingOn.begin(), runs.goingOn.end(),
                       [&](RunId id) { return get(id).unit == unit; });
}

Occupancy ActiveRuns::occupancy(const JobId &job) const
{
    Occupancy occupancy;
    const auto found = m_byJob.constFind(job);
    if (found == m_byJob.constEnd())
        return occupancy;
    const auto count = [&](RunId id) {
        ++occupancy.instances;
        if (!occupancy.inTheWay || id < *occupancy.inTheWay)
            occupancy.inTheWay = id;
    };
    for (const RunId id : found->goingOn) {
        if (!get(id).replacedBy)
            count(id);
    }
    RunId counted;
    for (const RunId id : found->inTurn) {
        const RunId unit = get(id).unit;
        if (goesOn(*found, unit))
            continue; // one instance with the run of the unit that goes on
        ++occupancy.waiting;
        if (std::exchange(counted, unit) != unit)
            count(id);
    }
    return occupancy;
}

QList<RunId> ActiveRuns::ofJob(const JobId &job) const
{
    const auto found = m_byJob.constFind(job);
    return found == m_byJob.constEnd() ? QList<RunId>()
                                       : found->goingOn + found->inTurn + found->delayed;
}

QList<RunId> ActiveRuns::ofUnit(const JobId &job, RunId unit) const
{
    QList<RunId> runs = ofJob(job);
    runs.removeIf([&](RunId id) { return get(id).unit != unit; });
    return runs;
}

ActiveRun *ActiveRuns::nextInTurn(const JobId &job)
{
    const auto found = m_byJob.constFind(job);
    if (found == m_byJob.constEnd())
        return nullptr;
    for (const RunId id : found->inTurn) {
        ActiveRun *const run = find(id);
        if (found->goingOn.size() < run->limit && !goesOn(*found, run->unit))
            return run;
    }
    return nullptr;
}

std::vector<Run> ActiveRuns::takeUnsaved()
{
    std::vector<Run> runs;
    for (const RunId id : std::exchange(m_unsaved, {})) {
        ActiveRun *const active = find(id);
        if (!active || !active->unsaved)
            continue; // ended meanwhile: its end says it all
        active->unsaved = false;
        runs.push_back(active->run);
    }
    return runs;
}

void ActiveRuns::markUnsaved(ActiveRun &run)
{
    if (!std::exchange(run.unsaved, true))
        m_unsaved.push_back(run.run.id);
}

std::vector<RunId> ActiveRuns::all() const
{
    std::vector<RunId> ids;
    ids.reserve(m_runs.size());
    for (const auto &entry : m_runs)
        ids.push_back(entry.second.run.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace carillon
