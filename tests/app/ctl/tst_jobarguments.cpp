// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/jobarguments.h"

#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "core/util/json.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ctl;

namespace {

QJsonObject object(const QByteArray &json)
{
    return parseJson(json)->toObject();
}

} // namespace

class TestJobArguments : public QObject
{
    Q_OBJECT

private slots:
    void readsOptions_data();
    void readsOptions();
    void refuses_data();
    void refuses();
    void changes_data();
    void changes();
};

void TestJobArguments::readsOptions_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << QStringList{} << QByteArray("{}");
    QTest::newRow("command") << QStringList{u"--"_qs, u"echo"_qs, u"-n"_qs}
                             << QByteArray(R"({"func": "carillon:command", "args": ["echo", "-n"],
                                               "kwargs": {}})");
    QTest::newRow("shell line, with surroundings")
        << QStringList{u"--shell"_qs, u"a | b"_qs, u"--env"_qs, u"A=b=c"_qs, u"--env"_qs, u"D="_qs}
        << QByteArray(R"({"func": "carillon:command", "args": ["a | b"],
                          "kwargs": {"shell": true, "env": {"A": "b=c", "D": ""}}})");
    QTest::newRow("function") << QStringList{u"--func"_qs, u"m:f"_qs,      u"--args"_qs,
                                             u"[1]"_qs,    u"--kwargs"_qs, u"{\"a\": 2}"_qs}
                              << QByteArray(R"({"func": "m:f", "args": [1], "kwargs": {"a": 2}})");
    QTest::newRow("rules") << QStringList{u"--retries"_qs, u"2"_qs, u"--timeout"_qs, u"60"_qs,
                                          u"--tag"_qs,     u"a"_qs, u"--tag"_qs,     u"b"_qs}
                           << QByteArray(R"({"retries": 2, "timeout": 60, "tags": ["a", "b"]})");
    QTest::newRow("only started by hand")
        << QStringList{u"--schedule"_qs, u"manual"_qs} << QByteArray(R"({"trigger": "manual"})");
    QTest::newRow("schedule") << QStringList{u"--schedule"_qs, u"0 3 * * *"_qs, u"--zone"_qs,
                                             u"Asia/Shanghai"_qs}
                              << QByteArray(R"({"trigger": {"kind": "expr", "args":
                          {"expr": "0 3 * * *", "dialect": "crontab",
                           "timezone": "Asia/Shanghai"}}})");
}

void TestJobArguments::readsOptions()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, expected);
    const auto invocation =
        parseInvocation(allCommands(), QStringList{u"jobs"_qs, u"edit"_qs, u"x"_qs} + words);
    QVERIFY(invocation);
    const auto read = jobFromOptions(*invocation, invocation->arguments.mid(1), Instant());
    QVERIFY(read);
    QCOMPARE(toJsonText(QJsonValue(*read)), toJsonText(QJsonValue(object(expected))));
}

void TestJobArguments::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("expected");
    QTest::newRow("two actions") << QStringList{u"--shell"_qs, u"a"_qs, u"--http"_qs, u"b"_qs}
                                 << u"What to do is said twice"_qs;
    QTest::newRow("variable") << QStringList{u"--env"_qs, u"A"_qs}
                              << u"--env: NAME=VALUE is accepted."_qs;
    QTest::newRow("arguments") << QStringList{u"--args"_qs, u"{}"_qs} << u"--args: a JSON array"_qs;
    QTest::newRow("keyword arguments")
        << QStringList{u"--kwargs"_qs, u"[]"_qs} << u"--kwargs: a JSON object"_qs;
    QTest::newRow("schedule") << QStringList{u"-s"_qs, u"61 * * * *"_qs} << u"--schedule: "_qs;
    QTest::newRow("zone") << QStringList{u"-s"_qs, u"@daily"_qs, u"-z"_qs, u"Mars"_qs}
                          << u"--zone: "_qs;
    QTest::newRow("file") << QStringList{u"--file"_qs, u"/none"_qs} << u"The file “/none”"_qs;
}

void TestJobArguments::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, expected);
    const auto invocation =
        parseInvocation(allCommands(), QStringList{u"jobs"_qs, u"edit"_qs, u"x"_qs} + words);
    QVERIFY(invocation);
    const auto read = jobFromOptions(*invocation, {}, Instant());
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(expected), qUtf8Printable(read.error().message));
}

void TestJobArguments::changes_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray program(R"({"func": "carillon:command", "args": ["a"], "name": "n",
                                 "kwargs": {"env": {"A": "1"}, "cwd": "/x", "shell": true}})");
    QTest::newRow("another name") << QByteArray(R"({"name": "a", "group": "g"})")
                                  << QByteArray(R"({"name": "b"})")
                                  << QByteArray(R"({"name": "b", "group": "g"})");
    QTest::newRow("one more variable")
        << program << QByteArray(R"({"kwargs": {"env": {"B": "2"}}})")
        << QByteArray(R"({"func": "carillon:command", "args": ["a"], "name": "n",
                          "kwargs": {"env": {"A": "1", "B": "2"}, "cwd": "/x", "shell": true}})");
    QTest::newRow("another value")
        << program << QByteArray(R"({"kwargs": {"env": {"A": "2"}, "cwd": "/y"}})")
        << QByteArray(R"({"func": "carillon:command", "args": ["a"], "name": "n",
                          "kwargs": {"env": {"A": "2"}, "cwd": "/y", "shell": true}})");
    QTest::newRow("another program")
        << program << QByteArray(R"({"func": "carillon:command", "args": ["b"], "kwargs": {}})")
        << QByteArray(R"({"func": "carillon:command", "args": ["b"], "name": "n",
                          "kwargs": {"env": {"A": "1"}, "cwd": "/x"}})");
    QTest::newRow("no program any more")
        << program << QByteArray(R"({"func": "m:f", "args": [], "kwargs": {}})")
        << QByteArray(R"({"func": "m:f", "args": [], "name": "n", "kwargs": {}})");
    QTest::newRow("keyword arguments of a function")
        << QByteArray(R"({"func": "m:f", "kwargs": {"a": 1, "b": {"c": 1}}})")
        << QByteArray(R"({"kwargs": {"b": {"d": 1}}})")
        << QByteArray(R"({"func": "m:f", "kwargs": {"a": 1, "b": {"d": 1}}})");
}

void TestJobArguments::changes()
{
    QFETCH(QByteArray, job);
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, expected);
    QCOMPARE(toJsonText(QJsonValue(withChanges(object(job), object(change)))),
             toJsonText(QJsonValue(object(expected))));
}

QTEST_GUILESS_MAIN(TestJobArguments)
#include "tst_jobarguments.moc"
