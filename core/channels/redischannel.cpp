// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redischannel.h"

#include "core/channels/redisqueue.h"
#include "core/channels/redissubscription.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QRandomGenerator>

namespace carillon {

using State = ChannelHealth::State;

RedisChannel::RedisChannel(MessageIntake::Handler handler, Options options, const Clock &clock,
                           QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_clock(clock),
      m_connection(m_options.patience),
      m_intake(std::move(handler), clock, Backoff(m_options.firstDelay, m_options.longestDelay)),
      m_backoff(m_options.firstDelay, m_options.longestDelay),
      m_since(clock.now())
{
    const QByteArray name = m_options.name.toUtf8();
    if (m_options.isList)
        m_source =
            std::make_unique<RedisQueue>(m_connection, m_intake, name, m_options.patience / 2);
    else
        m_source = std::make_unique<RedisSubscription>(m_connection, m_intake, name);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RedisChannel::open);
    connect(&m_connection, &RedisConnection::opened, this, &RedisChannel::logIn);
    connect(&m_connection, &RedisConnection::closed, this, &RedisChannel::waitAfter);
    connect(m_source.get(), &RedisSource::ready, this, &RedisChannel::begin);
    connect(m_source.get(), &RedisSource::failed, &m_connection, &RedisConnection::close);
}

RedisChannel::~RedisChannel() = default;

void RedisChannel::start()
{
    open();
}

void RedisChannel::open()
{
    m_retryAt.reset();
    setState(State::Connecting);
    m_connection.open(m_options.address);
}

void RedisChannel::logIn()
{
    const RedisAddress &address = m_options.address;
    // The last one shows that it is a Redis server, and that it has let us in.
    const auto ask = [this] { require({"PING"}, [this] { m_source->begin(); }); };
    const auto choose = [this, ask, &address] {
        if (address.database == 0)
            ask();
        else
            require({"SELECT", QByteArray::number(address.database)}, ask);
    };
    if (address.password.isEmpty())
        return choose();
    QByteArrayList login{"AUTH"};
    if (!address.user.isEmpty())
        login.append(address.user.toUtf8());
    login.append(address.password.toUtf8());
    require(login, choose);
}

void RedisChannel::require(const QByteArrayList &words, std::function<void()> then)
{
    m_connection.send(words, [this, then = std::move(then)](const RedisReply &reply) {
        if (reply.isFailure())
            m_connection.close(
                CoreText::tr("The server refuses: %1").arg(QString::fromUtf8(reply.text)));
        else
            then();
    });
}

/// The source is ready.
void RedisChannel::begin()
{
    m_backoff.reset();
    m_problem.clear();
    setState(State::Connected);
    log::channels().info("takes messages from {}", health().source);
}

void RedisChannel::waitAfter(const QString &problem)
{
    m_source->end();
    const Backoff::Length delay = m_backoff.next(QRandomGenerator::global()->generateDouble());
    // What goes on failing the same way is told once.
    if (problem != m_problem)
        log::channels().warn("no messages from {}: {}", health().source, problem);
    m_problem = problem;
    m_retryAt = m_clock.now() + delay;
    m_timer.start(delay);
    setState(State::Waiting);
}

void RedisChannel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_since = m_clock.now();
    emit stateChanged(state);
}

ChannelHealth RedisChannel::health() const
{
    ChannelHealth health;
    health.name = u"redis"_qs;
    health.source = u"%1 %2 %3"_qs.arg(
        m_options.address.text(), m_options.isList ? u"list"_qs : u"channel"_qs, m_options.name);
    health.state = m_state;
    health.since = m_since;
    health.retryAt = m_retryAt;
    health.problem = m_problem;
    m_source->tell(health);
    m_intake.tell(health);
    return health;
}

} // namespace carillon
