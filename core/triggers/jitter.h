// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triggers/trigger.h"

namespace carillon {

// Jitter spreads the runs of jobs that are due at the same time. It is drawn by mixing bits, not by
// a random generator: the same on every machine and after every restart, for preview and engine.

/// What to draw with for the job or whatever else is called `name`.
std::uint64_t jitterSeed(QStringView name);

/// Between 0 and `longest`, both included, every microsecond as likely as another; differs from
/// member to member and from seed to seed.
Duration jitterDelay(Instant member, Duration longest, std::uint64_t seed);

/// When a run that is due at `member` starts: up to the trigger's jitter later, but always before
/// the next member, so that runs start in the order of their due times. An instant that is no
/// member of the trigger was chosen by somebody and stands.
Instant jitteredStart(const Trigger &trigger, Instant member, std::uint64_t seed);

} // namespace carillon
