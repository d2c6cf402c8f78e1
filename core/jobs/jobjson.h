// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/triggers/triggerjson.h"

namespace carillon {

/// What a job object leaves unsaid: defaults differ by caller, never by accident.
struct JobContext
{
    TriggerContext trigger;
    Rules defaults = {}; ///< for callers of the contract: grace 1 s, coalesced, one instance
};

/// A job as read from a job object, with what the object says about storing it.
struct JobEntry
{
    Job job;
    bool replaceExisting = false;
    /// `next_run_time` was given: overrides the trigger for the first run.
    std::optional<Instant> explicitNext = {};
    /// The object itself, so that it can be read again as of another time.
    QJsonObject source = {};
};

/// Reads one job object of API or jobs file: `id`, `func`, `args`, `kwargs`, `name`, `trigger` with
/// its arguments inline, as `{"type": …, …}` or as `{"kind": …, "args": {…}}`, rules, and the keys
/// of flask-apscheduler's add_job. `next_run_time: null` adds it paused. Unknown keys are refused
/// by name. A missing or empty id is left empty for the caller to fill.
Result<JobEntry> jobFromJson(const QJsonObject &object, const JobContext &context);

/// The definition only: what jobFromJson reads back to an equal job, without times and state.
QJsonObject jobToJson(const Job &job);

} // namespace carillon
