// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <vector>

namespace carillon {

/// A job moved to its next time; the cheap way to say what a tick changes.
struct JobAdvance
{
    JobId job;
    std::optional<Instant> next;
};

/// What is remembered of the wall clock, to notice that it was set while nobody looked.
struct ClockRecord
{
    int epoch = 0;    ///< grows by one when the clock is set back
    Instant lastSeen; ///< what it showed last

    bool operator==(const ClockRecord &) const = default;
};

/// Everything one tick decided. Stored as a whole or not at all.
struct Changes
{
    std::vector<Job> jobs = {};          ///< insert, or replace by id
    std::vector<JobId> removedJobs = {}; ///< their runs stay
    std::vector<JobAdvance> advances = {};
    std::vector<Run> newRuns = {}; ///< ids assigned by the caller, above RunStore::highestId()
    /// Replace by id, except for job, name, cause with `by` and `source`, due time, epoch, attempt
    /// and `notBefore`, which stay; a tail is written if not empty.
    std::vector<Run> changedRuns = {};
    std::vector<RunId> removedRuns = {};  ///< ended ones; unknown ids are passed over
    std::vector<RunId> droppedTails = {}; ///< the runs stay
    std::optional<ClockRecord> clock = {};

    /// Empty, but with room for as much as before.
    void clear()
    {
        jobs.clear();
        removedJobs.clear();
        advances.clear();
        newRuns.clear();
        changedRuns.clear();
        removedRuns.clear();
        droppedTails.clear();
        clock.reset();
    }

    bool isEmpty() const
    {
        return jobs.empty() && removedJobs.empty() && advances.empty() && newRuns.empty() &&
               changedRuns.empty() && removedRuns.empty() && droppedTails.empty() && !clock;
    }
};

} // namespace carillon
