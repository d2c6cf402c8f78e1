// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redischannel.h"
#include "support/fakeclock.h"
#include "support/redisserver.h"

#include <QTcpSocket>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const QByteArray queue = "kinit_queue";

/// A channel, and who does its messages.
struct ChannelBench
{
    explicit ChannelBench(const RedisAddress &address, bool isList = false)
        : channel([this](const QByteArray &message, bool isRepeat,
                         MessageIntake::Done done) { take(message, isRepeat, std::move(done)); },
                  {.address = address,
                   .isList = isList,
                   .firstDelay = 5ms,
                   .longestDelay = 40ms,
                   .patience = 2s},
                  clock)
    {
        channel.start();
    }

    void take(const QByteArray &message, bool isRepeat, MessageIntake::Done done)
    {
        messages.append(message);
        if (isRepeat)
            repeats.append(message);
        if (holds)
            held = std::move(done);
        else
            done(answers.isEmpty() ? Result<>() : answers.takeFirst());
    }

    bool isConnected() const { return channel.health().state == ChannelHealth::State::Connected; }
    QString problem() const { return channel.health().problem; }

    SystemClock clock;
    QByteArrayList messages = {};
    QByteArrayList repeats = {};
    QList<Result<>> answers = {}; ///< then everything goes well
    bool holds = false;
    MessageIntake::Done held = {};
    RedisChannel channel;
};

Result<> refusal(ErrorCode code)
{
    return Error{code, u"Not like this."_qs};
}

/// Answers whoever comes with the same bytes, or not at all.
struct Stranger
{
    explicit Stranger(QByteArray answer, bool closes = false)
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this, answer, closes] {
            ++visits;
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write(answer);
            if (closes)
                socket->disconnectFromHost();
        });
    }
    RedisAddress address() const
    {
        RedisAddress address;
        address.host = u"127.0.0.1"_qs;
        address.port = server.serverPort();
        return address;
    }

    QTcpServer server;
    int visits = 0;
};

} // namespace

class TestRedisChannel : public QObject
{
    Q_OBJECT

private slots:
    void hearsWhatIsPublished();
    void comesBackAfterARestart();
    void takesAListInOrder();
    void losesNothingInAList();
    void takesUpWhatWasLeft();
    void doesNothingTwiceWithoutAnAnswer();
    void waitsForTheStore();
    void keepsTheRefusedAside();
    void logsIn_data();
    void logsIn();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void givesUpOnTheSilent();
    void comesBackEverMoreSlowly();
    void looksUpNames();
    void endsAtAnyTime_data();
    void endsAtAnyTime();

private:
    RedisServer m_server; ///< shared by those that leave it as it was
};

void TestRedisChannel::hearsWhatIsPublished()
{
    ChannelBench bench(m_server.address());
    QTRY_VERIFY(bench.isConnected());
    RedisClient client(m_server.address());
    QByteArrayList sent;
    for (int i = 0; i < 100; ++i) {
        sent.append(QByteArray("message\0\r\n", 10) + QByteArray::number(i));
        QCOMPARE(client.ask({"PUBLISH", queue, sent.last()}).number, 1);
    }
    client.ask({"PUBLISH", "another", "x"});
    QTRY_COMPARE(bench.messages, sent);
    QCOMPARE(bench.repeats, QByteArrayList());
    QTRY_COMPARE(bench.channel.health().accepted, 100);
    QCOMPARE(bench.channel.health().waiting, 0);
}

void TestRedisChannel::comesBackAfterARestart()
{
    RedisServer server;
    ChannelBench bench(server.address());
    QTRY_VERIFY(bench.isConnected());
    server.stop();
    QTRY_VERIFY(!bench.problem().isEmpty());
    QVERIFY(!bench.isConnected());
    server.start();
    QTRY_VERIFY(bench.isConnected());
    QCOMPARE(bench.problem(), QString());
    QVERIFY(!bench.channel.health().retryAt);
    QCOMPARE(RedisClient(server.address()).ask({"PUBLISH", queue, "again"}).number, 1);
    QTRY_COMPARE(bench.messages, QByteArrayList{"again"});
}

void TestRedisChannel::takesAListInOrder()
{
    RedisServer server;
    RedisClient client(server.address());
    QByteArrayList sent;
    for (int i = 0; i < 100; ++i)
        sent.append(QByteArray::number(i));
    client.ask(QByteArrayList{"LPUSH", queue} + sent);
    ChannelBench bench(server.address(), true);
    QTRY_COMPARE(bench.messages, sent);
    client.ask({"LPUSH", queue, "later"});
    QTRY_COMPARE(bench.messages.size(), 101);
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
    QCOMPARE(bench.channel.health().accepted, 101);
}

/// With the server going and coming, and messages done while it is away.
void TestRedisChannel::losesNothingInAList()
{
    constexpr int count = 10'000;
    RedisServer server;
    {
        RedisClient client(server.address());
        for (int i = 0; i < count; i += 100) {
            QByteArrayList words{"LPUSH", queue};
            for (int j = i; j < i + 100; ++j)
                words.append(QByteArray::number(j));
            client.ask(words);
        }
    }
    ChannelBench bench(server.address(), true);
    for (const int until : {2000, 5000, 8000}) {
        QTRY_VERIFY_WITH_TIMEOUT(bench.messages.size() >= until, 120'000);
        server.stop();
        server.start();
    }
    const auto done = [&bench] {
        return QSet<QByteArray>(bench.messages.begin(), bench.messages.end());
    };
    QTRY_COMPARE_WITH_TIMEOUT(done().size(), count, 120'000);
    // What came more than once came as a repeat.
    QVERIFY(bench.messages.size() - count <= bench.repeats.size());
    RedisClient client(server.address());
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
    QCOMPARE(client.items(queue), QByteArrayList());
}

void TestRedisChannel::takesUpWhatWasLeft()
{
    RedisServer server;
    RedisClient client(server.address());
    client.ask({"LPUSH", queue + ":processing", "first", "second"});
    client.ask({"LPUSH", queue, "third"});
    ChannelBench bench(server.address(), true);
    QTRY_COMPARE(bench.messages, (QByteArrayList{"first", "second", "third"}));
    QCOMPARE(bench.repeats, (QByteArrayList{"first", "second"}));
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
}

void TestRedisChannel::doesNothingTwiceWithoutAnAnswer()
{
    RedisServer server;
    RedisClient(server.address()).ask({"LPUSH", queue, "a"});
    ChannelBench bench(server.address(), true);
    bench.holds = true;
    QTRY_VERIFY(bench.held);
    server.stop();
    QTRY_VERIFY(!bench.isConnected());
    bench.holds = false;
    bench.held({});
    server.start();
    QTRY_VERIFY(bench.isConnected());
    RedisClient client(server.address());
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
    QCOMPARE(bench.messages, QByteArrayList{"a"});
    client.ask({"LPUSH", queue, "a"}); // the same text, but another message
    QTRY_COMPARE(bench.messages, (QByteArrayList{"a", "a"}));
    QCOMPARE(bench.repeats, QByteArrayList());
}

void TestRedisChannel::waitsForTheStore()
{
    RedisServer server;
    RedisClient client(server.address());
    client.ask({"LPUSH", queue, "a", "b"});
    ChannelBench bench(server.address(), true);
    bench.answers = {refusal(ErrorCode::StoreBusy), refusal(ErrorCode::StoreFull)};
    QTRY_COMPARE(bench.messages, (QByteArrayList{"a", "a", "a", "b"}));
    QCOMPARE(bench.repeats, (QByteArrayList{"a", "a"}));
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
    QCOMPARE(bench.channel.health().accepted, 2);
    QCOMPARE(bench.channel.health().refused, 0);
}

void TestRedisChannel::keepsTheRefusedAside()
{
    RedisServer server;
    RedisClient client(server.address());
    client.ask({"LPUSH", queue, "bad \xff", "good"});
    ChannelBench bench(server.address(), true);
    bench.answers = {refusal(ErrorCode::InvalidInput)};
    QTRY_COMPARE(bench.messages, (QByteArrayList{"bad \xff", "good"}));
    QTRY_COMPARE(client.items(queue + ":processing"), QByteArrayList());
    QCOMPARE(client.items(queue + ":refused"), QByteArrayList{"bad \xff"});
    const ChannelHealth health = bench.channel.health();
    QCOMPARE(health.refused, 1);
    QCOMPARE(health.refusals.size(), 1U);
    QCOMPARE(health.refusals.front().text, u"bad \uFFFD"_qs);
    QCOMPARE(health.refusals.front().why, u"Not like this."_qs);
    for (int i = 0; i < 150; ++i)
        bench.answers.append(refusal(ErrorCode::NotFound));
    client.ask(QByteArrayList{"LPUSH", queue} + QByteArrayList(150, "x"));
    QTRY_COMPARE(bench.channel.health().refused, 151);
    QCOMPARE(bench.channel.health().refusals.size(), 100U);
    QTRY_COMPARE(client.items(queue + ":refused").size(), 100);
}

void TestRedisChannel::logsIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("problem");
    QTest::newRow("right") << u""_qs << u"sec ret"_qs << u""_qs;
    QTest::newRow("right user") << u"default"_qs << u"sec ret"_qs << u""_qs;
    QTest::newRow("wrong") << u""_qs << u"guess"_qs << u"WRONGPASS"_qs;
    QTest::newRow("wrong user") << u"olga"_qs << u"sec ret"_qs << u"WRONGPASS"_qs;
    QTest::newRow("none") << u""_qs << u""_qs << u"NOAUTH"_qs;
}

void TestRedisChannel::logsIn()
{
    static RedisServer server({u"--requirepass"_qs, u"sec ret"_qs});
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(QString, problem);
    RedisAddress address = server.address();
    address.user = user;
    address.password = password;
    for (const bool isList : {false, true}) {
        ChannelBench bench(address, isList);
        if (problem.isEmpty()) {
            QTRY_VERIFY(bench.isConnected());
            continue;
        }
        QTRY_VERIFY2(bench.problem().contains(problem), qPrintable(bench.problem()));
        QVERIFY(!bench.isConnected());
        QVERIFY(!bench.channel.health().source.contains(u"sec ret"_qs));
    }
}

void TestRedisChannel::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("problem");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false
                          << u"Protocol error"_qs;
    QTest::newRow("mail") << QByteArray("220 mail.example ready\r\n") << false
                          << u"Protocol error"_qs;
    QTest::newRow("closing") << QByteArray("") << true << u"closed"_qs;
    QTest::newRow("huge") << QByteArray("*2147483647\r\n") << true << u""_qs;
    QTest::newRow("loading") << QByteArray("-LOADING Redis is loading\r\n") << false
                             << u"LOADING"_qs;
}

void TestRedisChannel::tellsWhatIsWrong()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    QFETCH(QString, problem);
    Stranger stranger(answer, closes);
    for (const bool isList : {false, true}) {
        ChannelBench bench(stranger.address(), isList);
        QTRY_VERIFY(!bench.problem().isEmpty());
        QVERIFY2(bench.problem().contains(problem), qPrintable(bench.problem()));
        QVERIFY(bench.messages.isEmpty());
    }
}

void TestRedisChannel::givesUpOnTheSilent()
{
    Stranger stranger({});
    ChannelBench bench(stranger.address());
    QTRY_COMPARE(bench.problem(), u"The server does not answer."_qs);
    QTRY_VERIFY(stranger.visits > 1);
}

void TestRedisChannel::comesBackEverMoreSlowly()
{
    Stranger stranger({}, true);
    ChannelBench bench(stranger.address());
    QTRY_VERIFY(stranger.visits >= 5);
    QTRY_VERIFY(bench.channel.health().state == ChannelHealth::State::Waiting);
    QVERIFY(bench.channel.health().retryAt);
    stranger.server.close();
    QTRY_VERIFY2(bench.problem().contains(u"refused"_qs), qPrintable(bench.problem()));
}

void TestRedisChannel::looksUpNames()
{
    RedisAddress address = m_server.address();
    address.host = u"localhost"_qs;
    ChannelBench bench(address);
    QTRY_VERIFY(bench.isConnected() || !bench.problem().isEmpty()); // it may be ::1
    address.host = u"no.such.host.invalid"_qs;
    ChannelBench other(address);
    QTRY_VERIFY_WITH_TIMEOUT(!other.problem().isEmpty(), 60'000);
    RedisAddress local;
    local.socket = m_server.socket();
    local.database = 3;
    ChannelBench third(local, true);
    QTRY_VERIFY(third.isConnected());
    RedisClient client(m_server.address());
    client.ask({"SELECT", "3"});
    client.ask({"LPUSH", queue, "here"});
    QTRY_COMPARE(third.messages, QByteArrayList{"here"});
}

void TestRedisChannel::endsAtAnyTime_data()
{
    QTest::addColumn<int>("turns");
    for (int turns = 0; turns < 12; ++turns)
        QTest::addRow("%d turns", turns) << turns;
}

void TestRedisChannel::endsAtAnyTime()
{
    QFETCH(int, turns);
    for (const bool isList : {false, true}) {
        auto bench = std::make_unique<ChannelBench>(m_server.address(), isList);
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        bench.reset();
        QCoreApplication::processEvents();
    }
}

QTEST_GUILESS_MAIN(TestRedisChannel)
#include "tst_redischannel.moc"
