// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"

#include <QTimer>

#include <deque>
#include <memory>
#include <unordered_map>

namespace carillon {

/// Runs programs and scripts as child processes, each in a session of its own, so that a stop or
/// time-out ends its whole tree: politely, then by force after the run's stopDelay.
///
/// The child sees descriptors 0 to 2 only, the user's environment with CARILLON_JOB_ID, _RUN_ID,
/// _SCHEDULED_TIME and _ATTEMPT added, and an empty stdin unless the action has input. A run ends
/// when its process ends, whoever still holds its pipes.
class ProcessExecutor final : public Executor
{
    Q_OBJECT

public:
    explicit ProcessExecutor(ExecutorOptions options, QObject *parent = nullptr);
    ~ProcessExecutor() override;

    void start(const RunRequest &request) override;
    void cancel(RunId run) override;
    void abandonAll() override;

private:
    class Child;

    void launchSome();
    void launch(const RunRequest &request);
    void finish(RunId run, const RunOutcome &outcome);

    ExecutorOptions m_options;
    std::deque<RunRequest> m_waiting; ///< to be started in the next turns of the event loop
    QTimer m_launchTimer;
    std::unordered_map<qint64, std::unique_ptr<Child>> m_children;
};

} // namespace carillon
