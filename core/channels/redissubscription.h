// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/messageintake.h"
#include "core/channels/redissource.h"

namespace carillon {

class RedisConnection;

/// Hears what is published. What is published while nobody listens is lost, and so is what comes
/// faster than it can be done for long.
class RedisSubscription : public RedisSource
{
    Q_OBJECT

public:
    /// Both must outlive it.
    RedisSubscription(RedisConnection &connection, MessageIntake &intake, QByteArray channel,
                      QObject *parent = nullptr);

    void begin() override;
    void end() override {}
    void tell(ChannelHealth &health) const override;

private:
    void hear(const QByteArray &message);
    void goOn();

    RedisConnection &m_connection;
    MessageIntake &m_intake;
    QByteArray m_channel;
    std::deque<QByteArray> m_waiting;
    qsizetype m_waitingSize = 0; ///< bytes
    qint64 m_lost = 0;
};

} // namespace carillon
