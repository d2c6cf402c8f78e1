// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/logwalk.h"
#include "core/stores/runstore.h"
#include "core/time/clock.h"

namespace carillon {

class RunLogs;
class Store;
struct Changes;

/// What is kept of the past; 0 means without limit.
struct RetentionLimits
{
    int runsPerJob = 1000;
    int days = 90;
    qint64 outputBytes = 500'000'000; ///< of all log files together
};

/// Which of the oldest runs go: those beyond the number of runs or ended before `before`, but never
/// the last result of the job. Stops at the first that stays.
std::vector<JobHistory::Ended> prunable(const JobHistory &history, std::optional<Instant> before);

/// Forgets the past, a little at a time: runs beyond the limits of their job, be it paused or
/// deleted, with their logs; logs whose run is not on record; and the output of the oldest runs if
/// all of it together is too much. Such a run stays on record without its output, and the last
/// result of a job keeps the end of it.
///
/// Nothing is remembered from one sweep to the next: old data are found like new ones. All
/// references must outlive it. Lives in the engine thread.
class Retention
{
    Q_DISABLE_COPY_MOVE(Retention)

public:
    Retention(const Clock &clock, Store &store, RunLogs &logs, RetentionLimits limits);

    /// One step of a sweep, well under 50 ms. The answer is whether there is more to do; after
    /// that, or after an error, the next call begins a new sweep.
    Result<bool> step();

private:
    /// Only what is needed to find the oldest: there may be a million of them.
    struct Log
    {
        qint64 run;
        qint64 size;
        int month;

        static bool isYounger(const Log &a, const Log &b) { return a.run > b.run; }
    };
    enum class Phase { Runs, Files, Output };

    Result<bool> pruneRuns();
    Result<> pruneJob(const JobId &job, Changes &changes, QStringList &logs) const;
    Result<bool> walkFiles();
    Result<bool> pruneOutput();
    void endSweep();
    Result<bool> isLastResult(RunId run) const;

    const Clock &m_clock;
    Store &m_store;
    RunLogs &m_logs;
    const RetentionLimits m_limits;
    Phase m_phase = Phase::Runs;
    JobId m_lastJob;
    std::vector<JobId> m_jobs; ///< still to be looked at, the next one last
    std::optional<LogWalk> m_walk;
    std::vector<Log> m_found;
    qint64 m_outputBytes = 0;
};

} // namespace carillon
