// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redisnotifiers.h"

#include <hiredis/async.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace carillon {

namespace {

void setOption(int socket, int level, int name, int value)
{
    ::setsockopt(socket, level, name, &value, sizeof value); // a local socket knows none of these
}

} // namespace

RedisNotifiers::RedisNotifiers(redisAsyncContext &context)
    : m_context(&context),
      m_read(context.c.fd, QSocketNotifier::Read),
      m_write(context.c.fd, QSocketNotifier::Write)
{
    m_read.setEnabled(false);
    m_write.setEnabled(false);
    // Either may free the context.
    connect(&m_read, &QSocketNotifier::activated, this, [this] {
        if (m_context)
            redisAsyncHandleRead(m_context);
    });
    connect(&m_write, &QSocketNotifier::activated, this, [this] {
        if (m_context)
            redisAsyncHandleWrite(m_context);
    });
}

void RedisNotifiers::attach(redisAsyncContext &context)
{
    ::fcntl(context.c.fd, F_SETFD, FD_CLOEXEC);
    auto &ev = context.ev;
    ev.data = new RedisNotifiers(context);
    ev.addRead = [](void *self) { static_cast<RedisNotifiers *>(self)->m_read.setEnabled(true); };
    ev.delRead = [](void *self) { static_cast<RedisNotifiers *>(self)->m_read.setEnabled(false); };
    ev.addWrite = [](void *self) { static_cast<RedisNotifiers *>(self)->m_write.setEnabled(true); };
    ev.delWrite = [](void *self) {
        static_cast<RedisNotifiers *>(self)->m_write.setEnabled(false);
    };
    ev.cleanup = cleanUp;
}

/// Called before the socket is closed, maybe by one of the notifiers.
void RedisNotifiers::cleanUp(void *notifiers)
{
    auto *self = static_cast<RedisNotifiers *>(notifiers);
    self->m_context = nullptr;
    self->m_read.setEnabled(false);
    self->m_write.setEnabled(false);
    self->deleteLater();
}

void RedisNotifiers::keepAlive(redisAsyncContext &context)
{
    const int socket = context.c.fd;
    setOption(socket, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef TCP_KEEPIDLE
    setOption(socket, IPPROTO_TCP, TCP_KEEPIDLE, 30);
    setOption(socket, IPPROTO_TCP, TCP_KEEPINTVL, 10);
    setOption(socket, IPPROTO_TCP, TCP_KEEPCNT, 3);
#endif
}

} // namespace carillon
