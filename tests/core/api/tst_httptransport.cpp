// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httptransport.h"

#include "core/api/transportbench.h"
#include "core/time/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const QByteArray host = "Host: a\r\n";

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\n" + host + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST /x HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

QString errorMessage(const TestAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body)[u"error_message"_qs].toString();
}

/// A server on a free port; members in order of destruction.
struct Server
{
    explicit Server(const ServerLimits &limits = {}) : transport(answers.handler(), clock, limits)
    {
        HttpEndpoint endpoint;
        const auto listening = transport.listen(endpoint);
        if (!listening)
            qFatal("%s", qPrintable(listening.error().message));
    }

    SystemClock clock;
    TestAnswers answers;
    HttpTransport transport;
};

struct Client : RawClient<QTcpSocket>
{
    explicit Client(const Server &server)
        : RawClient(QHostAddress(QHostAddress::LocalHost), server.transport.port())
    {
    }
};

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void saysWhoAsks();
    void answersHeadWithoutBody();
    void answersPipelinedRequestsInOrder();
    void keepsFewRequestsThatComeEarly();
    void letsClientsGoOn();
    void refuses_data();
    void refuses();
    void refusesBodiesUnread();
    void letsRefusalsBeReadByThoseWhoSendOn();
    void cutsRequestsThatTrickle();
    void givesLaterRequestsTheirTimeToo();
    void closesIdleConnections();
    void closesSilentConnections();
    void waitsForAnswersThatComeLate();
    void answersThoseWhoHaveClosedTheirSide();
    void forgetsThoseWhoHaveGone();
    void makesRoomForNewClients();
    void refusesClientsWhenAllAreServed();
    void survivesFloods();
    void cutsThoseWhoDoNotRead();
    void sendsMuchToThoseWhoRead();
    void streams();
    void streamsToOldClients();
    void tellsHeadersOfStreams();
    void asksStreamsForNoMoreThanIsRead();
    void endsStreamsWhenTheClientGoes();
    void endsWithClientsConnected();
    void saysWhenThePortIsTaken();
    void refusesUnsafeEndpoints();
};

void TestHttpTransport::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("closes");
    QTest::newRow("GET") << get("/a%2Fb?x=1") << QByteArray("\"GET /a%2Fb?x=1 \"") << false;
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /x HTTP/1.1\r\n" + host + "\r\n")
                             << QByteArray("\"OPTIONS /x? \"") << false;
    QTest::newRow("DELETE with a body")
        << QByteArray("DELETE /x HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\nab")
        << QByteArray("\"DELETE /x? ab\"") << false;
    QTest::newRow("POST") << post("Content-Length: 3\r\n", "abc") << QByteArray("\"POST /x? abc\"")
                          << false;
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n",
                                    "2\r\nab\r\n1;x\r\nc\r\n0\r\nY: z\r\n\r\n")
                            << QByteArray("\"POST /x? abc\"") << false;
    QTest::newRow("close") << get("/x", "Connection: close\r\n") << QByteArray("\"GET /x? \"")
                           << true;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /x HTTP/1.0\r\n" + host + "\r\n")
                              << QByteArray("\"GET /x? \"") << true;
    QTest::newRow("HTTP/1.0 that stays")
        << QByteArray("GET /x HTTP/1.0\r\n" + host + "Connection: keep-alive\r\n\r\n")
        << QByteArray("\"GET /x? \"") << false;
}

void TestHttpTransport::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    QFETCH(bool, closes);
    Server server;
    Client client(server);
    const TestAnswer answer = client.ask(request);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, body);
    QVERIFY(answer.head.startsWith("HTTP/1.1 200 OK\r\nDate: "));
    QVERIFY(answer.has("Content-Type: application/json"));
    QCOMPARE(answer.has("Connection: close"), closes);
    QCOMPARE(answer.has("Connection: keep-alive"), request.contains("HTTP/1.0") && !closes);
    if (closes) {
        QVERIFY(client.isClosed());
        return;
    }
    const TestAnswer empty = client.get("/empty");
    QCOMPARE(empty.status, 204);
    QVERIFY(!empty.head.contains("Content-Length"));
    QVERIFY(!empty.head.contains("Transfer-Encoding"));
    QCOMPARE(client.get("/x").status, 200);
}

void TestHttpTransport::saysWhoAsks()
{
    Server server;
    Client client(server);
    client.get("/x");
    const ApiCaller caller{ApiCaller::Transport::Http, u"127.0.0.1"_qs, server.transport.port(),
                           false};
    QCOMPARE(server.answers.requests.at(0).caller, caller);
}

void TestHttpTransport::answersHeadWithoutBody()
{
    Server server;
    Client client(server);
    const TestAnswer answer = client.ask("HEAD /x HTTP/1.1\r\n" + host + "\r\n", true);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.has("Content-Length: 11"));
    QCOMPARE(client.get("/y").body, QByteArray("\"GET /y? \"")); // where a body would stand
}

void TestHttpTransport::answersPipelinedRequestsInOrder()
{
    Server server;
    Client client(server);
    client.send(get("/late") + post("Content-Length: 1\r\n", "b") + get("/c"));
    QTRY_COMPARE(server.answers.late.size(), 1u);
    Client other(server); // by the time it is answered, the others would have come
    QCOMPARE(other.get("/o").status, 200);
    QCOMPARE(server.answers.requests.size(), 2u);
    server.answers.late.front()(jsonResponse("\"late\""));
    QCOMPARE(client.answer().body, QByteArray("\"late\""));
    QCOMPARE(client.answer().body, QByteArray("\"POST /x? b\""));
    QCOMPARE(client.answer().body, QByteArray("\"GET /c? \""));
}

void TestHttpTransport::keepsFewRequestsThatComeEarly()
{
    constexpr int count = 100;
    const QByteArray early = get("/x", "X: " + QByteArray(1500, 'a') + "\r\n"); // more than is kept
    Server server;
    Client client(server);
    client.send(get("/late") + early.repeated(count));
    QTRY_COMPARE(server.answers.late.size(), 1u);
    server.answers.late.front()({204});
    QCOMPARE(client.answer().status, 204);
    for (int i = 0; i < count; ++i)
        QCOMPARE(client.answer().body, QByteArray("\"GET /x? \""));
}

void TestHttpTransport::letsClientsGoOn()
{
    Server server;
    Client client(server);
    client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
    QCOMPARE(client.answer().status, 100);
    client.send("a");
    client.send("b");
    QCOMPARE(client.answer().body, QByteArray("\"POST /x? ab\""));
    const TestAnswer refused =
        client.ask(post("Expect: 100-continue\r\nContent-Length: 9999999\r\n", ""));
    QCOMPARE(refused.status, 413); // instead
}

void TestHttpTransport::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01") << 400;
    QTest::newRow("LF") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 1\r\nContent-Length: 2\r\n", "ab") << 400;
    QTest::newRow("large body") << post("Content-Length: 1048577\r\n", "") << 413;
    QTest::newRow("large chunk") << post("Transfer-Encoding: chunked\r\n", "100001\r\n") << 413;
    QTest::newRow("long path") << QByteArray("GET /" + QByteArray(20'000, 'a')) << 414;
    QTest::newRow("expectation") << get("/", "Expect: much\r\n") << 417;
    QTest::newRow("large head") << get("/", "X: " + QByteArray(20'000, 'a') + "\r\n") << 431;
    QTest::newRow("many headers") << get("/", QByteArray("X: y\r\n").repeated(100)) << 431;
    QTest::newRow("coding") << post("Transfer-Encoding: gzip\r\n", "") << 501;
    QTest::newRow("version") << QByteArray("GET / HTTP/3.0\r\n") << 505;
}

void TestHttpTransport::refuses()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    Server server;
    Client client(server);
    const TestAnswer answer = client.ask(request + get("/smuggled"));
    QCOMPARE(answer.status, status);
    QVERIFY(answer.has("Content-Type: application/json"));
    QVERIFY(answer.has("Connection: close"));
    QVERIFY(!errorMessage(answer).isEmpty());
    QVERIFY(client.isClosed());
    QCOMPARE(client.received, QByteArray());
    QVERIFY(server.answers.requests.empty());
}

void TestHttpTransport::refusesBodiesUnread()
{
    Server server;
    Client client(server);
    client.send(post("Content-Length: 1000000000\r\n", "")); // and nothing of it
    QCOMPARE(client.answer().status, 413);
}

void TestHttpTransport::letsRefusalsBeReadByThoseWhoSendOn()
{
    Server server;
    Client client(server);
    client.reads = false;
    client.send(post("Content-Length: 6000000\r\n", QByteArray(6'000'000, 'a')));
    QTRY_COMPARE_WITH_TIMEOUT(client.socket.bytesToWrite(), 0, Client::patience);
    client.reads = true;
    client.received += client.socket.readAll();
    QCOMPARE(client.answer().status, 413);
}

void TestHttpTransport::cutsRequestsThatTrickle()
{
    ServerLimits limits;
    limits.requestTime = 300ms;
    Server server(limits);
    Client client(server);
    QTimer trickle;
    QByteArray left = get("/x", "X: " + QByteArray(2000, 'a') + "\r\n");
    connect(&trickle, &QTimer::timeout, this, [&] {
        client.send(left.first(1));
        left.remove(0, 1);
    });
    trickle.start(20ms);
    const TestAnswer answer = client.answer();
    QCOMPARE(answer.status, 408);
    QVERIFY(!errorMessage(answer).isEmpty());
    trickle.stop();
    QVERIFY(client.isClosed());
    QVERIFY(server.answers.requests.empty());
}

void TestHttpTransport::givesLaterRequestsTheirTimeToo()
{
    ServerLimits limits;
    limits.requestTime = 200ms;
    Server server(limits);
    Client client(server);
    QCOMPARE(client.get("/x").status, 200);
    QCOMPARE(client.ask(get("/x").chopped(1)).status, 408);
    QVERIFY(client.isClosed());
}

void TestHttpTransport::closesIdleConnections()
{
    ServerLimits limits;
    limits.idleTime = 100ms;
    Server server(limits);
    Client client(server);
    QCOMPARE(client.get("/x").status, 200);
    QVERIFY(client.isClosed());
    QCOMPARE(client.received, QByteArray());
}

void TestHttpTransport::closesSilentConnections()
{
    ServerLimits limits;
    limits.requestTime = 100ms;
    Server server(limits);
    Client client(server);
    QTRY_VERIFY(client.isOpen());
    QVERIFY(client.isClosed());
    QCOMPARE(client.received, QByteArray());
}

void TestHttpTransport::waitsForAnswersThatComeLate()
{
    ServerLimits limits;
    limits.requestTime = limits.idleTime = limits.stallTime = 50ms;
    Server server(limits);
    Client client(server);
    client.send(get("/late"));
    QTRY_COMPARE(server.answers.late.size(), 1u);
    Client idle(server); // is closed meanwhile
    QVERIFY(idle.isClosed());
    QVERIFY(client.isOpen());
    server.answers.late.front()(jsonResponse("1"));
    QCOMPARE(client.answer().body, QByteArray("1"));
}

void TestHttpTransport::answersThoseWhoHaveClosedTheirSide()
{
#ifdef Q_OS_UNIX
    Server server;
    Client client(server);
    client.send(get("/late"));
    QTRY_COMPARE(server.answers.late.size(), 1u);
    ::shutdown(int(client.socket.socketDescriptor()), SHUT_WR);
    Client other(server);
    QCOMPARE(other.get("/x").status, 200);
    server.answers.late.front()(jsonResponse("1"));
    QCOMPARE(client.answer().body, QByteArray("1"));
    QVERIFY(client.isClosed());

    Client half(server);
    half.send("GET /x HT");
    QTRY_COMPARE(half.socket.bytesToWrite(), 0);
    ::shutdown(int(half.socket.socketDescriptor()), SHUT_WR);
    QCOMPARE(half.answer().status, 400);
    QVERIFY(half.isClosed());
#else
    QSKIP("a socket of Qt closes both sides");
#endif
}

void TestHttpTransport::forgetsThoseWhoHaveGone()
{
    Server server;
    {
        Client client(server);
        client.send(get("/late"));
        QTRY_COMPARE(server.answers.late.size(), 1u);
        client.socket.abort();
    }
    Client other(server);
    QCOMPARE(other.get("/x").status, 200);
    server.answers.late.front()(jsonResponse("1"));
    QCOMPARE(other.get("/x").status, 200);
}

void TestHttpTransport::makesRoomForNewClients()
{
    ServerLimits limits;
    limits.connections = 3;
    Server server(limits);
    Client busy(server);
    busy.send(get("/late"));
    QTRY_COMPARE(server.answers.late.size(), 1u);
    Client slow(server);
    slow.send(get("/x").chopped(1));
    QTRY_VERIFY(slow.isOpen());
    Client second(server);
    QCOMPARE(second.get("/x").status, 200);
    Client third(server);
    QCOMPARE(third.get("/x").status, 200);
    QVERIFY(slow.isClosed());
    Client fourth(server);
    QCOMPARE(fourth.get("/x").status, 200);
    QVERIFY(busy.isOpen());
    server.answers.late.front()(jsonResponse("1"));
    QCOMPARE(busy.answer().body, QByteArray("1"));
}

void TestHttpTransport::refusesClientsWhenAllAreServed()
{
    ServerLimits limits;
    limits.connections = 2;
    Server server(limits);
    Client first(server);
    Client second(server);
    first.send(get("/late"));
    second.send(get("/late"));
    QTRY_COMPARE(server.answers.late.size(), 2u);
    Client third(server);
    QCOMPARE(third.answer().status, 503);
    QVERIFY(third.isClosed());
    server.answers.late.front()({204});
    QVERIFY(first.answer().status == 204 || second.answer().status == 204);
    Client fourth(server);
    QCOMPARE(fourth.get("/x").status, 200);
}

void TestHttpTransport::survivesFloods()
{
    Server server;
    std::vector<std::unique_ptr<Client>> crowd;
    for (int i = 0; i < 300; ++i) {
        crowd.push_back(std::make_unique<Client>(server));
        crowd.back()->send(i % 3 == 0 ? get("/x").chopped(2) : QByteArray("G"));
        if (i % 50 == 0) {
            Client client(server);
            QCOMPARE(client.get("/x").status, 200);
        }
    }
    Client client(server);
    QCOMPARE(client.get("/x").status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::count_if(crowd.begin(), crowd.end(), [](const auto &one) { return one->isOpen(); }) <=
            ServerLimits().connections,
        Client::patience);
}

void TestHttpTransport::cutsThoseWhoDoNotRead()
{
    ServerLimits limits;
    limits.stallTime = 200ms;
    limits.idleTime = 1s;
    Server server(limits);
    Client client(server);
    client.reads = false;
    client.socket.setReadBufferSize(1024);
    client.send(get("/much"));
    QTRY_COMPARE(server.answers.requests.size(), 1u);
    Client idle(server); // tells how time passes at the server
    QCOMPARE(idle.get("/x").status, 200);
    QVERIFY(idle.isClosed());
    client.reads = true;
    client.socket.setReadBufferSize(0);
    client.received += client.socket.readAll();
    QVERIFY(client.isClosed());
    QVERIFY(client.received.size() < server.answers.much);
}

void TestHttpTransport::sendsMuchToThoseWhoRead()
{
    Server server;
    Client client(server);
    client.send(get("/much") + get("/x"));
    QCOMPARE(client.answer().body.size(), server.answers.much);
    QCOMPARE(client.answer().status, 200);
}

void TestHttpTransport::streams()
{
    Server server;
    Client client(server);
    client.send(get("/stream") + get("/x"));
    const TestAnswer answer = client.answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.has("Transfer-Encoding: chunked"));
    QVERIFY(!answer.head.contains("Content-Length"));
    const QByteArray chunks = "3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n";
    QTRY_VERIFY(client.received.size() > chunks.size());
    QVERIFY(client.received.startsWith(chunks));
    client.received.remove(0, chunks.size());
    QCOMPARE(client.answer().body, QByteArray("\"GET /x? \""));
    QTRY_VERIFY(!server.answers.stream);
}

void TestHttpTransport::streamsToOldClients()
{
    Server server;
    Client client(server);
    client.send("GET /stream HTTP/1.0\r\n" + host + "Connection: keep-alive\r\n\r\n");
    const TestAnswer answer = client.answer();
    QVERIFY(!answer.head.contains("Transfer-Encoding"));
    QVERIFY(answer.has("Connection: close"));
    QVERIFY(client.isClosed());
    QCOMPARE(client.received, QByteArray("onetwo"));
}

void TestHttpTransport::tellsHeadersOfStreams()
{
    Server server;
    Client client(server);
    const TestAnswer answer = client.ask("HEAD /endless HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(answer.has("Transfer-Encoding: chunked"));
    QTRY_VERIFY(!server.answers.stream);
    QCOMPARE(client.get("/x").status, 200);
}

void TestHttpTransport::asksStreamsForNoMoreThanIsRead()
{
    ServerLimits limits;
    limits.stallTime = 500ms;
    Server server(limits);
    Client client(server);
    client.reads = false;
    client.socket.setReadBufferSize(1024);
    client.send(get("/endless"));
    QTRY_VERIFY(server.answers.stream);
    int asked = 0;
    QTRY_VERIFY_WITH_TIMEOUT(!server.answers.stream || (asked = server.answers.stream->asked) < 0,
                             Client::patience);                 // until it is cut
    QVERIFY2(asked < 1000, qPrintable(QString::number(asked))); // what the system keeps
}

void TestHttpTransport::endsStreamsWhenTheClientGoes()
{
    Server server;
    {
        Client client(server);
        client.send(get("/endless"));
        QTRY_VERIFY(client.received.size() > 1'000'000);
    }
    QTRY_VERIFY(!server.answers.stream);
}

void TestHttpTransport::endsWithClientsConnected()
{
    auto server = std::make_unique<Server>();
    Client late(*server);
    Client streaming(*server);
    Client partial(*server);
    late.send(get("/late"));
    streaming.send(get("/endless"));
    partial.send("GET");
    QTRY_VERIFY(server->answers.late.size() == 1 && streaming.received.size() > 100'000);
    const Router::Reply reply = server->answers.late.front();
    const QPointer<PieceStream> stream = server->answers.stream;
    server.reset();
    reply({204});
    QVERIFY(late.isClosed() && streaming.isClosed() && partial.isClosed());
    QTRY_VERIFY(!stream);
}

void TestHttpTransport::saysWhenThePortIsTaken()
{
    Server server;
    TestAnswers answers;
    HttpTransport second(answers.handler(), server.clock);
    HttpEndpoint endpoint;
    endpoint.port = server.transport.port();
    const auto listening = second.listen(endpoint);
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::PortTaken);
    QVERIFY(listening.error().message.contains(u"127.0.0.1:%1"_qs.arg(server.transport.port())));
    QCOMPARE(second.port(), 0);
}

void TestHttpTransport::refusesUnsafeEndpoints()
{
    SystemClock clock;
    TestAnswers answers;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.address = QHostAddress(QHostAddress::Any);
    const auto listening = transport.listen(endpoint);
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::UnsafeSettings);
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
