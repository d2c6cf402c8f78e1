// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <QTime>

namespace carillon {

// The words in which explain() tells its facts.

QTime timeOfDay(Instant instant, const Zone &zone);
/// `41 min`: rounded down to what matters.
QString lengthText(Duration length);
QString absenceText(Absence absence);
QString ruleText(MissedRule rule);
QString recordText(RunState state);

} // namespace carillon
