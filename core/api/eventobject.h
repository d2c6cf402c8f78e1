// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/schedulerevents.h"

#include <QJsonObject>

namespace carillon {

/// APScheduler's name of it in lower case, `job_executed`; ours alike, `run_started`.
QString eventName(EventCode code);

/// `code`, `event`, `time`, and of its other fields those that it has.
QJsonObject eventObject(const SchedulerEvent &event, Instant now);

} // namespace carillon
