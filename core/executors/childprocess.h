// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/processtree.h"
#include "core/executors/spawnedprocess.h"

#include <QDeadlineTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace carillon {

class TreePursuit;

/// One child process in a process group of its own, with everything it starts.
///
/// The child begins with default signals, the descriptor limit Carillon was started with, and
/// descriptors 0 to 2 only. Destroying it ends its tree by force.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override;

    /// Leads to started() and ended(), or to failedToStart(); these may come from inside. Blocks
    /// for the millisecond that exec takes. `kept` is one more descriptor the child may see.
    void start(const Launch &launch, int kept = -1);

    bool isRunning() const { return m_process.isRunning(); }
    bool hasStarted() const { return m_hasStarted && isRunning(); }
    /// Once it has started.
    const std::optional<ProcessIdentity> &identity() const { return m_process.identity(); }

    /// Ends the whole tree, politely first, by force after `patience`; ended() then waits for all
    /// of it. Only the first call counts.
    void end(std::chrono::milliseconds patience);

    /// Reports what the pipes hold at this moment.
    void drain() { m_process.drain(); }

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
    friend class TreePursuit;
    void processEnded(const ProcessEnd &end);
    void beginTree();
    bool pursue(const ProcessTable &table);
    void tellEnd();

    SpawnedProcess m_process;
    bool m_hasStarted = false;
    ProcessMark m_mark = 0;
    std::optional<ProcessEnd> m_end;
    std::optional<ProcessTree> m_tree;      ///< while it is being ended
    std::shared_ptr<TreePursuit> m_pursuit; ///< the same while
    QDeadlineTimer m_patience;
    QDeadlineTimer m_surrender;
};

} // namespace carillon
