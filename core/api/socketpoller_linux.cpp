// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socketpoller.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <sys/epoll.h>
#include <unistd.h>

namespace carillon {

struct SocketPoller::Watch
{
    Listener *listener = nullptr;
    unsigned events = 0;
};

SocketPoller::SocketPoller(QObject *parent)
    : QObject(parent),
      m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        qFatal("no epoll: error %d", errno);
    auto *notifier = new QSocketNotifier(m_epoll, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, qOverload<>(&SocketPoller::dispatch));
}

SocketPoller::~SocketPoller()
{
    qDeleteAll(m_watches);
    ::close(m_epoll);
}

void SocketPoller::watch(int socket, Listener &listener, bool read, bool write)
{
    Watch *&watch = m_watches[socket];
    epoll_event event = {};
    event.events = (read ? EPOLLIN : 0u) | (write ? EPOLLOUT : 0u);
    event.data.fd = socket;
    if (watch && watch->events == event.events)
        return;
    ::epoll_ctl(m_epoll, watch ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event);
    if (!watch)
        watch = new Watch;
    *watch = {&listener, event.events};
}

void SocketPoller::forget(int socket)
{
    if (const Watch *watch = m_watches.take(socket)) {
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
        delete watch;
    }
}

void SocketPoller::dispatch()
{
    std::array<epoll_event, 128> ready;
    const int count = ::epoll_wait(m_epoll, ready.data(), int(ready.size()), 0);
    emit started();
    for (int i = 0; i < count; ++i)
        dispatch(ready[size_t(i)].data.fd, ready[size_t(i)].events);
    emit finished();
}

void SocketPoller::dispatch(int socket, unsigned events)
{
    const Watch *watch = m_watches.value(socket); // others may have ended it in this turn
    if (!watch)
        return;
    Listener &listener = *watch->listener;
    const bool isBroken = (events & (EPOLLERR | EPOLLHUP)) != 0;
    const bool reads = (watch->events & EPOLLIN) != 0;
    const bool writes = (watch->events & EPOLLOUT) != 0;
    if (isBroken && !reads && !writes) {
        forget(socket); // or it would be told for ever
        return listener.becameUseless();
    }
    if (writes && (isBroken || (events & EPOLLOUT)))
        listener.becameWritable();
    if (m_watches.value(socket) == watch && reads && (isBroken || (events & EPOLLIN)))
        listener.becameReadable();
}

} // namespace carillon
