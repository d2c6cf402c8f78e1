// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/funcreference.h"
#include "core/util/json.h"

#include <QTest>

using namespace carillon;

namespace {

FuncReference reference(const char *json)
{
    const QJsonObject object = parseJson(json).value().toObject();
    return {object.value(u"func").toString(), object.value(u"args").toArray(),
            object.value(u"kwargs").toObject()};
}

} // namespace

class TestFuncReference : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWritesBack_data();
    void readsAndWritesBack();
    void readsTheParts();
    void refuses_data();
    void refuses();
};

void TestFuncReference::readsAndWritesBack_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *json, int kind) {
        QTest::newRow(name) << QByteArray(json) << kind;
    };
    row("noop", R"({"func": "carillon:noop"})", 0);
    row("log", R"({"func": "carillon:log", "args": ["hello"]})", 1);
    row("sleep", R"({"func": "carillon:sleep", "args": [1.5]})", 2);
    row("command", R"({"func": "carillon:command", "args": ["tar", "-c", "/home"]})", 3);
    row("command with everything",
        R"({"func": "carillon:command", "args": ["ls | wc"],
            "kwargs": {"shell": true, "cwd": "/tmp", "env": {"A": "1"}, "stdin": "x",
                       "encoding": "gb18030"}})",
        3);
    row("script", R"({"func": "carillon:script", "args": ["backup.py", "--full"]})", 4);
    row("python", R"({"func": "jobs.daily:Report.run", "args": [1, "a", null],
                      "kwargs": {"deep": {"x": [true]}}})",
        5);
    row("python, other letters", R"({"func": "任务:执行"})", 5);
    row("call", R"j({"func": "test.main.Test(\"kinit\", 1314, True)"})j", 6);
    row("call without brackets", R"({"func": "os.system"})", 6);
}

void TestFuncReference::readsAndWritesBack()
{
    QFETCH(QByteArray, json);
    const FuncReference given = reference(json.constData());
    const auto action = actionFromFunc(given);
    QVERIFY2(action, qPrintable(action ? QString() : action.error().message));
    QTEST(int(action->index()), "kind");
    QCOMPARE(funcFromAction(*action), given);
}

void TestFuncReference::readsTheParts()
{
    const auto action = actionFromFunc(reference(
        R"({"func": "carillon:command", "args": ["p", 5, true], "kwargs": {"env": {"A": "b"}}})"));
    QVERIFY(action);
    const auto &command = std::get<CommandAction>(*action);
    QCOMPARE(command.program, u"p"_qs);
    QCOMPARE(command.arguments, (QStringList{u"5"_qs, u"true"_qs}));
    QCOMPARE(command.surroundings.environment.value(u"A"_qs), u"b"_qs);
    QVERIFY(!command.shell);
}

void TestFuncReference::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *json, const char *field, QString message) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field) << message;
    };
    const QString noFunction = u"“%1” is not a function; package.module:function, "
                               u"package.module.Class(…), carillon:command or carillon:script are "
                               u"accepted."_qs;
    row("a word", R"({"func": "backup"})", "func", noFunction.arg(u"backup"_qs));
    row("a path", R"({"func": "./backup.sh"})", "func", noFunction.arg(u"./backup.sh"_qs));
    row("a function with brackets", R"j({"func": "m:f(1)"})j", "func",
        noFunction.arg(u"m:f(1)"_qs));
    row("a mistake in a call", R"j({"func": "m.C(x)"})j", "func",
        u"Column 5: this word is not known; a text needs quotes, and True, False and None are "
        u"accepted."_qs);
    row("a call with arguments", R"j({"func": "m.C(1)", "args": [2]})j", "args",
        u"A call like package.module.Class(\"text\", 1) has its arguments in its brackets and "
        u"takes "
        u"no others."_qs);
    row("a call with keywords", R"({"func": "m.C", "kwargs": {"a": 2}})", "kwargs",
        u"A call like package.module.Class(\"text\", 1) has its arguments in its brackets and "
        u"takes "
        u"no others."_qs);
    row("unknown of ours", R"({"func": "carillon:mail"})", "func",
        u"“carillon:mail” is not known; accepted: carillon:command, carillon:script, "
        u"carillon:http, carillon:log, carillon:sleep, carillon:noop and package.module:function "
        u"of Python."_qs);
    row("no program", R"({"func": "carillon:command"})", "args",
        u"A command needs a program as its first argument."_qs);
    row("object as argument", R"({"func": "carillon:command", "args": ["a", {}]})", "args",
        u"Argument 2 must be text or a number."_qs);
    row("NUL", R"({"func": "carillon:script", "args": ["a\u0000b"]})", "args",
        u"Argument 1 contains a NUL character."_qs);
    row("unknown keyword", R"({"func": "carillon:script", "args": ["a"], "kwargs": {"dir": "/"}})",
        "kwargs", u"kwargs: “dir” is not known here; accepted: cwd, stdin, env, encoding."_qs);
    row("bad variable",
        R"({"func": "carillon:command", "args": ["a"], "kwargs": {"env": {"A=": "1"}}})", "kwargs",
        u"kwargs: “env” must map names of variables to texts."_qs);
    row("negative sleep", R"({"func": "carillon:sleep", "args": [-1]})", "args",
        u"carillon:sleep takes one number of seconds, 0 to 31622400."_qs);
    row("keywords for log", R"({"func": "carillon:log", "args": ["x"], "kwargs": {"a": 1}})",
        "kwargs", u"carillon:log takes no keyword arguments."_qs);
}

void TestFuncReference::refuses()
{
    QFETCH(QByteArray, json);
    const auto action = actionFromFunc(reference(json.constData()));
    QVERIFY(!action);
    QCOMPARE(action.error().code, ErrorCode::InvalidInput);
    QTEST(action.error().field, "field");
    QTEST(action.error().message, "message");
}

QTEST_GUILESS_MAIN(TestFuncReference)
#include "tst_funcreference.moc"
