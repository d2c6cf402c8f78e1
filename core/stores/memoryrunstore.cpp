// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memoryrunstore.h"

#include "core/stores/storeerrors.h"

#include <algorithm>

namespace carillon {

namespace {

Run withoutTail(const std::pair<const qint64, MemoryRun> &entry)
{
    Run run = entry.second.run(RunId{entry.first});
    run.tail.clear();
    return run;
}

} // namespace

Result<Run> MemoryRunStore::find(RunId id) const
{
    const auto found = m_runs.find(id.number);
    if (found == m_runs.end())
        return storeerrors::noSuchRun(id);
    return found->second.run(id);
}

Result<std::vector<Run>> MemoryRunStore::page(const RunQuery &query) const
{
    std::vector<Run> page;
    const qint64 before = query.before ? query.before->number : m_highest + 1;
    const qint64 from = query.from ? query.from->number : 0;
    const auto limit = size_t(std::max(0, query.limit));
    const auto take = [&](const std::pair<const qint64, MemoryRun> &entry) {
        Run run = withoutTail(entry);
        if (query.fits(run))
            page.push_back(std::move(run));
    };
    if (query.job) {
        const std::vector<qint64> ids = m_byJob.value(*query.job).ids;
        auto end = std::lower_bound(ids.begin(), ids.end(), before);
        while (end != ids.begin() && *std::prev(end) >= from && page.size() < limit)
            take(*m_runs.find(*--end));
    } else {
        auto end = m_runs.lower_bound(before);
        while (end != m_runs.begin() && std::prev(end)->first >= from && page.size() < limit)
            take(*--end);
    }
    return page;
}

Result<std::vector<Run>> MemoryRunStore::active() const
{
    QList<qint64> ids = m_active.values();
    std::sort(ids.begin(), ids.end());
    std::vector<Run> runs;
    for (const qint64 id : ids)
        runs.push_back(withoutTail(*m_runs.find(id)));
    return runs;
}

Result<std::vector<Run>> MemoryRunStore::latestEnded() const
{
    std::vector<Run> latest;
    for (const OfJob &ofJob : m_byJob) {
        const auto ended = std::find_if(ofJob.ids.rbegin(), ofJob.ids.rend(),
                                        [this](qint64 id) { return !m_active.contains(id); });
        if (ended != ofJob.ids.rend())
            latest.push_back(withoutTail(*m_runs.find(*ended)));
    }
    return latest;
}

Result<std::map<Instant, int>> MemoryRunStore::missedByMinute(Instant since) const
{
    std::map<Instant, int> missed;
    for (const auto &[id, kept] : m_runs) {
        const Run run = kept.run(RunId{id});
        const bool wasMerged = run.facts && run.facts->hindrance == Hindrance::Merged;
        if (run.state == RunState::Missed && !wasMerged && run.ended && *run.ended >= since)
            missed[std::chrono::floor<std::chrono::minutes>(*run.ended)] += run.dueCount;
    }
    return missed;
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
    const std::vector<qint64> ids = m_byJob.value(job).ids;
    for (const qint64 id : ids) {
        if (m_active.contains(id))
            continue;
        history.newestEnded = RunId{id};
        if (history.oldest.size() >= size_t(limit))
            continue;
        const Run run = m_runs.at(id).run(RunId{id});
        history.oldest.push_back({run.id, run.started, run.ended});
    }
    if (ids.size() > size_t(keep))
        history.lastBeyond.number = ids.at(ids.size() - size_t(keep) - 1);
    return history;
}

Result<> MemoryRunStore::add(const std::vector<Run> &newRuns)
{
    const qint64 highest = m_highest;
    for (auto run = newRuns.begin(); run != newRuns.end(); ++run) {
        if (add(*run))
            continue;
        while (run != newRuns.begin())
            remove((--run)->id.number);
        m_highest = highest;
        return storeerrors::alreadyRecorded();
    }
    return {};
}

/// Whether the due time of `run` is on record: the job, the instant, the epoch and the attempt.
bool MemoryRunStore::isTaken(const OfJob &ofJob, const Run &run) const
{
    if (!run.due || ofJob.newest < std::pair(run.epoch, *run.due))
        return false;
    return std::any_of(ofJob.ids.rbegin(), ofJob.ids.rend(),
                       [&](qint64 id) { return m_runs.at(id).isForSameTimeAs(run); });
}

bool MemoryRunStore::add(const Run &run)
{
    const qint64 id = run.id.number;
    if (id <= m_highest && m_runs.contains(id))
        return false;
    OfJob &ofJob = m_byJob[run.job];
    if (isTaken(ofJob, run))
        return false;
    m_runs.emplace_hint(m_runs.end(), id, MemoryRun(run));
    ofJob.ids.insert(std::upper_bound(ofJob.ids.begin(), ofJob.ids.end(), id), id);
    if (run.due)
        ofJob.newest = std::max(ofJob.newest, std::pair(run.epoch, *run.due));
    if (run.isActive())
        m_active.insert(id);
    m_highest = std::max(m_highest, id);
    return true;
}

void MemoryRunStore::apply(const Changes &changes)
{
    for (const Run &run : changes.changedRuns)
        change(run);
    for (const RunId id : changes.removedRuns) {
        if (!m_active.contains(id.number))
            remove(id.number);
    }
    for (const RunId id : changes.droppedTails) {
        if (const auto found = m_runs.find(id.number); found != m_runs.end())
            found->second.dropTail();
    }
}

void MemoryRunStore::remove(qint64 id)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end())
        return;
    const auto ofJob = m_byJob.find(found->second.job());
    std::erase(ofJob->ids, id);
    if (ofJob->ids.empty())
        m_byJob.erase(ofJob);
    m_active.remove(id);
    m_runs.erase(found);
}

void MemoryRunStore::change(const Run &run)
{
    const auto found = m_runs.find(run.id.number);
    if (found == m_runs.end())
        return;
    Run known = found->second.run(run.id);
    // Whose run it is and what it stands for never change.
    known.state = run.state;
    known.started = run.started;
    known.ended = run.ended;
    known.process = run.process;
    known.outcome = run.outcome;
    known.facts = run.facts;
    known.dueCount = run.dueCount;
    known.lastDue = run.lastDue;
    known.outputSize = run.outputSize;
    if (!run.tail.isEmpty())
        known.tail = run.tail;
    found->second.set(known);
    if (known.isActive())
        m_active.insert(run.id.number);
    else
        m_active.remove(run.id.number);
}

} // namespace carillon
