// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <optional>
#include <vector>

namespace carillon {

/// Which runs, newest first, paged by key.
struct RunQuery
{
    std::optional<JobId> job = {};    ///< all jobs if empty
    std::optional<RunId> before = {}; ///< only runs with a smaller id
    int limit = 200;
    std::optional<RunId> from = {}; ///< only runs with this id or a greater one
    // What no index helps with. Who asks for it bounds by `from` how many runs are looked at.
    std::vector<RunState> states = {}; ///< one of these; all if empty
    std::vector<RunCause> causes = {};
    std::optional<Instant> since = {}; ///< due, or else started, then or later
    std::optional<Instant> until = {}; ///< before then

    bool isFiltered() const;
    /// Whether the run is in one of those states, has one of those causes and fell into that time.
    bool fits(const Run &run) const;
};

} // namespace carillon
