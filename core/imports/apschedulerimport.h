// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/importplan.h"

namespace carillon {

/// The list of jobs that flask-apscheduler answers `GET /scheduler/jobs` with. It does not tell
/// everything; where that matters, the entry says so. `zone` is the one jobs are read in here.
/// Fails only if it is no array.
Result<ImportPlan> planFromApscheduler(const QByteArray &json, const Zone &zone);

} // namespace carillon
