// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that keeps one job, one listener or a bad store from stopping the rest.
#include "core/scheduler/activeruns.h"
#include "core/scheduler/clockkeeper.h"
#include "core/scheduler/dependencies.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/thrownby.h"
#include "core/scheduler/watchdog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

/// How long the store is left alone after it refused a commit.
constexpr Duration storeRestTime = std::chrono::seconds(1);

} // namespace

/// Store::commit(), and an error where that throws.
Result<> Scheduler::save(const Changes &changes)
{
    Result<> saved;
    if (const auto thrown = thrownBy([&] { saved = m_store.commit(changes); }))
        return Error{ErrorCode::Internal, tr("The job store failed: %1").arg(*thrown)};
    if (!saved)
        return saved;
    noteDependencies(changes);
    if (!changes.jobs.empty())
        makeRoomForTick();
    return {};
}

/// Nothing was decided: the same is tried again.
void Scheduler::storeRefused(const Error &error, Instant now)
{
    if (!m_refusedSince)
        m_refusedSince = now;
    m_retryAt = now + storeRestTime;
    setFault(error.message);
}

void Scheduler::setFault(const QString &fault)
{
    if (m_fault == fault)
        return;
    m_fault = fault;
    if (fault.isEmpty())
        log::scheduler().info("works again");
    else
        log::scheduler().error("{}", fault);
    emit faultChanged(fault);
}

void Scheduler::planSafely(const Job &job, Instant now, Changes &changes)
{
    if (m_problems.contains(job.id))
        return; // on its way to Needs fixing
    const auto runs = changes.newRuns.size();
    const auto advances = changes.advances.size();
    if (const auto thrown = thrownBy([&] { planJob(job, now, changes); })) {
        changes.newRuns.resize(runs);
        changes.advances.resize(advances);
        breakJob(job, tr("It could not be planned: %1").arg(*thrown), changes);
    }
}

/// The job keeps its data and waits for somebody; the due time it stood at is accounted for.
void Scheduler::breakJob(const Job &job, const QString &problem, Changes &changes)
{
    log::scheduler().error("{} needs fixing: {}", job.id.text, problem);
    Run run = newRun(job);
    run.state = RunState::Missed;
    run.due = job.next;
    run.ended = m_clock.now();
    run.outcome.state = RunState::Missed;
    run.outcome.reason = problem;
    run.facts.emplace();
    run.facts->hindrance = Hindrance::Broken;
    run.facts->detail = problem;
    changes.newRuns.push_back(std::move(run));
    Job broken = job;
    broken.problem = problem;
    broken.next.reset();
    changes.jobs.push_back(std::move(broken));
}

/// What was found out since the last tick.
void Scheduler::addProblems(Changes &changes) const
{
    for (auto it = m_problems.constBegin(); it != m_problems.constEnd(); ++it) {
        const Job *const job = m_store.jobs().find(it.key());
        if (!job)
            continue;
        log::scheduler().error("{} needs fixing: {}", job->id.text, it.value());
        Job broken = *job;
        broken.problem = it.value();
        broken.next.reset();
        changes.jobs.push_back(std::move(broken));
    }
}

/// Jobs that have done all they were to do go, if the settings say so.
void Scheduler::removeFinished()
{
    if (m_options.keepFinished)
        m_maybeFinished.clear();
    Changes changes;
    for (const JobId &id : std::as_const(m_maybeFinished)) {
        const Job *const job = m_store.jobs().find(id);
        const bool isNeeded = !m_dependencies->followers(id).isEmpty();
        if (job && !isNeeded && job->isFinished() && m_active->ofJob(id).isEmpty())
            changes.removedJobs.push_back(id);
    }
    if (changes.isEmpty()) {
        m_maybeFinished.clear();
        return;
    }
    QHash<JobId, QString> stores;
    for (const JobId &id : changes.removedJobs)
        stores.insert(id, storeOf(id));
    if (const auto saved = save(changes); !saved)
        return; // with the next tick
    m_maybeFinished.clear();
    for (const JobId &id : changes.removedJobs) {
        m_events.sendJob(EventCode::JobRemoved, id, stores.value(id));
        emit jobRemoved(id);
    }
}

QString Scheduler::storeOf(const JobId &id) const
{
    const Job *const job = m_store.jobs().find(id);
    return job ? job->jobStore : u"default"_qs;
}

Health Scheduler::health() const
{
    Health health;
    health.state = m_state;
    health.lastTick = m_lastTick;
    health.fault = m_fault;
    health.clockEpoch = m_clockKeeper->epoch();
    if (const auto &step = m_clockKeeper->lastStep()) {
        health.clockSetAt = step->at;
        health.clockSetBy = step->by;
    }
    for (const RunId id : m_active->all()) {
        const bool running = m_active->find(id)->run.state == RunState::Running;
        ++(running ? health.running : health.queued);
    }
    health.missed = m_missed.lastDay(m_clock.now());
    if (m_watchdog)
        health.stalls = m_watchdog->stalls();
    if (m_channels)
        health.channels = m_channels();
    return health;
}

} // namespace carillon
