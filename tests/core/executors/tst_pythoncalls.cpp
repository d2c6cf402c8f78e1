// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonexecutor.h"
#include "core/executors/recorder.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carillon;
using namespace std::chrono_literals;

/// Python callables and what comes back from them, with a real interpreter.
class TestPythonCalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void returnsAValue_data();
    void returnsAValue();
    void capsLongValues();
    void takesArguments();
    void fails_data();
    void fails();
    void tracesBackToTheFunctionOnly();
    void bringsAllOutput_data();
    void bringsAllOutput();
    void survivesSystemExit_data();
    void survivesSystemExit();
    void tellsHowAWorkerDied_data();
    void tellsHowAWorkerDied();
    void knowsItsRun();
    void hasThreeDescriptors();
    void startsEachCallInTheWorkspace();

private:
    RunOutcome call(const QByteArray &source, const QString &reference = u"f"_qs,
                    const QJsonArray &arguments = {}, const QJsonObject &keywords = {});

    QTemporaryDir m_workspace;
    std::unique_ptr<PythonExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
    qint64 m_run = 0;
};

void TestPythonCalls::initTestCase()
{
    m_executor = std::make_unique<PythonExecutor>(
        ExecutorOptions{.workspace = m_workspace.path(), .maxWorkers = 1});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

/// Calls an attribute of a module of its own that has this source.
RunOutcome TestPythonCalls::call(const QByteArray &source, const QString &reference,
                                 const QJsonArray &arguments, const QJsonObject &keywords)
{
    const QString module = u"module%1"_qs.arg(++m_run);
    QFile file(m_workspace.filePath(module + u".py"_qs));
    if (file.open(QIODevice::WriteOnly))
        file.write(source);
    file.close();
    m_executor->start({.run = {m_run},
                       .job = {u"job"_qs},
                       .due = Instant(1'700'000'000s),
                       .action = PythonAction{module + u':' + reference, arguments, keywords}});
    m_recorder->waitFor(m_run);
    return m_recorder->outcomes.value(m_run, {.state = RunState::Queued});
}

void TestPythonCalls::returnsAValue_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QJsonValue>("value");
    const auto returning = [](const char *text) { return QByteArray("f = lambda: ") + text; };
    QTest::newRow("nothing") << returning("None") << QJsonValue(QJsonValue::Null);
    QTest::newRow("a number") << returning("42") << QJsonValue(42);
    QTest::newRow("text") << returning("'grüße \\n'") << QJsonValue(u"grüße \n"_qs);
    QTest::newRow("truth") << returning("True") << QJsonValue(true);
    QTest::newRow("a tuple") << returning("(1, 'a')") << QJsonValue(QJsonArray{1, u"a"_qs});
    QTest::newRow("a dictionary") << returning("{'a': [1.5], 2: None}")
                                  << QJsonValue(QJsonObject{{u"a"_qs, QJsonArray{1.5}},
                                                            {u"2"_qs, QJsonValue()}});
    QTest::newRow("a set as its text") << returning("{1}") << QJsonValue(u"{1}"_qs);
    QTest::newRow("NaN as its text") << returning("float('nan')") << QJsonValue(u"nan"_qs);
    QTest::newRow("bytes as their text") << returning("b'a'") << QJsonValue(u"b'a'"_qs);
    QTest::newRow("an instance as its text")
        << QByteArray("class C:\n def __repr__(self): return 'a C'\nf = C")
        << QJsonValue(u"a C"_qs);
    QTest::newRow("an integer of 64 bits")
        << returning("2**63 - 1") << QJsonValue(std::numeric_limits<qint64>::max());
    QTest::newRow("an integer beyond all doubles as its text")
        << returning("10**400") << QJsonValue(u'1' + QString(400, u'0'));
    QTest::newRow("nested too deeply to have a text")
        << QByteArray("def f():\n x = 1\n for _ in range(100_000): x = [x]\n return x")
        << QJsonValue(u"<class 'list'>"_qs);
    QTest::newRow("a coroutine")
        << QByteArray("import asyncio\nasync def f():\n await asyncio.sleep(0)\n return 'done'")
        << QJsonValue(u"done"_qs);
}

void TestPythonCalls::returnsAValue()
{
    QFETCH(QByteArray, source);
    QFETCH(QJsonValue, value);
    const RunOutcome outcome = call(source);
    QCOMPARE(outcome.state, RunState::Success);
    QCOMPARE(outcome.returnValue, value);
    QCOMPARE(outcome.reason, QString());
}

void TestPythonCalls::capsLongValues()
{
    const QString text = call("f = lambda: 'x' * 10_000_000").returnValue.toString();
    QCOMPARE(text.size(), 64 * 1024);
    QVERIFY(text.startsWith(u"'xxx"_qs));
    QVERIFY(text.endsWith(u"xxx…"_qs));
    const RunOutcome failed = call("def f(): raise ValueError('y' * 10_000_000)");
    QCOMPARE(failed.exception.size(), 64 * 1024);
    QCOMPARE(failed.traceback.size(), 64 * 1024);
}

void TestPythonCalls::takesArguments()
{
    const QByteArray source = "class C:\n  @staticmethod\n  def add(a, b, *, c): return [a, b, c]";
    QCOMPARE(call(source, u"C.add"_qs, {1, u"zwö"_qs}, {{u"c"_qs, true}}).returnValue,
             QJsonValue(QJsonArray{1, u"zwö"_qs, true}));
    const QString large(1'000'000, u'x');
    QCOMPARE(call("f = len", u"f"_qs, {large}).returnValue, QJsonValue(1'000'000));
}

void TestPythonCalls::fails_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("exception");
    QTest::newRow("a message") << QByteArray("def f(): raise ValueError('no such file')")
                               << u"ValueError: no such file"_qs;
    QTest::newRow("no message") << QByteArray("def f(): raise KeyError") << u"KeyError"_qs;
    QTest::newRow("not an Exception")
        << QByteArray("def f(): raise KeyboardInterrupt") << u"KeyboardInterrupt"_qs;
    QTest::newRow("while it is imported")
        << QByteArray("import nosuchmodule_7")
        << u"ModuleNotFoundError: No module named 'nosuchmodule_7'"_qs;
    QTest::newRow("a mistake in the source")
        << QByteArray("def f(:\n") << u"SyntaxError: invalid syntax (module%1.py, line 1)"_qs;
    QTest::newRow("no such attribute")
        << QByteArray("g = 1") << u"AttributeError: module 'module%1' has no attribute 'f'"_qs;
    QTest::newRow("not callable") << QByteArray("f = 1")
                                  << u"TypeError: module%1:f is not callable"_qs;
    QTest::newRow("wrong arguments")
        << QByteArray("def f(a): pass")
        << u"TypeError: f() missing 1 required positional argument: 'a'"_qs;
    QTest::newRow("in a coroutine")
        << QByteArray("async def f(): raise OSError('gone')") << u"OSError: gone"_qs;
}

void TestPythonCalls::fails()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, exception);
    const RunOutcome outcome = call(source);
    if (exception.contains(u"%1"_qs))
        exception = exception.arg(m_run);
    QCOMPARE(outcome.state, RunState::Failed);
    QCOMPARE(outcome.exception, exception);
    QCOMPARE(outcome.reason, exception);
    const QString withoutPlace = exception.left(exception.indexOf(u" (module"_qs));
    QVERIFY(outcome.traceback.endsWith(withoutPlace + u'\n'));
    QVERIFY(!outcome.traceback.contains(u"carillon"_qs));
}

void TestPythonCalls::tracesBackToTheFunctionOnly()
{
    const RunOutcome outcome = call("def g(): raise ValueError('x')\ndef f(): g()\n");
    const QString path = m_workspace.filePath(u"module%1.py"_qs.arg(m_run));
    const QStringList lines = outcome.traceback.split(u'\n');
    QCOMPARE(lines.value(0), u"Traceback (most recent call last):"_qs);
    QCOMPARE(lines.value(1), u"  File \"%1\", line 2, in f"_qs.arg(path));
    QVERIFY(outcome.traceback.contains(u"line 1, in g"_qs));
}

void TestPythonCalls::bringsAllOutput_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errors");
    const QByteArray none;
    QTest::newRow("print") << QByteArray("def f(): print('grüße')") << QByteArray("grüße\n")
                           << none;
    QTest::newRow("print without line end")
        << QByteArray("def f(): print('a', end='')") << QByteArray("a") << none;
    QTest::newRow("errors") << QByteArray("import sys\ndef f(): print('e', file=sys.stderr)")
                            << none << QByteArray("e\n");
    QTest::newRow("a shell command")
        << QByteArray("import os\ndef f(): os.system('echo out; echo err >&2')")
        << QByteArray("out\n") << QByteArray("err\n");
    QTest::newRow("the descriptor") << QByteArray("import os\ndef f(): os.write(1, b'\\xff\\0')")
                                    << QByteArray("\xff\0", 2) << none;
    QTest::newRow("a C library's buffer")
        << QByteArray("import ctypes\ndef f(): ctypes.CDLL(None).printf(b'from C')")
        << QByteArray("from C") << none;
    QTest::newRow("before an exception")
        << QByteArray("def f():\n print('a')\n raise ValueError") << QByteArray("a\n") << none;
    QTest::newRow("while it is imported")
        << QByteArray("print('importing')\ndef f(): pass") << QByteArray("importing\n") << none;
    QTest::newRow("much") << QByteArray("def f():\n for _ in range(50): print('x' * 99_999)")
                          << (QByteArray(99'999, 'x') + '\n').repeated(50) << none;
    QTest::newRow("a stream the function replaced")
        << QByteArray("import io, sys\ndef f():\n sys.stdout = io.StringIO()\n print('lost')")
        << none << none;
}

void TestPythonCalls::bringsAllOutput()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errors);
    call(source);
    QVERIFY(m_recorder->output.value(m_run) == output);
    QCOMPARE(m_recorder->errors.value(m_run), errors);
    call("def f(): print('next')"); // streams are as before
    QCOMPARE(m_recorder->output.value(m_run), QByteArray("next\n"));
}

void TestPythonCalls::survivesSystemExit_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QString>("exception");
    QTest::newRow("none") << QByteArray() << RunState::Success << QString();
    QTest::newRow("0") << QByteArray("0") << RunState::Success << QString();
    QTest::newRow("3") << QByteArray("3") << RunState::Failed << u"SystemExit: 3"_qs;
    QTest::newRow("text") << QByteArray("'disk full'") << RunState::Failed
                          << u"SystemExit: disk full"_qs;
}

void TestPythonCalls::survivesSystemExit()
{
    QFETCH(QByteArray, code);
    QFETCH(RunState, state);
    QFETCH(QString, exception);
    const QByteArray pid = "import os\nf = os.getpid";
    const int before = call(pid).returnValue.toInt();
    const RunOutcome outcome = call("import sys\ndef f(): sys.exit(" + code + ")");
    QCOMPARE(outcome.state, state);
    QCOMPARE(outcome.exception, exception);
    QCOMPARE(call(pid).returnValue.toInt(), before);
}

void TestPythonCalls::tellsHowAWorkerDied_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("exitCode"); // -1: none
    QTest::addColumn<int>("signal");   // -1: none
    QTest::newRow("os._exit") << QByteArray("def f(): print('x'); os._exit(3)") << u"exit code 3"_qs
                              << 3 << -1;
    QTest::newRow("os._exit(0)") << QByteArray("def f(): print('x'); os._exit(0)")
                                 << u"exit code 0"_qs << 0 << -1;
    QTest::newRow("os.abort") << QByteArray("def f(): print('x'); os.abort()")
                              << u"aborted (signal 6)"_qs << -1 << SIGABRT;
    QTest::newRow("segmentation fault")
        << QByteArray("import ctypes\ndef f(): print('x'); ctypes.string_at(0)")
        << u"segmentation fault (signal 11)"_qs << -1 << SIGSEGV;
    QTest::newRow("stack overflow")
        << QByteArray("import sys\ndef g(x): return repr(x)\n"
                      "class C:\n def __repr__(self): return '%s' % (self,)\n"
                      "def f():\n print('x')\n sys.setrecursionlimit(10**9)\n repr(C())\n")
        << u"segmentation fault (signal 11)"_qs << -1 << SIGSEGV;
    QTest::newRow("killed") << QByteArray("def f(): print('x'); os.kill(os.getpid(), 9)")
                            << u"killed (signal 9)"_qs << -1 << SIGKILL;
    QTest::newRow("closes what is not its own")
        << QByteArray("def f(): print('x'); os.closerange(3, 100)\n") << u"exit code 1"_qs << 1
        << -1;
}

void TestPythonCalls::tellsHowAWorkerDied()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, how);
    QFETCH(int, exitCode);
    QFETCH(int, signal);
    const RunOutcome outcome = call("import os\n" + source);
    QCOMPARE(outcome.state, RunState::Failed);
    QCOMPARE(outcome.reason,
             u"The Python worker ended in the middle of the call — %1."_qs.arg(how));
    QCOMPARE(outcome.exitCode.value_or(-1), exitCode);
    QCOMPARE(outcome.signal.value_or(-1), signal);
    QCOMPARE(m_recorder->output.value(m_run), QByteArray("x\n"));
    QCOMPARE(call("f = lambda: 'next'").returnValue, QJsonValue(u"next"_qs));
}

void TestPythonCalls::knowsItsRun()
{
    const QByteArray source = "import os\ndef f(): return [os.environ['CARILLON_' + name] for name "
                              "in ('JOB_ID', 'RUN_ID', 'SCHEDULED_TIME', 'ATTEMPT')]";
    const QJsonValue value = call(source).returnValue;
    QCOMPARE(value, QJsonValue(QJsonArray{u"job"_qs, QString::number(m_run),
                                          u"2023-11-14T22:13:20+00:00"_qs, u"1"_qs}));
}

void TestPythonCalls::hasThreeDescriptors()
{
    call("import os\ndef f(): os.system('ls /proc/self/fd')"); // ls itself has the folder open
    QCOMPARE(m_recorder->output.value(m_run), QByteArray("0\n1\n2\n3\n"));
}

void TestPythonCalls::startsEachCallInTheWorkspace()
{
    call("import os\ndef f():\n os.chdir('/')\n os.environ['STRAY'] = '1'");
    const QByteArray source = "import os, sys\ndef f(): return [os.getcwd(), sys.path[0], "
                              "os.environ.get('STRAY')]";
    const QString folder = QFileInfo(m_workspace.path()).canonicalFilePath();
    QCOMPARE(call(source).returnValue, QJsonValue(QJsonArray{folder, folder, QJsonValue()}));
}

QTEST_GUILESS_MAIN(TestPythonCalls)
#include "tst_pythoncalls.moc"
