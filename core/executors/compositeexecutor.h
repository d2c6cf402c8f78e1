// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <QHash>

#include <memory>

namespace carillon {

/// Hands each action to the executor that can do it: child processes, Python workers, the
/// network, or the thread pool.
class CompositeExecutor final : public Executor
{
    Q_OBJECT

public:
    CompositeExecutor(std::unique_ptr<Executor> processes, std::unique_ptr<Executor> python,
                      std::unique_ptr<Executor> http, std::unique_ptr<Executor> pool,
                      QObject *parent = nullptr);

    void start(const RunRequest &request) override;
    bool isOverAtOnce(const Action &action) const override;
    void cancel(RunId run) override;
    QFuture<Result<>> check(const Action &action) override;
    int endLeftovers(const std::vector<Run> &runs) override;
    void abandonAll() override;

private:
    Executor &executorFor(const Action &action) const;

    std::unique_ptr<Executor> m_processes;
    std::unique_ptr<Executor> m_python;
    std::unique_ptr<Executor> m_http;
    std::unique_ptr<Executor> m_pool;
    QHash<RunId, Executor *> m_running;
};

} // namespace carillon
