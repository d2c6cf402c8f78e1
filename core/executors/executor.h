// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "core/jobs/ids.h"
#include "core/jobs/run.h"
#include "core/util/result.h"

#include <QObject>

#include <QFuture>

#include <chrono>
#include <optional>
#include <vector>

namespace carillon {

/// Everything an executor needs to know to do one run; a copy, so that editing the job meanwhile
/// changes nothing.
struct RunRequest
{
    RunId run = {};
    JobId job = {};
    std::optional<Instant> due = {};
    int attempt = 1;
    Action action = {};
    QString executor = {};
    std::optional<std::chrono::seconds> timeout = {};
    std::chrono::seconds stopDelay{10};
    QList<int> successCodes = {0}; ///< exit codes of a process that count as success
    bool freshInterpreter = false; ///< a Python call gets one of its own, ended with the call
};

/// Does actions. Lives in the engine thread, never blocks it, and reports by signals, never from
/// inside start() or cancel().
class Executor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Leads to started() (unless it cannot be started) and then exactly one finished().
    virtual void start(const carillon::RunRequest &request) = 0;

    /// Whether the action is over, successfully and silently, as soon as it has begun: its run need
    /// not be started at all. The default says no.
    virtual bool isOverAtOnce(const carillon::Action &action) const;

    /// Asks the run to end, politely first, by force after its stopDelay. Its outcome is then
    /// Stopped. Unknown and finished runs are ignored.
    virtual void cancel(carillon::RunId run) = 0;

    /// Whether the action can be done at all, as far as somebody has to try that out: a Python
    /// function that exists and takes these arguments. The default has no doubts.
    virtual QFuture<Result<>> check(const carillon::Action &action);

    /// What a previous life of the program left running: ends it, with everything it started, by
    /// force, and returns when nothing of it is left. `runs` are those it had begun; their
    /// processes are recognised by number, start time and boot, and by the mark in their
    /// environment. Returns how many processes were ended.
    virtual int endLeftovers(const std::vector<carillon::Run> &runs);

    /// Ends all runs at once, by force, and returns when nothing is left running. No finished()
    /// follows: whoever abandons runs knows what to record.
    virtual void abandonAll() = 0;

signals:
    /// `process` is empty where there is none.
    void started(carillon::RunId run, const std::optional<carillon::ProcessIdentity> &process = {});
    void wroteOutput(carillon::RunId run, const QByteArray &bytes);
    void wroteErrors(carillon::RunId run, const QByteArray &bytes);
    void finished(carillon::RunId run, const carillon::RunOutcome &outcome);
};

} // namespace carillon
