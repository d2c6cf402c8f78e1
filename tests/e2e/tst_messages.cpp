// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"
#include "core/util/json.h"
#include "support/files.h"
#include "support/program.h"
#include "support/redisserver.h"

#include <QTcpSocket>
#include <QTemporaryDir>

#include <QUrl>

#include <map>

using namespace carillon;

namespace {

constexpr int tasks = 10'000;
constexpr int everyNthRuns = 100;

QByteArray named(int number)
{
    return QByteArray::number(number).rightJustified(24, '0');
}

QByteArray addMessage(int number)
{
    return R"m({"operation":"add_job","task":{"exec_strategy":"date","job_params":{"name":")m" +
           named(number) +
           R"m(","job_class":"test.main.Test(1)","expression":"2099-01-01 10:00:00"}}})m";
}

/// Runs the task that was added just before.
QByteArray runMessage(int number)
{
    return R"({"operation":"run_once","id":"run )" + QByteArray::number(number) +
           R"(","task":{"name":")" + named(number) + R"("}})";
}

/// The body of a GET of the HTTP API.
QByteArray bodyAt(const QByteArray &url, const QByteArray &path)
{
    const QUrl address(QString::fromLatin1(url));
    QTcpSocket socket;
    socket.connectToHost(address.host(), quint16(address.port()));
    socket.write("GET " + address.path().toLatin1() + path + " HTTP/1.1\r\nHost: 127.0.0.1:" +
                 QByteArray::number(address.port()) + "\r\nConnection: close\r\n\r\n");
    while (socket.waitForReadyRead(20'000)) {}
    const QByteArray answer = socket.readAll();
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace

/// Messages from a real Redis server to a real engine.
class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void losesNoMessageWhenKilled();
    void showsWhatItRefuses();
    void hearsWhatIsPublished();

private:
    void serve(Program &engine, const RedisServer &server, const QStringList &more = {});
    qint64 left(RedisClient &client);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMessages::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString package = m_folder->filePath(u"workspace/tasks/test"_qs);
    QVERIFY(QDir().mkpath(package));
    writeFile(package + u"/main.py"_qs, "class Test:\n"
                                        "    def __init__(self, number):\n"
                                        "        pass\n"
                                        "    def main(self):\n"
                                        "        pass\n");
}

void TestMessages::serve(Program &engine, const RedisServer &server, const QStringList &more)
{
    engine.start(QStringList{u"serve"_qs, u"--profile"_qs, m_folder->path(), u"--log-level"_qs,
                             u"warn"_qs, u"--redis"_qs, u"unix://"_qs + server.socket()} +
                 more);
}

/// Messages that are not done.
qint64 TestMessages::left(RedisClient &client)
{
    return client.ask({"LLEN", "kinit_queue"}).number +
           client.ask({"LLEN", "kinit_queue:processing"}).number;
}

void TestMessages::losesNoMessageWhenKilled()
{
    RedisServer server;
    RedisClient client(server.address());
    for (int i = 0; i < tasks; i += 100) {
        QByteArrayList words{"LPUSH", "kinit_queue"};
        for (int j = i; j < i + 100; ++j) {
            words.append(addMessage(j));
            if (j % everyNthRuns == 0)
                words.append(runMessage(j));
        }
        client.ask(words);
    }
    const int messages = tasks + tasks / everyNthRuns;
    const QStringList list{u"--redis-mode"_qs, u"list"_qs};
    for (const int done : {700, 3000, 6000}) {
        Program engine(QStringLiteral(CARILLONCTL));
        serve(engine, server, list);
        QTRY_VERIFY_WITH_TIMEOUT(left(client) <= messages - done, 120'000);
        engine.killHard();
    }
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, server, list);
    QTRY_COMPARE_WITH_TIMEOUT(left(client), 0, 200'000);
    engine.terminate();
    QCOMPARE(engine.finish(), 0);
    QCOMPARE(client.items("kinit_queue:refused"), QByteArrayList());

    const auto store =
        SqlStore::open(m_folder->filePath(u"carillon.db"_qs), SqlStore::Access::ReadOnly);
    QVERIFY(store);
    QCOMPARE((*store)->jobs().all().size(), std::size_t(tasks));
    for (int i = 0; i < tasks; ++i)
        QVERIFY((*store)->jobs().find(JobId{QString::fromLatin1(named(i))}));
    const auto runs = (*store)->runs().page({{}, {}, 100'000});
    QVERIFY(runs);
    std::map<QString, int> count;
    for (const Run &run : *runs)
        ++count[run.by];
    QCOMPARE(count.size(), std::size_t(tasks / everyNthRuns));
    for (const auto &[by, times] : count)
        QVERIFY2(times == 1, qPrintable(u"%1 ran %2 times"_qs.arg(by).arg(times)));
}

void TestMessages::showsWhatItRefuses()
{
    RedisServer server;
    RedisClient client(server.address());
    client.ask({"LPUSH", "kinit_queue", "{", R"({"operation":"close","task":{}})", addMessage(1)});
    Program engine(QStringLiteral(CARILLONCTL));
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QString port = QString::number(free.serverPort());
    free.close();
    serve(engine, server,
          {u"--redis-mode"_qs, u"list"_qs, u"--api"_qs, port, u"--api-auth"_qs, u"off"_qs});
    const QByteArray ready = engine.line("READY=1");
    QVERIFY(ready.contains(" api="));
    const QByteArray url = ready.mid(ready.indexOf(" api=") + 5).trimmed();
    QTRY_COMPARE_WITH_TIMEOUT(left(client), 0, 60'000);
    const auto health = parseJson(bodyAt(url, "/health"));
    QVERIFY(health);
    const QJsonObject channel = health->toObject().value(u"channels").toArray().first().toObject();
    QCOMPARE(channel.value(u"state").toString(), u"connected"_qs);
    QCOMPARE(channel.value(u"accepted").toInt(), 1);
    QCOMPARE(channel.value(u"refused").toInt(), 2);
    QCOMPARE(channel.value(u"refusals").toArray().last().toObject().value(u"message").toString(),
             u"{"_qs);
    server.stop();
    const auto state = [&url] {
        const auto now = parseJson(bodyAt(url, "/health"));
        return now ? now->toObject().value(u"channels").toArray().first().toObject().value(u"state")
                   : QJsonValue();
    };
    QTRY_COMPARE_WITH_TIMEOUT(state().toString(), u"waiting"_qs, 20'000);
    const auto status = parseJson(bodyAt(url, "/health"));
    QVERIFY(status && status->toObject().value(u"status") == QJsonValue(u"ok"_qs));
}

void TestMessages::hearsWhatIsPublished()
{
    RedisServer server;
    RedisClient client(server.address());
    Program engine(QStringLiteral(CARILLONCTL));
    serve(engine, server);
    QVERIFY(engine.line("READY=1").size() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(client.ask({"PUBLISH", "kinit_queue", addMessage(1)}).number, 1,
                              20'000);
    client.ask({"PUBLISH", "kinit_queue", runMessage(1)});
    const QString database = m_folder->filePath(u"carillon.db"_qs);
    const auto runs = [&database] {
        const auto store = SqlStore::open(database, SqlStore::Access::ReadOnly);
        const auto page = store ? (*store)->runs().page({{}, {}, 10}) : std::vector<Run>();
        return page ? page->size() : 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(runs(), 1U, 30'000);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
