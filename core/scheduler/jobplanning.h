// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

namespace carillon {

// How a job enters the schedule and changes its place in it. Pure: the caller stores the result.

/// A new or re-planned job as of `now`: its next time from its trigger, or `explicitNext` for the
/// first run. A date in the past is due at once; an exhausted trigger leaves it Finished, and a
/// job with a problem waits for somebody to mend it.
Job planned(Job job, Instant now, std::optional<Instant> explicitNext = {});

/// `edited` in the place of `before`: keeps creation time and, if schedule and pause are the same,
/// the next time; else it is planned anew. Its problem, if it had one, is over.
Job replanned(Job edited, const Job &before, Instant now);

/// Paused jobs have no next time; what falls into the pause is not made up.
Job paused(Job job);

/// Planned from now on.
Job resumed(Job job, Instant now);

} // namespace carillon
