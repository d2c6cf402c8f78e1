// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/plan.h"

namespace carillon {

// What becomes of runs whose conditions do not hold. Most are Skipped. What would be lost for good,
// the last due time of a trigger, a retry, or a start after other jobs, is held: it stays Queued
// and is looked at again every minute, until its grace is over.

/// When a held run is looked at again that should have started at `from`; nothing if its grace is
/// over.
std::optional<Instant> nextLook(const Rules &rules, Instant from, Instant now);

/// Holds or skips what would run, because the condition called `unmet` does not hold at `now`.
void holdBack(const Job &job, const QString &unmet, Instant now, Plan &plan);

} // namespace carillon
