// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpendpoint.h"

#include <QTest>

using namespace carillon;

class TestHttpEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void letsNobodyInUnasked_data();
    void letsNobodyInUnasked();
    void readsAddresses_data();
    void readsAddresses();
    void refusesAddresses_data();
    void refusesAddresses();
};

void TestHttpEndpoint::letsNobodyInUnasked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("login");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("plain");
    QTest::addColumn<QString>("refusal"); // a part of it; empty: allowed
    for (const char *address : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"}) {
        for (const bool login : {false, true})
            QTest::addRow("%s, login %d", address, login)
                << QString::fromLatin1(address) << login << false << false << QString();
    }
    for (const char *address :
         {"0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "8.8.8.8", "fe80::1", "::ffff:10.0.0.1"}) {
        const QString text = QString::fromLatin1(address);
        QTest::addRow("%s", address) << text << true << false << false << u"certificate"_qs;
        QTest::addRow("%s, TLS", address) << text << true << true << false << QString();
        QTest::addRow("%s, plain", address) << text << true << false << true << QString();
        QTest::addRow("%s, no login", address) << text << false << false << false << u"login"_qs;
        QTest::addRow("%s, no login but TLS", address)
            << text << false << true << false << u"login"_qs;
        QTest::addRow("%s, no login but plain", address)
            << text << false << true << true << u"login"_qs;
    }
    QTest::newRow("none") << QString() << true << true << true << u"no address"_qs;
}

void TestHttpEndpoint::letsNobodyInUnasked()
{
    QFETCH(QString, address);
    QFETCH(bool, login);
    QFETCH(bool, tls);
    QFETCH(bool, plain);
    QFETCH(QString, refusal);
    HttpEndpoint endpoint;
    endpoint.address = QHostAddress(address);
    endpoint.asksForLogin = login;
    endpoint.allowsPlain = plain;
    if (tls)
        endpoint.tls = TlsFiles{u"a.crt"_qs, u"a.key"_qs};
    const auto checked = checkEndpoint(endpoint);
    QCOMPARE(checked.has_value(), refusal.isEmpty());
    if (!checked) {
        QCOMPARE(checked.error().code, ErrorCode::UnsafeSettings);
        QVERIFY2(checked.error().message.contains(refusal), qPrintable(checked.error().message));
    }
}

void TestHttpEndpoint::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("port") << u"8080"_qs << u"127.0.0.1"_qs << 8080;
    QTest::newRow("colon and port") << u":8080"_qs << u"127.0.0.1"_qs << 8080;
    QTest::newRow("highest") << u"65535"_qs << u"127.0.0.1"_qs << 65535;
    QTest::newRow("all") << u"0.0.0.0:80"_qs << u"0.0.0.0"_qs << 80;
    QTest::newRow("IPv6") << u"[::1]:80"_qs << u"::1"_qs << 80;
    QTest::newRow("localhost") << u"localhost:80"_qs << u"127.0.0.1"_qs << 80;
}

void TestHttpEndpoint::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    const auto endpoint = endpointFromText(text);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->address.toString(), address);
    QCOMPARE(int(endpoint->port), port);
    QVERIFY(endpoint->asksForLogin && !endpoint->allowsPlain && !endpoint->tls);
}

void TestHttpEndpoint::refusesAddresses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", ":", "0", "65536", "-1", "http", "127.0.0.1", "127.0.0.1:",
                             "127.0.0.1:http", "example.org:80", "::1:80", "[127.0.0.1]:80", "[::1",
                             "[::1]", "1.2.3.4.5:80", "127.0.0.1:80/", " 80", "8 0"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestHttpEndpoint::refusesAddresses()
{
    QFETCH(QString, text);
    const auto endpoint = endpointFromText(text);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, ErrorCode::InvalidInput);
    QVERIFY(endpoint.error().message.contains(u'“' + text + u'”'));
}

QTEST_APPLESS_MAIN(TestHttpEndpoint)
#include "tst_httpendpoint.moc"
