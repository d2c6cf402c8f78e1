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
    Instant due;      ///< the first one
    Instant lastDue;  ///< equals `due` if it stands for one due time
    int dueCount = 1; ///< at most countedDueTimes
    /// Nothing if it is on time and runs. Those that were Merged name no run yet: it is the last
    /// one of the plan.
    std::optional<RunFacts> facts = {};
    std::optional<Instant> notBefore = {}; ///< Queued, but held by a condition

    bool operator==(const PlannedRun &) const = default;
};

/// What a tick does about one due job. Its Queued runs are one unit: they run one after the other
/// and count as one instance.
struct Plan
{
    QVarLengthArray<PlannedRun, 2> runs;
    std::optional<Instant> next; ///< after `now`; nothing once the trigger is exhausted
};

/// What a job's runs are doing when it falls due. A retry that waits for its time is no part of it.
struct Occupancy
{
    /// Units that go on or wait, apart from those that were told to stop for another one.
    int instances = 0;
    int waiting = 0;                    ///< runs that wait until another unit has ended
    std::optional<RunId> inTheWay = {}; ///< of the instances the oldest run; set if there are any
};

/// Where counting due times stops: a year of missed seconds must cost milliseconds.
inline constexpr int countedDueTimes = 10'000;

/// Lateness up to this is the machine's, not an absence: no rule looks at it.
inline constexpr Duration ordinaryLateness = std::chrono::seconds(1);

/// Why one more run of a job may not be added to what its runs are doing; None if it may, perhaps
/// waiting for its turn or taking the place of the oldest (OverlapRule::Replace). `ahead` is the
/// number of runs that are added before it.
Hindrance overlapHindrance(const Rules &rules, const Occupancy &occupancy, int ahead = 0);

/// Turns a run that was to start into one that does not.
void refuse(PlannedRun &run, Hindrance hindrance, std::optional<RunId> other,
            const QString &detail = {});

/// Decides about every due time of `job` from `job.next` up to `now`. Pure; requires a trigger, and
/// that the run for `job.next` starts (startOf) at or before `now`. Where the trigger has jitter, a
/// due time counts once its run would start, and lateness is counted from there.
///
/// Follows APScheduler: overdue times first meet the missed-run rule (coalesce) and the grace, then
/// the overlap rule. Unlike there nothing goes unrecorded, and the last due time of a trigger is
/// not lost by an overlap: it waits for its turn.
Plan plan(const Job &job, const Occupancy &occupancy, Instant now);

} // namespace carillon
