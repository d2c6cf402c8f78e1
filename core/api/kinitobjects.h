// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kinitdesk.h"
#include "core/jobs/joboverview.h"

namespace carillon {

/// A job with the names of kinit's task definitions, for its admin screens. Its times are those of
/// Asia/Shanghai, its schedule is on the clocks of `timezone`, a key that kinit does not have.
QJsonObject kinitTask(const JobOverview &overview);

/// An ended run, or the record that there was none, with the names of kinit's records and more:
/// `run_id`, `outcome` (success, error, missed, skipped), `state`, `cause`, `scheduled`, `started`,
/// `ended`. `job` is the job as it is now, null if it is gone. `retval`, `exception` and
/// `traceback` are JSON in a text; `start_time` is the due time where there is one,
/// `process_time` what the run itself took, in seconds.
QJsonObject kinitRecord(const Run &run, const Job *job);

/// The record of a task that could not be added.
QJsonObject kinitRecord(const KinitDesk::Refusal &refusal);

/// The task that a job by that id stands for: `a` for `a-temp-1234`.
QString kinitTaskId(const JobId &job);

/// When a record was written, for their order.
Instant kinitRecordTime(const Run &run);

} // namespace carillon
