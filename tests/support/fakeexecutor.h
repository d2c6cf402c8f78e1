// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <QList>
#include <QPromise>

#include <algorithm>
#include <deque>
#include <new>

namespace carillon {

/// Starts nothing; the test says when a run starts, writes and ends.
class FakeExecutor final : public Executor
{
public:
    void start(const RunRequest &request) override
    {
        if (request.job == throwsFor)
            throw std::bad_alloc();
        requests.append(request);
        running.append(request.run);
        emit started(request.run);
    }
    QFuture<Result<>> check(const Action &action) override
    {
        checked.append(action);
        QPromise<Result<>> &answer = m_checks.emplace_back();
        answer.start();
        const QFuture<Result<>> future = answer.future();
        if (!holdsChecks)
            answerChecks();
        return future;
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

    /// Answers the checks that are held.
    void answerChecks()
    {
        for (QPromise<Result<>> &answer : std::exchange(m_checks, {})) {
            answer.addResult(refusal ? Result<>(*refusal) : Result<>());
            answer.finish();
        }
    }

    JobId throwsFor;
    QList<RunRequest> requests;
    QList<RunId> running;
    QList<RunId> cancelled;
    QList<Action> checked;
    std::optional<Error> refusal; ///< the answer to checks
    bool holdsChecks = false;

private:
    std::deque<QPromise<Result<>>> m_checks;
};

} // namespace carillon
