// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/launch.h"
#include "core/executors/processtree.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace carillon {

/// How a child process ended, and what a stop took with it.
struct ProcessEnd
{
    std::optional<int> exitCode = {};
    std::optional<int> signal = {};
    int processesEnded = 0;
    int processesForced = 0;
};

/// One child process in a session of its own, with everything it starts.
///
/// The child begins with default signals, the descriptor limit Carillon was started with, and
/// descriptors 0 to 2 only. Destroying it ends its tree by force.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    /// Leads to started() and ended(), or to failedToStart(). Blocks for the millisecond that exec
    /// takes. `kept` is one more descriptor the child may see.
    void start(const Launch &launch, int kept = -1);

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    bool hasStarted() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }

    /// Ends the whole tree, politely first, by force after `patience`; ended() then waits for all
    /// of it. Only the first call counts.
    void end(std::chrono::milliseconds patience);

    /// Reports what the pipes hold at this moment.
    void drain();

    /// Ends the trees of all these by force and waits for them; none of them emits anything again.
    static void abandon(const std::vector<ChildProcess *> &children);

signals:
    void started();
    /// `why` is the system's own text.
    void failedToStart(const QString &why);
    void wroteOutput(const QByteArray &bytes);
    void wroteErrors(const QByteArray &bytes);
    void ended(const carillon::ProcessEnd &end);

private:
    void processFinished(int code, QProcess::ExitStatus status);
    void pursue();

    QProcess m_process;
    QByteArray m_mark;
    std::optional<ProcessEnd> m_end;
    std::optional<ProcessTree> m_tree; ///< while it is being ended
    QDeadlineTimer m_patience;
    QDeadlineTimer m_surrender;
    QTimer m_pursuit;
    /// When the tree last changed by what we know or did; older tables say nothing about it.
    std::chrono::steady_clock::time_point m_lastChange;
};

} // namespace carillon
