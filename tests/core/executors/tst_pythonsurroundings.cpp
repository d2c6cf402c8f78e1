// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonbench.h"

#include <QProcess>
#include <QTest>

#include <csignal>

using namespace carillon;

/// What a call finds around it: interpreter, folders, and nothing that other calls have changed.
class TestPythonSurroundings : public QObject
{
    Q_OBJECT

private slots:
    void takesTheInterpreterOfTheJob();
    void looksInTheFoldersOfTheJob();
    void keepsAWorkerForEachSurroundings();
    void makesRoomForOtherSurroundings();
    void leavesNothingToTheNextCall_data();
    void leavesNothingToTheNextCall();
    void outlivesWhatACallLeavesBehind_data();
    void outlivesWhatACallLeavesBehind();
    void noticesEdits_data();
    void noticesEdits();
    void noticesAnEditDuringTheFirstCall();
    void startsAnewWhereACallClosedItsDescriptors();
};

void TestPythonSurroundings::takesTheInterpreterOfTheJob()
{
    PythonBench bench;
    QProcess maker;
    maker.setWorkingDirectory(bench.folder.path());
    maker.start(u"python3"_qs, {u"-m"_qs, u"venv"_qs, u"--without-pip"_qs, u"venv"_qs});
    QVERIFY(maker.waitForFinished(60'000));
    if (maker.exitCode() != 0)
        QSKIP("python3 has no module venv here");
    bench.write(u"where.py"_qs, "import sys\ndef prefix(): return sys.prefix\n");
    const QString venv = QFileInfo(bench.folder.path()).canonicalFilePath() + u"/venv"_qs;
    for (const QString &interpreter : {u"venv/bin/python"_qs, venv + u"/bin/python"_qs})
        QCOMPARE(
            bench.call(PythonAction{u"where:prefix"_qs, {}, {}, {interpreter, {}}}).returnValue,
            QJsonValue(venv));
    const RunOutcome missing =
        bench.call(PythonAction{u"where:prefix"_qs, {}, {}, {u"gone/bin/python"_qs, {}}});
    QCOMPARE(missing.state, RunState::Failed);
    QCOMPARE(missing.reason, u"Could not start “gone/bin/python” — the file does not exist."_qs);
    QVERIFY(bench.call("where:prefix").returnValue != QJsonValue(venv));
}

void TestPythonSurroundings::looksInTheFoldersOfTheJob()
{
    PythonBench bench;
    QTemporaryDir other;
    bench.write(u"lib/first.py"_qs, "import sys\ndef path(): return sys.path[:3]\n");
    const PythonAction action{u"first:path"_qs, {}, {}, {{}, {u"lib"_qs, other.path()}}};
    QCOMPARE(bench.call(action).returnValue,
             QJsonValue(
                 QJsonArray{bench.folder.path(), bench.folder.filePath(u"lib"_qs), other.path()}));
    QCOMPARE(bench.call("first:path").exception,
             u"ModuleNotFoundError: No module named 'first'"_qs);
}

void TestPythonSurroundings::keepsAWorkerForEachSurroundings()
{
    PythonBench bench(2);
    const PythonAction plain{u"os:getpid"_qs};
    const PythonAction other{u"os:getpid"_qs, {}, {}, {{}, {u"lib"_qs}}};
    const int first = bench.call(plain).returnValue.toInt();
    const int second = bench.call(other).returnValue.toInt();
    QVERIFY(first > 1 && second > 1 && first != second);
    QCOMPARE(bench.call(plain).returnValue.toInt(), first);
    QCOMPARE(bench.call(other).returnValue.toInt(), second);
}

void TestPythonSurroundings::makesRoomForOtherSurroundings()
{
    PythonBench bench(1);
    const int first = bench.call("os:getpid").returnValue.toInt();
    const PythonAction other{u"os:getpid"_qs, {}, {}, {{}, {u"lib"_qs}}};
    QVERIFY(bench.call(other).returnValue.toInt() != first);
    QTRY_VERIFY(::kill(first, 0) != 0);
}

void TestPythonSurroundings::leavesNothingToTheNextCall_data()
{
    QTest::addColumn<QByteArray>("mischief");
    const auto row = [](const char *name, const char *mischief) {
        QTest::newRow(name) << QByteArray(mischief);
    };
    row("nothing", "pass");
    row("the working folder", "os.chdir('/')");
    row("a new variable", "os.environ['STRAY'] = '1'");
    row("a variable that is missing", "del os.environ['PATH']");
    row("all variables", "os.environ.clear()");
    row("other variables", "os.environ = {'STRAY': '1'}");
    row("sys.path", "sys.path[:] = ['/nowhere']");
    row("sys.argv", "sys.argv.append('stray')");
    row("streams", "sys.stdout = sys.stderr = open(os.devnull, 'w')");
    row("closed streams", "sys.stdout.flush(); os.close(1); os.close(2)");
    row("another file as output",
        "sys.stdout.flush(); os.dup2(os.open(os.devnull, os.O_WRONLY), 1)");
    row("a signal handler", "signal.signal(signal.SIGUSR1, lambda *_: None)");
    row("an ignored signal", "signal.signal(signal.SIGTERM, signal.SIG_IGN)");
    row("an alarm", "signal.setitimer(signal.ITIMER_REAL, 1000)");
}

void TestPythonSurroundings::leavesNothingToTheNextCall()
{
    QFETCH(QByteArray, mischief);
    PythonBench bench;
    bench.write(u"world.py"_qs,
                "import os, signal, sys\n"
                "def look():\n"
                " print('seen')\n"
                " variables = sorted(i for i in os.environ.items() if i[0] != 'CARILLON_RUN_ID')\n"
                " return repr([os.getpid(), os.getcwd(), variables, sys.path, sys.argv,\n"
                "  signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGTERM),\n"
                "  signal.getitimer(signal.ITIMER_REAL)])\n"
                "def mischief():\n " +
                    mischief + "\n");
    const QString before = bench.call("world:look").returnValue.toString();
    QVERIFY(!before.isEmpty());
    QCOMPARE(bench.call("world:mischief").reason, QString());
    const QString after = bench.call("world:look").returnValue.toString();
    QCOMPARE(after, before);
    QCOMPARE(bench.output(), QByteArray("seen\n"));
}

void TestPythonSurroundings::outlivesWhatACallLeavesBehind_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("a thread") << QByteArray(
        "import threading, time\n"
        "def f(): threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n");
    QTest::newRow("a forked child that returns") << QByteArray("import os\ndef f(): os.fork()\n");
    QTest::newRow("a forked child that raises")
        << QByteArray("import os\ndef f():\n if os.fork() == 0: raise ValueError\n");
    QTest::newRow("a forked child that exits")
        << QByteArray("import os, sys\ndef f():\n if os.fork() == 0: sys.exit(3)\n");
    QTest::newRow("a forked child that goes on")
        << QByteArray("import os, time\ndef f():\n if os.fork() == 0: time.sleep(1000)\n");
    QTest::newRow("a process") << QByteArray(
        "import subprocess\ndef f(): subprocess.Popen(['sleep', '1000'])\n");
    QTest::newRow("a process pool")
        << QByteArray("import multiprocessing as m\n"
                      "def f():\n with m.get_context('fork').Pool(2) as p: p.map(abs, [1, 2])\n");
}

void TestPythonSurroundings::outlivesWhatACallLeavesBehind()
{
    QFETCH(QByteArray, source);
    PythonBench bench;
    bench.write(u"behind.py"_qs, source);
    const int worker = bench.call("os:getpid").returnValue.toInt();
    const RunOutcome outcome = bench.call("behind:f");
    QCOMPARE(outcome.reason, QString());
    QCOMPARE(outcome.returnValue, QJsonValue(QJsonValue::Null));
    QCOMPARE(bench.call("os:getpid").returnValue.toInt(), worker);
    QCOMPARE(bench.recorder.order, (std::vector<qint64>{1, 2, 3}));
}

void TestPythonSurroundings::noticesEdits_data()
{
    QTest::addColumn<QString>("edited");
    QTest::addColumn<bool>("inFolder");
    QTest::newRow("the module") << u"task.py"_qs << false;
    QTest::newRow("a module it imports") << u"helper.py"_qs << false;
    QTest::newRow("a package") << u"package/__init__.py"_qs << false;
    QTest::newRow("a module of a package") << u"package/deep.py"_qs << false;
    QTest::newRow("a module that is imported in the call") << u"late.py"_qs << false;
    QTest::newRow("a module of the job's folder") << u"lib/aside.py"_qs << true;
}

void TestPythonSurroundings::noticesEdits()
{
    QFETCH(QString, edited);
    QFETCH(bool, inFolder);
    PythonBench bench;
    const QByteArray first = "value = 1\n";
    for (const auto &name : {u"helper.py"_qs, u"package/__init__.py"_qs, u"package/deep.py"_qs,
                             u"late.py"_qs, u"lib/aside.py"_qs})
        bench.write(name, first);
    const QByteArray task =
        "import sys, helper, package.deep\n"
        "def f(aside):\n"
        " import late\n"
        " if aside: import aside as a\n"
        " parts = [sys.modules[__name__], helper, package, package.deep, late]\n"
        " return sum(p.value for p in parts) + (a.value if aside else 1)\n";
    bench.write(u"task.py"_qs, first + task);
    PythonAction action{u"task:f"_qs, {inFolder}};
    if (inFolder)
        action.python.path = QStringList{u"lib"_qs};
    QCOMPARE(bench.call(action).returnValue, QJsonValue(6));
    const bool isTask = edited == u"task.py";
    bench.write(edited, "value = 2\n" + (isTask ? task : QByteArray())); // as long, at once
    QCOMPARE(bench.call(action).returnValue, QJsonValue(7));
}

void TestPythonSurroundings::noticesAnEditDuringTheFirstCall()
{
    PythonBench bench;
    const QByteArray task = "import os, time\n"
                            "def f():\n"
                            " print('ready')\n"
                            " while not os.path.exists('go'): time.sleep(0.005)\n"
                            " return ";
    bench.write(u"task.py"_qs, task + "1\n");
    const RunId first = bench.start(PythonAction{u"task:f"_qs});
    QVERIFY(bench.recorder.waitForOutput(first.number, "ready"));
    bench.write(u"task.py"_qs, task + "2\n");
    bench.write(u"go"_qs, {});
    QVERIFY(bench.recorder.waitFor(first.number));
    QCOMPARE(bench.recorder.outcomes.value(first.number).returnValue, QJsonValue(1));
    QCOMPARE(bench.call("task:f").returnValue, QJsonValue(2));
}

void TestPythonSurroundings::startsAnewWhereACallClosedItsDescriptors()
{
    PythonBench bench;
    // The copies of 1 and 2 that the worker keeps for itself, but not its connection.
    bench.write(u"closer.py"_qs, "import os, stat\n"
                                 "def f():\n"
                                 " for n in range(3, 64):\n"
                                 "  try: kind = os.fstat(n).st_mode\n"
                                 "  except OSError: continue\n"
                                 "  if not stat.S_ISSOCK(kind): os.close(n)\n");
    QCOMPARE(bench.call("closer:f").reason, QString());
    QVERIFY(bench.call("os:getpid").returnValue.toInt() > 1);
}

QTEST_GUILESS_MAIN(TestPythonSurroundings)
#include "tst_pythonsurroundings.moc"
