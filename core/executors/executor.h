// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "core/jobs/ids.h"
#include "core/jobs/run.h"

#include <QObject>

#include <chrono>
#include <optional>

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

    /// Asks the run to end, politely first, by force after its stopDelay. Its outcome is then
    /// Stopped. Unknown and finished runs are ignored.
    virtual void cancel(carillon::RunId run) = 0;

    /// Ends all runs at once, by force, and returns when nothing is left running. No finished()
    /// follows: whoever abandons runs knows what to record.
    virtual void abandonAll() = 0;

signals:
    void started(carillon::RunId run);
    void wroteOutput(carillon::RunId run, const QByteArray &bytes);
    void wroteErrors(carillon::RunId run, const QByteArray &bytes);
    void finished(carillon::RunId run, const carillon::RunOutcome &outcome);
};

} // namespace carillon
