// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"
#include "core/executors/processmark.h"

#include <QProcessEnvironment>
#include <QTimer>

#include <deque>
#include <memory>
#include <unordered_map>

namespace carillon {

/// Runs programs and scripts as child processes, each in a process group of its own and
/// without a terminal. A stop or time-out ends its whole tree: politely, then by force after the
/// run's stopDelay.
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
    int endLeftovers(const std::vector<Run> &runs) override;
    void abandonAll() override;

private:
    class Child;

    void launchSome();
    void launch(const RunRequest &request);
    void finish(RunId run, const RunOutcome &outcome);

    ExecutorOptions m_options;
    QProcessEnvironment m_environment; ///< the user's own, as it was when we began
    ProfileMarks m_marks;
    std::shared_ptr<QObject> m_watch; ///< over the orphans of runs
    std::deque<RunRequest> m_waiting; ///< to be started in the next turns of the event loop
    QTimer m_launchTimer;
    std::unordered_map<qint64, std::unique_ptr<Child>> m_children;
};

} // namespace carillon
