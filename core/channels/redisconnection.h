// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/redisaddress.h"
#include "core/channels/redisreply.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

struct redisAsyncContext;

namespace carillon {

/// A connection to a Redis server, driven by the event loop: nothing here waits.
///
/// A server that leaves a command unanswered for longer than `patience` counts as lost.
class RedisConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedisConnection)

public:
    using Reply = std::function<void(const RedisReply &)>;

    explicit RedisConnection(std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~RedisConnection() override;

    /// opened() or closed() follows, not before this returns.
    void open(const RedisAddress &address);
    bool isOpen() const { return m_isOpen; }
    /// closed() follows, not before this returns, unless it is closed already. Replies that are
    /// awaited never come.
    void close(const QString &why);

    /// Replies come in the order of the commands. Passed over while it is not open.
    void send(const QByteArrayList &words, Reply reply);
    /// `message` is called for each from now on, `done` once it has begun. No other command can
    /// follow on this connection.
    void subscribe(const QByteArray &channel, std::function<void(const QByteArray &)> message,
                   std::function<void()> done);

signals:
    void opened();
    /// `why` is for people.
    void closed(const QString &why);

private:
    struct Hooks; ///< what hiredis calls

    void connectTo(const QString &numericHost, quint16 port);
    void adopt(redisAsyncContext *context);
    void onConnected();
    void onLost(const QString &why);
    void onReply(const RedisReply &reply, const Reply &told);
    void onSubscribed(const RedisReply &reply);
    void awaitOne();
    void drop();

    redisAsyncContext *m_context = nullptr;
    bool m_isOpen = false;
    int m_attempt = 0; ///< so that a late name lookup is known as such
    int m_awaited = 0;
    QTimer m_patience; ///< from opening, or from a command, to an answer
    std::function<void(const QByteArray &)> m_message;
    std::function<void()> m_subscribed;
};

} // namespace carillon
