// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httprequest.h"

#include <QTest>

using namespace carillon;

namespace {

HttpRequest request(const QString &url, const QByteArray &method = "GET",
                    const HttpHeaders &headers = {}, const QByteArray &body = {})
{
    return {QUrl(url), method, headers, body};
}

} // namespace

class TestHttpRequest : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void takesAnAction();
    void follows_data();
    void follows();
    void refusesToFollow_data();
    void refusesToFollow();
};

void TestHttpRequest::writes_data()
{
    QTest::addColumn<HttpRequest>("given");
    QTest::addColumn<QByteArray>("wire");
    const QByteArray usual = "User-Agent: Carillon/" CARILLON_VERSION "\r\nAccept: */*\r\n"
                             "Accept-Encoding: identity\r\n";
    QTest::newRow("least") << request(u"http://example.com"_qs)
                           << "GET / HTTP/1.1\r\nHost: example.com\r\n" + usual +
                                  "Connection: close\r\n\r\n";
    QTest::newRow("port and query")
        << request(u"https://example.com:8443/a b/ä?x=1&y=ü#part"_qs)
        << "GET /a%20b/%C3%A4?x=1&y=%C3%BC HTTP/1.1\r\nHost: example.com:8443\r\n" + usual +
               "Connection: close\r\n\r\n";
    QTest::newRow("usual port") << request(u"https://example.com:443/"_qs, "DELETE")
                                << "DELETE / HTTP/1.1\r\nHost: example.com\r\n" + usual +
                                       "Connection: close\r\n\r\n";
    QTest::newRow("IPv6") << request(u"http://[::1]:80"_qs, "HEAD")
                          << "HEAD / HTTP/1.1\r\nHost: [::1]\r\n" + usual +
                                 "Connection: close\r\n\r\n";
    QTest::newRow("other letters") << request(u"http://bücher.example/"_qs)
                                   << "GET / HTTP/1.1\r\nHost: xn--bcher-kva.example\r\n" + usual +
                                          "Connection: close\r\n\r\n";
    QTest::newRow("text") << request(u"http://a/"_qs, "POST", {}, "hello")
                          << "POST / HTTP/1.1\r\nHost: a\r\n" + usual +
                                 "Content-Type: text/plain; charset=utf-8\r\n"
                                 "Content-Length: 5\r\nConnection: close\r\n\r\nhello";
    QTest::newRow("JSON") << request(u"http://a/"_qs, "PUT", {}, " {\"a\": 1}")
                          << "PUT / HTTP/1.1\r\nHost: a\r\n" + usual +
                                 "Content-Type: application/json\r\n"
                                 "Content-Length: 9\r\nConnection: close\r\n\r\n {\"a\": 1}";
    QTest::newRow("no body where one belongs")
        << request(u"http://a/"_qs, "POST")
        << "POST / HTTP/1.1\r\nHost: a\r\n" + usual +
               "Content-Length: 0\r\nConnection: close\r\n\r\n";
    QTest::newRow("own headers")
        << request(u"http://a/"_qs, "POST",
                   {{"user-agent", "me"},
                    {"Accept", "text/html"},
                    {"accept-encoding", "gzip"},
                    {"content-type", "a/b"}},
                   "x")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nuser-agent: me\r\nAccept: text/html\r\n"
                      "accept-encoding: gzip\r\ncontent-type: a/b\r\n"
                      "Content-Length: 1\r\nConnection: close\r\n\r\nx");
}

void TestHttpRequest::writes()
{
    QFETCH(HttpRequest, given);
    QTEST(wireForm(given), "wire");
}

void TestHttpRequest::takesAnAction()
{
    const HttpRequest taken = httpRequestFor(
        HttpAction{u"http://a/b c"_qs, u"PATCH"_qs, {{u"X-Name"_qs, u"Grüße"_qs}}, u"ü"_qs});
    QCOMPARE(taken, request(u"http://a/b%20c"_qs, "PATCH", {{"X-Name", "Grüße"}}, "ü"));
}

void TestHttpRequest::follows_data()
{
    QTest::addColumn<HttpRequest>("given");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<HttpRequest>("next");
    const HttpHeaders all{{"Authorization", "Bearer x"},
                          {"Cookie", "c"},
                          {"X-Api-Key", "k"},
                          {"Accept", "a/b"},
                          {"User-Agent", "me"}};
    const HttpHeaders harmless{{"Accept", "a/b"}, {"User-Agent", "me"}};
    const HttpHeaders typed{{"Authorization", "Bearer x"}, {"Content-Type", "a/b"}};
    const HttpHeaders untyped{{"Authorization", "Bearer x"}};
    const QString a = u"https://a.example/one/two?q=1"_qs;
    const auto row = [](const char *name, const HttpRequest &given, int status,
                        const char *location, const HttpRequest &next) {
        QTest::newRow(name) << given << status << QByteArray(location) << next;
    };
    row("a path", request(a, "GET", all), 302, "/x?y",
        request(u"https://a.example/x?y"_qs, "GET", all));
    row("beside it", request(a), 302, "x", request(u"https://a.example/one/x"_qs));
    row("the same host", request(a, "GET", all), 301, "https://A.example:443/x",
        request(u"https://a.example:443/x"_qs, "GET", all));
    row("another host", request(a, "GET", all), 307, "https://b.example/",
        request(u"https://b.example/"_qs, "GET", harmless));
    row("a part of the host", request(a, "GET", all), 302, "https://x.a.example/",
        request(u"https://x.a.example/"_qs, "GET", harmless));
    row("another port", request(a, "GET", all), 302, "https://a.example:8443/",
        request(u"https://a.example:8443/"_qs, "GET", harmless));
    row("no scheme", request(a, "GET", all), 302, "//b.example/x",
        request(u"https://b.example/x"_qs, "GET", harmless));
    row("to https", request(u"http://a.example/"_qs, "GET", all), 301, "https://a.example/",
        request(u"https://a.example/"_qs, "GET", harmless));
    row("with a password", request(a), 302, "https://me:pw@a.example/",
        request(u"https://a.example/"_qs));
    for (const int status : {301, 302, 303})
        row(qPrintable(u"POST becomes GET by %1"_qs.arg(status)),
            request(a, "POST", typed, "secret"), status, "https://a.example/done",
            request(u"https://a.example/done"_qs, "GET", untyped));
    for (const int status : {307, 308})
        row(qPrintable(u"POST stays by %1"_qs.arg(status)), request(a, "POST", typed, "secret"),
            status, "/again", request(u"https://a.example/again"_qs, "POST", typed, "secret"));
    row("PUT stays by 302", request(a, "PUT", typed, "x"), 302, "/again",
        request(u"https://a.example/again"_qs, "PUT", typed, "x"));
    row("HEAD stays by 303", request(a, "HEAD"), 303, "/x",
        request(u"https://a.example/x"_qs, "HEAD"));
    row("POST to another host loses its body", request(a, "POST", typed, "secret"), 303,
        "https://b.example/", request(u"https://b.example/"_qs, "GET"));
}

void TestHttpRequest::follows()
{
    QFETCH(HttpRequest, given);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    const auto next = redirected(given, status, location);
    QVERIFY2(next, qPrintable(next ? QString() : next.error().message));
    QTEST(*next, "next");
}

void TestHttpRequest::refusesToFollow_data()
{
    QTest::addColumn<HttpRequest>("given");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("message");
    const HttpRequest get = request(u"https://a.example/"_qs);
    QTest::newRow("a file") << get << QByteArray("file:///etc/passwd")
                            << u"“a.example” redirects to “file:///etc/passwd”, which is no web "
                               u"address."_qs;
    QTest::newRow("no host")
        << get << QByteArray("https:///x")
        << u"“a.example” redirects to “https:///x”, which is no web address."_qs;
    QTest::newRow("to http")
        << get << QByteArray("http://a.example/x?token=1")
        << u"“a.example” redirects from https to “http://a.example/x”, which is not secure; that "
           u"was not followed."_qs;
    QTest::newRow("a body to another host")
        << request(u"https://a.example/"_qs, "POST", {}, "secret")
        << QByteArray("https://b.example/in")
        << u"“a.example” wants the body sent to “https://b.example/in”, another host; that was not "
           u"done. Give the job that address if it is right."_qs;
}

void TestHttpRequest::refusesToFollow()
{
    QFETCH(HttpRequest, given);
    QFETCH(QByteArray, location);
    const auto next = redirected(given, 307, location);
    QVERIFY(!next);
    QTEST(next.error().message, "message");
}

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
