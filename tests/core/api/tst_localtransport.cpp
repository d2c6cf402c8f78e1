// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/localtransport.h"

#include "core/api/transportbench.h"
#include "core/time/clock.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;

namespace {

struct Client : RawClient<QLocalSocket>
{
    explicit Client(const QString &socket) : RawClient(socket) {}
};

} // namespace

class TestLocalTransport : public QObject
{
    Q_OBJECT

private slots:
    void answers();
    void isTheOwnersAlone();
    void takesThePlaceOfADeadPredecessor();
    void goesAwayWithItsTransport();
    void saysWhyItCannotListen();
    void streams();
};

void TestLocalTransport::answers()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"socket"_qs);
    const SystemClock clock;
    TestAnswers answers;
    LocalTransport transport(answers.handler(), clock);
    QVERIFY(transport.listen(socket));
    Client client(socket);
    Client other(socket);
    QCOMPARE(client.get("/a%2Fb").body, QByteArray("\"GET /a%2Fb? \""));
    QCOMPARE(other.get("/empty").status, 204);
    QCOMPARE(client.ask("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nb").body,
             QByteArray("\"POST /x? b\""));
    ApiCaller caller;
    caller.transport = ApiCaller::Transport::Local;
    for (const ApiRequest &request : answers.requests)
        QCOMPARE(request.caller, caller);
    QCOMPARE(client.ask("rubbish\r\n").status, 400);
    QVERIFY(client.isClosed());
}

void TestLocalTransport::isTheOwnersAlone()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"socket"_qs);
    const SystemClock clock;
    TestAnswers answers;
    LocalTransport transport(answers.handler(), clock);
    const auto mask = ::umask(0);
    const auto listening = transport.listen(socket);
    ::umask(mask);
    QVERIFY(listening);
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(socket).constData(), &facts), 0);
    QVERIFY(S_ISSOCK(facts.st_mode));
    QCOMPARE(int(facts.st_mode & 0077), 0);
#else
    QSKIP("a pipe has no mode");
#endif
}

void TestLocalTransport::takesThePlaceOfADeadPredecessor()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"socket"_qs);
    QFile left(socket);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    const SystemClock clock;
    TestAnswers answers;
    LocalTransport transport(answers.handler(), clock);
    QVERIFY(transport.listen(socket));
    Client client(socket);
    QCOMPARE(client.get("/x").status, 200);
#else
    QSKIP("pipes leave nothing behind");
#endif
}

void TestLocalTransport::goesAwayWithItsTransport()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"socket"_qs);
    const SystemClock clock;
    TestAnswers answers;
    auto transport = std::make_unique<LocalTransport>(answers.handler(), clock);
    QVERIFY(transport->listen(socket));
    Client client(socket);
    QCOMPARE(client.get("/x").status, 200);
    transport.reset();
    QVERIFY(client.isClosed());
    QVERIFY(!QFileInfo::exists(socket));
}

void TestLocalTransport::saysWhyItCannotListen()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"missing/socket"_qs);
    const SystemClock clock;
    TestAnswers answers;
    LocalTransport transport(answers.handler(), clock);
    const auto listening = transport.listen(socket);
#ifdef Q_OS_UNIX
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::NotAllowed);
    QVERIFY(listening.error().message.contains(socket));
#endif
}

void TestLocalTransport::streams()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"socket"_qs);
    const SystemClock clock;
    TestAnswers answers;
    LocalTransport transport(answers.handler(), clock);
    QVERIFY(transport.listen(socket));
    {
        Client client(socket);
        client.send("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_VERIFY(client.received.size() > 1'000'000);
    }
    QTRY_VERIFY(!answers.stream);
}

QTEST_GUILESS_MAIN(TestLocalTransport)
#include "tst_localtransport.moc"
