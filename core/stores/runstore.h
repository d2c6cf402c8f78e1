// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "core/jobs/runquery.h"

#include <vector>

namespace carillon {

/// Remembers runs. Writing goes through Store::commit(). Lives in the engine thread.
class RunStore
{
public:
    virtual ~RunStore() = default;

    /// One run with its tail; NotFound if there is none by that id.
    virtual Result<Run> find(RunId id) const = 0;
    /// Newest first, without tails.
    virtual Result<std::vector<Run>> page(const RunQuery &query) const = 0;
    /// Runs that stand as Queued or Running, oldest first.
    virtual Result<std::vector<Run>> active() const = 0;
    /// For each job the newest run that has ended, without tail.
    virtual Result<std::vector<Run>> latestEnded() const = 0;
    /// 0 if there never was a run. Ids are never used again.
    virtual Result<RunId> highestId() const = 0;
};

} // namespace carillon
