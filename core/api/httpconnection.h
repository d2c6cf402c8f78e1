// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"
#include "core/api/httpparser.h"
#include "core/api/streamedbody.h"

#include <memory>

namespace carillon {

/// Time in a server's connections: how often the server has looked after them. Deadlines need no
/// clock, and a machine that stands still for a while does not cut everybody off.
using ServerTick = qint64;

/// What the connections of a server share. The server keeps it up to date.
struct ServerSurroundings
{
    ServerLimits limits = {};
    std::chrono::milliseconds tickLength = std::chrono::milliseconds(250);
    ServerTick now = 0;
    QByteArray date = {}; ///< as httpDate() writes it
};

/// One client: requests in, answers out, one at a time and in order. The next request is read when
/// the answer to the last one is on its way, so that a client can make a server keep no more than
/// one request and one answer.
class HttpConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpConnection)

public:
    /// `surroundings` must outlive it. `caller` is the same for all requests.
    HttpConnection(std::unique_ptr<ByteChannel> channel, ApiCaller caller,
                   const ServerSurroundings &surroundings);
    ~HttpConnection() override;

    /// The request that was just reported; leads to answer().
    ApiRequest takeRequest();
    void answer(const ApiResponse &response);
    /// Refuses whatever the client wants, and closes.
    void refuse(int status, const QString &message);
    /// Cuts the connection off if its time is up. Called at each tick.
    void checkTime();

    /// How readily it makes room for another client; nothing if it does not.
    enum class Dispensable {
        No,        ///< its request is being answered
        Stalled,   ///< does not take its answer
        Waiting,   ///< for its request, or the rest of it
        Finishing, ///< has been answered for good
    };
    Dispensable dispensable() const;
    /// Since when it is in that state.
    ServerTick since() const { return m_since; }

signals:
    /// A whole request has come.
    void requested();
    /// Nothing more comes of this connection, and nothing may be sent.
    void closed();

private:
    enum class State {
        Receiving, ///< a request, or nothing yet
        Answering, ///< somebody else is at it
        Sending,   ///< the answer, or the pieces of it
        Draining,  ///< the client is told the end, and may stop sending
        Closed,
    };

    void becameReadable();
    void receive();
    void take(QByteArrayView bytes);
    void keepInput();
    void discardInput();
    void endInput();
    void sendBody(const ApiResponse &response, const QByteArray &head);
    void beginStream(const std::shared_ptr<ApiStream> &stream);
    void endStream();
    void goOn();
    void next();
    void finish();
    void close();
    void enter(State state);
    void allow(std::chrono::milliseconds time);
    bool takesItsAnswer() const;

    std::unique_ptr<ByteChannel> m_channel;
    ApiCaller m_caller;
    const ServerSurroundings &m_surroundings;
    HttpParser m_parser;
    QByteArray m_input; ///< came early: belongs to the requests after the current one
    std::unique_ptr<StreamedBody> m_stream; ///< only while Sending
    State m_state = State::Receiving;
    ServerTick m_since = 0;
    ServerTick m_deadline = 0; ///< 0: none
    qsizetype m_unsent = 0;    ///< when the deadline was set
    qsizetype m_discarded = 0; ///< bytes
    bool m_hasServed = false;  ///< a request before this one
    // Of the current request:
    bool m_isToHead = false;
    bool m_isToOld = false;
    bool m_closes = false;     ///< after the answer
    bool m_hasAllowed = false; ///< 100 Continue has been said
};

} // namespace carillon
