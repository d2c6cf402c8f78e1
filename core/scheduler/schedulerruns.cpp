// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that leads runs through their lives; scheduler.cpp has the tick.
#include "core/executors/executor.h"
#include "core/jobs/runjson.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/admission.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/latestruns.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/thrownby.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

#include <QTime>

namespace carillon {

namespace {

QString hourAndMinute(Instant instant)
{
    const auto local = Zone::system().toLocal(instant).time_since_epoch();
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local).count() % (24 * 60);
    return QTime(int(minutes / 60), int(minutes % 60)).toString(u"HH:mm"_qs);
}

} // namespace

/// Takes the new runs out of `changes`.
void Scheduler::startCommitted(Changes &changes)
{
    const ActiveRun *last = nullptr;
    for (Run &run : changes.newRuns) {
        emit runChanged(run);
        if (m_events.isHeard())
            m_events.sendDecided(run, storeOf(run.job));
        if (!run.isActive()) {
            if (run.started)
                tellDoneAtOnce(run);
            m_missed.add(run);
            m_latest->note(run);
            continue;
        }
        const Job *const job = m_store.jobs().find(run.job);
        Q_ASSERT(job);
        if (run.notBefore) {
            addDelayed(run, *job);
            continue;
        }
        if (isOverAtOnce(run, *job)) {
            endAtOnce(std::move(run), *job);
            continue;
        }
        // What falls due for a job in one tick is one unit.
        const bool continues = last && run.due && last->run.due && last->run.job == run.job;
        if (last && !continues)
            startInTurn(last->run.job);
        if (!continues)
            makeRoom(run, *job);
        ActiveRun active = newActiveRun(run, *job, m_options.executors.value(job->executor).kind);
        if (continues)
            active.unit = last->unit;
        m_active->add(std::move(active));
        last = m_active->find(run.id);
    }
    if (last)
        startInTurn(last->run.job);
    for (const JobAdvance &advance : changes.advances) {
        if (!advance.next)
            m_maybeFinished.insert(advance.job);
        emit jobChanged(advance.job);
    }
    if (!m_ended.empty())
        emit wakeUpChanged();
}

/// Whether nothing needs to be kept of a run while it goes on, because it does not: no other run,
/// limit or condition stands in its way.
bool Scheduler::isOverAtOnce(const Run &run, const Job &job) const
{
    return m_executor.isOverAtOnce(job.action) && m_active->isIdle(job.id) && !run.notBefore &&
           job.rules.queue.isEmpty() && job.rules.conditions == RunConditions() &&
           job.rules.success.contains.isEmpty();
}

/// What does nothing is done when it is decided: one row tells its whole life.
void Scheduler::doAtOnce(Run &run) const
{
    run.state = RunState::Success;
    run.started = m_clock.now();
    run.ended = run.started;
}

void Scheduler::tellDoneAtOnce(const Run &run)
{
    log::scheduler().debug("run {} of {} succeeded at once", run.id.number, run.job.text);
    if (!m_events.isHeard())
        return;
    m_events.sendStarted(run, storeOf(run.job));
    m_events.sendEnded(run, storeOf(run.job));
}

void Scheduler::endAtOnce(Run run, const Job &job)
{
    run.state = RunState::Running;
    run.started = m_clock.now();
    if (m_events.isHeard())
        m_events.sendStarted(run, job.jobStore);
    run.state = RunState::Success;
    run.ended = m_clock.now();
    log::scheduler().debug("run {} of {} succeeded at once", run.id.number, job.id.text);
    if (!job.next)
        m_maybeFinished.insert(job.id);
    m_ended.push_back(std::move(run));
    followUp(m_ended.back());
}

Run Scheduler::newRun(const Job &job)
{
    Run run;
    run.id = RunId{++m_lastRunId};
    run.job = job.id;
    run.jobName = job.name;
    run.epoch = m_clockKeeper->epoch();
    return run;
}

void Scheduler::handOver(ActiveRun &active)
{
    active.stage = RunStage::HandedOver;
    const RunRequest request = active.request; // it may end before start() returns
    const auto thrown = thrownBy([&] { m_executor.start(request); });
    if (!thrown || !m_active->find(request.run))
        return;
    RunOutcome outcome;
    outcome.state = RunState::Failed;
    outcome.reason = tr("The run could not be started: %1").arg(*thrown);
    m_problems.insert(request.job, outcome.reason);
    endRun(request.run, outcome);
    emit wakeUpChanged();
}

void Scheduler::onStarted(RunId id, const std::optional<ProcessIdentity> &process)
{
    ActiveRun *const active = m_active->find(id);
    if (!active)
        return;
    active->run.state = RunState::Running;
    active->run.started = m_clock.now();
    active->run.process = process;
    if (m_events.isHeard())
        m_events.sendStarted(active->run, storeOf(active->run.job));
    m_active->markUnsaved(*active);
    log::scheduler().debug("run {} of {} started", id.number, active->run.job.text);
    emit wakeUpChanged();
}

void Scheduler::onOutput(RunId id, OutputChannel channel, const QByteArray &bytes)
{
    ActiveRun *const active = m_active->find(id);
    if (!active || bytes.isEmpty())
        return;
    if (!std::exchange(active->hasOutput, true)) {
        if (const auto opened = m_logs.open(id, active->run.started.value_or(m_clock.now()));
            !opened)
            log::scheduler().warn("no log for run {}: {}", id.number, opened.error().message);
    }
    if (active->watch)
        active->watch->feed(channel, bytes);
    m_logs.append(id, channel, bytes);
    emit outputArrived(id);
}

void Scheduler::onFinished(RunId id, const RunOutcome &outcome)
{
    if (!m_active->find(id))
        return;
    endRun(id, outcome);
    emit wakeUpChanged();
}

/// Books the end of a run; the row follows with the next commit, together with what follows from
/// it. Runs that wait for their turn or a worker are on record already and start now.
void Scheduler::endRun(RunId id, const RunOutcome &outcome)
{
    ActiveRun active = m_active->take(id);
    const bool hasOutput = active.hasOutput;
    Run run = endedRun(std::move(active), outcome, m_clock.now());
    if (m_ending && outcome.state == RunState::Stopped) {
        run.state = run.outcome.state = RunState::Interrupted;
        run.outcome.reason = endingReason();
    }
    if (hasOutput) {
        RunLogs::Closed closed = m_logs.close(id);
        run.outputSize = closed.outputSize;
        run.tail = std::move(closed.tail);
    }
    const JobId job = run.job;
    if (run.state == RunState::Success)
        log::scheduler().debug("run {} of {} succeeded", id.number, job.text);
    else
        log::scheduler().info("run {} of {} ended as {}", id.number, job.text,
                              runStateWord(run.state));
    m_maybeFinished.insert(job);
    m_ended.push_back(std::move(run));
    if (m_shutDown)
        return;
    followUp(m_ended.back());
    if (m_ending)
        return;
    startInTurn(job);
    if (m_admission->release(id))
        handOverAdmitted();
}

Result<RunId> Scheduler::runNow(const JobId &id, bool alongside, const Caller &caller)
{
    const auto job = found(id);
    if (!job)
        return job.error();
    if (!job->problem.isEmpty())
        return Error{ErrorCode::InvalidInput, job->problem};
    if (m_ending || m_shutDown)
        return Error{ErrorCode::NotAllowed, endingReason()};
    if (!m_options.executors.contains(job->executor))
        return invalidInput("executor", tr("No executor is called “%1”.").arg(job->executor));
    const Occupancy others = m_active->occupancy(id);
    if (!alongside && others.instances >= job->rules.maxInstances) {
        const Run &oldest = m_active->find(*others.inTheWay)->run;
        return Error{ErrorCode::NotAllowed,
                     tr("Already running since %1.")
                         .arg(hourAndMinute(oldest.started.value_or(m_clock.now())))};
    }
    Run run = newRun(*job);
    run.cause = caller.cause;
    run.by = caller.by;
    const RunId runId = run.id;
    Changes changes;
    changes.newRuns.push_back(std::move(run));
    if (const auto saved = commit(changes); !saved)
        return saved.error();
    startCommitted(changes);
    return runId;
}

Result<> Scheduler::stopRun(RunId id)
{
    const ActiveRun *const active = m_active->find(id);
    if (!active)
        return Error{ErrorCode::NotFound, tr("Run %1 is not running.").arg(id.number)};
    if (active->stage == RunStage::HandedOver) {
        m_executor.cancel(id);
        return {};
    }
    RunOutcome outcome;
    outcome.state = RunState::Stopped;
    outcome.reason = tr("Stopped before it started.");
    endRun(id, outcome);
    emit wakeUpChanged();
    return {};
}

Result<> Scheduler::stopJob(const JobId &id)
{
    const QList<RunId> runs = m_active->ofJob(id);
    if (runs.isEmpty())
        return Error{ErrorCode::NotFound, tr("“%1” is not running.").arg(id.text)};
    // The waiting ones first, or each stop would start the next.
    for (auto it = runs.rbegin(); it != runs.rend(); ++it) {
        if (const auto stopped = stopRun(*it); !stopped)
            return stopped;
    }
    return {};
}

} // namespace carillon
