// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/util/result.h"

#include <map>
#include <vector>

namespace carillon {

class JobStore;
class RunStore;

/// Commits that were reported as failed and may be on record all the same: a connection can be
/// lost in between, and of several stores only the first may have committed. Whether they are is
/// read again, never guessed: one transaction covers all runs of a commit, so one of them tells.
class CommitDoubt
{
public:
    void add(const Changes &refused);
    bool isEmpty() const { return m_commits.empty(); }

    /// Forgets what is not on record. Fails if the store cannot tell.
    Result<> ask(const RunStore &runs);
    /// What jobs have still to be moved to, because their due times are on record.
    std::vector<JobAdvance> missingAdvances(const JobStore &jobs) const;
    /// Takes out the runs whose job has moved on; the others stay in doubt.
    std::vector<Run> takeSettled(const JobStore &jobs);
    /// Whether due times of the job are on record and it has not moved on.
    bool concerns(const JobId &job) const;

private:
    struct Commit
    {
        std::map<JobId, std::vector<Run>> runs;
        std::map<JobId, std::optional<Instant>> next;
        bool isRecorded = false;

        bool isBehind(const JobId &job, const JobStore &jobs) const;
    };
    std::vector<Commit> m_commits;
};

} // namespace carillon
