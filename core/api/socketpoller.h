// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace carillon {

/// Waits for many sockets at once, and tells of all that are ready in one turn of the event loop.
///
/// The loop of a thread with a QSocketNotifier for each socket asks the system about each of them
/// in each turn, which with GLib's loop costs more than the requests themselves. On Linux the loop
/// sees a single descriptor here, that of epoll.
class SocketPoller : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SocketPoller)

public:
    /// Whoever wants to know of a socket.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void becameReadable() = 0;
        virtual void becameWritable() = 0;
        /// The connection has broken while nothing was asked for.
        virtual void becameUseless() = 0;
    };

    explicit SocketPoller(QObject *parent = nullptr);
    ~SocketPoller() override;

    /// Replaces what was asked for before. `listener` must forget() before it ends.
    void watch(int socket, Listener &listener, bool read, bool write);
    void forget(int socket);

signals:
    /// Sockets are ready; told of one by one before finished().
    void started();
    void finished();

private:
    struct Watch;

    void dispatch();
    void dispatch(int socket, unsigned events);

    QHash<int, Watch *> m_watches;
    int m_epoll = -1;
};

} // namespace carillon
