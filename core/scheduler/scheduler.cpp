// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"

#include "core/executors/executor.h"
#include "core/scheduler/activeruns.h"
#include "core/scheduler/admission.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/commitdoubt.h"
#include "core/scheduler/dependencies.h"
#include "core/scheduler/holding.h"
#include "core/scheduler/jobplanning.h"
#include "core/scheduler/latestruns.h"
#include "core/scheduler/machineconditions.h"
#include "core/scheduler/plan.h"
#include "core/scheduler/thrownby.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"
#include "core/util/prefetch.h"

namespace carillon {

namespace {

/// How long the store is left alone after it refused a commit.
constexpr Duration storeRetryDelay = std::chrono::seconds(1);

// A tick plans for so long at most, beside Store::mostPerCommit(): between two ticks the event loop
// turns, and questions are answered while 100,000 jobs fall due.
constexpr Duration longestPlanning = std::chrono::milliseconds(20);

void record(const PlannedRun &planned, Instant now, Run &run)
{
    run.state = planned.state;
    run.cause = planned.cause;
    run.due = planned.due;
    run.dueCount = planned.dueCount;
    if (planned.dueCount > 1)
        run.lastDue = planned.lastDue;
    run.facts = planned.facts;
    run.notBefore = planned.notBefore;
    if (run.isActive())
        return;
    run.ended = now;
    run.outcome.state = planned.state;
    if (run.facts)
        run.outcome.reason = hindranceText(*run.facts);
}

/// Due times that were merged learn into which run.
void nameMergedInto(RunId last, std::vector<Run>::iterator begin, std::vector<Run>::iterator end)
{
    for (auto run = begin; run != end; ++run) {
        if (run->facts && run->facts->hindrance == Hindrance::Merged)
            run->facts->other = last;
    }
}

/// The contract removes such a job; it is kept, to be mended.
void refuseWithoutExecutor(const Job &job, Plan &plan, Changes &changes)
{
    for (PlannedRun &run : plan.runs) {
        if (run.state == RunState::Queued)
            refuse(run, Hindrance::NoExecutor, {}, job.executor);
    }
    RunFacts facts;
    facts.hindrance = Hindrance::NoExecutor;
    facts.detail = job.executor;
    Job broken = job;
    broken.next.reset();
    broken.problem = hindranceText(facts);
    changes.jobs.push_back(std::move(broken));
}

QHash<QString, int> workersOf(const QHash<QString, ExecutorAlias> &executors)
{
    QHash<QString, int> workers;
    for (auto it = executors.begin(); it != executors.end(); ++it)
        workers.insert(it.key(), it->workers);
    return workers;
}

/// Planning a job takes less time than to wait for its parts one after the other where thousands
/// are due and none has been looked at since it was loaded.
void fetchAhead(const std::vector<const Job *> &due, size_t at, const Changes &changes)
{
    prefetch(changes.newRuns.data() + changes.newRuns.size() + 4, sizeof(Run));
    if (at + 8 < due.size())
        prefetch(due[at + 8], sizeof(Job));
    if (at + 4 < due.size())
        prefetch(due[at + 4]->id.text.constData());
}

std::optional<Instant> earlier(std::optional<Instant> a, std::optional<Instant> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
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
      m_clockKeeper(std::make_unique<ClockKeeper>(clock)),
      m_active(std::make_unique<ActiveRuns>()),
      m_doubt(std::make_unique<CommitDoubt>()),
      m_admission(
          std::make_unique<Admission>(workersOf(m_options.executors), m_options.queueLimits)),
      m_dependencies(std::make_unique<Dependencies>()),
      m_latest(std::make_unique<LatestRuns>()),
      m_tick(std::make_unique<Changes>())
{
    connect(&m_executor, &Executor::started, this, &Scheduler::onStarted);
    connect(&m_executor, &Executor::wroteOutput, this,
            [this](RunId id, const QByteArray &bytes) { onOutput(id, OutputChannel::Out, bytes); });
    connect(&m_executor, &Executor::wroteErrors, this,
            [this](RunId id, const QByteArray &bytes) { onOutput(id, OutputChannel::Err, bytes); });
    connect(&m_executor, &Executor::finished, this, &Scheduler::onFinished);
}

Scheduler::~Scheduler() = default;

// ---- One tick

std::optional<Instant> Scheduler::nextWakeUp() const
{
    const bool behind = !m_ended.empty() || !m_followUps.empty() || m_active->hasUnsaved();
    std::optional<Instant> due;
    if (behind)
        due = m_clock.now();
    else if (m_state == SchedulerState::Running && !m_ending && !m_shutDown)
        due = m_doubt->isEmpty() ? earlier(m_store.jobs().nextDue(), m_active->earliestDelayed())
                                 : m_clock.now();
    return due && m_retryAt ? std::max(*due, *m_retryAt) : due;
}

void Scheduler::processDue()
{
    const Instant now = m_clock.now();
    m_lastTick = now;
    m_clockKeeper->look();
    // A retry further away than the delay means that the clock was set back meanwhile.
    if (m_retryAt && now < *m_retryAt && *m_retryAt - now <= storeRetryDelay)
        return;
    if (m_refusedSince)
        m_clockKeeper->addAbsence(Absence::Busy, *m_refusedSince, now);
    if (const auto thrown = thrownBy([this, now] { tick(now); }))
        storeRefused({ErrorCode::Internal, tr("Carillon failed: %1").arg(*thrown)}, now);
    m_tick->clear();
}

void Scheduler::tick(Instant now)
{
    if (m_clockKeeper->wasSetBack() && !planAnew(now))
        return;
    Changes &changes = *m_tick;
    addProblems(changes);
    Result<> settled;
    if (m_state == SchedulerState::Running && !m_ending && !m_shutDown) {
        settled = settleDoubt();
        const Duration began = m_clock.elapsed();
        const std::vector<const Job *> due = m_store.jobs().dueJobs(now, m_store.mostPerCommit());
        for (size_t i = 0; i < due.size(); ++i) {
            fetchAhead(due, i, changes);
            const Job *const job = due[i];
            if (m_doubt->isEmpty() || !m_doubt->concerns(job->id))
                planSafely(*job, now, changes);
            if (m_clock.elapsed() - began > longestPlanning)
                break; // nextWakeUp() says that there is more
        }
        claimDelayed(now);
    }
    commitTick(changes, now);
    if (!settled && m_fault.isEmpty())
        storeRefused(settled.error(), now);
}

/// Takes memory for the most that can fall due together, and touches it: thousands of jobs that are
/// due at one instant shall not wait for the system to find it.
void Scheduler::makeRoomForTick()
{
    const auto limit = size_t(m_store.mostPerCommit());
    const size_t most = std::min(size_t(m_store.jobs().count()), limit);
    const size_t room = m_tick->newRuns.capacity();
    if (room >= most || !m_tick->isEmpty())
        return;
    const size_t wanted = std::clamp(2 * room, most, limit);
    m_tick->newRuns.resize(wanted);
    m_tick->advances.resize(wanted);
    m_tick->clear();
}

/// The clock was set back: what that means for the jobs, recorded together with the new epoch.
bool Scheduler::planAnew(Instant now)
{
    Changes changes;
    m_clockKeeper->planAnew(m_store.jobs(), changes);
    changes.clock = m_clockKeeper->record();
    if (const auto saved = save(changes); !saved) {
        storeRefused(saved.error(), now);
        return false;
    }
    m_clockKeeper->plannedAnew(*changes.clock);
    for (const Job &job : changes.jobs)
        emit jobChanged(job.id);
    return true;
}

void Scheduler::planJob(const Job &job, Instant now, Changes &changes)
{
    if (!job.trigger) {
        changes.advances.push_back({job.id, {}});
        return;
    }
    Plan decided = plan(job, m_active->occupancy(job.id), now);
    if (decided.next && *decided.next <= *job.next) {
        breakJob(job, tr("The schedule gives no later time after %1.").arg(toIso(*job.next)),
                 changes);
        return;
    }
    if (!m_options.executors.contains(job.executor))
        refuseWithoutExecutor(job, decided, changes);
    else
        changes.advances.push_back({job.id, decided.next});
    if (job.rules.conditions != RunConditions()) {
        const QString unmet = unmetCondition(job.rules.conditions, m_options.conditions);
        if (!unmet.isEmpty())
            holdBack(job, unmet, now, decided);
    }
    const auto known = std::ptrdiff_t(changes.newRuns.size());
    for (const PlannedRun &planned : decided.runs) {
        Run &run = changes.newRuns.emplace_back(newRun(job));
        record(planned, now, run);
        noteLateness(run, job, now, m_clockKeeper->absences());
    }
    Run &last = changes.newRuns.back();
    if (decided.runs.size() > 1)
        nameMergedInto(last.id, changes.newRuns.begin() + known, changes.newRuns.end());
    else if (last.state == RunState::Queued && isOverAtOnce(last, job) &&
             !m_dependencies->hasFollowers(job.id))
        doAtOnce(last);
}

} // namespace carillon
