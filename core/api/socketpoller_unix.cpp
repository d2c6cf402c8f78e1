// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socketpoller.h"

#include <QSocketNotifier>

namespace carillon {

/// What every Unix has: two notifiers for each socket.
struct SocketPoller::Watch
{
    Watch(int socket) : read(socket, QSocketNotifier::Read), write(socket, QSocketNotifier::Write)
    {
    }

    QSocketNotifier read;
    QSocketNotifier write;
};

SocketPoller::SocketPoller(QObject *parent) : QObject(parent) {}

SocketPoller::~SocketPoller()
{
    qDeleteAll(m_watches);
}

void SocketPoller::watch(int socket, Listener &listener, bool read, bool write)
{
    Watch *&watch = m_watches[socket];
    if (!watch) {
        watch = new Watch(socket);
        connect(&watch->read, &QSocketNotifier::activated, this, [this, &listener] {
            emit started();
            listener.becameReadable();
            emit finished();
        });
        connect(&watch->write, &QSocketNotifier::activated, this, [this, &listener] {
            emit started();
            listener.becameWritable();
            emit finished();
        });
    }
    watch->read.setEnabled(read);
    watch->write.setEnabled(write);
}

void SocketPoller::forget(int socket)
{
    if (Watch *watch = m_watches.take(socket)) {
        watch->read.setEnabled(false);
        watch->write.setEnabled(false);
        watch->read.disconnect();
        watch->write.disconnect();
        QMetaObject::invokeMethod(
            this, [watch] { delete watch; }, Qt::QueuedConnection);
    }
}

void SocketPoller::dispatch() {}

void SocketPoller::dispatch(int, unsigned) {}

} // namespace carillon
