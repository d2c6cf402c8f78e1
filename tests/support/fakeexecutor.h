// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <QList>

#include <algorithm>

namespace carillon {

/// Starts nothing; the test says when a run starts, writes and ends.
class FakeExecutor final : public Executor
{
public:
    void start(const RunRequest &request) override
    {
        requests.append(request);
        running.append(request.run);
        emit started(request.run);
    }
    void cancel(RunId run) override { cancelled.append(run); }
    void abandonAll() override { running.clear(); }

    void finish(RunId run, RunState state = RunState::Success)
    {
        running.removeOne(run);
        RunOutcome outcome;
        outcome.state = state;
        emit finished(run, outcome);
    }
    void finishAll()
    {
        const QList<RunId> all = running;
        for (const RunId run : all)
            finish(run);
    }
    void write(RunId run, const QByteArray &bytes) { emit wroteOutput(run, bytes); }

    QList<RunRequest> requests;
    QList<RunId> running;
    QList<RunId> cancelled;
};

} // namespace carillon
