// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/backoff.h"
#include "core/channels/redisaddress.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestRedisAddress : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void backsOff();
};

void TestRedisAddress::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<RedisAddress>("address");
    QTest::addColumn<QString>("shown");
    const auto server = [](const char *host, quint16 port = 6379, int database = 0) {
        RedisAddress address;
        address.host = QString::fromLatin1(host);
        address.port = port;
        address.database = database;
        return address;
    };
    RedisAddress local;
    local.socket = u"/run/redis/a b.sock"_qs;
    RedisAddress user = server("r.example", 1, 7);
    user.user = u"olga"_qs;
    user.password = u"p@ss:w/ord"_qs;
    RedisAddress second = local;
    second.database = 2;
    second.password = u"x"_qs;
    QTest::newRow("host") << u"redis://localhost"_qs << server("localhost")
                          << u"redis://localhost:6379/0"_qs;
    QTest::newRow("IPv6") << u"redis://[::1]:7000/"_qs << server("::1", 7000)
                          << u"redis://[::1]:7000/0"_qs;
    QTest::newRow("all") << u" redis://olga:p%40ss%3Aw%2Ford@r.example:1/7 "_qs << user
                         << u"redis://r.example:1/7"_qs;
    QTest::newRow("socket") << u"unix:///run/redis/a%20b.sock"_qs << local
                            << u"unix:///run/redis/a b.sock"_qs;
    QTest::newRow("socket with database") << u"unix://:x@/run/redis/a%20b.sock?db=2"_qs << second
                                          << u"unix:///run/redis/a b.sock?db=2"_qs;
}

void TestRedisAddress::reads()
{
    QFETCH(QString, text);
    QFETCH(RedisAddress, address);
    QFETCH(QString, shown);
    const auto read = redisAddressFromText(text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == address);
    QCOMPARE(read->text(), shown);
}

void TestRedisAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "localhost", "localhost:6379", "http://localhost", "redis://", "redis://:secret@",
          "redis://a:0", "redis://a:70000", "redis://a/x", "redis://a/-1", "redis://a/1/2",
          "redis://a?db=1", "redis://a#b", "unix://", "unix:///", "unix://host/path",
          "unix:///a?db=x", "rediss://:secret@a", "redis://a b"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRedisAddress::refuses()
{
    QFETCH(QString, text);
    const auto read = redisAddressFromText(text);
    QVERIFY(!read);
    QVERIFY(!read.error().message.contains(u"secret"));
}

void TestRedisAddress::backsOff()
{
    Backoff backoff(1s, 30s);
    for (const auto expected : {1000ms, 2000ms, 4000ms, 8000ms, 16'000ms, 30'000ms, 30'000ms})
        QCOMPARE(backoff.next(0), expected);
    QCOMPARE(backoff.next(0.5), 22'500ms);
    QVERIFY(backoff.next(0.999'999) >= 15'000ms);
    backoff.reset();
    QCOMPARE(backoff.next(0.5), 750ms);
}

QTEST_GUILESS_MAIN(TestRedisAddress)
#include "tst_redisaddress.moc"
