// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <vector>

namespace carillon {

/// What a fact about a run is about.
enum class FactKind : std::uint8_t {
    Cause,    ///< it was asked for, or follows from another run
    Due,      ///< its due time
    Absence,  ///< nobody looked whether it was due
    Noticed,  ///< the scheduler decided, late
    Rule,     ///< a rule it met
    Obstacle, ///< why it did not run, or not to its end
    Waited,   ///< for its turn, or until a retry was due
    Started,
    Ended,
    Recorded, ///< what it is on record as
};

/// One step of the way that a run, or a due time without one, took.
struct ExplainedFact
{
    FactKind kind = FactKind::Due;
    std::optional<Instant> at = {};
    std::optional<Instant> until = {};
    QString text; ///< translated; tells the times too

    bool operator==(const ExplainedFact &) const = default;
};

/// How `run` came about and what became of it, in order. `job` is null if it is gone; `related`
/// are the runs it refers to, as far as they are known. Times are those of the clocks of `zone`.
/// Pure.
std::vector<ExplainedFact> explain(const Run &run, const Job *job, const std::vector<Run> &related,
                                   const Zone &zone);

} // namespace carillon
