// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QStringList>

namespace carillon::ui {

/// What an action runs, as a person would type it: `python3 'my script.py' --fast`.
QString actionText(const Action &action);

/// Where and with what: folder, number of environment variables, input; one sentence each.
QStringList surroundingsText(const Action &action);

/// When up to `count` runs start, for the job's next due time and those after it.
std::vector<Instant> upcomingTimes(const Job &job, int count);

} // namespace carillon::ui
