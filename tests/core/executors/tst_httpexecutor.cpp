// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpexecutor.h"

#include "core/executors/recorder.h"
#include "support/webserver.h"

#include <QJsonObject>

using namespace carillon;

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

QByteArray redirect(const QString &url, const char *status = "302 Found")
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nLocation: " + url.toUtf8() +
           "\r\nContent-Length: 4\r\n\r\ngone";
}

} // namespace

class TestHttpExecutor : public QObject
{
    Q_OBJECT

private slots:
    void fetches();
    void sendsWhatTheJobSays();
    void judgesTheStatus_data();
    void judgesTheStatus();
    void reportsLater();
    void followsRedirects();
    void keepsSecretsFromOtherHosts();
    void showsAnExpectedRedirect();
    void endsACircle();
    void refusesARedirectToAFile();
    void doesManyAtOnce();
    void waitsForItsTurn();
    void keepsNoCookies();
};

void TestHttpExecutor::fetches()
{
    const WebServer server(ok);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url(u"/a?b"_qs)}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
    QCOMPARE(recorder.output.value(1), QByteArray("hello"));
    const QJsonObject answer{{u"status"_qs, 200}, {u"reason"_qs, u"OK"_qs}, {u"bytes"_qs, 5}};
    QCOMPARE(recorder.outcomes.value(1), RunOutcome{.returnValue = answer});
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(server.requests[0].startsWith("GET /a?b HTTP/1.1\r\nHost: 127.0.0.1:"));
}

void TestHttpExecutor::sendsWhatTheJobSays()
{
    const WebServer server(ok);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1},
                    .action = HttpAction{server.url(),
                                         u"PATCH"_qs,
                                         {{u"Authorization"_qs, u"Bearer x"_qs}},
                                         QString(300'000, u'ü')}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::Success);
    const QByteArray request = server.requests.value(0);
    QVERIFY(request.startsWith("PATCH / HTTP/1.1\r\n"));
    QVERIFY(request.contains("\r\nAuthorization: Bearer x\r\n"));
    QVERIFY(request.contains("\r\nContent-Length: 600000\r\n"));
    QVERIFY(request.endsWith("\r\n\r\n" + QByteArray("ü").repeated(300'000)));
}

void TestHttpExecutor::judgesTheStatus_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QList<StatusRange>>("expected");
    QTest::addColumn<QString>("reason");
    const QList<StatusRange> usual = HttpAction().expected;
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << usual
                                << QString();
    QTest::newRow("not found") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\nno") << usual
                               << u"“127.0.0.1” answered 404 Not Found; expected was 200-299."_qs;
    QTest::newRow("not found, as hoped") << QByteArray("HTTP/1.1 404 Not Found\r\n\r\nno")
                                         << QList<StatusRange>{{404, 404}} << QString();
    QTest::newRow("not even one") << QByteArray("HTTP/1.1 200 OK\r\n\r\nyes")
                                  << QList<StatusRange>{{204, 204}, {300, 499}}
                                  << u"“127.0.0.1” answered 200 OK; expected was 204, 300-499."_qs;
    QTest::newRow("without words") << QByteArray("HTTP/1.1 500\r\n\r\n") << usual
                                   << u"“127.0.0.1” answered 500; expected was 200-299."_qs;
    QTest::newRow("a redirect to nowhere")
        << QByteArray("HTTP/1.1 302 Found\r\n\r\n") << usual
        << u"“127.0.0.1” answered 302 Found; expected was 200-299."_qs;
}

void TestHttpExecutor::judgesTheStatus()
{
    QFETCH(QByteArray, answer);
    QFETCH(QList<StatusRange>, expected);
    QFETCH(QString, reason);
    const WebServer server(answer);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url(), u"GET"_qs, {}, {}, expected}});
    QVERIFY(recorder.waitFor(1));
    const RunOutcome outcome = recorder.outcomes.value(1);
    QCOMPARE(outcome.reason, reason);
    QCOMPARE(outcome.state, reason.isEmpty() ? RunState::Success : RunState::Failed);
    QVERIFY(!outcome.exitCode);
    QVERIFY(outcome.returnValue.toObject().value(u"status").isDouble());
    QCOMPARE(recorder.output.value(1), answer.sliced(answer.indexOf("\r\n\r\n") + 4));
}

void TestHttpExecutor::reportsLater()
{
    const WebServer server(ok);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    executor.start({.run = {2}, .action = HttpAction{server.url()}});
    executor.cancel({2});
    QVERIFY(recorder.started.empty() && recorder.order.empty());
    QVERIFY(recorder.waitFor(1));
    QVERIFY(recorder.waitFor(2));
    QCOMPARE(
        recorder.outcomes.value(2),
        (RunOutcome{.state = RunState::Stopped, .reason = u"was stopped before it started."_qs}));
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
}

void TestHttpExecutor::followsRedirects()
{
    const WebServer server([](const QByteArray &request, QTcpSocket &socket) {
        const bool isFirst = request.startsWith("POST /one ");
        WebServer::send(socket, isFirst ? redirect(u"/two"_qs, "303 See Other") : ok);
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start(
        {.run = {1}, .action = HttpAction{server.url(u"/one"_qs), u"POST"_qs, {}, u"x"_qs}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason, QString());
    QCOMPARE(recorder.output.value(1), QByteArray("hello"));
    QCOMPARE(server.requests.size(), 2);
    QVERIFY(server.requests[1].startsWith("GET /two "));
    QVERIFY(server.requests[1].endsWith("\r\n\r\n"));
}

void TestHttpExecutor::keepsSecretsFromOtherHosts()
{
    const WebServer other(ok);
    const WebServer named(redirect(other.url(u"/in"_qs, u"localhost"_qs)));
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1},
                    .action = HttpAction{named.url(),
                                         u"GET"_qs,
                                         {{u"Authorization"_qs, u"Bearer secret"_qs},
                                          {u"X-Key"_qs, u"secret"_qs},
                                          {u"Accept"_qs, u"text/plain"_qs}}}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason, QString());
    QVERIFY(named.requests.value(0).contains("Bearer secret"));
    QVERIFY(other.requests.value(0).startsWith("GET /in HTTP/1.1\r\nHost: localhost:"));
    QVERIFY(!other.requests[0].contains("secret"));
    QVERIFY(other.requests[0].contains("Accept: text/plain"));

    executor.start({.run = {2}, .action = HttpAction{named.url(), u"PUT"_qs, {}, u"secret"_qs}});
    QVERIFY(recorder.waitFor(2));
    QVERIFY2(recorder.outcomes.value(2).reason.startsWith(u"“127.0.0.1” wants the body sent to "),
             qPrintable(recorder.outcomes.value(2).reason));
    QCOMPARE(other.requests.size(), 1);
}

void TestHttpExecutor::showsAnExpectedRedirect()
{
    const WebServer server(redirect(u"/two"_qs));
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start(
        {.run = {1}, .action = HttpAction{server.url(), u"GET"_qs, {}, {}, {{302, 302}}}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::Success);
    QCOMPARE(recorder.output.value(1), QByteArray("gone"));
    QCOMPARE(server.requests.size(), 1);
}

void TestHttpExecutor::endsACircle()
{
    const WebServer server(redirect(u"/"_qs));
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1),
             (RunOutcome{.state = RunState::Failed,
                         .reason = u"“127.0.0.1” redirects again after 10 redirects, perhaps in a "
                                   u"circle; that was not followed."_qs}));
    QCOMPARE(server.requests.size(), 11);
}

void TestHttpExecutor::refusesARedirectToAFile()
{
    const WebServer server(redirect(u"file:///etc/passwd"_qs));
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason,
             u"“127.0.0.1” redirects to “file:///etc/passwd”, which is no web address."_qs);
    QCOMPARE(recorder.output.value(1), QByteArray());
}

void TestHttpExecutor::doesManyAtOnce()
{
    constexpr int count = 200;
    QList<QTcpSocket *> waiting;
    const WebServer server([&waiting](const QByteArray &, QTcpSocket &socket) {
        waiting.append(&socket);
        if (waiting.size() < count)
            return;
        for (QTcpSocket *each : std::as_const(waiting)) // none is answered before all are there
            WebServer::send(*each, ok);
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    for (int run = 1; run <= count; ++run)
        executor.start({.run = {run}, .action = HttpAction{server.url()}});
    QTRY_COMPARE_WITH_TIMEOUT(recorder.outcomes.size(), count, 30'000);
    for (const RunOutcome &outcome : recorder.outcomes)
        QCOMPARE(outcome.reason, QString());
    QCOMPARE(server.requests.size(), count);
}

void TestHttpExecutor::waitsForItsTurn()
{
    QTcpSocket *first = nullptr;
    const WebServer server([&first](const QByteArray &, QTcpSocket &socket) {
        if (first)
            WebServer::send(socket, ok);
        else
            first = &socket;
    });
    HttpExecutor executor({.atOnce = 1});
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{server.url()}});
    executor.start({.run = {2}, .action = HttpAction{server.url()}});
    QTRY_VERIFY(first);
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
    WebServer::send(*first, ok);
    QVERIFY(recorder.waitFor(2));
    QCOMPARE(recorder.order, (std::vector<qint64>{1, 2}));
}

void TestHttpExecutor::keepsNoCookies()
{
    const WebServer server("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
    HttpExecutor executor;
    const Recorder recorder(executor);
    for (const qint64 run : {1, 2}) {
        executor.start({.run = {run}, .action = HttpAction{server.url()}});
        QVERIFY(recorder.waitFor(run));
    }
    QCOMPARE(server.connections, 2);
    QVERIFY(!server.requests.value(1).contains("Cookie"));
}

QTEST_GUILESS_MAIN(TestHttpExecutor)
#include "tst_httpexecutor.moc"
