// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/dependencies.h"

#include "core/util/coretext.h"

#include <QStringList>

#include <algorithm>

namespace carillon {

bool isWantedEnd(AfterEnd wanted, RunState end)
{
    switch (end) {
    case RunState::Success: return wanted != AfterEnd::Failed;
    case RunState::Failed:
    case RunState::TimedOut:
    case RunState::Stopped:
    case RunState::Interrupted: return wanted != AfterEnd::Succeeded;
    case RunState::Queued:
    case RunState::Running:
    case RunState::Missed:
    case RunState::Skipped: return false;
    }
    return false;
}

namespace {

using FindJob = std::function<const Job *(const JobId &)>;

/// Walks from jobs to those they start after, and so on, each once.
class LoopSearch
{
public:
    explicit LoopSearch(const FindJob &find) : m_find(find) {}

    /// The ids along a loop that can be reached from `job`; empty if there is none. Not by calling
    /// itself: a chain may be longer than the stack is deep.
    QStringList loopFrom(const Job &job)
    {
        enter(job);
        while (!m_way.empty()) {
            Step &step = m_way.back();
            if (step.next == step.job->rules.after.jobs.size()) {
                m_open.remove(step.job->id);
                m_way.pop_back();
                continue;
            }
            const JobId &before = step.job->rules.after.jobs.at(step.next++);
            if (m_open.contains(before))
                return wayFrom(before);
            if (const Job *const found = m_find(before))
                enter(*found);
        }
        return {};
    }

private:
    struct Step
    {
        const Job *job;
        qsizetype next = 0;
    };

    void enter(const Job &job)
    {
        if (m_visited.contains(job.id))
            return;
        m_visited.insert(job.id);
        m_open.insert(job.id);
        m_way.push_back({&job});
    }

    QStringList wayFrom(const JobId &id) const
    {
        QStringList way;
        for (const Step &step : m_way) {
            if (!way.isEmpty() || step.job->id == id)
                way.append(step.job->id.text);
        }
        way.append(id.text);
        return way;
    }

    const FindJob &m_find;
    std::vector<Step> m_way;
    QSet<JobId> m_open; ///< those on the way
    QSet<JobId> m_visited;
};

} // namespace

Result<> checkPredecessors(const Job &job, const FindJob &find)
{
    for (const JobId &id : job.rules.after.jobs) {
        if (!find(id))
            return invalidInput("after",
                                CoreText::tr("There is no job “%1” to start after.").arg(id.text));
    }
    return {};
}

Result<> checkLoops(const std::vector<const Job *> &jobs, const FindJob &find)
{
    LoopSearch search(find);
    for (const Job *job : jobs) {
        const QStringList loop = search.loopFrom(*job);
        if (!loop.isEmpty())
            return invalidInput("after",
                                //: %1 ids of jobs, such as: a ← b ← a
                                CoreText::tr("These jobs would wait for each other: %1.")
                                    .arg(loop.join(u" ← "_qs)));
    }
    return {};
}

void Dependencies::put(const Job &job)
{
    const auto known = m_waiting.constFind(job.id);
    if (known != m_waiting.constEnd()) {
        if (known->rule == job.rules.after && known->defined == job.changed)
            return;
        remove(job.id);
    }
    if (job.rules.after.jobs.isEmpty())
        return;
    m_waiting.insert(job.id, {job.rules.after, job.changed});
    for (const JobId &before : job.rules.after.jobs) {
        QList<JobId> &followers = m_followers[before];
        if (!followers.contains(job.id))
            followers.append(job.id);
    }
}

void Dependencies::remove(const JobId &id)
{
    const auto known = m_waiting.find(id);
    if (known == m_waiting.end())
        return;
    for (const JobId &before : known->rule.jobs) {
        const auto followers = m_followers.find(before);
        if (followers == m_followers.end())
            continue; // named twice
        followers->removeOne(id);
        if (followers->isEmpty())
            m_followers.erase(followers);
    }
    m_waiting.erase(known);
}

std::vector<JobId> Dependencies::ended(const JobId &job, RunState end)
{
    std::vector<JobId> complete;
    for (const JobId &follower : m_followers.value(job)) {
        if (isWantedEnd(m_waiting[follower].rule.end, end) && book(follower, job))
            complete.push_back(follower);
    }
    return complete;
}

bool Dependencies::book(const JobId &follower, const JobId &job)
{
    Waiting &waiting = m_waiting[follower];
    waiting.ended.insert(job);
    const auto &needed = waiting.rule.jobs;
    const bool isComplete = std::all_of(needed.begin(), needed.end(), [&](const JobId &each) {
        return waiting.ended.contains(each);
    });
    if (isComplete)
        waiting.ended.clear();
    return isComplete;
}

} // namespace carillon
