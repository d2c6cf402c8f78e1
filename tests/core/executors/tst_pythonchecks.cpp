// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonexecutor.h"
#include "core/executors/recorder.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

/// Whether a call can be made, asked of a real interpreter before it is.
class TestPythonChecks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void comparesArgumentsWithTheSignature_data();
    void comparesArgumentsWithTheSignature();
    void resolvesReferences_data();
    void resolvesReferences();
    void makesTheInstanceOfACall_data();
    void makesTheInstanceOfACall();
    void notesWhatWasCorrectedMeanwhile();
    void doesNotWaitForCalls();
    void givesUpAfterItsLimit();
    void answersBeforeItEnds();
    void saysThatThereIsNoInterpreter();

private:
    void write(const QString &name, const QByteArray &source) const;
    void open(int maxWorkers, std::chrono::seconds limit = 10s);
    Result<> check(const Action &action);
    QFuture<Result<>> checkLater(const Action &action) { return m_executor->check(action); }

    QTemporaryDir m_workspace;
    std::unique_ptr<PythonExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
};

void TestPythonChecks::initTestCase()
{
    QVERIFY(QDir(m_workspace.path()).mkpath(u"tasks/test"_qs));
    open(1);
}

void TestPythonChecks::write(const QString &name, const QByteArray &source) const
{
    QFile file(m_workspace.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(source);
}

void TestPythonChecks::open(int maxWorkers, std::chrono::seconds limit)
{
    m_recorder.reset();
    m_executor = std::make_unique<PythonExecutor>(ExecutorOptions{
        .workspace = m_workspace.path(), .maxWorkers = maxWorkers, .checkLimit = limit});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

Result<> TestPythonChecks::check(const Action &action)
{
    const QFuture<Result<>> answer = checkLater(action);
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 30'000))
        return Error{ErrorCode::Internal, u"no answer"_qs};
    return answer.result();
}

void TestPythonChecks::comparesArgumentsWithTheSignature_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<QByteArray>("arguments");
    QTest::addColumn<QByteArray>("keywords");
    QTest::addColumn<QString>("field"); // empty: the call can be made
    QTest::addColumn<QString>("message");
    const auto row = [](const char *parameters, const char *arguments, const char *keywords,
                        const char *field = "", const QString &message = {}) {
        QTest::addRow("(%s) %s %s", parameters, arguments, keywords)
            << QByteArray(parameters) << QByteArray(arguments) << QByteArray(keywords)
            << QString::fromLatin1(field) << message;
    };
    const QString missing = u"The following arguments have not been supplied: %1"_qs;
    const QString many = u"The list of positional arguments is longer than the target callable can "
                         u"handle (allowed: %1, given in args: %2)"_qs;
    const QString unknown =
        u"The target callable does not accept the following keyword arguments: %1"_qs;
    const QString twice = u"The following arguments are supplied in both args and kwargs: %1"_qs;
    const QString placed = u"The following arguments cannot be given as keyword arguments: %1"_qs;
    const QString named =
        u"The following keyword-only arguments have not been supplied in kwargs: %1"_qs;
    row("", "[]", "{}");
    row("a, b", "[1, 2]", "{}");
    row("a, b", "[1]", R"({"b": 2})");
    row("a, b=1", "[1]", "{}");
    row("*a", "[1, 2, 3]", "{}");
    row("**k", "[]", R"({"x": 1})");
    row("a, *, k=1", "[1]", R"({"k": 2})");
    row("a, /, **k", "[1]", R"({"a": 2})");
    row("a", "[]", "{}", "args", missing.arg(u"a"_qs));
    row("a, b, c=1", "[]", "{}", "args", missing.arg(u"a, b"_qs));
    row("a, b", "[1]", "{}", "args", missing.arg(u"b"_qs));
    row("a, /, **k", "[]", R"({"a": 2})", "args", missing.arg(u"a"_qs));
    row("a", "[1, 2]", "{}", "args", many.arg(u"1"_qs, u"2"_qs));
    row("", "[1, 2, 3]", "{}", "args", many.arg(u"0"_qs, u"3"_qs));
    row("a, *, k=1", "[1, 2]", "{}", "args", many.arg(u"1"_qs, u"2"_qs));
    row("a", "[1]", R"({"c": 1})", "kwargs", unknown.arg(u"c"_qs));
    row("a", "[1]", R"({"d": 1, "c": 1})", "kwargs", unknown.arg(u"c, d"_qs));
    row("a, b=1", "[1, 2]", R"({"b": 1})", "kwargs", twice.arg(u"b"_qs));
    row("a, **k", "[1]", R"({"a": 1})", "kwargs", twice.arg(u"a"_qs));
    row("a, /", "[]", R"({"a": 1})", "kwargs", placed.arg(u"a"_qs));
    row("a, /", "[1]", R"({"a": 1})", "kwargs", unknown.arg(u"a"_qs));
    row("*, k", "[]", "{}", "kwargs", named.arg(u"k"_qs));
    row("*a, k, l=1, m", "[1]", R"({"m": 1})", "kwargs", named.arg(u"k"_qs));
}

void TestPythonChecks::comparesArgumentsWithTheSignature()
{
    QFETCH(QByteArray, parameters);
    QFETCH(QByteArray, arguments);
    QFETCH(QByteArray, keywords);
    QFETCH(QString, field);
    write(u"signature.py"_qs, "def f(" + parameters + "): raise SystemError('called')\n");
    const auto checked =
        check(PythonAction{u"signature:f"_qs, QJsonDocument::fromJson(arguments).array(),
                           QJsonDocument::fromJson(keywords).object()});
    QCOMPARE(checked ? QString() : checked.error().field, field);
    QTEST(checked ? QString() : checked.error().message, "message");
    QVERIFY(checked || checked.error().code == ErrorCode::InvalidInput);
}

void TestPythonChecks::resolvesReferences_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonArray>("arguments");
    QTest::addColumn<QString>("message"); // %1 is the reference; empty: the call can be made
    const auto row = [](const char *name, const char *source, const char *path,
                        const QJsonArray &arguments = {}, const QString &message = {}) {
        QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(path) << arguments
                            << message;
    };
    const QString noModule = u"Error resolving reference %1: could not import module — "_qs;
    const QString noObject = u"Error resolving reference %1: error looking up object — "_qs;
    // As they are written for APScheduler.
    row("a function", "def f(a): pass", "f", {1});
    row("a coroutine function", "async def f(a): pass", "f", {1});
    row("a static method", "class C:\n @staticmethod\n def f(a): pass", "C.f", {1});
    row("a class method", "class C:\n @classmethod\n def f(cls, a): pass", "C.f", {1});
    row("a bound method", "class C:\n def f(self, a): pass\nc = C()", "c.f", {1});
    row("a callable object", "class C:\n def __call__(self, a): pass\nc = C()", "c", {1});
    row("a class", "class C:\n def __init__(self, a): pass", "C", {1});
    row("a partial object", "import functools\nf = functools.partial(lambda a, b: a, 1)", "f", {2});
    row("a wrapper with other parameters",
        "import functools\ndef g(): pass\n@functools.wraps(g)\ndef f(a): g()", "f", {1});
    row("a built-in without signature", "f = dict.fromkeys", "f", {1, 2});
    row("too much for a partial object", "import functools\nf = functools.partial(lambda a: a, 1)",
        "f", {2},
        u"The list of positional arguments is longer than the target callable can handle (allowed: "
        u"0, given in args: 1)"_qs);
    row("an unbound method", "class C:\n def f(self, a): pass", "C.f", {1},
        u"The following arguments have not been supplied: a"_qs);
    row("no such attribute", "x = 1", "f", {},
        noObject + u"AttributeError: module 'resolved' has no attribute 'f'"_qs);
    row("no such attribute of a class", "class C: pass", "C.f", {},
        noObject + u"AttributeError: type object 'C' has no attribute 'f'"_qs);
    row("not callable", "f = 1", "f", {},
        u"func must be a callable or a textual reference to one; %1 is of type int."_qs);
    row("a mistake in the source", "def f(:\n", "f", {},
        noModule + u"SyntaxError: invalid syntax (resolved.py, line 1)"_qs);
    row("an exception while it is imported", "1 / 0", "f", {},
        noModule + u"ZeroDivisionError: division by zero"_qs);
    row("an exit while it is imported", "import sys\nsys.exit(0)", "f", {},
        noModule + u"SystemExit: 0"_qs);
    row("a module that is missing there", "import nosuchmodule_7", "f", {},
        noModule + u"ModuleNotFoundError: No module named 'nosuchmodule_7'"_qs);
    row("the worker ended", "import os\nos._exit(3)", "f", {},
        u"The Python worker ended in the middle of the call — exit code 3."_qs);
}

void TestPythonChecks::resolvesReferences()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, path);
    QFETCH(QJsonArray, arguments);
    QFETCH(QString, message);
    write(u"resolved.py"_qs, source);
    const QString reference = u"resolved:"_qs + path;
    const auto checked = check(PythonAction{reference, arguments});
    if (message.contains(u"%1"))
        message = message.arg(reference);
    QCOMPARE(checked ? QString() : checked.error().message, message);
}

void TestPythonChecks::makesTheInstanceOfACall_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *source, const char *call,
                        const QString &message = {}) {
        QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(call) << message;
    };
    const QByteArray test = "class Test:\n"
                            "  def __init__(self, a, b=1): self.a = a\n"
                            "  def main(self): raise SystemError('called')\n";
    row("it can be made", test, "test.made.Test(\"kinit\", 1314)");
    row("no module", test, "test.other.Test(1)", u"Module not found: tasks.test.other"_qs);
    row("no package", test, "nothing.Test(1)", u"Module not found: tasks.nothing"_qs);
    row("no class", test, "test.made.Rest(1)", u"No such class in the module: Rest"_qs);
    row("too few arguments", test, "test.made.Test",
        u"Wrong arguments: [] — Test.__init__() missing 1 required positional argument: 'a'"_qs);
    row("too many arguments", test, "test.made.Test(1, 'x', True)",
        u"Wrong arguments: [1, 'x', True] — Test.__init__() takes from 2 to 3 positional arguments "
        u"but 4 were given"_qs);
    row("no main", "class Test: pass", "test.made.Test()",
        u"The class Test has no method “main”."_qs);
    row("a main that takes something", "class Test:\n def main(self, x): pass", "test.made.Test()",
        u"The following arguments have not been supplied: x"_qs);
    row("a constructor that fails", "class Test:\n def __init__(self): raise ValueError('no')",
        "test.made.Test()", u"tasks.test.made.Test failed when it was tried: ValueError: no"_qs);
    row("a module that is missing there", "import nosuchmodule_7", "test.made.Test()",
        u"tasks.test.made.Test failed when it was tried: ModuleNotFoundError: No module named "
        u"'nosuchmodule_7'"_qs);
}

void TestPythonChecks::makesTheInstanceOfACall()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, call);
    write(u"tasks/test/made.py"_qs, source);
    const auto checked = check(CallAction{CallExpression::parse(call).value()});
    QTEST(checked ? QString() : checked.error().message, "message");
}

void TestPythonChecks::notesWhatWasCorrectedMeanwhile()
{
    write(u"corrected.py"_qs, "def f(): pass\n");
    const PythonAction action{u"corrected:f"_qs, {1}};
    QVERIFY(!check(action));
    write(u"corrected.py"_qs, "def f(a): pass\n");
    QVERIFY(check(action));
    QVERIFY(m_recorder->started.empty() && m_recorder->order.empty());
}

void TestPythonChecks::doesNotWaitForCalls()
{
    write(u"slow.py"_qs, "import os, time\n"
                         "def hold():\n"
                         "  print('ready')\n"
                         "  while not os.path.exists('go'): time.sleep(0.005)\n");
    m_executor->start({.run = {1}, .action = PythonAction{u"slow:hold"_qs}});
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    QVERIFY(check(PythonAction{u"os:getpid"_qs})); // the pool of one is full
    QVERIFY(m_recorder->order.empty());
    write(u"go"_qs, {});
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, RunState::Success);
    m_executor->start({.run = {2}, .action = PythonAction{u"os:getpid"_qs}});
    QVERIFY(m_recorder->waitFor(2));
}

void TestPythonChecks::givesUpAfterItsLimit()
{
    open(1, 4s);
    write(u"endless.py"_qs, "import time\ntime.sleep(1000)\n");
    const auto checked = check(PythonAction{u"endless:f"_qs});
    QVERIFY(!checked);
    QCOMPARE(
        checked.error(),
        (Error{ErrorCode::InvalidInput,
               u"Python was asked whether this can be called and did not answer within 4 s."_qs,
               u"func"_qs}));
    // A new interpreter may itself take longer than that on a busy machine.
    const auto canBeCalled = [this] { return bool(check(PythonAction{u"os:getpid"_qs})); };
    QVERIFY(QTest::qWaitFor(canBeCalled, 60'000));
}

void TestPythonChecks::answersBeforeItEnds()
{
    open(1);
    const auto waiting = checkLater(PythonAction{u"os:getpid"_qs});
    const auto behind = checkLater(PythonAction{u"os:getpid"_qs});
    m_executor->abandonAll();
    QVERIFY(waiting.isFinished() && behind.isFinished());
    QCOMPARE(waiting.result().error().message, u"Carillon is being ended."_qs);
    QVERIFY(check(PythonAction{u"os:getpid"_qs})); // it can still be used
}

void TestPythonChecks::saysThatThereIsNoInterpreter()
{
    const auto checked = check(PythonAction{u"os:getpid"_qs, {}, {}, {u"/opt/python7"_qs, {}}});
    QVERIFY(!checked);
    QCOMPARE(checked.error().message,
             u"Could not start “/opt/python7” — the file does not exist."_qs);
}

QTEST_GUILESS_MAIN(TestPythonChecks)
#include "tst_pythonchecks.moc"
