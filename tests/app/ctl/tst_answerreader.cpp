// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answerreader.h"

#include <QTest>

using namespace carillon::ctl;

class TestAnswerReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void endsWithTheConnection();
    void givesWhatHasCome();
};

void TestAnswerReader::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("sized") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody") << 200
                           << QByteArray("body");
    QTest::newRow("empty") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n") << 200
                           << QByteArray();
    QTest::newRow("without content")
        << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")
                             << 200 << QByteArray("abc0123456789");
    QTest::newRow("trailers") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                            "1\r\na\r\n0\r\nX: y\r\n\r\n")
                              << 200 << QByteArray("a");
    QTest::newRow("after an interim answer")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\n"
                      "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}")
        << 404 << QByteArray("{}");
}

/// However it is cut into pieces.
void TestAnswerReader::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (qsizetype step : {qsizetype(1), qsizetype(7), bytes.size()}) {
        AnswerReader reader;
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            QVERIFY(!reader.isOver());
            reader.feed(QByteArrayView(bytes).sliced(at).first(std::min(step, bytes.size() - at)));
        }
        QVERIFY(reader.isOver());
        QVERIFY(!reader.isBroken());
        QCOMPARE(reader.status(), status);
        QCOMPARE(reader.takeBody(), body);
        QCOMPARE(reader.takeBody(), QByteArray());
    }
}

void TestAnswerReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-x\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("length that is none")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n");
    QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
    QTest::newRow("chunk that is none")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("endless head") << QByteArray(100'000, 'x');
}

void TestAnswerReader::refuses()
{
    QFETCH(QByteArray, bytes);
    AnswerReader reader;
    reader.feed(bytes);
    QVERIFY(reader.isBroken());
    QVERIFY(reader.isOver());
}

void TestAnswerReader::endsWithTheConnection()
{
    AnswerReader open;
    open.feed("HTTP/1.1 200 OK\r\n\r\nall of it");
    QVERIFY(!open.isOver());
    open.feedEnd();
    QVERIFY(open.isOver());
    QVERIFY(!open.isBroken());
    QCOMPARE(open.takeBody(), QByteArray("all of it"));

    AnswerReader cut;
    cut.feed("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nall");
    cut.feedEnd();
    QVERIFY(cut.isBroken());
}

void TestAnswerReader::givesWhatHasCome()
{
    AnswerReader reader;
    reader.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-A: b \r\n\r\n6\r\nabc");
    QVERIFY(reader.hasHead());
    QCOMPARE(reader.header("x-a"), std::optional(QByteArray("b")));
    QVERIFY(!reader.header("x-b"));
    QCOMPARE(reader.takeBody(), QByteArray("abc"));
    reader.feed("def\r\n");
    QCOMPARE(reader.takeBody(), QByteArray("def"));
    QVERIFY(!reader.isOver());
}

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "tst_answerreader.moc"
