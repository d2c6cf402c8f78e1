// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that is about the whole: starting, stopping, ending.
#include "core/executors/executor.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

Error notRunning()
{
    return {ErrorCode::NotAllowed, Scheduler::tr("The scheduler is not running.")};
}

QStringList sortedKeys(const QHash<QString, ExecutorAlias> &executors)
{
    QStringList keys = executors.keys();
    keys.sort();
    return keys;
}

} // namespace

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
    makeRoomForTick();
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
    for (Job &job : carillon::pendingJobs(m_store.jobs()))
        changes.jobs.push_back(entering(std::move(job), m_options.jobDefaults, m_clock.now()));
    if (const auto saved = save(changes); !saved)
        return saved;
    for (const Job &job : changes.jobs) {
        m_events.sendJob(EventCode::JobAdded, job.id, job.jobStore);
        emit jobChanged(job.id);
    }
    return {};
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
