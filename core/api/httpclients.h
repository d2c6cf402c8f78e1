// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpconnection.h"

#include <QBasicTimer>

#include <functional>
#include <unordered_map>
#include <vector>

namespace carillon {

class Clock;

/// One of the clients of a server, for as long as the server runs.
using ClientNumber = quint64;

struct ClientRequest
{
    ClientNumber client = 0;
    ApiRequest request = {};
};

struct ClientAnswer
{
    ClientNumber client = 0;
    ApiResponse response = {};
};

/// The clients of a server, no more than the limit at a time. What arrives from several of them at
/// once is handed on at once.
class HttpClients : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpClients)

public:
    /// Gets requests, from the thread the clients live in.
    using Deliver = std::function<void(std::vector<ClientRequest>)>;

    /// `clock` must outlive it.
    HttpClients(const ServerLimits &limits, const Clock &clock, Deliver deliver);
    ~HttpClients() override;

    /// Takes the place of the most dispensable client if there are too many; is refused if there is
    /// none.
    void add(std::unique_ptr<ByteChannel> channel, const ApiCaller &caller);
    /// Between these, requests are kept back, so that they go together. In pairs.
    void beginBatch() { m_isBatch = true; }
    void endBatch();
    /// Those whose client has gone are dropped.
    void answer(const std::vector<ClientAnswer> &answers);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    bool makeRoom();
    void refresh();
    void take(ClientNumber client);
    void remove(ClientNumber client);
    void deliver();

    const Clock &m_clock;
    Deliver m_deliver;
    ServerSurroundings m_surroundings;
    QBasicTimer m_ticks; ///< runs while there are clients
    std::unordered_map<ClientNumber, std::unique_ptr<HttpConnection>> m_connections;
    ClientNumber m_last = 0;
    std::vector<ClientRequest> m_requests; ///< not handed on yet
    bool m_isBatch = false;
};

} // namespace carillon
