// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/runfacts.h"
#include "core/util/rare.h"

#include <QJsonValue>

#include <cstdint>

namespace carillon {

/// Where a run stands. The numbers are stored; never renumber.
enum class RunState : std::uint8_t {
    Queued = 0,
    Running = 1,
    Success = 2,
    Failed = 3,
    TimedOut = 4,
    Stopped = 5,
    Missed = 6,      ///< not started: too late
    Skipped = 7,     ///< not started: a rule forbade it
    Interrupted = 8, ///< the program or the computer went down meanwhile
};

/// Why a run came about. The numbers are stored; never renumber.
enum class RunCause : std::uint8_t {
    Schedule = 0,
    CatchUp = 1, ///< due earlier, started late under the missed-run rule
    Manual = 2,  ///< by hand; `Run::by` says whose
    Api = 3,     ///< a caller of the HTTP API; `Run::by` is the name of its login or token
    Retry = 4,   ///< a further attempt of run `Run::source`
    After = 5,   ///< because run `Run::source` of another job ended
    Rerun = 6,   ///< once more, because run `Run::source` was interrupted
};

/// Who asks for a run.
struct Caller
{
    RunCause cause = RunCause::Manual; ///< Manual or Api
    QString by = {};                   ///< see Run::by

    bool operator==(const Caller &) const = default;
};

/// A process that cannot be mistaken for another one: a number alone is used again.
struct ProcessIdentity
{
    qint64 pid = 0;
    qint64 startTime = 0; ///< as the system counts it: clock ticks since boot on Linux
    QString boot = {};    ///< names the boot of the machine

    bool operator==(const ProcessIdentity &) const = default;
};

/// What became of an execution, as its executor tells it.
struct RunOutcome
{
    RunState state = RunState::Success; ///< Success, Failed, TimedOut or Stopped
    std::optional<int> exitCode = {};
    std::optional<int> signal = {}; ///< the signal that ended the process (Unix)
    QString reason = {};            ///< one translated sentence where it did not succeed
    QJsonValue returnValue = QJsonValue::Undefined; ///< of Python; of HTTP the status
    QString exception = {};                         ///< `ValueError: no such file`
    QString traceback = {};
    int processesEnded = 0;  ///< by a stop or time-out
    int processesForced = 0; ///< of these, the ones that did not heed the polite signal
    // What it used, where the platform tells.
    std::optional<Duration> userTime = {};
    std::optional<Duration> systemTime = {};
    std::optional<qint64> peakMemory = {}; ///< bytes

    bool operator==(const RunOutcome &) const = default;
};

/// One execution, or the record that due times were missed or skipped.
struct Run
{
    RunId id;
    JobId job;
    QString jobName = {}; ///< as it was then
    RunState state = RunState::Queued;
    RunCause cause = RunCause::Schedule;
    QString by = {};                  ///< who asked for it, where somebody did
    std::optional<RunId> source = {}; ///< the run it follows from; for a retry the first attempt
    std::optional<Instant> due = {};  ///< nothing if it uses up no due time
    /// Grows when the clock is set back, so that a due time may come again.
    int epoch = 0;
    int attempt = 1;
    /// Waits until then although it is decided: a retry. Survives a restart, unlike other queued
    /// runs.
    std::optional<Instant> notBefore = {};
    std::optional<Instant> started = {};
    std::optional<Instant> ended = {};
    Rare<ProcessIdentity> process = {}; ///< of a run that is going on
    RunOutcome outcome = {};
    Rare<RunFacts> facts = {}; ///< nothing if it went as planned
    /// For Missed and Skipped rows that stand for many due times: their number, and the last one.
    int dueCount = 1;
    std::optional<Instant> lastDue = {};
    qint64 outputSize = 0; ///< bytes written by the process, kept or not
    QByteArray tail = {};  ///< the last 64 KiB of output; filled only when one run is asked for

    bool isActive() const { return state == RunState::Queued || state == RunState::Running; }

    bool operator==(const Run &) const = default;
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::Run)
