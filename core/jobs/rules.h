// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace carillon {

/// What happens when a job falls due while it is still running.
enum class OverlapRule : std::uint8_t {
    Skip, ///< up to `maxInstances` side by side, then the due time is recorded as Skipped
    // Queue, Replace: not offered until the scheduler can keep them.
};

/// What happens to due times that passed while nobody looked (asleep, paused, not running).
enum class MissedRule : std::uint8_t {
    RunOnce, ///< the last one runs if it is within the grace, the others are recorded as Missed
    RunAll,  ///< each one within the grace runs
    Skip,    ///< none runs
};

/// How a job behaves; wire names in brackets.
struct Rules
{
    OverlapRule overlap = OverlapRule::Skip;
    int maxInstances = 1;                    ///< [max_instances] at least 1
    MissedRule missed = MissedRule::RunOnce; ///< [coalesce, missed]
    std::optional<std::chrono::seconds> grace =
        std::chrono::seconds(1); ///< [misfire_grace_time] at least 1 s; nothing: never too late
    std::optional<std::chrono::seconds> timeout = {}; ///< [timeout] counted from the start
    std::chrono::seconds stopDelay{10}; ///< [stop_delay] from the polite signal to force

    bool operator==(const Rules &) const = default;
};

} // namespace carillon
