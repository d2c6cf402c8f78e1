// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apierror.h"
#include "core/api/httpservice.h"

#include <QIODevice>
#include <QPointer>
#include <QTcpSocket>
#include <QTest>

#include <deque>

namespace carillon {

/// Tells as many pieces as it has been given, or goes on for ever with the last.
class PieceStream : public ApiStream
{
public:
    explicit PieceStream(QByteArrayList pieces, bool isEndless = false)
        : m_pieces(std::move(pieces)),
          m_isEndless(isEndless)
    {
    }

    void next() override
    {
        ++asked;
        if (m_pieces.isEmpty())
            emit ended();
        else
            emit piece(m_isEndless ? m_pieces.last() : m_pieces.takeFirst());
    }

    int asked = 0;

private:
    QByteArrayList m_pieces;
    bool m_isEndless;
};

/// What a test's server answers: by path, and `/late` when the test says so.
class TestAnswers
{
public:
    HttpService::Handler handler()
    {
        return [this](const ApiRequest &request, Router::Reply reply) {
            requests.push_back(request);
            answer(request, std::move(reply));
        };
    }

    std::vector<ApiRequest> requests;  ///< as they came
    std::deque<Router::Reply> late;    ///< to be answered by the test
    QPointer<PieceStream> stream;      ///< the last one
    qsizetype much = 24 * 1024 * 1024; ///< bytes of `/much`

private:
    void answer(const ApiRequest &request, Router::Reply reply)
    {
        if (request.path == "/late")
            late.push_back(std::move(reply));
        else if (request.path == "/empty")
            reply({204});
        else if (request.path == "/much")
            reply(jsonResponse(QByteArray(much, '7')));
        else if (request.path == "/stream")
            reply(streamed({"one", "two"}, false));
        else if (request.path == "/endless")
            reply(streamed({QByteArray(64 * 1024, 'x')}, true));
        else
            reply(jsonResponse('"' + request.method + ' ' + request.path + '?' + request.query +
                               ' ' + request.body + '"'));
    }

    ApiResponse streamed(const QByteArrayList &pieces, bool isEndless)
    {
        ApiResponse response{200, {{"Content-Type", "text/plain"}}};
        response.stream = makeApiStream<PieceStream>(pieces, isEndless);
        stream = static_cast<PieceStream *>(response.stream.get());
        return response;
    }
};

/// An answer as a client sees it.
struct TestAnswer
{
    int status = 0; ///< 0: none has come
    QByteArray head;
    QByteArray body;

    bool has(const QByteArray &line) const { return head.contains("\r\n" + line + "\r\n"); }
};

/// Takes the next answer off `bytes`, which came from a server; nothing if it is not complete.
inline TestAnswer takeAnswer(QByteArray &bytes, bool isToHead = false)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    TestAnswer answer{bytes.mid(9, 3).toInt(), bytes.first(end + 2), {}};
    qsizetype size = end + 4;
    const qsizetype length = answer.head.indexOf("\r\nContent-Length: ");
    if (length >= 0 && !isToHead) {
        const qsizetype from = length + 18;
        const qsizetype count =
            answer.head.sliced(from, answer.head.indexOf("\r\n", from) - from).toLongLong();
        if (bytes.size() < size + count)
            return {};
        answer.body = bytes.sliced(size, count);
        size += count;
    }
    bytes.remove(0, size);
    return answer;
}

/// A client that says exactly what it is told to. The event loop of the test carries its bytes.
template <typename Socket>
class RawClient
{
public:
    template <typename... Place>
    explicit RawClient(Place... place)
    {
        QObject::connect(&socket, &QIODevice::readyRead, &socket, [this] {
            if (reads)
                received += socket.readAll();
        });
        if constexpr (std::is_base_of_v<QAbstractSocket, Socket>)
            socket.connectToHost(place...);
        else
            socket.connectToServer(place...);
    }

    void send(const QByteArray &bytes) { socket.write(bytes); }
    /// Waits for a whole answer.
    TestAnswer answer(bool isToHead = false)
    {
        TestAnswer answer;
        const bool came = QTest::qWaitFor(
            [&] { return (answer = takeAnswer(received, isToHead)).status != 0; }, patience);
        return came ? answer : TestAnswer{};
    }
    TestAnswer ask(const QByteArray &bytes, bool isToHead = false)
    {
        send(bytes);
        return answer(isToHead);
    }
    TestAnswer get(const QByteArray &path)
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    /// Waits for the server to close the connection.
    bool isClosed()
    {
        return QTest::qWaitFor([this] { return socket.state() == Socket::UnconnectedState; },
                               patience);
    }
    bool isOpen() const { return socket.state() == Socket::ConnectedState; }

    static constexpr int patience = 20'000; // ms

    Socket socket;
    QByteArray received; ///< and not looked at yet
    bool reads = true;
};

} // namespace carillon
