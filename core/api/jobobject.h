// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"

#include <QJsonObject>

namespace carillon {

/// A job as the API shows it: the keys of the older server with its formats, and more. One that
/// pends has no next time and no limits yet.
QJsonObject jobObject(const JobOverview &overview, bool isPending);

/// `scheduled`, `running`, `queued`, `paused`, `finished`, `manual`, `needs_fixing`.
QString jobStateWord(JobState state);

} // namespace carillon
