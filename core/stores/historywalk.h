// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/runstore.h"
#include "core/util/result.h"

#include <functional>
#include <limits>

namespace carillon {

struct RunQueries;

/// The history lies in parts of 2^17 runs of all jobs, as the index runs_by_job has it: what is
/// written now is in the newest part.
inline qint64 partOfRun(qint64 run)
{
    return run >> 17;
}

constexpr qint64 newestOfAll = std::numeric_limits<qint64>::max();

enum class HistoryOrder { NewestFirst, OldestFirst };

/// Looks at a part; true if it has had enough.
using PartWalk = std::function<Result<bool>(qint64 part)>;

/// Does `walk` for the parts with runs below `before` in turn, until it has had enough.
Result<> walkParts(RunQueries &queries, HistoryOrder order, qint64 before, const PartWalk &walk);

/// As RunStore::history() answers, of the job with that number in Standings.
Result<JobHistory> historyOf(RunQueries &queries, qint64 job, int keep, int limit);

} // namespace carillon
