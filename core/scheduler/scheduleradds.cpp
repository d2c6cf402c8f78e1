// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that adds jobs; schedulerjobs.cpp changes them.
#include "core/jobs/jobrules.h"
#include "core/scheduler/jobplanning.h"
#include "core/scheduler/pendingjobs.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"

#include <algorithm>

namespace carillon {

struct Scheduler::Addition
{
    Job job;
    std::optional<EventCode> told = {}; ///< nothing: later, when it enters the schedule
    std::size_t place = 0;              ///< among the answers
};

namespace {

/// In the place of a job that is known: planned anew.
Job successor(const JobEntry &entry, const Job &known, const JobContext &context)
{
    Job job = entry.job;
    job.created = known.created;
    job.changed = context.trigger.now;
    return planned(std::move(job), context.trigger.now, entry.explicitNext);
}

} // namespace

Result<Job> Scheduler::addJob(Job job)
{
    return addEntry({std::move(job)}, {{m_clock.now()}});
}

Result<Job> Scheduler::addEntry(const JobEntry &entry, const JobContext &context)
{
    return addEntries({{entry, context}}).front();
}

/// As if one came after the other: an entry that may depend on one before it waits until that is
/// stored.
std::vector<Result<Job>> Scheduler::addEntries(const std::vector<WantedEntry> &wanted)
{
    std::vector<Result<Job>> answers;
    std::vector<Addition> group;
    for (const auto &[entry, context] : wanted) {
        const auto isSame = [&id = entry.job.id](const Addition &each) {
            return each.job.id == id;
        };
        if (entry.job.id.text.isEmpty() || !entry.job.rules.after.jobs.isEmpty() ||
            std::any_of(group.begin(), group.end(), isSame))
            storeGroup(group, answers);
        auto addition = this->addition(entry, context);
        if (!addition) {
            answers.emplace_back(addition.error());
            continue;
        }
        addition->place = answers.size();
        answers.emplace_back(addition->job);
        group.push_back(*std::move(addition));
    }
    storeGroup(group, answers);
    return answers;
}

/// The job that the entry leads to, or why it cannot be added; nothing is stored yet.
Result<Scheduler::Addition> Scheduler::addition(const JobEntry &entry, const JobContext &context)
{
    const auto taken = [this](const JobId &id) { return isTaken(id); };
    JobEntry named = entry;
    Job &job = named.job;
    if (job.id.text.isEmpty())
        job.id = suggestJobId(job.name, taken);
    if (const auto checked = checkJob(job); !checked)
        return checked.error();
    const Job *const known = m_store.jobs().find(job.id);
    if (known && !entry.replaceExisting)
        return Error{ErrorCode::Conflict,
                     tr("A job with ID “%1” already exists — try “%2”.")
                         .arg(job.id.text, suggestJobId(job.id.text, taken).text),
                     u"id"_qs};
    if (known && !known->isPending())
        return Addition{successor(named, *known, context), EventCode::JobAdded};
    const Instant now = m_clock.now();
    job.created = now;
    job.changed = now;
    if (m_state != SchedulerState::Stopped)
        return Addition{planned(std::move(job), now, entry.explicitNext), EventCode::JobAdded};
    const qint64 order = known ? orderOf(*known) : ++m_lastPending;
    return Addition{pendingJob(named, context.trigger, order)};
}

/// In one transaction. Where the store refuses the whole, one of them may be to blame: each has its
/// own chance then, unless the store is busy and would keep each waiting as long again.
void Scheduler::storeGroup(std::vector<Addition> &group, std::vector<Result<Job>> &answers)
{
    const std::vector<Addition> additions = std::exchange(group, {});
    if (additions.empty())
        return;
    Changes changes;
    for (const Addition &each : additions)
        changes.jobs.push_back(each.job);
    const auto saved = save(changes);
    const bool triesEach =
        !saved && additions.size() > 1 && saved.error().code != ErrorCode::StoreBusy;
    for (const Addition &each : additions) {
        if (saved)
            announce(each.job, each.told);
        else if (triesEach)
            answers[each.place] = store(each.job, each.told);
        else
            answers[each.place] = notSaved(saved.error(), each.job);
    }
    if (saved)
        emit wakeUpChanged();
}

} // namespace carillon
