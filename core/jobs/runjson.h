// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <QJsonObject>

namespace carillon {

/// `queued`, `running`, `success`, `failed`, `timed out`, `stopped`, `missed`, `skipped`,
/// `interrupted`; the same in every language.
QString runStateWord(RunState state);

/// `schedule`, `catch-up`, `manual`, `api`, `retry`, `after`, `rerun`.
QString runCauseWord(RunCause cause);

/// A run with its facts, for programs: `id`, `job`, `name`, `state`, `cause`, `attempt`, `due`,
/// `started`, `ended` (ISO 8601, UTC), and where they exist `exit_code`, `signal`, `reason`,
/// `return_value`, `exception`, `traceback`, `due_count`, `last_due`, `output_size`.
QJsonObject runToJson(const Run &run);

} // namespace carillon
