// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/retry.h"

#include "core/triggers/jitter.h"

#include <algorithm>
#include <cmath>

namespace carillon {

std::optional<Duration> retryDelay(const RetryRule &rule, int attempt, std::uint64_t seed)
{
    if (attempt > rule.count)
        return {};
    // In floating point, where a thousandth doubling is at worst infinite.
    const double growth = std::min(std::pow(rule.growth, attempt - 1), 1e9);
    const double grown = double(rule.firstDelay.count()) * growth;
    const double bounded = std::min(grown, double(rule.longestDelay.count()));
    const auto delay = std::chrono::round<Duration>(std::chrono::duration<double>(bounded));
    const Instant asMember{Duration(attempt)}; // so that attempts differ
    return delay + jitterDelay(asMember, rule.jitter, seed);
}

std::optional<Run> retryOf(const Run &ended, const RetryRule &rule)
{
    Q_ASSERT(ended.ended);
    if (ended.state != RunState::Failed && ended.state != RunState::TimedOut)
        return {};
    const RunId first = ended.cause == RunCause::Retry ? *ended.source : ended.id;
    const std::uint64_t seed = jitterSeed(ended.job.text) + std::uint64_t(first.number);
    const auto delay = retryDelay(rule, ended.attempt, seed);
    if (!delay)
        return {};
    Run retry;
    retry.job = ended.job;
    retry.jobName = ended.jobName;
    retry.cause = RunCause::Retry;
    retry.by = ended.by;
    retry.source = first;
    retry.due = ended.due;
    retry.epoch = ended.epoch;
    retry.attempt = ended.attempt + 1;
    retry.notBefore = *ended.ended + *delay;
    return retry;
}

} // namespace carillon
