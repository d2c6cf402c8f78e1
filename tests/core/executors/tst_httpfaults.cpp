// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpexecutor.h"

#include "core/executors/recorder.h"
#include "support/webserver.h"

#include <QJsonObject>

using namespace carillon;
using namespace std::chrono_literals;

class TestHttpFaults : public QObject
{
    Q_OBJECT

private slots:
    void saysWhoRefused();
    void saysWhatNameIsUnknown();
    void saysWhenTheAnswerIsNotHttp();
    void asksOnceOnly_data();
    void asksOnceOnly();
    void saysWhereTheAnswerWasCut();
    void endsASlowBodyAtItsLimit();
    void countsTheLimitFromTheStart();
    void endsWithoutALimitToo();
    void stopsInTheMiddle();
    void keepsAnEndlessBodyOutOfMemory();
    void abandonsAll();
};

void TestHttpFaults::saysWhoRefused()
{
    const QString url = WebServer(QByteArray()).url(); // closed again
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{url}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1),
             (RunOutcome{.state = RunState::Failed,
                         .reason = u"“127.0.0.1” refused the connection on port %1. Is the server "
                                   u"running?"_qs.arg(QUrl(url).port())}));
}

void TestHttpFaults::saysWhatNameIsUnknown()
{
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{u"https://no-such-host.invalid/"_qs}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason,
             u"“no-such-host.invalid” was not found. Check the name and the network."_qs);
}

void TestHttpFaults::saysWhenTheAnswerIsNotHttp()
{
    const WebServer server("220 smtp.example ESMTP\r\n");
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason,
             u"“127.0.0.1”, port %1: The answer is not HTTP."_qs.arg(server.port()));
}

void TestHttpFaults::asksOnceOnly_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("byForce");
    QTest::newRow("POST, closed") << u"POST"_qs << false;
    QTest::newRow("POST, reset") << u"POST"_qs << true;
    QTest::newRow("GET, closed") << u"GET"_qs << false;
}

void TestHttpFaults::asksOnceOnly()
{
    QFETCH(QString, method);
    QFETCH(bool, byForce);
    const WebServer server([byForce](const QByteArray &, QTcpSocket &socket) {
        byForce ? socket.abort() : socket.disconnectFromHost();
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url(), method}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(
        recorder.outcomes.value(1).reason,
        u"“127.0.0.1” closed the connection on port %1 without an answer."_qs.arg(server.port()));
    QCOMPARE(recorder.outcomes.value(1).returnValue, QJsonValue(QJsonValue::Undefined));
    QCOMPARE(server.requests.size(), 1);
    QCOMPARE(server.connections, 1);
}

void TestHttpFaults::saysWhereTheAnswerWasCut()
{
    const WebServer server("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QVERIFY(recorder.waitFor(1));
    const RunOutcome outcome = recorder.outcomes.value(1);
    QCOMPARE(outcome.state, RunState::Failed);
    QCOMPARE(outcome.reason, u"“127.0.0.1” closed the connection in the middle of its answer, "
                             u"after 5 bytes."_qs);
    QCOMPARE(outcome.returnValue.toObject().value(u"bytes").toInt(), 5);
    QCOMPARE(recorder.output.value(1), QByteArray("hello"));
}

void TestHttpFaults::endsASlowBodyAtItsLimit()
{
    QPointer<QTcpSocket> connection;
    const WebServer server([&connection](const QByteArray &, QTcpSocket &socket) {
        connection = &socket;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}, .timeout = 3s});
    QVERIFY(recorder.waitForOutput(1, "hello"));
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::TimedOut);
    QCOMPARE(recorder.outcomes.value(1).reason, u"was stopped after its limit of 3 s."_qs);
    QTRY_VERIFY(!connection); // the server sees it
}

void TestHttpFaults::countsTheLimitFromTheStart()
{
    // A redirect, then a byte every 100 ms: neither gives the run more time.
    const WebServer server([](const QByteArray &request, QTcpSocket &socket) {
        if (request.startsWith("GET / ")) {
            QTimer::singleShot(1500, &socket, [&socket] {
                WebServer::send(socket, "HTTP/1.1 302 Found\r\nLocation: /slow\r\n\r\n");
            });
            return;
        }
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        auto *drip = new QTimer(&socket);
        connect(drip, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        drip->start(100);
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    QElapsedTimer watch;
    watch.start();
    executor.start({.run = {1}, .action = HttpAction{server.url()}, .timeout = 3s});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::TimedOut);
    QVERIFY2(watch.elapsed() >= 3000, qPrintable(QString::number(watch.elapsed())));
    QVERIFY2(watch.elapsed() < 4400, qPrintable(QString::number(watch.elapsed())));
    QVERIFY(!recorder.output.value(1).isEmpty());
}

void TestHttpFaults::endsWithoutALimitToo()
{
    const WebServer server([](const QByteArray &, QTcpSocket &) {});
    HttpExecutor executor({.time = 1s});
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1),
             (RunOutcome{.state = RunState::TimedOut,
                         .reason = u"was stopped after its limit of 1 s."_qs}));
}

void TestHttpFaults::stopsInTheMiddle()
{
    QPointer<QTcpSocket> connection;
    const WebServer server([&connection](const QByteArray &, QTcpSocket &socket) {
        connection = &socket;
        socket.write("HTTP/1.1 200 OK\r\n\r\nhello");
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}, .timeout = 1000s});
    QVERIFY(recorder.waitForOutput(1, "hello"));
    executor.cancel({1});
    executor.cancel({1});
    QVERIFY(recorder.order.empty()); // never from inside
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::Stopped);
    QCOMPARE(recorder.outcomes.value(1).reason, u"was stopped."_qs);
    QTRY_VERIFY(!connection);
    executor.cancel({1});
    QTest::qWait(0);
    QCOMPARE(recorder.order, (std::vector<qint64>{1}));
}

void TestHttpFaults::keepsAnEndlessBodyOutOfMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("needs /proc");
#endif
    const WebServer server([](const QByteArray &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const auto feed = [&socket] {
            if (socket.bytesToWrite() < 1'000'000)
                socket.write(QByteArray(1'000'000, 'x'));
        };
        connect(&socket, &QTcpSocket::bytesWritten, &socket, feed);
        feed();
    });
    const auto resident = [] {
        QFile file(u"/proc/self/statm"_qs);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4
                                              : 0;
    };
    constexpr qint64 limit = 200 * 1024 * 1024;
    HttpExecutor executor({.body = limit});
    qint64 received = 0;
    qsizetype largest = 0;
    connect(&executor, &Executor::wroteOutput, this, [&](RunId, const QByteArray &bytes) {
        received += bytes.size();
        largest = std::max(largest, bytes.size());
    });
    std::optional<RunOutcome> outcome;
    connect(&executor, &Executor::finished, this,
            [&outcome](RunId, const RunOutcome &ended) { outcome = ended; });
    const qint64 before = resident();
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QTRY_VERIFY_WITH_TIMEOUT(outcome, 60'000);
    QCOMPARE(outcome->reason, u"“127.0.0.1” sent more than 200 MiB; the rest was not fetched."_qs);
    QCOMPARE(outcome->state, RunState::Failed);
    QVERIFY(received > limit && received < limit + 100'000);
    QVERIFY(largest <= 64 * 1024);
    QVERIFY2(resident() - before < 20'000, qPrintable(QString::number(resident() - before)));
}

void TestHttpFaults::abandonsAll()
{
    QPointer<QTcpSocket> connection;
    const WebServer server(
        [&connection](const QByteArray &, QTcpSocket &socket) { connection = &socket; });
    HttpExecutor executor({.atOnce = 1});
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    executor.start({.run = {2}, .action = HttpAction{server.url()}});
    QTRY_VERIFY(connection);
    executor.abandonAll();
    QTRY_VERIFY(!connection);
    QVERIFY(recorder.order.empty());
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
