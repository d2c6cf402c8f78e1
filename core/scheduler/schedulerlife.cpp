// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that is about the whole: recovering, starting, stopping, ending.
#include "core/executors/executor.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/thrownby.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

/// A retry that waited when the program went down: nothing was lost, so it goes on waiting.
bool stillWaits(const Run &run)
{
    return run.state == RunState::Queued && run.notBefore && !run.started;
}

Error notRunning()
{
    return {ErrorCode::NotAllowed, Scheduler::tr("The scheduler is not running.")};
}

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

QStringList sortedKeys(const QHash<QString, ExecutorAlias> &executors)
{
    QStringList keys = executors.keys();
    keys.sort();
    return keys;
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
        noteLatest(run);
    const auto missed = m_store.runs().missedByMinute(m_clock.now() - std::chrono::hours(24));
    if (!missed)
        return missed.error();
    for (const auto &[minute, count] : *missed)
        m_missed.add(minute, count);
    restoreDependencies();
    for (const Job &job : pendingJobs(m_store.jobs()))
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

Result<> Scheduler::start(bool paused)
{
    if (m_state != SchedulerState::Stopped || m_ending || m_shutDown)
        return Error{ErrorCode::Conflict, tr("The scheduler is already running.")};
    if (!m_wasStarted) {
        const auto record = m_store.clockRecord();
        if (!record)
            return record.error();
        m_clockKeeper->takeOver(*record);
        tellArrivals();
    } else if (m_stateSince) {
        m_clockKeeper->addAbsence(Absence::NotRunning, *m_stateSince, m_clock.now());
    }
    m_wasStarted = true;
    if (const auto taken = takeInPending(); !taken)
        return taken;
    setState(paused ? SchedulerState::Paused : SchedulerState::Running);
    m_events.send(EventCode::SchedulerStarted);
    log::scheduler().info(paused ? "started, paused" : "started");
    startWaitedBefore();
    emit wakeUpChanged();
    return {};
}

/// What jobs can name. It stays while the scheduler is stopped, and goes with the engine.
void Scheduler::tellArrivals()
{
    for (const QString &alias : sortedKeys(m_options.executors))
        m_events.sendAlias(EventCode::ExecutorAdded, alias);
    for (const QString &alias : m_store.aliases())
        m_events.sendAlias(EventCode::JobStoreAdded, alias);
    m_isAway = false;
}

/// Once, when nothing runs any more.
void Scheduler::tellDepartures()
{
    if (std::exchange(m_isAway, true))
        return;
    for (const QString &alias : sortedKeys(m_options.executors))
        m_events.sendAlias(EventCode::ExecutorRemoved, alias);
    for (const QString &alias : m_store.aliases())
        m_events.sendAlias(EventCode::JobStoreRemoved, alias);
    if (m_state != SchedulerState::Stopped)
        m_events.send(EventCode::SchedulerShutdown);
}

Result<> Scheduler::takeInPending()
{
    Changes changes;
    for (Job &job : pendingJobs(m_store.jobs()))
        changes.jobs.push_back(entering(std::move(job), m_options.jobDefaults, m_clock.now()));
    if (const auto saved = save(changes); !saved)
        return saved;
    for (const Job &job : changes.jobs) {
        m_events.sendJob(EventCode::JobAdded, job.id, job.jobStore);
        emit jobChanged(job.id);
    }
    return {};
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

QFuture<Result<>> Scheduler::stop(bool wait)
{
    if (m_state == SchedulerState::Stopped)
        return QtFuture::makeReadyFuture(Result<>(notRunning()));
    setState(SchedulerState::Stopped);
    log::scheduler().info("stopped");
    QPromise<Result<>> promise;
    const auto future = promise.future();
    promise.start();
    if (wait) {
        m_stopPromises.push_back(std::move(promise));
        tellWhenIdle();
    } else {
        m_events.send(EventCode::SchedulerShutdown);
        promise.addResult(Result<>());
        promise.finish();
    }
    emit wakeUpChanged();
    return future;
}

/// Whether no run goes on or waits for its turn, and all that is on record.
bool Scheduler::isIdle() const
{
    if (!m_ended.empty())
        return false;
    for (const RunId id : m_active->all()) {
        if (!stillWaits(m_active->find(id)->run))
            return false;
    }
    return true;
}

void Scheduler::tellWhenIdle()
{
    if ((m_stopPromises.empty() && !m_ending) || !isIdle())
        return;
    if (!m_stopPromises.empty() && m_state == SchedulerState::Stopped)
        m_events.send(EventCode::SchedulerShutdown);
    for (QPromise<Result<>> &promise : std::exchange(m_stopPromises, {})) {
        promise.addResult(Result<>());
        promise.finish();
    }
    if (!m_ending)
        return;
    tellDepartures();
    emit runsEnded();
}

Result<> Scheduler::pause()
{
    if (m_state == SchedulerState::Stopped)
        return notRunning();
    if (m_state == SchedulerState::Paused)
        return {};
    setState(SchedulerState::Paused);
    m_events.send(EventCode::SchedulerPaused);
    log::scheduler().info("paused");
    return {};
}

Result<> Scheduler::resume()
{
    if (m_state == SchedulerState::Stopped)
        return notRunning();
    if (m_state == SchedulerState::Running)
        return {};
    if (m_stateSince)
        m_clockKeeper->addAbsence(Absence::SchedulerPaused, *m_stateSince, m_clock.now());
    setState(SchedulerState::Running);
    m_events.send(EventCode::SchedulerResumed);
    log::scheduler().info("resumed");
    emit wakeUpChanged();
    return {};
}

void Scheduler::setState(SchedulerState state)
{
    m_state = state;
    m_stateSince = m_clock.now();
    emit stateChanged(state);
}

QString Scheduler::endingReason()
{
    return tr("Carillon was ended while this run was going on.");
}

void Scheduler::end()
{
    if (m_ending || m_shutDown)
        return;
    m_ending = true;
    RunOutcome outcome;
    outcome.state = RunState::Interrupted;
    outcome.reason = endingReason();
    for (const RunId id : m_active->all()) {
        const ActiveRun *const active = m_active->find(id);
        if (!active)
            continue;
        if (active->stage == RunStage::HandedOver)
            m_executor.cancel(id);
        else if (!stillWaits(active->run))
            endRun(id, outcome);
    }
    QMetaObject::invokeMethod(this, &Scheduler::processDue, Qt::QueuedConnection);
}

void Scheduler::shutDown()
{
    if (std::exchange(m_shutDown, true))
        return;
    m_executor.disconnect(this);
    m_executor.abandonAll();
    RunOutcome outcome;
    outcome.state = RunState::Interrupted;
    outcome.reason = endingReason();
    for (const RunId id : m_active->all()) {
        if (!stillWaits(m_active->find(id)->run))
            endRun(id, outcome);
    }
    Changes changes;
    if (const auto saved = commit(changes); !saved)
        log::scheduler().error("the last runs were not recorded: {}", saved.error().message);
    tellDepartures();
}

} // namespace carillon
