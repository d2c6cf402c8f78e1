// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <vector>

namespace carillon {

/// Jobs that were added while the scheduler was stopped and enter the store when it starts, in the
/// order in which they were added.
class PendingJobs
{
public:
    struct Pending
    {
        JobEntry entry;
        TriggerContext context; ///< what `entry.source` was read with; its rules are read again

        /// The job as it enters the store: rules it leaves open are `defaults`.
        Job job(const Rules &defaults) const;
    };

    /// Null if there is none by that id.
    const Job *find(const JobId &id) const;
    void add(Pending pending) { m_jobs.push_back(std::move(pending)); }
    /// A definition takes the place of another one that pends.
    void replace(const Job &job);
    /// False if there is none by that id.
    bool remove(const JobId &id);
    void clear() { m_jobs.clear(); }

    const std::vector<Pending> &all() const { return m_jobs; }

private:
    std::vector<Pending>::iterator iteratorTo(const JobId &id);

    std::vector<Pending> m_jobs;
};

} // namespace carillon
