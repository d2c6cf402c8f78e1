// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <cstdint>

namespace carillon {

/// How long after the end of attempt `attempt`, 1 being the first, the next one starts:
/// firstDelay · growth^(attempt − 1), at most longestDelay, plus a share of the jitter that is
/// always the same for the same `seed` and attempt. Nothing if all attempts are used up.
std::optional<Duration> retryDelay(const RetryRule &rule, int attempt, std::uint64_t seed);

/// The attempt that follows `ended`, waiting in state Queued and without an id; nothing if it
/// succeeded, was stopped or has used up its attempts. A retry belongs to what it retries: it has
/// the same due time and epoch, and the first attempt for its source.
std::optional<Run> retryOf(const Run &ended, const RetryRule &rule);

} // namespace carillon
