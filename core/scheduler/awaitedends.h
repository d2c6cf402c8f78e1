// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"
#include "core/util/result.h"

namespace carillon {

class RunStore;

/// What is on record of the ends a job waits for.
struct AwaitedEnds
{
    QList<JobId> jobs = {};         ///< those that have ended as it wants
    std::optional<RunId> last = {}; ///< of the runs that say so the one that ended last
};

/// What the runs on record say about the ends `follower` waits for by its `after`: those since its
/// definition was changed and since it last started so.
Result<AwaitedEnds> awaitedEnds(const Job &follower, const RunStore &runs);

} // namespace carillon
