// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/apibench.h"
#include "core/api/passwordhash.h"

using namespace carillon;
using namespace std::chrono_literals;

class TestApiAuth : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asks_data();
    void asks();
    void saysExactlyWhatTheOlderServerSays();
    void asksBeforeItLooksAtBodyOrJob();
    void tellsUnknownPathsAndMethodsWithoutLogin();
    void isClosedWithoutAnySecret();
    void opensToTheLocalSocket();
    void looksAtTenWrongLoginsAMinute();
    void countsThoseBehindAProxyApart_data();
    void countsThoseBehindAProxyApart();
    void neverLocksTheTokenOut();
    void remembersPasswordsThatWereRight();
    void keepsForeignPagesOut_data();
    void keepsForeignPagesOut();

private:
    static ApiRequest with(const QByteArray &authorization);
    ApiOptions options() const;

    QString m_hash;
};

namespace {

const QByteArray token = "0123456789abcdef0123456789abcdef";

QByteArray basic(const QByteArray &login)
{
    return "Basic " + login.toBase64();
}

} // namespace

void TestApiAuth::initTestCase()
{
    m_hash = hashPassword(u"pässword:with colon"_qs);
}

ApiOptions TestApiAuth::options() const
{
    ApiOptions options;
    options.login.tokenDigest = sha256(token);
    options.login.user = u"jürgen"_qs;
    options.login.passwordHash = m_hash;
    return options;
}

ApiRequest TestApiAuth::with(const QByteArray &authorization)
{
    ApiRequest request = ApiBench::request("GET", "/scheduler");
    request.headers.push_back({"authorization", authorization});
    return request;
}

void TestApiAuth::asks_data()
{
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 401;
    QTest::newRow("no scheme") << QByteArray("carillon") << 401;
    QTest::newRow("another scheme") << QByteArray("Digest x") << 401;
    QTest::newRow("no Base64") << QByteArray("Basic ###") << 401;
    QTest::newRow("stray characters in the Base64")
        << "Basic *" + ("carillon:" + token).toBase64() << 401;
    QTest::newRow("no colon") << basic("carillon") << 401;
    QTest::newRow("a wrong password") << basic("carillon:wrong") << 401;
    QTest::newRow("the token of another user") << basic("root:" + token) << 401;
    QTest::newRow("the token") << basic("carillon:" + token) << 200;
    QTest::newRow("the scheme in any case, several blanks")
        << "bAsIc   " + ("carillon:" + token).toBase64() << 200;
    QTest::newRow("the token as Bearer") << "Bearer " + token << 200;
    QTest::newRow("a wrong token") << QByteArray("Bearer x") << 401;
    QTest::newRow("the beginning of the token") << "Bearer " + token.chopped(1) << 401;
    QTest::newRow("the password, in UTF-8, with a colon")
        << basic(u"jürgen:pässword:with colon"_qs.toUtf8()) << 200;
    QTest::newRow("the password in Latin-1")
        << basic(u"jürgen:pässword:with colon"_qs.toLatin1()) << 401;
    QTest::newRow("the password of another user")
        << basic(u"root:pässword:with colon"_qs.toUtf8()) << 401;
}

void TestApiAuth::asks()
{
    ApiBench api(options());
    QFETCH(QByteArray, authorization);
    QTEST(api.ask(with(authorization)).status, "status");
}

void TestApiAuth::saysExactlyWhatTheOlderServerSays()
{
    ApiBench api(options());
    const ApiResponse response = api.ask("GET", "/scheduler/jobs");
    QCOMPARE(response.status, 401);
    QCOMPARE(response.body, QByteArray("Access Denied"));
    QCOMPARE(ApiBench::header(response, "WWW-Authenticate"),
             QByteArray("Basic realm=\"Authentication Required\""));
    QCOMPARE(ApiBench::header(response, "Content-Type"), QByteArray("text/html; charset=utf-8"));
}

void TestApiAuth::asksBeforeItLooksAtBodyOrJob()
{
    ApiBench api(options());
    for (const Route &route : api.router.routes().routes()) {
        for (const Route::Method &method : route.methods) {
            QByteArray path = route.path;
            const ApiResponse response =
                api.ask(method.name, "/scheduler" + path.replace("{id}", "1"), "{nonsense");
            QCOMPARE(response.status, 401);
        }
    }
}

void TestApiAuth::tellsUnknownPathsAndMethodsWithoutLogin()
{
    ApiBench api(options());
    QCOMPARE(api.ask("OPTIONS", "/scheduler/jobs").status, 200);
    QCOMPARE(api.ask("PUT", "/scheduler/jobs").status, 405);
    QCOMPARE(api.ask("GET", "/elsewhere").status, 404);
}

void TestApiAuth::isClosedWithoutAnySecret()
{
    ApiBench api{ApiOptions()};
    for (const QByteArray &login : {basic("carillon:"), basic(":"), QByteArray("Bearer ")})
        QCOMPARE(api.ask(with(login)).status, 401);
}

void TestApiAuth::opensToTheLocalSocket()
{
    ApiOptions given = options();
    given.prefix = u"/elsewhere"_qs;
    ApiBench api(given);
    ApiRequest request = ApiBench::request("GET", "/scheduler/jobs");
    request.headers.clear();
    request.caller = {ApiCaller::Transport::Local};
    QCOMPARE(api.ask(request).status, 200);
}

void TestApiAuth::looksAtTenWrongLoginsAMinute()
{
    ApiBench api(options());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(api.ask(with("Bearer wrong")).status, 401);
    const ApiResponse refused = api.ask(with(basic(u"jürgen:pässword:with colon"_qs.toUtf8())));
    QCOMPARE(refused.status, 429);
    QCOMPARE(ApiBench::header(refused, "Retry-After"), QByteArray("60"));
    ApiRequest other = with("Bearer wrong");
    other.caller.address = u"10.0.0.7"_qs;
    QCOMPARE(api.ask(other).status, 401);
    QCOMPARE(api.ask("GET", "/scheduler").status, 401); // no login is no wrong one
    api.bench.clock.advance(1min);
    QCOMPARE(api.ask(with("Bearer wrong")).status, 401);
}

void TestApiAuth::countsThoseBehindAProxyApart_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<int>("status");
    // Ten wrong logins of 192.0.2.1 went before, through the proxies 10.0.0.1 and 10.0.0.2.
    const auto row = [](const char *name, const char *peer, const char *forwardedFor, int status) {
        QTest::newRow(name) << QString::fromLatin1(peer) << QByteArray(forwardedFor) << status;
    };
    row("the same", "10.0.0.1", "192.0.2.1", 429);
    row("through both", "10.0.0.2", "192.0.2.1, 10.0.0.1", 429);
    row("itself", "192.0.2.1", "", 429);
    row("with another address in front", "10.0.0.1", "192.0.2.9, 192.0.2.1", 429);
    row("another", "10.0.0.1", "192.0.2.9", 401);
    row("the proxy itself", "10.0.0.1", "", 401);
    row("no address", "10.0.0.1", "192.0.2.1, somebody", 401);
    row("no proxy of ours", "192.0.2.8", "192.0.2.1", 401);
}

void TestApiAuth::countsThoseBehindAProxyApart()
{
    ApiOptions given = options();
    given.proxies = {u"10.0.0.1"_qs, u"10.0.0.2"_qs};
    ApiBench api(given);
    const auto through = [](const QString &peer, const QByteArray &forwardedFor) {
        ApiRequest request = with("Bearer wrong");
        request.caller.address = peer;
        request.headers.push_back({"x-forwarded-for", forwardedFor});
        return request;
    };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(api.ask(through(u"10.0.0.1"_qs, "192.0.2.1")).status, 401);
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwardedFor);
    QTEST(api.ask(through(peer, forwardedFor)).status, "status");
}

void TestApiAuth::neverLocksTheTokenOut()
{
    ApiBench api(options());
    for (int i = 0; i < 20; ++i)
        api.ask(with("Bearer wrong"));
    QCOMPARE(api.ask(with("Bearer " + token)).status, 200);
    QCOMPARE(api.ask(with(basic("carillon:" + token))).status, 200);
}

void TestApiAuth::remembersPasswordsThatWereRight()
{
    ApiBench api(options());
    const ApiRequest request = with(basic(u"jürgen:pässword:with colon"_qs.toUtf8()));
    QCOMPARE(api.ask(request).status, 200);
    for (int i = 0; i < 12; ++i)
        api.ask(with("Bearer wrong"));
    api.send(request);
    QVERIFY(api.last); // at once, and although others are wrong
    QCOMPARE(api.last->status, 200);
}

void TestApiAuth::keepsForeignPagesOut_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const char *title, const char *host, int status, const char *name = "",
                        const char *value = "") {
        QTest::newRow(title) << QByteArray(host) << QByteArray(name) << QByteArray(value) << status;
    };
    const char *const ours = "127.0.0.1:8080";
    row("an address", ours, 200);
    row("a name", "LocalHost:8080", 200);
    row("IPv6", "[::1]:8080", 200);
    row("a configured name", "jobs.example:443", 200);
    row("a configured name with its port", "other.example:9", 200);
    row("a configured name with another port", "other.example:8", 421);
    row("no host", "", 421);
    row("another port", "127.0.0.1:8081", 421);
    row("no port", "127.0.0.1", 421);
    row("a rebound name", "evil.example:8080", 421);
    row("a name that begins like ours", "localhost.evil.example:8080", 421);
    row("our origin", ours, 200, "origin", "http://127.0.0.1:8080");
    row("a foreign origin", ours, 403, "origin", "http://evil.example");
    row("the origin null", ours, 403, "origin", "null");
    row("our name, another port", ours, 403, "origin", "http://127.0.0.1:3000");
    row("from our page", ours, 200, "sec-fetch-site", "same-origin");
    row("typed by somebody", ours, 200, "sec-fetch-site", "none");
    row("from elsewhere", ours, 403, "sec-fetch-site", "cross-site");
    row("from next door", ours, 403, "sec-fetch-site", "same-site");
    row("referred by ourselves", ours, 200, "referer", "http://127.0.0.1:8080/x");
    row("referred by others", ours, 403, "referer", "http://evil.example/127.0.0.1:8080/");
    row("referred by nobody", ours, 403, "referer", "about:blank");
}

void TestApiAuth::keepsForeignPagesOut()
{
    ApiOptions given = ApiBench::open();
    given.names = {u"jobs.example"_qs, u"other.example:9"_qs};
    ApiBench api(given);
    ApiRequest request = ApiBench::request("GET", "/scheduler");
    QFETCH(QByteArray, host);
    request.headers.clear();
    if (!host.isEmpty())
        request.headers.push_back({"host", host});
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    if (!name.isEmpty())
        request.headers.push_back({name, value});
    const ApiResponse response = api.ask(request);
    QTEST(response.status, "status");
    QVERIFY(ApiBench::header(response, "Access-Control-Allow-Origin").isEmpty());
    QCOMPARE(ApiBench::header(response, "X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(ApiBench::header(response, "Cache-Control"), QByteArray("no-store"));
}

QTEST_GUILESS_MAIN(TestApiAuth)
#include "tst_apiauth.moc"
