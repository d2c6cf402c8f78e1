// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpanswer.h"

#include <QTest>

using namespace carillon;

class TestHttpAnswer : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void readsByteByByte_data() { reads_data(); }
    void readsByteByByte();
    void findsHeaders();
    void answersHeadWithoutBody();
    void refuses_data();
    void refuses();
    void keepsNothing();
};

void TestHttpAnswer::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<bool>("completeWhenClosed");
    const auto row = [](const char *name, const char *bytes, int status, const QString &reason,
                        const char *body, bool complete, bool whenClosed) {
        QTest::newRow(name) << QByteArray(bytes) << status << reason << QByteArray(body) << complete
                            << whenClosed;
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, u"OK"_qs, "hello", true,
        true);
    row("too short", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello", 200, u"OK"_qs, "hello",
        false, false);
    row("too long", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhello", 200, u"OK"_qs, "hell",
        true, true);
    row("empty", "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n", 404, u"Not Found"_qs, "",
        true, true);
    row("until closed", "HTTP/1.0 200 OK\r\n\r\nhello", 200, u"OK"_qs, "hello", false, true);
    row("no reason", "HTTP/1.1 299\r\nContent-Length: 0\r\n\r\n", 299, u""_qs, "", true, true);
    row("bare LF", "HTTP/1.1 200 OK\nContent-Length: 2\n\nab", 200, u"OK"_qs, "ab", true, true);
    row("chunks",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\nB;x=y\r\n, big world\r\n0\r\nTrailer: x\r\n\r\n",
        200, u"OK"_qs, "hello, big world", true, true);
    row("chunks and a length",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: "
        "Chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        200, u"OK"_qs, "a", true, true);
    row("a chunk is missing", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
        200, u"OK"_qs, "a", false, false);
    row("interim answers",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
        "HTTP/1.1 204 No Content\r\n\r\n",
        204, u"No Content"_qs, "", true, true);
    row("not modified", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 304,
        u"Not Modified"_qs, "", true, true);
    row("length twice, the same",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na", 200, u"OK"_qs, "a",
        true, true);
    row("controls in the reason", "HTTP/1.1 200 a\x1b[1mb\r\nContent-Length: 0\r\n\r\n", 200,
        u"a\ufffd[1mb"_qs, "", true, true);
}

void TestHttpAnswer::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpAnswerReader reader(false);
    const auto body = reader.take(bytes);
    QVERIFY(body);
    QVERIFY(reader.head());
    QCOMPARE(reader.head()->status, status);
    QTEST(reader.head()->reason, "reason");
    QTEST(*body, "body");
    QTEST(reader.isComplete(), "complete");
    QTEST(reader.isCompleteWhenClosed(), "completeWhenClosed");
}

void TestHttpAnswer::readsByteByByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpAnswerReader reader(false);
    QByteArray all;
    for (const char byte : bytes) {
        const auto body = reader.take(QByteArray(1, byte));
        QVERIFY(body);
        all += *body;
    }
    QCOMPARE(reader.head()->status, status);
    QTEST(all, "body");
    QTEST(reader.isComplete(), "complete");
    QTEST(reader.isCompleteWhenClosed(), "completeWhenClosed");
}

void TestHttpAnswer::findsHeaders()
{
    HttpAnswerReader reader(false);
    QVERIFY(
        reader.take("HTTP/1.1 302 Found\r\nlocation:  /a \r\nX: 1\r\n 2\r\nLocation: /b\r\n\r\n"));
    QCOMPARE(reader.head()->header("Location"), QByteArray("/a"));
    QCOMPARE(reader.head()->header("x"), QByteArray("1 2"));
    QCOMPARE(reader.head()->header("Y"), QByteArray());
}

void TestHttpAnswer::answersHeadWithoutBody()
{
    HttpAnswerReader reader(true);
    QVERIFY(reader.take("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"));
    QVERIFY(reader.isComplete());
}

void TestHttpAnswer::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");
    const QString notHttp = u"The answer is not HTTP."_qs;
    const QString damaged = u"The answer breaks the rules of HTTP."_qs;
    const auto row = [](const char *name, const QByteArray &bytes, const QString &message) {
        QTest::newRow(name) << bytes << message;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", notHttp);
    row("the beginning of one", "HTX", notHttp);
    row("HTTP/2", "HTTP/2 200 OK\r\n\r\n", notHttp);
    row("status of two digits", "HTTP/1.1 20 OK\r\n\r\n", notHttp);
    row("status of four digits", "HTTP/1.1 2000 OK\r\n\r\n", notHttp);
    row("status out of range", "HTTP/1.1 600 Odd\r\n\r\n", notHttp);
    row("no colon", ok + "Server\r\n\r\n", damaged);
    row("negative length", ok + "Content-Length: -5\r\n\r\n", damaged);
    row("signed length", ok + "Content-Length: +5\r\n\r\n", damaged);
    row("huge length", ok + "Content-Length: 99999999999999999999\r\n\r\n", damaged);
    row("two lengths", ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", damaged);
    row("bad chunk", ok + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", damaged);
    row("negative chunk", ok + "Transfer-Encoding: chunked\r\n\r\n-1\r\n", damaged);
    row("chunk too long", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", damaged);
    row("unknown coding", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n",
        u"The answer is encoded in a way not known here: “gzip, chunked”."_qs);
    row("endless head", ok + QByteArray("A: b\r\n").repeated(20'000), damaged);
    row("endless line", ok + "A: " + QByteArray(100'000, 'b'), damaged);
    row("endless interim answers", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(10'000),
        damaged);
    row("endless chunk size", ok + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray(100'000, '0'),
        damaged);
    row("endless trailers",
        ok + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("A: b\r\n").repeated(20'000),
        damaged);
}

void TestHttpAnswer::refuses()
{
    QFETCH(QByteArray, bytes);
    HttpAnswerReader reader(false);
    const auto body = reader.take(bytes);
    QVERIFY(!body);
    QTEST(body.error().message, "message");
}

void TestHttpAnswer::keepsNothing()
{
    HttpAnswerReader reader(false);
    QVERIFY(reader.take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    const QByteArray chunk = "1\r\na\r\n";
    for (int i = 0; i < 100'000; ++i)
        QCOMPARE(reader.take(chunk).value(), QByteArray("a"));
    QVERIFY(!reader.isComplete());
}

QTEST_GUILESS_MAIN(TestHttpAnswer)
#include "tst_httpanswer.moc"
