// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpclients.h"

#include "core/api/httpanswertext.h"
#include "core/time/clock.h"
#include "core/util/coretext.h"

#include <algorithm>
#include <tuple>

namespace carillon {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longestTick(250);

milliseconds tickLength(const ServerLimits &limits)
{
    const milliseconds shortest =
        std::min({limits.requestTime, limits.idleTime, limits.stallTime, limits.drainTime});
    return std::clamp(shortest / 4, milliseconds(1), longestTick);
}

} // namespace

HttpClients::HttpClients(const ServerLimits &limits, const Clock &clock, Deliver deliver)
    : m_clock(clock),
      m_deliver(std::move(deliver)),
      m_surroundings{limits, tickLength(limits), 0, {}}
{
}

HttpClients::~HttpClients() = default;

void HttpClients::add(std::unique_ptr<ByteChannel> channel, const ApiCaller &caller)
{
    if (m_connections.empty())
        refresh();
    const bool hasRoom =
        int(m_connections.size()) < m_surroundings.limits.connections || makeRoom();
    const ClientNumber number = ++m_last;
    auto connection = std::make_unique<HttpConnection>(std::move(channel), caller, m_surroundings);
    connect(connection.get(), &HttpConnection::requested, this, [this, number] { take(number); });
    connect(connection.get(), &HttpConnection::closed, this, [this, number] { remove(number); });
    if (!hasRoom) {
        connection->refuse(503, CoreText::tr("Too many requests are being answered. Try again."));
        return; // and is gone
    }
    m_connections.emplace(number, std::move(connection));
    if (!m_ticks.isActive())
        m_ticks.start(int(m_surroundings.tickLength.count()), this);
}

bool HttpClients::makeRoom()
{
    const auto rank = [](const auto &entry) {
        const HttpConnection &connection = *entry.second;
        return std::tuple(-int(connection.dispensable()), connection.since(), entry.first);
    };
    const auto first =
        std::min_element(m_connections.begin(), m_connections.end(),
                         [rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    const bool isFound = first != m_connections.end() &&
                         first->second->dispensable() != HttpConnection::Dispensable::No;
    if (isFound)
        m_connections.erase(first);
    return isFound;
}

void HttpClients::answer(const std::vector<ClientAnswer> &answers)
{
    beginBatch(); // of requests that came early
    for (const ClientAnswer &answer : answers) {
        const auto client = m_connections.find(answer.client);
        if (client != m_connections.end())
            client->second->answer(answer.response);
    }
    endBatch();
}

void HttpClients::take(ClientNumber client)
{
    // The others who have something to say at this moment do so before the event loop comes to it.
    if (m_requests.empty() && !m_isBatch)
        QMetaObject::invokeMethod(this, &HttpClients::deliver, Qt::QueuedConnection);
    m_requests.push_back({client, m_connections.at(client)->takeRequest()});
}

void HttpClients::endBatch()
{
    m_isBatch = false;
    deliver();
}

void HttpClients::deliver()
{
    if (!m_requests.empty())
        m_deliver(std::exchange(m_requests, {}));
}

void HttpClients::remove(ClientNumber client)
{
    const auto entry = m_connections.find(client);
    if (entry == m_connections.end())
        return;
    entry->second.release()->deleteLater(); // it is the one that says so
    m_connections.erase(entry);
}

void HttpClients::refresh()
{
    m_surroundings.date = httpDate(m_clock.now());
}

void HttpClients::timerEvent(QTimerEvent *)
{
    ++m_surroundings.now;
    refresh();
    std::vector<HttpConnection *> connections;
    connections.reserve(m_connections.size());
    for (const auto &entry : m_connections)
        connections.push_back(entry.second.get());
    for (HttpConnection *connection : connections)
        connection->checkTime(); // removes itself, but lives until the event loop goes on
    if (m_connections.empty())
        m_ticks.stop();
}

} // namespace carillon
