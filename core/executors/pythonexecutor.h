// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"

#include <QPromise>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace carillon {

class PythonWorker;
struct PythonAnswer;
struct PythonCall;

/// Calls Python functions in a pool of worker processes that stay warm: started on demand, at most
/// ExecutorOptions::maxWorkers, one call at a time each; further calls wait in order.
///
/// What the function prints goes to the run's log; return value, exception and traceback come
/// back as data over a connection of their own. A call that times out or is stopped takes its
/// worker's process tree with it, and a fresh worker takes its place. A worker serves jobs with the
/// same interpreter and folders; RunRequest::freshInterpreter means one of its own for that call.
///
/// `sys.path` begins with the workspace, then the job's folders. The workspace is also the working
/// folder; modules found in either are loaded anew when their files have changed. Each call finds
/// working folder, environment, `sys.path`, streams and signal handlers as the first one did.
/// Coroutines are run to their end. `sys.exit()` and `sys.exit(0)` end a call well, any other
/// SystemExit is a failure.
///
/// What a call leaves behind (threads, child processes) lives on with its worker, and what it
/// prints goes to the log of the call that runs then: ask for a fresh interpreter where that
/// matters.
class PythonExecutor final : public Executor
{
    Q_OBJECT

public:
    explicit PythonExecutor(ExecutorOptions options, QObject *parent = nullptr);
    ~PythonExecutor() override;

    void start(const RunRequest &request) override;
    void cancel(RunId run) override;
    int endLeftovers(const std::vector<Run> &runs) override;
    void abandonAll() override;

    /// Imports the module, looks the callable up and compares the arguments with its signature; of
    /// a call expression, makes the instance. Takes ExecutorOptions::checkLimit at most. One at a
    /// time, and not held up by calls that go on: if need be with a worker of its own.
    QFuture<Result<>> check(const Action &action) override;

private:
    void dispatch();
    bool dispatchFrom(std::deque<PythonCall> &waiting);
    /// An idle worker or a new one; null if the pool is full and busy.
    PythonWorker *workerFor(const PythonCall &call);
    PythonWorker *idleWorker(const PythonCall *call) const;
    PythonWorker *addWorker(const PythonCall &call);
    void remove(PythonWorker *worker);
    void finish(PythonWorker *worker, RunId run, const PythonAnswer &answer);
    void answerCheck(RunId check, const PythonAnswer &answer);
    bool isFull() const;

    ExecutorOptions m_options;
    std::vector<std::unique_ptr<PythonWorker>> m_workers;
    std::deque<PythonCall> m_waiting;
    std::deque<PythonCall> m_waitingChecks;
    std::map<qint64, QPromise<Result<>>> m_checks; ///< by number, below zero as no run has
    qint64 m_lastCheck = 0;
    bool m_isChecking = false;
    QTimer m_dispatchTimer;
};

} // namespace carillon
