// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"

#include "core/executors/executor.h"
#include "core/jobs/jobrules.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/jobplanning.h"
#include "core/scheduler/plan.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

#include <QLocale>
#include <QTime>

namespace carillon {

namespace {

/// How long the store is left alone after it refused a commit.
constexpr Duration storeRetryDelay = std::chrono::seconds(1);

Run missedOrQueued(Run run, const PlannedRun &planned, Instant now)
{
    run.state = planned.state;
    run.cause = planned.cause;
    run.due = planned.due;
    run.dueCount = planned.dueCount;
    if (planned.dueCount > 1)
        run.lastDue = planned.lastDue;
    run.outcome.state = planned.state;
    run.outcome.reason = planned.reason;
    if (!run.isActive())
        run.ended = now;
    return run;
}

RunRequest requestFor(const Run &run, const Job &job)
{
    return {run.id,     run.job,      run.due,           run.attempt,
            job.action, job.executor, job.rules.timeout, job.rules.stopDelay};
}

} // namespace

Scheduler::Scheduler(const Clock &clock, Store &store, Executor &executor, RunLogs &logs,
                     Options options, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_store(store),
      m_executor(executor),
      m_logs(logs),
      m_options(std::move(options)),
      m_active(std::make_unique<ActiveRuns>())
{
    connect(&m_executor, &Executor::started, this, &Scheduler::onStarted);
    connect(&m_executor, &Executor::wroteOutput, this,
            [this](RunId id, const QByteArray &bytes) { onOutput(id, OutputChannel::Out, bytes); });
    connect(&m_executor, &Executor::wroteErrors, this,
            [this](RunId id, const QByteArray &bytes) { onOutput(id, OutputChannel::Err, bytes); });
    connect(&m_executor, &Executor::finished, this, &Scheduler::onFinished);
}

Scheduler::~Scheduler() = default;

Result<> Scheduler::recover()
{
    const auto highest = m_store.runs().highestId();
    if (!highest)
        return highest.error();
    m_lastRunId = highest->number;

    auto interrupted = m_store.runs().active();
    if (!interrupted)
        return interrupted.error();
    Changes changes;
    for (Run &run : *interrupted) {
        run.state = RunState::Interrupted;
        run.ended = m_clock.now();
        run.outcome.state = RunState::Interrupted;
        run.outcome.reason = tr("Carillon or the computer went down while this run was going on.");
        log::scheduler().warn("run {} of {} was interrupted", run.id.number, run.job.text);
        changes.changedRuns.push_back(run);
    }
    if (!changes.isEmpty()) {
        if (const auto saved = m_store.commit(changes); !saved)
            return saved;
    }

    const auto latest = m_store.runs().latestEnded();
    if (!latest)
        return latest.error();
    for (const Run &run : *latest)
        m_latest.insert(run.job, run);
    return {};
}

// ---- One tick

std::optional<Instant> Scheduler::nextWakeUp() const
{
    const bool behind = !m_ended.empty() || m_active->hasUnsaved();
    std::optional<Instant> due;
    if (behind)
        due = m_clock.now();
    else if (!m_paused && !m_shutDown)
        due = m_store.jobs().nextDue();
    return due && m_retryAt ? std::max(*due, *m_retryAt) : due;
}

void Scheduler::processDue()
{
    const Instant now = m_clock.now();
    // A retry further away than the delay means that the clock was set back meanwhile.
    if (m_retryAt && now < *m_retryAt && *m_retryAt - now <= storeRetryDelay)
        return;
    Changes changes;
    if (!m_paused && !m_shutDown) {
        for (const Job *job : m_store.jobs().dueJobs(now))
            planJob(*job, now, changes);
    }
    commitTick(changes, now);
}

void Scheduler::planJob(const Job &job, Instant now, Changes &changes)
{
    if (!job.trigger) {
        changes.advances.push_back({job.id, {}});
        return;
    }
    const Plan decided = plan(job, m_active->count(job.id), now);
    changes.advances.push_back({job.id, decided.next});
    for (const PlannedRun &planned : decided.runs)
        changes.newRuns.push_back(missedOrQueued(newRun(job), planned, now));
}

void Scheduler::commitTick(Changes &changes, Instant now)
{
    const auto saved = commit(changes);
    if (!saved && saved.error().code == ErrorCode::Conflict) {
        commitEach(changes);
        return;
    }
    if (!saved) {
        m_retryAt = now + storeRetryDelay;
        setFault(saved.error().message);
        return;
    }
    m_retryAt.reset();
    setFault({});
    startCommitted(changes);
}

/// Adds what has happened to runs since the last commit: everything that is known fits in one
/// transaction. On failure that part stays remembered.
Result<> Scheduler::commit(Changes &changes)
{
    changes.changedRuns = std::exchange(m_ended, {});
    const auto endedCount = changes.changedRuns.size();
    for (Run &run : m_active->takeUnsaved())
        changes.changedRuns.push_back(std::move(run));
    if (changes.isEmpty())
        return {};

    const auto saved = m_store.commit(changes);
    if (!saved) {
        log::scheduler().error("not saved: {}", saved.error().message);
        for (auto i = endedCount; i < changes.changedRuns.size(); ++i) {
            if (ActiveRun *active = m_active->find(changes.changedRuns[i].id))
                m_active->markUnsaved(*active);
        }
        changes.changedRuns.resize(endedCount);
        m_ended = std::exchange(changes.changedRuns, {});
        return saved;
    }
    for (const Run &run : changes.changedRuns) {
        if (!run.isActive()) {
            m_latest[run.job] = run;
            m_latest[run.job].tail.clear();
        }
        emit runChanged(run);
    }
    return {};
}

/// A due time that is already on record (the clock was set back and the job planned anew) must not
/// keep the other jobs from running: it is passed over, it has had its run.
void Scheduler::commitEach(const Changes &changes)
{
    for (const JobAdvance &advance : changes.advances) {
        Changes single;
        single.advances.push_back(advance);
        for (const Run &run : changes.newRuns) {
            if (run.job == advance.job)
                single.newRuns.push_back(run);
        }
        auto saved = commit(single);
        if (!saved && saved.error().code == ErrorCode::Conflict) {
            log::scheduler().warn("{}: a due time is already on record; passed over",
                                  advance.job.text);
            single.newRuns.clear();
            saved = commit(single);
        }
        if (saved)
            startCommitted(single);
    }
}

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

// ---- Life of a run

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
        return Error{ErrorCode::NotAllowed, job->problem};
    const QList<RunId> others = m_active->ofJob(id);
    if (!alongside && others.size() >= job->rules.maxInstances) {
        const Run &oldest = m_active->find(others.first())->run;
        const auto local = Zone::system().toLocal(oldest.started.value_or(m_clock.now()));
        const auto minutes = std::chrono::floor<std::chrono::minutes>(local.time_since_epoch());
        const QTime time = QTime(0, 0).addSecs(int(minutes.count() % 1440) * 60);
        return Error{ErrorCode::NotAllowed,
                     tr("Already running since %1.").arg(time.toString(u"HH:mm"_qs))};
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

// ---- The scheduler as a whole

void Scheduler::pause()
{
    if (std::exchange(m_paused, true))
        return;
    log::scheduler().info("paused");
    emit pausedChanged(true);
}

void Scheduler::resume()
{
    if (!std::exchange(m_paused, false))
        return;
    log::scheduler().info("resumed");
    emit pausedChanged(false);
    emit wakeUpChanged();
}

void Scheduler::shutDown()
{
    if (std::exchange(m_shutDown, true))
        return;
    m_executor.disconnect(this);
    m_executor.abandonAll();
    RunOutcome outcome;
    outcome.state = RunState::Interrupted;
    outcome.reason = tr("Carillon was ended while this run was going on.");
    for (const RunId id : m_active->all())
        endRun(id, outcome);
    Changes changes;
    if (const auto saved = commit(changes); !saved)
        log::scheduler().error("the last runs were not recorded: {}", saved.error().message);
}

void Scheduler::setFault(const QString &fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    emit faultChanged(fault);
}

} // namespace carillon
