// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/messageintake.h"
#include "core/channels/redisconnection.h"

#include <memory>

namespace carillon {

class RedisSource;

/// Messages that come by way of a Redis server, published or in a list. Comes back by itself when
/// the server is lost, with ever longer pauses; nothing else waits for it.
///
/// Lives in the engine thread.
class RedisChannel : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedisChannel)

public:
    struct Options
    {
        RedisAddress address = {};
        QString name = QStringLiteral("kinit_queue"); ///< of the channel or list
        bool isList = false;
        Backoff::Length firstDelay{1000};
        Backoff::Length longestDelay{30'000};
        std::chrono::milliseconds patience{10'000}; ///< for an answer
    };

    /// `clock` must outlive it.
    RedisChannel(MessageIntake::Handler handler, Options options, const Clock &clock,
                 QObject *parent = nullptr);
    ~RedisChannel() override;

    void start();

    ChannelHealth health() const;

signals:
    void stateChanged(carillon::ChannelHealth::State state);

private:
    void open();
    void logIn();
    /// Sends a command whose failure ends the attempt.
    void require(const QByteArrayList &words, std::function<void()> then);
    void begin();
    void waitAfter(const QString &problem);
    void setState(ChannelHealth::State state);

    Options m_options;
    const Clock &m_clock;
    RedisConnection m_connection;
    MessageIntake m_intake;
    std::unique_ptr<RedisSource> m_source;
    Backoff m_backoff;
    QTimer m_timer;
    ChannelHealth::State m_state = ChannelHealth::State::Connecting;
    Instant m_since;
    std::optional<Instant> m_retryAt;
    QString m_problem;
};

} // namespace carillon
