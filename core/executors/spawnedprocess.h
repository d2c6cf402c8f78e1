// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/launch.h"
#include "core/executors/processend.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace carillon {

/// A child process with the pipes of its output, without a thought for what it starts in turn: see
/// ChildProcess. Every system has its own: spawnedprocess_linux.cpp, …_qt.cpp.
class SpawnedProcess : public QObject
{
    Q_OBJECT

public:
    explicit SpawnedProcess(QObject *parent = nullptr);
    /// The process should have ended.
    ~SpawnedProcess() override;

    /// Leads to started() and ended(), or to failedToStart(); these may come from inside.
    void start(const Launch &launch, int kept);

    /// Started, and not yet waited for.
    bool isRunning() const;
    const std::optional<ProcessIdentity> &identity() const;
    /// Reports what the pipes hold at this moment.
    void drain();
    /// Blocks until the process has ended, or for so long; no signal tells of it.
    void waitForEnd(std::chrono::milliseconds most);

    /// Keeps the orphans of this thread's runs waited for, as long as it is held.
    static std::shared_ptr<QObject> keepWatch();

signals:
    void started();
    void failedToStart(const QString &why);
    void wroteOutput(const QByteArray &bytes);
    void wroteErrors(const QByteArray &bytes);
    /// After the last of its output.
    void ended(const carillon::ProcessEnd &end);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace carillon
