// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"

#include "core/executors/executor.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/jobplanning.h"
#include "core/scheduler/plan.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

/// How long the store is left alone after it refused a commit.
constexpr Duration storeRetryDelay = std::chrono::seconds(1);

// A tick takes so many jobs, and plans for so long, at most: between two ticks the event loop
// turns, and questions are answered while 100,000 jobs fall due. Each is one transaction, so fewer
// jobs would mean more waiting for the disk.
constexpr int mostPerTurn = 2000;
constexpr Duration longestPlanning = std::chrono::milliseconds(20);

Run recordOf(Run run, const PlannedRun &planned, Instant now)
{
    run.state = planned.state;
    run.cause = planned.cause;
    run.due = planned.due;
    run.dueCount = planned.dueCount;
    if (planned.dueCount > 1)
        run.lastDue = planned.lastDue;
    run.facts = planned.facts;
    run.outcome.state = planned.state;
    if (run.facts)
        run.outcome.reason = hindranceText(*run.facts);
    if (!run.isActive())
        run.ended = now;
    return run;
}

/// Due times that were merged learn into which run.
void nameMergedInto(RunId last, std::vector<Run>::iterator begin, std::vector<Run>::iterator end)
{
    for (auto run = begin; run != end; ++run) {
        if (run->facts && run->facts->hindrance == Hindrance::Merged)
            run->facts->other = last;
    }
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
        const Duration began = m_clock.elapsed();
        for (const Job *job : m_store.jobs().dueJobs(now, mostPerTurn)) {
            planJob(*job, now, changes);
            if (m_clock.elapsed() - began > longestPlanning)
                break; // nextWakeUp() says that there is more
        }
    }
    commitTick(changes, now);
}

void Scheduler::planJob(const Job &job, Instant now, Changes &changes)
{
    if (!job.trigger) {
        changes.advances.push_back({job.id, {}});
        return;
    }
    const Plan decided = plan(job, m_active->occupancy(job.id), now);
    changes.advances.push_back({job.id, decided.next});
    const auto known = std::ptrdiff_t(changes.newRuns.size());
    for (const PlannedRun &planned : decided.runs)
        changes.newRuns.push_back(recordOf(newRun(job), planned, now));
    if (decided.runs.size() > 1)
        nameMergedInto(changes.newRuns.back().id, changes.newRuns.begin() + known,
                       changes.newRuns.end());
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
