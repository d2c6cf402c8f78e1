// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace carillon {

/// What happens when a job falls due while as many of its runs as allowed are still going on.
enum class OverlapRule : std::uint8_t {
    Skip,    ///< the due time is recorded as Skipped; APScheduler's way
    Queue,   ///< it waits for its turn, in order, up to `mostQueued` of them
    Replace, ///< the oldest run is stopped, the new one starts once it has ended
};

/// What happens to due times that passed while nobody looked (asleep, paused, not running).
enum class MissedRule : std::uint8_t {
    RunOnce, ///< the last one runs if it is within the grace, the others are recorded as Missed
    RunAll,  ///< each one within the grace runs, the newest `mostCatchUps` of them
    Skip,    ///< none runs
};

/// Which ends of a job let another one start.
enum class AfterEnd : std::uint8_t {
    Succeeded,
    Failed, ///< also timed out, stopped and interrupted
    Ended,  ///< any of the two
};

/// How often and when a failed or timed-out run is tried again. Before attempt n + 1 it waits
/// firstDelay · growth^(n − 1), at most longestDelay, plus up to `jitter`.
struct RetryRule
{
    /// Small, because every job has three of them; none is longer than 30 days.
    using Delay = std::chrono::duration<std::int32_t>;

    int count = 0;            ///< [retries] attempts after the first one
    Delay firstDelay{30};     ///< [retry_delay]
    double growth = 2;        ///< [retry_growth] 1 to 10
    Delay longestDelay{3600}; ///< [retry_delay_max]
    Delay jitter{0};          ///< [retry_jitter]

    bool operator==(const RetryRule &) const = default;
};

/// What most rules say; one list that all of them share.
inline QList<int> zeroOnly()
{
    static const QList<int> zero{0};
    return zero;
}

/// When a process that ended by itself has succeeded.
struct SuccessRule
{
    QList<int> exitCodes = zeroOnly(); ///< [success_exit_codes]
    QString contains = {};             ///< [success_output_contains] empty: not asked for
    QString lacks = {};                ///< [success_output_lacks] empty: not asked for

    bool operator==(const SuccessRule &) const = default;
};

/// What must hold of the machine when a run is to start; else it is Skipped. [only_if]
struct RunConditions
{
    bool network = false;                          ///< [network]
    bool mainsPower = false;                       ///< [mains_power]
    std::optional<std::chrono::seconds> idle = {}; ///< [idle] nobody has typed for so long

    bool operator==(const RunConditions &) const = default;
};

/// Starts a job once each of `jobs` has ended in the given way since it last started so. [after]
struct AfterRule
{
    QList<JobId> jobs = {};             ///< [jobs] empty: no such rule
    AfterEnd end = AfterEnd::Succeeded; ///< [when]

    bool operator==(const AfterRule &) const = default;
};

/// How a job behaves; wire names in brackets.
struct Rules
{
    OverlapRule overlap = OverlapRule::Skip; ///< [overlap]
    int maxInstances = 1;                    ///< [max_instances] side by side; at least 1
    int mostQueued = 10;                     ///< [max_queued] for OverlapRule::Queue; at least 1
    MissedRule missed = MissedRule::RunOnce; ///< [coalesce, missed]
    bool rerunInterrupted = false; ///< [rerun_interrupted] once more after a crash of the machine
    int mostCatchUps = 100;        ///< [max_catch_up] for MissedRule::RunAll; at least 1
    int priority = 0; ///< [priority] −100 to 100; the highest of those that wait starts first
    std::optional<std::chrono::seconds> grace =
        std::chrono::seconds(1); ///< [misfire_grace_time] at least 1 s; nothing: never too late
    std::optional<std::chrono::seconds> timeout = {}; ///< [timeout] counted from the start
    std::chrono::seconds stopDelay{10}; ///< [stop_delay] from the polite signal to force
    RetryRule retry = {};
    SuccessRule success = {};
    RunConditions conditions = {};
    AfterRule after = {};
    QString queue = {}; ///< [queue] shares the limit the settings give that name; empty: none

    bool operator==(const Rules &) const = default;
};

} // namespace carillon
