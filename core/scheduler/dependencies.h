// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace carillon {

/// Whether a run that ended as `end` is what a job waits for that starts after `wanted`. Missed and
/// Skipped runs are no end of anything.
bool isWantedEnd(AfterEnd wanted, RunState end);

/// Refuses an `after` that names a job which `find` does not know.
Result<> checkPredecessors(const Job &job, const std::function<const Job *(const JobId &)> &find);
/// Refuses jobs that, through `after`, wait for each other in a loop, and names it. `find` gives
/// every job as it will be once `jobs` are saved.
Result<> checkLoops(const std::vector<const Job *> &jobs,
                    const std::function<const Job *(const JobId &)> &find);

/// Which jobs start after which others, and what each still waits for.
class Dependencies
{
public:
    /// To be called after a job was stored. A new definition waits for everything anew; a pause
    /// changes nothing.
    void put(const Job &job);
    void remove(const JobId &id);

    bool hasFollowers(const JobId &job) const
    {
        return !m_followers.isEmpty() && m_followers.contains(job);
    }
    /// The jobs that wait for ends of that one.
    QList<JobId> followers(const JobId &of) const { return m_followers.value(of); }
    /// Books that a run of `job` ended; the jobs for which that was the last thing they waited for.
    /// They wait for everything anew.
    std::vector<JobId> ended(const JobId &job, RunState end);
    /// Books that `job` ended as `follower` waits for it. True if that was the last thing.
    bool book(const JobId &follower, const JobId &job);

private:
    struct Waiting
    {
        AfterRule rule;
        Instant defined; ///< when the definition was changed last
        QSet<JobId> ended = {};
    };

    QHash<JobId, Waiting> m_waiting;
    QHash<JobId, QList<JobId>> m_followers;
};

} // namespace carillon
