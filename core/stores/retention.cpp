// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/retention.h"

#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

#include <algorithm>

namespace carillon {

namespace {

// Of each, a step does at most as many: what a commit writes is a page or two a run.
constexpr int jobsListed = 200;
constexpr int jobsAtOnce = 20;
constexpr int runsAtOnce = 30;
constexpr int filesAtOnce = 200;

} // namespace

std::vector<JobHistory::Ended> prunable(const JobHistory &history, std::optional<Instant> before)
{
    std::vector<JobHistory::Ended> gone;
    for (const JobHistory::Ended &run : history.oldest) {
        const bool isBeyond = run.id <= history.lastBeyond;
        const bool isOld = before && run.ended && *run.ended < *before;
        if (run.id == history.newestEnded || !(isBeyond || isOld))
            break;
        gone.push_back(run);
    }
    return gone;
}

Retention::Retention(const Clock &clock, Store &store, RunLogs &logs, RetentionLimits limits)
    : m_clock(clock),
      m_store(store),
      m_logs(logs),
      m_limits(limits)
{
}

Result<bool> Retention::step()
{
    const auto done = [this] {
        switch (m_phase) {
        case Phase::Runs: return pruneRuns();
        case Phase::Files: return walkFiles();
        case Phase::Output: break;
        }
        return pruneOutput();
    }();
    if (!done)
        endSweep();
    return done;
}

Result<bool> Retention::pruneRuns()
{
    if (m_jobs.empty()) {
        auto jobs = m_store.runs().jobsAfter(m_lastJob, jobsListed);
        if (!jobs)
            return jobs.error();
        if (jobs->empty()) {
            m_phase = Phase::Files;
            m_walk.emplace(m_logs.folder());
            return true;
        }
        m_lastJob = jobs->back();
        m_jobs.assign(jobs->rbegin(), jobs->rend());
    }
    Changes changes;
    QStringList logs;
    const size_t stop = m_jobs.size() - std::min<size_t>(m_jobs.size(), jobsAtOnce);
    size_t left = m_jobs.size();
    for (; left > stop && changes.removedRuns.size() < runsAtOnce; --left) {
        if (const auto pruned = pruneJob(m_jobs.at(left - 1), changes, logs); !pruned)
            return pruned.error();
    }
    if (!changes.isEmpty()) {
        if (const auto removed = m_store.commit(changes); !removed)
            return removed.error();
        log::store().debug("{} old runs removed", changes.removedRuns.size());
    }
    // After the rows: what a crash leaves behind has no row, and the next sweep finds it.
    std::for_each(logs.begin(), logs.end(), RunLogs::remove);
    // A job that filled the batch may have more.
    if (changes.removedRuns.size() >= runsAtOnce)
        ++left;
    m_jobs.resize(left);
    return true;
}

Result<> Retention::pruneJob(const JobId &job, Changes &changes, QStringList &logs) const
{
    const int keep =
        m_limits.runsPerJob > 0 ? m_limits.runsPerJob : std::numeric_limits<int>::max();
    const auto history =
        m_store.runs().history(job, keep, runsAtOnce - int(changes.removedRuns.size()));
    if (!history)
        return history.error();
    std::optional<Instant> before;
    if (m_limits.days > 0)
        before = m_clock.now() - std::chrono::days(m_limits.days);
    for (const JobHistory::Ended &run : prunable(*history, before)) {
        changes.removedRuns.push_back(run.id);
        if (run.started)
            logs.append(m_logs.path(run.id, *run.started));
    }
    return {};
}

Result<bool> Retention::walkFiles()
{
    for (int count = 0; count < filesAtOnce; ++count) {
        const auto file = m_walk->next();
        if (!file) {
            m_phase = Phase::Output;
            std::make_heap(m_found.begin(), m_found.end(), Log::isYounger);
            return true;
        }
        if (m_logs.isOpen(file->run))
            continue;
        const auto isKnown = m_store.runs().contains(file->run);
        if (!isKnown)
            return isKnown.error();
        if (*isKnown) {
            m_found.push_back({file->run.number, file->size, file->month});
            m_outputBytes += file->size;
        } else {
            RunLogs::remove(m_walk->path(file->run, file->month));
        }
    }
    return true;
}

Result<bool> Retention::pruneOutput()
{
    Changes changes;
    QStringList logs;
    for (int count = 0; count < runsAtOnce; ++count) {
        if (m_found.empty() || m_limits.outputBytes <= 0 || m_outputBytes <= m_limits.outputBytes)
            break;
        std::pop_heap(m_found.begin(), m_found.end(), Log::isYounger);
        const Log oldest = m_found.back();
        m_found.pop_back();
        m_outputBytes -= oldest.size;
        logs.append(m_walk->path({oldest.run}, oldest.month));
        const auto isLast = isLastResult({oldest.run});
        if (!isLast)
            return isLast.error();
        if (!*isLast)
            changes.droppedTails.push_back({oldest.run});
    }
    if (logs.isEmpty()) {
        m_walk->removeEmptyMonths();
        endSweep();
        return false;
    }
    if (const auto dropped = m_store.commit(changes); !dropped)
        return dropped.error();
    std::for_each(logs.begin(), logs.end(), RunLogs::remove);
    return true;
}

Result<bool> Retention::isLastResult(RunId run) const
{
    const auto found = m_store.runs().find(run);
    if (!found)
        return found.error().code == ErrorCode::NotFound ? Result<bool>(false) : found.error();
    const auto history = m_store.runs().history(found->job, 0, 0);
    if (!history)
        return history.error();
    return history->newestEnded == run;
}

void Retention::endSweep()
{
    m_walk.reset();
    m_jobs = {};
    m_found = {};
    m_outputBytes = 0;
    m_lastJob = {};
    m_phase = Phase::Runs;
}

} // namespace carillon
