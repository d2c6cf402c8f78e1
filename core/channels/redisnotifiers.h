// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

struct redisAsyncContext;

namespace carillon {

/// Lets Qt's event loop drive a context of hiredis.
class RedisNotifiers : public QObject
{
    Q_OBJECT

public:
    /// Goes with the context.
    static void attach(redisAsyncContext &context);

    /// Notices within a minute that a server is gone without a word; jobs do not inherit its
    /// socket.
    static void keepAlive(redisAsyncContext &context);

private:
    explicit RedisNotifiers(redisAsyncContext &context);

    static void cleanUp(void *notifiers);

    redisAsyncContext *m_context; ///< null once it is gone
    QSocketNotifier m_read;
    QSocketNotifier m_write;
};

} // namespace carillon
