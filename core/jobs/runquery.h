// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <optional>

namespace carillon {

/// Which runs, newest first, paged by key.
struct RunQuery
{
    std::optional<JobId> job = {};    ///< all jobs if empty
    std::optional<RunId> before = {}; ///< only runs with a smaller id
    int limit = 200;
};

} // namespace carillon
