// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpexecutor.h"

#include "core/executors/recorder.h"
#include "support/webserver.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

using namespace carillon;

namespace {

const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

void answerOk(const QByteArray &, QTcpSocket &socket)
{
    WebServer::send(socket, ok);
}

} // namespace

/// With certificates of an authority of its own, made by the program openssl.
class TestHttpTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void fetches();
    void refusesCertificates_data();
    void refusesCertificates();
    void saysWhenThereIsNoTls();
    void staysSecureWhenRedirected();
    void fetchesMuch();

private:
    void openssl(const QString &arguments);
    void makeCertificate(const QString &name, const QString &subject, const QString &alternative,
                         const QString &dates, const QString &signer = u"ca"_qs);
    QSslCertificate certificate(const QString &name) const;
    QSslConfiguration server(const QString &name) const;
    void trustAuthority();

    QTemporaryDir m_folder;
    QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();
};

void TestHttpTls::openssl(const QString &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_qs, QProcess::splitCommand(arguments));
    QVERIFY2(process.waitForFinished() && process.exitCode() == 0,
             qPrintable(arguments + u": "_qs + QString::fromLocal8Bit(process.readAll())));
}

/// `dates` as `openssl ca` takes them.
void TestHttpTls::makeCertificate(const QString &name, const QString &subject,
                                  const QString &alternative, const QString &dates,
                                  const QString &signer)
{
    QFile extensions(m_folder.filePath(name + u".ext"_qs));
    QVERIFY(extensions.open(QIODevice::WriteOnly));
    extensions.write("subjectAltName=" + alternative.toLatin1() + "\n");
    extensions.close();
    openssl(
        u"req -new -newkey rsa:2048 -nodes -keyout %1.key -out %1.csr -subj /CN=%2 -batch"_qs.arg(
            name, subject));
    openssl(
        u"ca -config ca.conf -name %3 -batch -notext -in %1.csr -out %1.crt -extfile %1.ext %2"_qs
            .arg(name, dates, signer));
}

void TestHttpTls::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    QFile configuration(m_folder.filePath(u"ca.conf"_qs));
    QVERIFY(configuration.open(QIODevice::WriteOnly));
    for (const QByteArray name : {"ca", "stranger"})
        configuration.write("[" + name + "]\ndatabase=" + name + ".db\nserial=" + name +
                            ".serial\nnew_certs_dir=.\ncertificate=" + name +
                            ".crt\nprivate_key=" + name +
                            ".key\ndefault_md=sha256\npolicy=any\n"
                            "unique_subject=no\n");
    configuration.write("[any]\ncommonName=supplied\n");
    configuration.close();
    for (const QString &name : {u"ca"_qs, u"stranger"_qs}) {
        QVERIFY(QFile(m_folder.filePath(name + u".db"_qs)).open(QIODevice::WriteOnly));
        QFile serial(m_folder.filePath(name + u".serial"_qs));
        QVERIFY(serial.open(QIODevice::WriteOnly));
        serial.write("01\n");
        serial.close();
        openssl(u"req -x509 -newkey rsa:2048 -nodes -keyout %1.key -out %1.crt -days 30 "
                "-subj /CN=authority-%1"_qs.arg(name));
    }
    const QString here = u"DNS:localhost,IP:127.0.0.1"_qs;
    makeCertificate(u"good"_qs, u"localhost"_qs, here, u"-days 10"_qs);
    makeCertificate(u"expired"_qs, u"localhost"_qs, here,
                    u"-startdate 20240101000000Z -enddate 20240331120000Z"_qs);
    makeCertificate(u"future"_qs, u"localhost"_qs, here,
                    u"-startdate 20480101000000Z -enddate 20490101000000Z"_qs);
    makeCertificate(u"other"_qs, u"other.example"_qs, u"DNS:other.example"_qs, u"-days 10"_qs);
    makeCertificate(u"strange"_qs, u"localhost"_qs, here, u"-days 10"_qs, u"stranger"_qs);
    openssl(u"req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.crt -days 10 "
            "-subj /CN=localhost -addext subjectAltName=%1"_qs.arg(here));
}

void TestHttpTls::cleanup()
{
    QSslConfiguration::setDefaultConfiguration(m_usual);
}

QSslCertificate TestHttpTls::certificate(const QString &name) const
{
    return QSslCertificate::fromPath(m_folder.filePath(name + u".crt"_qs)).value(0);
}

QSslConfiguration TestHttpTls::server(const QString &name) const
{
    QFile key(m_folder.filePath(name + u".key"_qs));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key %s", qPrintable(name));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate(name));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

void TestHttpTls::trustAuthority()
{
    QSslConfiguration configuration = m_usual;
    configuration.addCaCertificate(certificate(u"ca"_qs));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

void TestHttpTls::fetches()
{
    trustAuthority();
    const WebServer web(server(u"good"_qs), answerOk);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{web.url(u"/"_qs, u"localhost"_qs)}});
    executor.start({.run = {2}, .action = HttpAction{web.url(u"/"_qs, u"127.0.0.1"_qs)}});
    for (const qint64 run : {1, 2}) {
        QVERIFY(recorder.waitFor(run));
        QCOMPARE(recorder.outcomes.value(run).reason, QString());
        QCOMPARE(recorder.output.value(run), QByteArray("hello"));
    }
}

void TestHttpTls::refusesCertificates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const QString notSent = u" The request was not sent."_qs;
    const auto row = [&notSent](const char *name, const QString &reason) {
        QTest::newRow(name) << QString::fromLatin1(name) << reason + notSent;
    };
    row("expired", u"The certificate of “localhost” expired on 2024-03-31."_qs);
    row("future",
        u"The certificate of “localhost” is not valid before 2048-01-01; is the clock right?"_qs);
    row("other", u"The certificate of “localhost” is made out to “other.example”."_qs);
    row("strange", u"The certificate of “localhost” comes from “authority-stranger”, which this "
                   u"computer does not trust."_qs);
    row("self", u"The certificate of “localhost” is self-signed: nobody vouches for it."_qs);
}

void TestHttpTls::refusesCertificates()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    trustAuthority();
    const WebServer web(server(name), answerOk);
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{web.url(u"/"_qs, u"localhost"_qs)}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1), (RunOutcome{.state = RunState::Failed, .reason = reason}));
    QCOMPARE(web.requests.size(), 0);
}

void TestHttpTls::saysWhenThereIsNoTls()
{
    QTcpServer rude;
    QVERIFY(rude.listen(QHostAddress::LocalHost));
    connect(&rude, &QTcpServer::pendingConnectionAvailable, &rude, [&rude] {
        QTcpSocket *const socket = rude.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
            socket->disconnectFromHost();
        });
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start(
        {.run = {1}, .action = HttpAction{u"https://127.0.0.1:%1/"_qs.arg(rude.serverPort())}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason,
             u"There is no secure connection to “127.0.0.1” on port %1. Does it speak https, with "
             u"TLS 1.2 or newer? The request was not sent."_qs.arg(rude.serverPort()));
}

void TestHttpTls::staysSecureWhenRedirected()
{
    trustAuthority();
    const WebServer plain(ok);
    const QByteArray away =
        "HTTP/1.1 301 Moved\r\nLocation: " + plain.url(u"/x"_qs, u"localhost"_qs).toLatin1() +
        "\r\n\r\n";
    const WebServer web(server(u"good"_qs), [away](const QByteArray &, QTcpSocket &socket) {
        WebServer::send(socket, away);
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{web.url(u"/"_qs, u"localhost"_qs)}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason,
             u"“localhost” redirects from https to “http://localhost:%1/x”, which is not secure; "
             u"that was not followed."_qs.arg(plain.port()));
    QCOMPARE(plain.requests.size(), 0);
}

void TestHttpTls::fetchesMuch()
{
    trustAuthority();
    const QByteArray body(5'000'000, 'x');
    const WebServer web(server(u"good"_qs), [&body](const QByteArray &, QTcpSocket &socket) {
        WebServer::send(socket, "HTTP/1.1 200 OK\r\n\r\n" + body);
    });
    HttpExecutor executor;
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = HttpAction{web.url(u"/"_qs, u"localhost"_qs)}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).reason, QString());
    QCOMPARE(recorder.output.value(1), body);
}

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_httptls.moc"
