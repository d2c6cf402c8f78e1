// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

namespace carillon {

/// What a job shows at a glance, in order of precedence.
enum class JobState { NeedsFixing, Running, Queued, Paused, Finished, Manual, Scheduled };

/// A job together with what its runs are doing.
struct JobOverview
{
    Job job;
    int running = 0;
    int queued = 0;
    std::optional<Run> last = {}; ///< the newest run that has ended, without its tail

    JobState state() const;

    bool operator==(const JobOverview &) const = default;
};

inline JobState JobOverview::state() const
{
    if (!job.problem.isEmpty())
        return JobState::NeedsFixing;
    if (running > 0)
        return JobState::Running;
    if (queued > 0)
        return JobState::Queued;
    if (job.paused)
        return JobState::Paused;
    if (!job.trigger)
        return JobState::Manual;
    return job.next ? JobState::Scheduled : JobState::Finished;
}

} // namespace carillon

Q_DECLARE_METATYPE(carillon::JobOverview)
