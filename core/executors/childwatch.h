// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/processmark.h"

#include <QObject>

#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace carillon {

/// Who wants to hear from a ChildWatch.
class ChildListener
{
public:
    virtual ~ChildListener() = default;
    /// There is something to read, or the other end is closed.
    virtual void isReady(int descriptor) = 0;
    /// A process with the listener's mark has at some time used that many bytes of memory.
    virtual void sawPeakMemory(qint64 bytes) = 0;
};

/// Looks after the children of one thread, on Linux: wakes listeners when descriptors are ready,
/// measures memory every two seconds, and waits for orphans.
///
/// One descriptor stands for all of theirs, so that the event loop costs the same with a thousand
/// children as with one.
class ChildWatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildWatch)

public:
    /// The one of this thread; it exists as long as somebody holds it.
    static std::shared_ptr<ChildWatch> ofThisThread();
    ~ChildWatch() override;

    void add(int descriptor, ChildListener &listener);
    /// Call before closing the descriptor.
    void remove(int descriptor);

    /// Measures the memory of what carries that mark, until forget().
    void measure(ProcessMark mark, ChildListener &listener);
    void forget(ProcessMark mark) { m_measured.erase(mark); }

private:
    ChildWatch();
    void dispatch();
    void look();
    void measureMemory();

    int m_epoll;
    QSocketNotifier m_notifier;
    QTimer m_timer;
    quint64 m_lastTicket = 0; ///< a descriptor's number is soon another's
    struct Place
    {
        int descriptor;
        ChildListener *listener;
    };
    std::unordered_map<quint64, Place> m_places; ///< by ticket
    std::unordered_map<int, quint64> m_tickets;
    std::unordered_map<ProcessMark, ChildListener *> m_measured;
};

} // namespace carillon
