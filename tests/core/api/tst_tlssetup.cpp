// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/tlssetup.h"

#include "core/api/httptransport.h"
#include "core/api/transportbench.h"
#include "core/time/clock.h"

#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

struct TlsClient : RawClient<QSslSocket>
{
    explicit TlsClient(quint16 port, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
        : RawClient(QHostAddress(QHostAddress::LocalHost), port)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setProtocol(protocol);
        QObject::connect(&socket, &QSslSocket::connected, &socket,
                         [this] { socket.startClientEncryption(); });
        encrypted = QTest::qWaitFor(
            [this] {
                return socket.isEncrypted() || socket.state() == QSslSocket::UnconnectedState;
            },
            patience);
        encrypted = encrypted && socket.isEncrypted();
    }

    bool encrypted = false;
};

} // namespace

/// With certificates made by the program openssl.
class TestTlsSetup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void neverFallsBackToPlain();
    void answers_data();
    void answers();
    void refusesOldProtocols();
    void speaksNoPlainHttp();
    void cutsHandshakesThatDoNotEnd();
    void refusesInTls();

private:
    void makeCertificate(const QString &name, const QString &key, const QString &further = {});
    QString file(const QString &name) const { return m_folder.filePath(name); }
    TlsFiles files(const QString &name) const
    {
        return {file(name + u".crt"_qs), file(name + u".key"_qs)};
    }
    void write(const QString &name, const QByteArray &text);

    QTemporaryDir m_folder;
};

void TestTlsSetup::makeCertificate(const QString &name, const QString &key, const QString &further)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_qs,
                  QProcess::splitCommand(
                      u"req -x509 -subj /CN=localhost -days 2 -newkey %1 "
                      "-keyout \"%2.key\" -out \"%2.crt\" %3"_qs.arg(key, file(name), further)));
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAll().constData());
}

void TestTlsSetup::write(const QString &name, const QByteArray &text)
{
    QFile made(file(name));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write(text);
}

void TestTlsSetup::initTestCase()
{
    makeCertificate(u"rsa"_qs, u"rsa:2048"_qs, u"-nodes"_qs);
    makeCertificate(u"other"_qs, u"rsa:2048"_qs, u"-nodes"_qs);
    makeCertificate(u"ec"_qs, u"ec -pkeyopt ec_paramgen_curve:prime256v1"_qs, u"-nodes"_qs);
    makeCertificate(u"secret"_qs, u"rsa:2048"_qs, u"-passout pass:secret"_qs);
    write(u"empty"_qs, {});
    write(u"rubbish"_qs, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    write(u"binary"_qs, QByteArray::fromHex("3082010a02820101"));
}

void TestTlsSetup::refuses_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("blamed"); // the file that the message names
    const auto row = [](const char *name, const QString &certificate, const QString &key,
                        const QString &blamed) {
        QTest::newRow(name) << certificate << key << blamed;
    };
    row("no certificate", u"missing.crt"_qs, u"rsa.key"_qs, u"missing.crt"_qs);
    row("no key", u"rsa.crt"_qs, u"missing.key"_qs, u"missing.key"_qs);
    row("a folder", u"."_qs, u"rsa.key"_qs, u"."_qs);
    row("empty certificate", u"empty"_qs, u"rsa.key"_qs, u"empty"_qs);
    row("empty key", u"rsa.crt"_qs, u"empty"_qs, u"empty"_qs);
    row("rubbish as certificate", u"rubbish"_qs, u"rsa.key"_qs, u"rubbish"_qs);
    row("rubbish as key", u"rsa.crt"_qs, u"rubbish"_qs, u"rubbish"_qs);
    row("binary", u"binary"_qs, u"rsa.key"_qs, u"binary"_qs);
    row("swapped", u"rsa.key"_qs, u"rsa.crt"_qs, u"rsa.key"_qs);
    row("key of another", u"rsa.crt"_qs, u"other.key"_qs, u"other.key"_qs);
    row("key of another kind", u"rsa.crt"_qs, u"ec.key"_qs, u"ec.key"_qs);
    row("key with a password", u"secret.crt"_qs, u"secret.key"_qs, u"secret.key"_qs);
}

void TestTlsSetup::refuses()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, blamed);
    const auto loaded = loadTls({file(certificate), file(key)});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::NotAllowed);
    QVERIFY2(loaded.error().message.contains(file(blamed)), qPrintable(loaded.error().message));
}

void TestTlsSetup::neverFallsBackToPlain()
{
    const SystemClock clock;
    TestAnswers answers;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.tls = TlsFiles{file(u"rsa.crt"_qs), file(u"other.key"_qs)};
    endpoint.allowsPlain = true;
    QVERIFY(!transport.listen(endpoint));
    QCOMPARE(int(transport.port()), 0);
}

void TestTlsSetup::answers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("protocol");
    QTest::newRow("RSA") << u"rsa"_qs << int(QSsl::SecureProtocols);
    QTest::newRow("elliptic") << u"ec"_qs << int(QSsl::SecureProtocols);
    QTest::newRow("TLS 1.2") << u"rsa"_qs << int(QSsl::TlsV1_2);
    QTest::newRow("TLS 1.3") << u"rsa"_qs << int(QSsl::TlsV1_3);
}

void TestTlsSetup::answers()
{
    QFETCH(QString, name);
    QFETCH(int, protocol);
    const SystemClock clock;
    TestAnswers answers;
    answers.much = 2 * 1024 * 1024;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.tls = files(name);
    QVERIFY(transport.listen(endpoint));
    TlsClient client(transport.port(), QSsl::SslProtocol(protocol));
    QVERIFY(client.encrypted);
    QCOMPARE(client.get("/x").body, QByteArray("\"GET /x? \""));
    QCOMPARE(client.get("/much").body.size(), answers.much);
    const ApiCaller caller{ApiCaller::Transport::Http, u"127.0.0.1"_qs, transport.port(), true};
    QCOMPARE(answers.requests.at(0).caller, caller);
    QCOMPARE(client.ask("GET /x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status, 200);
    QVERIFY(client.isClosed());
}

void TestTlsSetup::refusesOldProtocols()
{
    const SystemClock clock;
    TestAnswers answers;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.tls = files(u"rsa"_qs);
    QVERIFY(transport.listen(endpoint));
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    TlsClient client(transport.port(), QSsl::TlsV1_1);
    QT_WARNING_POP
    QVERIFY(!client.encrypted);
    TlsClient next(transport.port());
    QCOMPARE(next.get("/x").status, 200);
}

void TestTlsSetup::speaksNoPlainHttp()
{
    const SystemClock clock;
    TestAnswers answers;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.tls = files(u"rsa"_qs);
    QVERIFY(transport.listen(endpoint));
    RawClient<QTcpSocket> client(QHostAddress(QHostAddress::LocalHost), transport.port());
    client.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(client.isClosed());
    QVERIFY(!client.received.startsWith("HTTP"));
    QVERIFY(answers.requests.empty());
}

void TestTlsSetup::cutsHandshakesThatDoNotEnd()
{
    const SystemClock clock;
    TestAnswers answers;
    ServerLimits limits;
    limits.requestTime = 200ms;
    limits.connections = 2;
    HttpTransport transport(answers.handler(), clock, limits);
    HttpEndpoint endpoint;
    endpoint.tls = files(u"rsa"_qs);
    QVERIFY(transport.listen(endpoint));
    const QHostAddress here(QHostAddress::LocalHost);
    RawClient<QTcpSocket> silent(here, transport.port());
    RawClient<QTcpSocket> half(here, transport.port());
    half.send(QByteArray::fromHex("16030100"));
    QVERIFY(silent.isClosed() && half.isClosed());
}

void TestTlsSetup::refusesInTls()
{
    const SystemClock clock;
    TestAnswers answers;
    HttpTransport transport(answers.handler(), clock);
    HttpEndpoint endpoint;
    endpoint.tls = files(u"rsa"_qs);
    QVERIFY(transport.listen(endpoint));
    TlsClient client(transport.port());
    QCOMPARE(client.ask("rubbish\r\n").status, 400);
    QVERIFY(client.isClosed());
}

QTEST_GUILESS_MAIN(TestTlsSetup)
#include "tst_tlssetup.moc"
