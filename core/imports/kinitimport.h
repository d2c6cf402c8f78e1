// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/importplan.h"

namespace carillon {

/// Tasks of kinit as JSON: a list of task definitions as its API or an export of its database has
/// them, alone or in the envelope `{"data": …}`, or messages `{"operation": "add_job", "task": …}`.
/// What a task did in kinit is kept: its clocks are those of Asia/Shanghai, and a `*` behind which
/// nothing is given counts as not given. `local` is the zone of kinit's process, in which it reads
/// dates. Fails only if it is none of these.
Result<ImportPlan> planFromKinit(const QByteArray &json, const Zone &local);

} // namespace carillon
