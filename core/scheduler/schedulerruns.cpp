// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that leads runs through their lives; scheduler.cpp has the tick.
#include "core/executors/executor.h"
#include "core/jobs/runjson.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

#include <QTime>

#include <limits>

namespace carillon {

namespace {

RunRequest requestFor(const Run &run, const Job &job)
{
    return {run.id,     run.job,      run.due,           run.attempt,
            job.action, job.executor, job.rules.timeout, job.rules.stopDelay};
}

QString hourAndMinute(Instant instant)
{
    const auto local = Zone::system().toLocal(instant).time_since_epoch();
    const auto minutes = std::chrono::floor<std::chrono::minutes>(local).count() % (24 * 60);
    return QTime(int(minutes / 60), int(minutes % 60)).toString(u"HH:mm"_qs);
}

} // namespace

void Scheduler::startCommitted(const Changes &changes)
{
    for (const Run &run : changes.newRuns) {
        emit runChanged(run);
        if (!run.isActive()) {
            m_latest[run.job] = run;
            continue;
        }
        const Job *const job = m_store.jobs().find(run.job);
        Q_ASSERT(job);
        const int limit = run.cause == RunCause::Manual ? std::numeric_limits<int>::max()
                                                        : job->rules.maxInstances;
        m_active->add(run, requestFor(run, *job), limit);
        if (ActiveRun *waiting = m_active->nextWaiting(run.job))
            handOver(*waiting);
    }
    for (const JobAdvance &advance : changes.advances)
        emit jobChanged(advance.job);
}

Run Scheduler::newRun(const Job &job)
{
    Run run;
    run.id = RunId{++m_lastRunId};
    run.job = job.id;
    run.jobName = job.name;
    return run;
}

void Scheduler::handOver(ActiveRun &active)
{
    active.handedOver = true;
    m_executor.start(active.request);
}

void Scheduler::onStarted(RunId id)
{
    ActiveRun *const active = m_active->find(id);
    if (!active)
        return;
    active->run.state = RunState::Running;
    active->run.started = m_clock.now();
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

/// Books the end of a run; the row follows with the next commit. The next run of the same job that
/// waits for its turn is on record already and starts now.
void Scheduler::endRun(RunId id, const RunOutcome &outcome)
{
    const bool hasOutput = m_active->find(id)->hasOutput;
    Run run = m_active->take(id);
    run.state = outcome.state;
    run.outcome = outcome;
    run.ended = m_clock.now();
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
    m_ended.push_back(std::move(run));
    if (m_shutDown)
        return;
    if (ActiveRun *waiting = m_active->nextWaiting(job))
        handOver(*waiting);
}

Result<RunId> Scheduler::runNow(const JobId &id, bool alongside)
{
    const auto job = found(id);
    if (!job)
        return job.error();
    if (!job->problem.isEmpty())
        return Error{ErrorCode::InvalidInput, job->problem};
    const QList<RunId> others = m_active->ofJob(id);
    if (!alongside && others.size() >= job->rules.maxInstances) {
        const Run &oldest = m_active->find(others.first())->run;
        return Error{ErrorCode::NotAllowed,
                     tr("Already running since %1.")
                         .arg(hourAndMinute(oldest.started.value_or(m_clock.now())))};
    }
    Run run = newRun(*job);
    run.cause = RunCause::Manual;
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
    if (active->handedOver) {
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
