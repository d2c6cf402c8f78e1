// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"

#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace carillon {

class PythonWorker;

/// Calls Python functions in a pool of worker processes that stay warm: started on demand, at most
/// ExecutorOptions::maxWorkers, one call at a time each; further calls wait in order.
///
/// What the function prints goes to the run's log; return value, exception and traceback come
/// back as data over a pipe of their own. A call that times out or is stopped takes its worker's
/// process tree with it, and a fresh worker takes its place. `executor: processpool` means a fresh
/// interpreter for that call. `sys.path` begins with the workspace, which is also the working
/// folder; modules of the workspace are loaded anew when their files have changed. Coroutines are
/// run to their end. `sys.exit()` and `sys.exit(0)` end a call well, any other SystemExit is a
/// failure.
///
/// What a call leaves behind (threads, child processes) lives on with its worker, and what it
/// prints goes to the log of the call that runs then: use processpool where that matters.
class PythonExecutor final : public Executor
{
    Q_OBJECT

public:
    explicit PythonExecutor(ExecutorOptions options, QObject *parent = nullptr);
    ~PythonExecutor() override;

    void start(const RunRequest &request) override;
    void cancel(RunId run) override;
    void abandonAll() override;

private:
    void dispatch();
    /// An idle worker or a new one; null if the pool is full and busy.
    PythonWorker *workerFor(const RunRequest &request);
    PythonWorker *idleWorker() const;
    PythonWorker *addWorker();
    void remove(PythonWorker *worker);
    void finish(PythonWorker *worker, RunId run, const RunOutcome &outcome);

    ExecutorOptions m_options;
    std::vector<std::unique_ptr<PythonWorker>> m_workers;
    std::deque<RunRequest> m_waiting;
    QTimer m_dispatchTimer;
};

} // namespace carillon
