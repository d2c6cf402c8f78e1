// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonbench.h"

#include <QTest>

using namespace carillon;

/// What can be called: everything APScheduler can call, and classes as kinit does.
class TestPythonForms : public QObject
{
    Q_OBJECT

private slots:
    void callsWhatIsWrittenForAPScheduler_data();
    void callsWhatIsWrittenForAPScheduler();
    void handsLiteralsToTheClass_data();
    void handsLiteralsToTheClass();
    void saysWhyAClassCannotBeCalled_data();
    void saysWhyAClassCannotBeCalled();

private:
    PythonBench m_bench;
    int m_module = 0;
};

void TestPythonForms::callsWhatIsWrittenForAPScheduler_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *source, const char *path) {
        QTest::newRow(name) << QByteArray(source) << QString::fromLatin1(path);
    };
    row("a function", "def f(a, b): return a + b", "f");
    row("a static method", "class C:\n @staticmethod\n def f(a, b): return a + b", "C.f");
    row("a class method", "class C:\n @classmethod\n def f(cls, a, b): return a + b", "C.f");
    row("a bound method", "class C:\n def f(self, a, b): return a + b\nc = C()", "c.f");
    row("an attribute of an attribute",
        "class C:\n class D:\n  @staticmethod\n  def f(a, b): return a + b", "C.D.f");
    row("a callable object", "class C:\n def __call__(self, a, b): return a + b\nc = C()", "c");
    row("a partial object", "import functools\nf = functools.partial(lambda a, b: a + b)", "f");
    row("a partial coroutine function",
        "import functools\nasync def g(a, b): return a + b\nf = functools.partial(g)", "f");
    row("a coroutine function",
        "import asyncio\nasync def f(a, b):\n await asyncio.sleep(0)\n"
        " return a + b",
        "f");
    row("an object with a coroutine",
        "class C:\n async def __call__(self, a, b): return a + b\nc = C()", "c");
    row("a wrapped function",
        "import functools\ndef w(f):\n @functools.wraps(f)\n def g(*a): return f(*a)\n return g\n"
        "@w\ndef f(a, b): return a + b",
        "f");
    row("a built-in", "f = (2).__add__\nimport operator\nf = operator.add", "f");
}

void TestPythonForms::callsWhatIsWrittenForAPScheduler()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, path);
    const QString module = u"form%1"_qs.arg(++m_module);
    m_bench.write(module + u".py"_qs, source);
    const RunOutcome outcome = m_bench.call(PythonAction{module + u':' + path, {2, 3}});
    QCOMPARE(outcome.reason, QString());
    QCOMPARE(outcome.returnValue, QJsonValue(5));
}

void TestPythonForms::handsLiteralsToTheClass_data()
{
    QTest::addColumn<QString>("literals");
    QTest::addColumn<QString>("value"); // as Python shows it
    const auto row = [](const char *name, const QString &literals, const char *value) {
        QTest::newRow(name) << literals << QString::fromUtf8(value);
    };
    row("none", {}, "()");
    row("kinit's example", u"\"kinit\", 1314, True"_qs, "('kinit', 1314, True)");
    row("RuoYi's example", u"'ry', true, 2000L, 316.50D, 100"_qs, "('ry', True, 2000, 316.5, 100)");
    row("a double without point", u"5D, 5"_qs, "(5.0, 5)");
    row("signs and exponents", u"-5, +.5, 1e5, -2.5E-3"_qs, "(-5, 0.5, 100000.0, -0.0025)");
    row("nothing", u"None, null"_qs, "(None, None)");
    row("a backslash", u"\"C:\\new\""_qs, R"(('C:\\new',))");
    row("beyond 64 bits", u"123456789012345678901234567890"_qs,
        "(123456789012345678901234567890,)");
    row("beyond a double", u"9007199254740993"_qs, "(9007199254740993,)");
    row("characters", u"'\\u4efb\\u52a1'"_qs, "('任务',)");
}

void TestPythonForms::handsLiteralsToTheClass()
{
    QFETCH(QString, literals);
    m_bench.write(u"tasks/test/shown.py"_qs, "class Shown:\n"
                                             "  def __init__(self, *values): self.v = values\n"
                                             "  def main(self): return repr(self.v)\n");
    const QString text = u"test.shown.Shown(%1)"_qs.arg(literals);
    const RunOutcome outcome = m_bench.call(CallAction{CallExpression::parse(text).value()});
    QCOMPARE(outcome.reason, QString());
    QTEST(outcome.returnValue.toString(), "value");
}

void TestPythonForms::saysWhyAClassCannotBeCalled_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("exception");
    const QByteArray test = "class Test:\n def main(self): raise ValueError('x')\n";
    QTest::newRow("no module") << test << u"gone.Test"_qs << u"Module not found: tasks.gone"_qs
                               << u"ModuleNotFoundError: No module named 'tasks.gone'"_qs;
    QTest::newRow("no class") << test << u"main.Rest"_qs << u"No such class in the module: Rest"_qs
                              << u"AttributeError: module 'tasks.main' has no attribute 'Rest'"_qs;
    QTest::newRow("wrong arguments")
        << test << u"main.Test(1)"_qs << u"Wrong arguments: [1] — Test() takes no arguments"_qs
        << u"TypeError: Test() takes no arguments"_qs;
    QTest::newRow("no main") << QByteArray("class Test: pass") << u"main.Test"_qs
                             << u"The class Test has no method “main”."_qs << QString();
    QTest::newRow("main fails") << test << u"main.Test"_qs << u"ValueError: x"_qs
                                << u"ValueError: x"_qs;
}

void TestPythonForms::saysWhyAClassCannotBeCalled()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, call);
    m_bench.write(u"tasks/main.py"_qs, source);
    const RunOutcome outcome = m_bench.call(CallAction{CallExpression::parse(call).value()});
    QCOMPARE(outcome.state, RunState::Failed);
    QTEST(outcome.reason, "reason");
    QTEST(outcome.exception, "exception");
}

QTEST_GUILESS_MAIN(TestPythonForms)
#include "tst_pythonforms.moc"
