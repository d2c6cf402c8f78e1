// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <QTimer>

#include <memory>
#include <vector>

namespace carillon {

class ChildProcess;

/// Ends the trees of all children of one thread that are to be ended, in rounds: one look at the
/// machine's processes serves them all.
class TreePursuit : public QObject
{
    Q_OBJECT

public:
    /// The one of this thread; it exists as long as somebody holds it.
    static std::shared_ptr<TreePursuit> ofThisThread();

    /// Until its pursue() says that it is over, or remove(). The first round is in the next turn
    /// of the event loop.
    void add(ChildProcess &child);
    void remove(ChildProcess &child);
    /// Something has changed: the next round comes soon.
    void hasten();

private:
    TreePursuit();
    void goRound();

    std::vector<ChildProcess *> m_children;
    QTimer m_timer;
};

} // namespace carillon
