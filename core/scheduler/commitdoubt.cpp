// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/commitdoubt.h"

#include "core/stores/jobstore.h"
#include "core/stores/runstore.h"

#include <algorithm>

namespace carillon {

void CommitDoubt::add(const Changes &refused)
{
    if (refused.newRuns.empty())
        return;
    Commit commit;
    for (const Run &run : refused.newRuns)
        commit.runs[run.job].push_back(run);
    for (const JobAdvance &advance : refused.advances)
        commit.next[advance.job] = advance.next;
    m_commits.push_back(std::move(commit));
}

Result<> CommitDoubt::ask(const RunStore &runs)
{
    for (auto it = m_commits.begin(); it != m_commits.end();) {
        if (!it->isRecorded) {
            const auto found = runs.contains(it->runs.begin()->second.front().id);
            if (!found)
                return found.error();
            it->isRecorded = *found;
        }
        it = it->isRecorded ? it + 1 : m_commits.erase(it);
    }
    return {};
}

/// Someone may have edited the job meanwhile: only the due time that is on record is left behind.
bool CommitDoubt::Commit::isBehind(const JobId &id, const JobStore &jobs) const
{
    const Job *const job = jobs.find(id);
    const auto known = runs.find(id);
    return job && job->next && next.contains(id) && known != runs.end() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [job](const Run &run) { return run.due == job->next; });
}

std::vector<JobAdvance> CommitDoubt::missingAdvances(const JobStore &jobs) const
{
    std::vector<JobAdvance> missing;
    for (const Commit &commit : m_commits) {
        for (const auto &[job, next] : commit.next) {
            if (commit.isBehind(job, jobs))
                missing.push_back({job, next});
        }
    }
    return missing;
}

std::vector<Run> CommitDoubt::takeSettled(const JobStore &jobs)
{
    std::vector<Run> settled;
    for (Commit &commit : m_commits) {
        for (auto it = commit.runs.begin(); it != commit.runs.end();) {
            if (commit.isBehind(it->first, jobs)) {
                ++it;
                continue;
            }
            settled.insert(settled.end(), it->second.begin(), it->second.end());
            it = commit.runs.erase(it);
        }
    }
    std::erase_if(m_commits, [](const Commit &commit) { return commit.runs.empty(); });
    std::sort(settled.begin(), settled.end(),
              [](const Run &a, const Run &b) { return a.id < b.id; });
    return settled;
}

bool CommitDoubt::concerns(const JobId &job) const
{
    return std::any_of(m_commits.begin(), m_commits.end(), [&job](const Commit &commit) {
        return commit.isRecorded && commit.runs.contains(job);
    });
}

} // namespace carillon
