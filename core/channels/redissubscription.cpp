// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redissubscription.h"

#include "core/channels/redisconnection.h"
#include "core/util/logging.h"

namespace carillon {

namespace {

constexpr std::size_t mostWaiting = 50'000;
constexpr qsizetype mostWaitingSize = 64 * 1024 * 1024;

} // namespace

RedisSubscription::RedisSubscription(RedisConnection &connection, MessageIntake &intake,
                                     QByteArray channel, QObject *parent)
    : RedisSource(parent),
      m_connection(connection),
      m_intake(intake),
      m_channel(std::move(channel))
{
}

void RedisSubscription::begin()
{
    m_connection.subscribe(
        m_channel, [this](const QByteArray &message) { hear(message); }, [this] { emit ready(); });
}

void RedisSubscription::hear(const QByteArray &message)
{
    if (m_waiting.size() >= mostWaiting || m_waitingSize + message.size() > mostWaitingSize) {
        if (m_lost++ == 0)
            log::channels().error("messages come faster than they can be done; some are lost");
        return;
    }
    m_waitingSize += message.size();
    m_waiting.push_back(message);
    goOn();
}

void RedisSubscription::goOn()
{
    if (m_intake.isBusy() || m_waiting.empty())
        return;
    const QByteArray message = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_waitingSize -= message.size();
    m_intake.take(message, false, [this](bool) { goOn(); });
}

void RedisSubscription::tell(ChannelHealth &health) const
{
    health.waiting += int(m_waiting.size());
    health.lost = m_lost;
}

} // namespace carillon
