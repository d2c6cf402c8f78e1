// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that changes jobs; scheduler.cpp has the tick.
#include "core/executors/executor.h"
#include "core/jobs/jobrules.h"
#include "core/scheduler/jobplanning.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"
#include "core/stores/storeerrors.h"

namespace carillon {

namespace {

Job newcomer(const JobEntry &entry, const JobContext &context)
{
    Job job = entry.job;
    job.created = context.trigger.now;
    job.changed = context.trigger.now;
    return planned(std::move(job), context.trigger.now, entry.explicitNext);
}

/// An entry of a jobs file in the place of the job it names. A start that the file leaves open was
/// fixed when the job was last defined: read again as of then, an unchanged entry gives an equal
/// trigger, and the job keeps its place in the schedule and its pause.
Job replacement(const JobEntry &entry, const Job &known, const JobContext &context)
{
    Job job = entry.job;
    job.changed = context.trigger.now;
    JobContext then = context;
    then.trigger.now = known.changed;
    const auto again = jobFromJson(entry.source, then);
    if (again && again->job.trigger == known.trigger) {
        job.trigger = known.trigger;
        job.paused = known.paused;
        job.changed = known.changed;
    }
    return replanned(std::move(job), known, context.trigger.now);
}

} // namespace

Result<Job> Scheduler::found(const JobId &id) const
{
    if (const Job *job = m_store.jobs().find(id))
        return *job;
    return Error{ErrorCode::NotFound, tr("Job %1 not found").arg(id.text)};
}

bool Scheduler::isTaken(const JobId &id) const
{
    return m_store.jobs().find(id) != nullptr;
}

/// Durable before it is announced.
Result<Job> Scheduler::store(const Job &job, std::optional<EventCode> told)
{
    Changes changes;
    changes.jobs.push_back(job);
    if (const auto saved = save(changes); !saved)
        return notSaved(saved.error(), job);
    announce(job, told);
    emit wakeUpChanged();
    return job;
}

Error Scheduler::notSaved(const Error &error, const Job &job)
{
    return {error.code,
            //: %1 a sentence saying why, %2 name of a job
            tr("%1 The job “%2” was not saved.").arg(error.message, job.name)};
}

void Scheduler::announce(const Job &job, std::optional<EventCode> told)
{
    m_problems.remove(job.id);
    if (told)
        m_events.sendJob(*told, job.id, job.isPending() ? QString() : job.jobStore);
    emit jobChanged(job.id);
}

/// All but how it stands to other jobs.
Result<> Scheduler::checkDefinition(const Job &job) const
{
    if (!m_store.aliases().contains(job.jobStore))
        return storeerrors::noSuchStore(job.jobStore, m_store.aliases());
    return carillon::checkJob(job, m_options.workspace);
}

Result<> Scheduler::checkJob(const Job &job) const
{
    Job complete = job;
    if (complete.id.text.isEmpty())
        complete.id.text = u"new"_qs; // made from the name when it is added
    if (const auto checked = checkDefinition(complete); !checked)
        return checked;
    return checkDependencies({complete});
}

QFuture<Result<>> Scheduler::checkAction(const Job &job) const
{
    const Job *const known = m_store.jobs().find(job.id);
    if (known && known->action == job.action)
        return QtFuture::makeReadyFuture(Result<>());
    return m_executor.check(job.action);
}

Result<Job> Scheduler::changeJob(Job job)
{
    const auto before = found(job.id);
    if (!before)
        return before.error();
    if (const auto checked = checkJob(job); !checked)
        return checked.error();
    job.changed = m_clock.now();
    Job edited = replanned(std::move(job), *before, m_clock.now());
    if (before->isPending())
        edited = stillPending(std::move(edited), *before);
    return store(edited, EventCode::JobModified);
}

Result<Job> Scheduler::changeJob(Job job, Instant next)
{
    const auto before = found(job.id);
    if (!before)
        return before.error();
    if (const auto checked = checkJob(job); !checked)
        return checked.error();
    job.changed = m_clock.now();
    job = replanned(std::move(job), *before, m_clock.now());
    if (before->isPending())
        job = stillPending(std::move(job), *before, next);
    else if (job.trigger && !job.paused)
        job.next = next;
    return store(job, EventCode::JobModified);
}

Result<> Scheduler::removeJob(const JobId &id)
{
    const auto job = found(id);
    if (!job)
        return job.error();
    Changes changes;
    changes.removedJobs.push_back(id);
    breakFollowers(*job, changes);
    if (const auto saved = save(changes); !saved)
        return saved;
    dropDelayed(id);
    m_events.sendJob(EventCode::JobRemoved, id, job->isPending() ? QString() : job->jobStore);
    emit jobRemoved(id);
    for (const Job &follower : changes.jobs)
        emit jobChanged(follower.id);
    emit wakeUpChanged();
    return {};
}

Result<> Scheduler::removeAllJobs()
{
    Changes changes;
    for (const Job *job : m_store.jobs().all())
        changes.removedJobs.push_back(job->id);
    if (const auto saved = save(changes); !saved)
        return saved;
    m_events.send(EventCode::AllJobsRemoved);
    for (const JobId &id : changes.removedJobs) {
        dropDelayed(id);
        emit jobRemoved(id);
    }
    emit wakeUpChanged();
    return {};
}

Result<Job> Scheduler::pauseJob(const JobId &id)
{
    const auto job = found(id);
    return job ? store(paused(*job), EventCode::JobModified) : job;
}

Result<Job> Scheduler::resumeJob(const JobId &id)
{
    const auto job = found(id);
    if (!job)
        return job;
    Job going = resumed(*job, m_clock.now());
    if (going.isPending())
        going.next.reset(); // it has its first time when it enters the schedule
    return store(going, EventCode::JobModified);
}

Result<Scheduler::Imported> Scheduler::importJobs(const std::vector<JobEntry> &entries,
                                                  const JobContext &context)
{
    Imported imported;
    Changes changes;
    changes.jobs.reserve(entries.size());
    for (const JobEntry &entry : entries) {
        if (const auto checked = checkDefinition(entry.job); !checked)
            return Error{checked.error().code,
                         u"%1: %2"_qs.arg(entry.job.id.text, checked.error().message),
                         checked.error().field};
        const Job *const known = m_store.jobs().find(entry.job.id);
        if (known && !entry.replaceExisting) {
            ++imported.kept;
            continue;
        }
        Job job = known ? replacement(entry, *known, context) : newcomer(entry, context);
        if (known && job == *known) {
            ++imported.kept;
            continue;
        }
        ++(known ? imported.replaced : imported.added);
        changes.jobs.push_back(std::move(job));
    }
    if (changes.isEmpty())
        return imported;
    if (const auto checked = checkDependencies(changes.jobs); !checked)
        return checked.error();
    if (const auto saved = save(changes); !saved)
        return saved.error();
    for (const Job &job : changes.jobs) {
        m_events.sendJob(EventCode::JobAdded, job.id, job.jobStore);
        emit jobChanged(job.id);
    }
    emit wakeUpChanged();
    return imported;
}

} // namespace carillon
