// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <QJsonObject>

namespace carillon {

/// The body of POST /jobs: `id` and `func` are needed, the rest is as jobFromJson() reads it, and
/// as the older server took it: `null` for an id makes one up, truth values may be anything, the
/// members of a trigger object stand for keys of the body, and dates beside the trigger may be
/// written freely.
Result<JobEntry> jobFromBody(const QJsonObject &body, const JobContext &context);

/// With the trigger inline and its dates as parseWrittenTime reads them; a trigger with a `kind`
/// stays as it is.
Result<QJsonObject> withInlineTrigger(QJsonObject body, const TriggerContext &context);

/// What Python makes of a value where a truth value is wanted.
bool truthOf(const QJsonValue &value);

/// Executor and function are known and permitted.
struct ApiOptions;
Result<> checkPermitted(const Job &job, const ApiOptions &options);

} // namespace carillon
