// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/funcreference.h"
#include "core/jobs/jobrules.h"
#include "core/util/json.h"

#include <QTest>

using namespace carillon;

namespace {

Result<Action> read(const QByteArray &json)
{
    const QJsonObject object = parseJson(json).value().toObject();
    return actionFromFunc(
        {u"carillon:http"_qs, object.value(u"args").toArray(), object.value(u"kwargs").toObject()});
}

} // namespace

class TestHttpAction : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesBack_data();
    void readsAndWritesBack();
    void readsWhatIsMeant();
    void refusesToRead_data();
    void refusesToRead();
    void checks_data();
    void checks();
};

void TestHttpAction::readsAndWritesBack_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("least") << QByteArray(R"({"args": ["https://example.com"], "kwargs": {}})");
    QTest::newRow("everything") << QByteArray(
        R"({"args": ["http://[::1]:8080/ä b?c#d"],
            "kwargs": {"method": "POST", "headers": {"Accept": "*/*", "X-A": ""}, "body": "{}",
                       "expect": [200, "300-399"], "encoding": "gbk"}})");
    QTest::newRow("one status") << QByteArray(
        R"({"args": ["http://a"], "kwargs": {"expect": 204}})");
    QTest::newRow("one range") << QByteArray(
        R"({"args": ["http://a"], "kwargs": {"expect": "200-399"}})");
    QTest::newRow("none") << QByteArray(R"({"args": ["http://a"], "kwargs": {"expect": []}})");
}

void TestHttpAction::readsAndWritesBack()
{
    QFETCH(QByteArray, json);
    const auto action = read(json);
    QVERIFY2(action, qPrintable(action ? QString() : action.error().message));
    const FuncReference written = funcFromAction(*action);
    const QJsonObject object = parseJson(json).value().toObject();
    QCOMPARE(written.func, u"carillon:http"_qs);
    QCOMPARE(QJsonValue(written.args), object.value(u"args"));
    QCOMPARE(QJsonValue(written.kwargs), object.value(u"kwargs"));
}

void TestHttpAction::readsWhatIsMeant()
{
    const auto action = read(R"({"args": ["http://a"], "kwargs":
        {"method": "post", "expect": ["200 - 204", "304", 404], "encoding": "CP936"}})");
    const auto &http = std::get<HttpAction>(action.value());
    QCOMPARE(http.method, u"POST"_qs);
    QCOMPARE(http.expected, (QList<StatusRange>{{200, 204}, {304, 304}, {404, 404}}));
    QCOMPARE(http.encoding, TextEncoding::Gbk);
    QVERIFY(http.expects(202) && http.expects(304));
    QVERIFY(!http.expects(205) && !http.expects(303));
    QVERIFY(HttpAction().expects(299) && !HttpAction().expects(300));
}

void TestHttpAction::refusesToRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *json, const char *field, QString message) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field) << message;
    };
    const QString status = u"kwargs: “%1” is not an expected status; 200, 200-299 or a list of "
                           u"these is accepted."_qs;
    row("no address", R"({"args": []})", "args",
        u"An HTTP job needs an address as its only argument."_qs);
    row("two addresses", R"({"args": ["http://a", "http://b"]})", "args",
        u"An HTTP job needs an address as its only argument."_qs);
    row("a number", R"({"args": [1]})", "args",
        u"An HTTP job needs an address as its only argument."_qs);
    row("unknown keyword", R"({"args": ["http://a"], "kwargs": {"verb": "GET"}})", "kwargs",
        u"kwargs: “verb” is not known here; accepted: method, headers, body, expect, encoding."_qs);
    row("headers in a list", R"({"args": ["http://a"], "kwargs": {"headers": {"A": ["b"]}}})",
        "kwargs", u"kwargs: “headers” must map names to texts."_qs);
    row("status of two digits", R"({"args": ["http://a"], "kwargs": {"expect": 20}})", "kwargs",
        status.arg(u"20"_qs));
    row("status that begins with 0", R"({"args": ["http://a"], "kwargs": {"expect": "000-399"}})",
        "kwargs", status.arg(u"000-399"_qs));
    row("class of status", R"({"args": ["http://a"], "kwargs": {"expect": ["2xx"]}})", "kwargs",
        status.arg(u"2xx"_qs));
    row("half a range", R"({"args": ["http://a"], "kwargs": {"expect": "200-"}})", "kwargs",
        status.arg(u"200-"_qs));
    row("part of a status", R"({"args": ["http://a"], "kwargs": {"expect": 200.5}})", "kwargs",
        status.arg(u"200.5"_qs));
    row("truth", R"({"args": ["http://a"], "kwargs": {"expect": true}})", "kwargs",
        status.arg(u"true"_qs));
}

void TestHttpAction::refusesToRead()
{
    QFETCH(QByteArray, json);
    const auto action = read(json);
    QVERIFY(!action);
    QTEST(action.error().field, "field");
    QTEST(action.error().message, "message");
}

void TestHttpAction::checks_data()
{
    QTest::addColumn<HttpAction>("action");
    QTest::addColumn<QString>("message");
    const auto url = [](const char *name, const QString &url, const QString &message) {
        QTest::newRow(name) << HttpAction{url} << message;
    };
    url("https", u"https://example.com"_qs, {});
    url("port, path, query", u"HTTP://example.com:8080/a b/ä?x=1#y"_qs, {});
    url("IPv6", u"http://[::1]/"_qs, {});
    url("empty", u" "_qs, u"Which address? Type it as https://host/path."_qs);
    url("no scheme", u"example.com/x"_qs,
        u"“example.com/x” does not begin with http:// or https://."_qs);
    url("file", u"file:///etc/passwd"_qs,
        u"“file:///etc/passwd” does not begin with http:// or https://."_qs);
    url("no host", u"http:///x"_qs,
        u"“http:///x” names no host; https://host/path is accepted."_qs);
    url("bad port", u"http://a:99999/"_qs,
        u"“http://a:99999/” is not an address; https://host/path is accepted."_qs);
    url("line break", u"http://a/\r\nX: y"_qs,
        u"“http://a/\ufffd\ufffdX: y” is not an address; https://host/path is accepted."_qs);
    url("password", u"https://me:secret@example.com/"_qs,
        u"An address with user or password would show them in lists and logs; put them into the "
        u"header Authorization."_qs);

    const QString a = u"http://a"_qs;
    QTest::newRow("method of its own") << HttpAction{a, u"M-SEARCH"_qs} << QString();
    QTest::newRow("method with a space")
        << HttpAction{a, u"GET /"_qs}
        << u"“GET /” is not a method; GET, POST and the like are accepted."_qs;
    QTest::newRow("tunnel")
        << HttpAction{a, u"CONNECT"_qs}
        << u"“CONNECT” is not a method; GET, POST and the like are accepted."_qs;
    const auto header = [&a](const char *name, const QMap<QString, QString> &headers,
                             const QString &message) {
        QTest::newRow(name) << HttpAction{a, u"GET"_qs, headers} << message;
    };
    header("headers",
           {{u"Authorization"_qs, u"Bearer x"_qs}, {u"X-Ü"_qs.left(2) + u"a"_qs, u"ü\t"_qs}}, {});
    header("colon in a name", {{u"A:"_qs, u"b"_qs}},
           u"“A:” is not the name of a header; letters, digits and dashes are accepted."_qs);
    header("line break in a name", {{u"A\n"_qs, u"b"_qs}},
           u"“A\ufffd” is not the name of a header; letters, digits and dashes are accepted."_qs);
    header("line break in a value", {{u"A"_qs, u"b\r\nC: d"_qs}},
           u"The header “A” must not contain line breaks or other control characters."_qs);
    header("ours", {{u"content-Length"_qs, u"5"_qs}},
           u"The header “content-Length” is set by Carillon."_qs);
    header("twice", {{u"Accept"_qs, u"a"_qs}, {u"accept"_qs, u"b"_qs}},
           u"The header “accept” is there twice."_qs);
    const auto expect = [&a](const char *name, const QList<StatusRange> &ranges,
                             const QString &message) {
        QTest::newRow(name) << HttpAction{a, u"GET"_qs, {}, {}, ranges} << message;
    };
    expect("any status", {{100, 599}}, {});
    expect("no status", {}, u"Which status is expected? For example 200-299."_qs);
    expect("status too low", {{99, 200}}, u"99-200 is out of range; 100 to 599 is accepted."_qs);
    expect("status too high", {{200, 200}, {600, 600}},
           u"600 is out of range; 100 to 599 is accepted."_qs);
    expect("wrong way round", {{299, 200}}, u"299-200 is out of range; 100 to 599 is accepted."_qs);
}

void TestHttpAction::checks()
{
    QFETCH(HttpAction, action);
    Job job;
    job.id.text = u"j"_qs;
    job.name = u"J"_qs;
    job.action = action;
    const auto checked = checkJob(job, u"/"_qs);
    QTEST(checked ? QString() : checked.error().message, "message");
}

QTEST_GUILESS_MAIN(TestHttpAction)
#include "tst_httpaction.moc"
