// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <QVarLengthArray>

namespace carillon {

/// What becomes of one due time, or of several that share a row.
struct PlannedRun
{
    RunState state = RunState::Queued; ///< Queued (to be run), Missed or Skipped
    RunCause cause = RunCause::Schedule;
    Instant due;         ///< the first one
    Instant lastDue;     ///< equals `due` if it stands for one due time
    int dueCount = 1;    ///< at most countedDueTimes
    QString reason = {}; ///< translated; why it does not run

    bool operator==(const PlannedRun &) const = default;
};

/// What a tick does about one due job.
struct Plan
{
    QVarLengthArray<PlannedRun, 2> runs;
    std::optional<Instant> next; ///< after `now`; nothing once the trigger is exhausted
};

/// Where counting due times stops: a year of missed seconds must cost milliseconds.
inline constexpr int countedDueTimes = 10'000;

/// Of many missed due times, how many "run every missed one" runs; the older ones are Missed.
inline constexpr int mostCatchUpRuns = 100;

/// Lateness up to this is the machine's, not an absence: no rule looks at it.
inline constexpr Duration ordinaryLateness = std::chrono::seconds(1);

/// Decides about every due time of `job` from `job.next` up to `now`. `running` is the number of
/// its runs that are queued or running. Pure; requires a trigger, and that the run for `job.next`
/// starts (startOf) at or before `now`. Where the trigger has jitter, a due time counts once its
/// run would start, and lateness is counted from there.
///
/// Follows APScheduler: overdue times first meet the missed-run rule (coalesce) and the grace, then
/// the overlap rule. Unlike there nothing goes unrecorded, and the last due time of a trigger is
/// not lost by an overlap: it waits for its turn.
Plan plan(const Job &job, int running, Instant now);

} // namespace carillon
