// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/runquery.h"
#include "core/util/result.h"

#include <vector>

namespace carillon {

struct RunQueries;

/// The page of runs that `query` asks for, newest first and without tails; its job does not count.
Result<std::vector<Run>> pageOfAll(RunQueries &queries, const RunQuery &query);
/// The same among the runs of the job with that number in Standings.
Result<std::vector<Run>> pageOfJob(RunQueries &queries, const RunQuery &query, qint64 job);

} // namespace carillon
