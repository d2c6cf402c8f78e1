// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"

#include <deque>
#include <memory>
#include <vector>

namespace carillon {

/// Calls Python functions in a pool of worker processes that stay warm: started on demand, at most
/// ExecutorOptions::maxWorkers, one call at a time each; further calls wait in order.
///
/// What the function prints goes to the run's log; return value, exception and traceback come
/// back as data over a pipe of their own. A call that times out or is stopped takes its worker's
/// process tree with it, and a fresh worker takes its place. `executor: processpool` means a fresh
/// interpreter for that call. `sys.path` begins with the workspace.
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
    class Worker;
    ExecutorOptions m_options;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::deque<RunRequest> m_waiting;
};

} // namespace carillon
