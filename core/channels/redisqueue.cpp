// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redisqueue.h"

#include "core/channels/redisconnection.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

namespace carillon {

RedisQueue::RedisQueue(RedisConnection &connection, MessageIntake &intake, QByteArray list,
                       std::chrono::milliseconds wait, QObject *parent)
    : RedisSource(parent),
      m_connection(connection),
      m_intake(intake),
      m_list(std::move(list)),
      m_processing(m_list + ":processing"),
      m_wait(QByteArray::number(double(wait.count()) / 1000))
{
}

void RedisQueue::begin()
{
    m_connection.send({"LRANGE", m_processing, "0", "-1"},
                      [this](const RedisReply &left) { takeUp(left); });
}

void RedisQueue::end()
{
    m_isOpen = false;
    m_isFetching = false;
    m_left.clear();
}

void RedisQueue::takeUp(const RedisReply &left)
{
    if (left.kind != RedisReply::Kind::List) {
        emit failed(QString::fromUtf8(left.text));
        return;
    }
    QByteArrayList known;
    for (auto item = left.items.rbegin(); item != left.items.rend(); ++item) {
        m_left.append(item->text);
        if (m_unacknowledged.removeOne(item->text))
            known.append(item->text);
    }
    m_unacknowledged = known; // of the others the server knows
    if (!m_left.isEmpty())
        log::channels().info("{} messages were left in {}", m_left.size(),
                             QString::fromUtf8(m_processing));
    m_isOpen = true;
    emit ready();
    goOn();
}

void RedisQueue::goOn()
{
    if (!m_isOpen || m_intake.isBusy())
        return;
    if (m_left.isEmpty())
        fetch();
    else
        goOnWithLeft();
}

void RedisQueue::goOnWithLeft()
{
    while (!m_left.isEmpty()) {
        const QByteArray message = m_left.takeFirst();
        if (!m_unacknowledged.removeOne(message))
            return take(message, true);
        acknowledge(message);
    }
    fetch();
}

void RedisQueue::fetch()
{
    if (std::exchange(m_isFetching, true))
        return;
    m_connection.send({"BLMOVE", m_list, m_processing, "RIGHT", "LEFT", m_wait},
                      [this](const RedisReply &reply) { onFetched(reply); });
}

void RedisQueue::onFetched(const RedisReply &reply)
{
    m_isFetching = false;
    if (reply.isFailure())
        emit failed(reply.text.contains("unknown command")
                        ? CoreText::tr("The list mode needs Redis 6.2 or newer.")
                        : QString::fromUtf8(reply.text));
    else if (reply.kind == RedisReply::Kind::Text)
        take(reply.text, false);
    else
        goOn();
}

void RedisQueue::take(const QByteArray &message, bool isRepeat)
{
    m_intake.take(message, isRepeat, [this, message](bool accepted) {
        if (!accepted)
            keepAside(message);
        acknowledge(message);
        goOn();
    });
}

/// Only now the server may forget it. Without a connection the next one tells.
void RedisQueue::acknowledge(const QByteArray &message)
{
    m_unacknowledged.append(message);
    m_connection.send({"LREM", m_processing, "-1", message},
                      [this, message](const RedisReply &done) {
                          if (!done.isFailure())
                              m_unacknowledged.removeOne(message);
                          else
                              emit failed(QString::fromUtf8(done.text));
                      });
}

void RedisQueue::keepAside(const QByteArray &message)
{
    const QByteArray refused = m_list + ":refused";
    const auto told = [](const RedisReply &) {};
    m_connection.send({"LPUSH", refused, message}, told);
    m_connection.send({"LTRIM", refused, "0", "99"}, told);
}

} // namespace carillon
