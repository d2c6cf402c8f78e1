// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <memory>

namespace carillon {

/// Does the actions that need no process (log, sleep, noop) on a QThreadPool of its own.
class PoolExecutor final : public Executor
{
    Q_OBJECT

public:
    explicit PoolExecutor(int maxThreads, QObject *parent = nullptr);
    ~PoolExecutor() override;

    void start(const RunRequest &request) override;
    bool isOverAtOnce(const Action &action) const override;
    void cancel(RunId run) override;
    void abandonAll() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace carillon
