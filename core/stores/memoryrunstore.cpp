// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memoryrunstore.h"

#include "core/stores/storeerrors.h"

#include <algorithm>

namespace carillon {

namespace {

Run withoutTail(const Run &run)
{
    Run bare = run;
    bare.tail.clear();
    return bare;
}

} // namespace

Result<Run> MemoryRunStore::find(RunId id) const
{
    const auto found = m_runs.find(id.number);
    if (found == m_runs.end())
        return storeerrors::noSuchRun(id);
    return found->second;
}

Result<std::vector<Run>> MemoryRunStore::page(const RunQuery &query) const
{
    std::vector<Run> page;
    const qint64 before = query.before ? query.before->number : m_highest + 1;
    const auto limit = size_t(std::max(0, query.limit));
    if (query.job) {
        const std::vector<qint64> ids = m_byJob.value(*query.job);
        auto end = std::lower_bound(ids.begin(), ids.end(), before);
        while (end != ids.begin() && page.size() < limit)
            page.push_back(withoutTail(m_runs.at(*--end)));
    } else {
        auto end = m_runs.lower_bound(before);
        while (end != m_runs.begin() && page.size() < limit)
            page.push_back(withoutTail((--end)->second));
    }
    return page;
}

Result<std::vector<Run>> MemoryRunStore::active() const
{
    std::vector<Run> runs;
    for (const qint64 id : m_active)
        runs.push_back(withoutTail(m_runs.at(id)));
    return runs;
}

Result<std::vector<Run>> MemoryRunStore::latestEnded() const
{
    std::vector<Run> latest;
    for (const std::vector<qint64> &ids : m_byJob) {
        const auto ended = std::find_if(ids.rbegin(), ids.rend(),
                                        [this](qint64 id) { return !m_active.contains(id); });
        if (ended != ids.rend())
            latest.push_back(withoutTail(m_runs.at(*ended)));
    }
    return latest;
}

Result<std::vector<JobId>> MemoryRunStore::jobsAfter(const JobId &after, int limit) const
{
    std::vector<JobId> jobs;
    for (auto it = m_byJob.keyBegin(); it != m_byJob.keyEnd(); ++it) {
        if (*it > after)
            jobs.push_back(*it);
    }
    const auto end = jobs.begin() + std::min<qsizetype>(limit, qsizetype(jobs.size()));
    std::partial_sort(jobs.begin(), end, jobs.end());
    jobs.erase(end, jobs.end());
    return jobs;
}

Result<JobHistory> MemoryRunStore::history(const JobId &job, int keep, int limit) const
{
    JobHistory history;
    const std::vector<qint64> ids = m_byJob.value(job);
    for (const qint64 id : ids) {
        const Run &run = m_runs.at(id);
        if (run.isActive())
            continue;
        history.newestEnded = run.id;
        if (history.oldest.size() < size_t(limit))
            history.oldest.push_back({run.id, run.started, run.ended});
    }
    if (ids.size() > size_t(keep))
        history.lastBeyond.number = ids.at(ids.size() - size_t(keep) - 1);
    return history;
}

Result<> MemoryRunStore::check(const std::vector<Run> &newRuns) const
{
    std::set<qint64> ids;
    QSet<Claim> claims;
    for (const Run &run : newRuns) {
        if (m_runs.contains(run.id.number) || !ids.insert(run.id.number).second)
            return storeerrors::alreadyRecorded();
        if (!run.due)
            continue;
        const Claim claim{run.job, *run.due, run.epoch, run.attempt};
        if (m_claims.contains(claim) || claims.contains(claim))
            return storeerrors::alreadyRecorded();
        claims.insert(claim);
    }
    return {};
}

void MemoryRunStore::apply(const Changes &changes)
{
    for (const Run &run : changes.newRuns)
        add(run);
    for (const Run &run : changes.changedRuns)
        change(run);
    for (const RunId id : changes.removedRuns)
        remove(id);
    for (const RunId id : changes.droppedTails) {
        if (const auto found = m_runs.find(id.number); found != m_runs.end())
            found->second.tail.clear();
    }
}

void MemoryRunStore::add(const Run &run)
{
    const qint64 id = run.id.number;
    m_runs.emplace(id, run);
    std::vector<qint64> &ids = m_byJob[run.job];
    ids.insert(std::upper_bound(ids.begin(), ids.end(), id), id);
    if (run.isActive())
        m_active.insert(id);
    if (run.due)
        m_claims.insert({run.job, *run.due, run.epoch, run.attempt});
    m_highest = std::max(m_highest, id);
}

void MemoryRunStore::remove(RunId id)
{
    const auto found = m_runs.find(id.number);
    if (found == m_runs.end() || found->second.isActive())
        return;
    const Run &run = found->second;
    const auto ofJob = m_byJob.find(run.job);
    ofJob->erase(std::find(ofJob->begin(), ofJob->end(), id.number));
    if (ofJob->empty())
        m_byJob.erase(ofJob);
    if (run.due)
        m_claims.remove({run.job, *run.due, run.epoch, run.attempt});
    m_runs.erase(found);
}

void MemoryRunStore::change(const Run &run)
{
    const auto found = m_runs.find(run.id.number);
    if (found == m_runs.end())
        return;
    Run changed = run;
    if (changed.tail.isEmpty())
        changed.tail = found->second.tail;
    // Whose run it is and what it stands for never change.
    changed.job = found->second.job;
    changed.jobName = found->second.jobName;
    changed.cause = found->second.cause;
    changed.due = found->second.due;
    changed.by = found->second.by;
    changed.source = found->second.source;
    changed.epoch = found->second.epoch;
    changed.attempt = found->second.attempt;
    changed.notBefore = found->second.notBefore;
    found->second = changed;
    if (changed.isActive())
        m_active.insert(run.id.number);
    else
        m_active.erase(run.id.number);
}

} // namespace carillon
