// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonexecutor.h"

#include "core/executors/recorder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carillon;
using namespace std::chrono_literals;

/// The pool of Python workers: who runs where, in which order, and how a call is ended.
class TestPythonExecutor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsItsWorkerWarm();
    void takesAFreshInterpreterForProcesspool();
    void makesRoomForAFreshInterpreter();
    void runsSideBySideUpToItsLimit();
    void keepsTheOrderOfCalls();
    void stopsACallThatWaits();
    void endsTheTreeOfACall_data();
    void endsTheTreeOfACall();
    void replacesAWorkerThatDiedBetweenCalls();
    void loadsEditedModulesAnew();
    void findsModulesAddedLater();
    void saysThatThereIsNoInterpreter_data();
    void saysThatThereIsNoInterpreter();
    void abandonsAll();

private:
    void write(const QString &name, const QByteArray &source) const;
    void open(int maxWorkers, const QString &interpreter = u"python3"_qs);
    void start(qint64 run, const QString &reference, const QJsonArray &arguments = {},
               const QString &executor = u"default"_qs);
    QJsonValue valueOf(qint64 run, const QString &reference,
                       const QString &executor = u"default"_qs);

    std::unique_ptr<QTemporaryDir> m_workspace;
    std::unique_ptr<PythonExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
};

void TestPythonExecutor::init()
{
    m_workspace = std::make_unique<QTemporaryDir>();
    // `hold` says that it runs, and returns once a file of that name exists.
    write(u"tasks"_qs, "import os, sys, time\n"
                       "def pid(): return os.getpid()\n"
                       "def hold(name):\n"
                       "  print('ready', os.getpid())\n"
                       "  while not os.path.exists(name): time.sleep(0.005)\n"
                       "  return name\n");
    open(1);
}

void TestPythonExecutor::cleanup()
{
    m_recorder.reset();
    m_executor.reset();
    m_workspace.reset();
}

void TestPythonExecutor::write(const QString &name, const QByteArray &source) const
{
    QFile file(m_workspace->filePath(name + u".py"_qs));
    if (file.open(QIODevice::WriteOnly))
        file.write(source);
}

void TestPythonExecutor::open(int maxWorkers, const QString &interpreter)
{
    m_recorder.reset();
    m_executor = std::make_unique<PythonExecutor>(ExecutorOptions{.workspace = m_workspace->path(),
                                                                  .pythonInterpreter = interpreter,
                                                                  .maxWorkers = maxWorkers});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

void TestPythonExecutor::start(qint64 run, const QString &reference, const QJsonArray &arguments,
                               const QString &executor)
{
    m_executor->start({.run = {run},
                       .action = PythonAction{reference, arguments},
                       .freshInterpreter = executor == u"processpool"});
}

QJsonValue TestPythonExecutor::valueOf(qint64 run, const QString &reference,
                                       const QString &executor)
{
    start(run, reference, {}, executor);
    m_recorder->waitFor(run);
    return m_recorder->outcomes.value(run).returnValue;
}

void TestPythonExecutor::keepsItsWorkerWarm()
{
    const int pid = valueOf(1, u"tasks:pid"_qs).toInt();
    QVERIFY(pid > 1);
    QCOMPARE(valueOf(2, u"tasks:pid"_qs).toInt(), pid);
    QCOMPARE(m_recorder->started, (std::vector<qint64>{1, 2}));
}

void TestPythonExecutor::takesAFreshInterpreterForProcesspool()
{
    open(2);
    const int warm = valueOf(1, u"tasks:pid"_qs).toInt();
    const int fresh = valueOf(2, u"tasks:pid"_qs, u"processpool"_qs).toInt();
    const int fresher = valueOf(3, u"tasks:pid"_qs, u"processpool"_qs).toInt();
    QVERIFY(warm != fresh && fresh != fresher && fresher > 1);
    QCOMPARE(valueOf(4, u"tasks:pid"_qs).toInt(), warm);
    QTRY_VERIFY(::kill(fresh, 0) != 0); // it ends, and leaves no zombie
}

void TestPythonExecutor::makesRoomForAFreshInterpreter()
{
    const int warm = valueOf(1, u"tasks:pid"_qs).toInt();
    QVERIFY(valueOf(2, u"tasks:pid"_qs, u"processpool"_qs).toInt() > 1);
    QTRY_VERIFY(::kill(warm, 0) != 0);
}

void TestPythonExecutor::runsSideBySideUpToItsLimit()
{
    open(2);
    for (qint64 run = 1; run <= 3; ++run)
        start(run, u"tasks:hold"_qs, {u"go%1.py"_qs.arg(run)});
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    QVERIFY(m_recorder->waitForOutput(2, "ready"));
    QCOMPARE(m_recorder->started.size(), size_t(2));
    write(u"go2"_qs, {});
    QVERIFY(m_recorder->waitForOutput(3, "ready"));
    QVERIFY(m_recorder->output.value(1) != m_recorder->output.value(2));
    QCOMPARE(m_recorder->output.value(3), m_recorder->output.value(2)); // the same worker
    QCOMPARE(m_recorder->order, (std::vector<qint64>{2}));
}

void TestPythonExecutor::keepsTheOrderOfCalls()
{
    std::vector<qint64> expected;
    for (qint64 run = 1; run <= 20; ++run) {
        start(run, u"tasks:pid"_qs, {}, run == 10 ? u"processpool"_qs : u"default"_qs);
        expected.push_back(run);
    }
    QVERIFY(m_recorder->waitFor(20));
    QCOMPARE(m_recorder->order, expected);
    QCOMPARE(m_recorder->started, expected);
}

void TestPythonExecutor::stopsACallThatWaits()
{
    start(1, u"tasks:hold"_qs, {u"go.py"_qs});
    start(2, u"tasks:pid"_qs);
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    m_executor->cancel({2});
    QVERIFY(m_recorder->order.empty());
    QVERIFY(m_recorder->waitFor(2));
    QCOMPARE(m_recorder->outcomes.value(2).state, RunState::Stopped);
    write(u"go"_qs, {});
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, RunState::Success);
    QCOMPARE(m_recorder->started, (std::vector<qint64>{1}));
}

void TestPythonExecutor::endsTheTreeOfACall_data()
{
    QTest::addColumn<bool>("isLimited");
    QTest::addColumn<QByteArray>("preparation");
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("stop") << false << QByteArray("pass") << RunState::Stopped
                          << u"was stopped — 2 processes ended."_qs;
    QTest::newRow("stop by force")
        << false << QByteArray("signal.signal(signal.SIGTERM, signal.SIG_IGN)") << RunState::Stopped
        << u"was stopped — 2 processes ended, 1 by force."_qs;
    QTest::newRow("time-out") << true << QByteArray("pass") << RunState::TimedOut
                              << u"was stopped after its limit of 3 s — 2 processes ended."_qs;
}

void TestPythonExecutor::endsTheTreeOfACall()
{
    QFETCH(bool, isLimited);
    QFETCH(QByteArray, preparation);
    QFETCH(RunState, state);
    QFETCH(QString, reason);
    write(u"tree"_qs, "import signal, subprocess\n"
                      "def f():\n"
                      "  child = subprocess.Popen(['sleep', '1000'], start_new_session=True)\n"
                      "  " +
                          preparation +
                          "\n"
                          "  print('ready', child.pid, flush=True)\n"
                          "  child.wait()\n"
                          "  while True: signal.pause()\n");
    QVERIFY(valueOf(3, u"tasks:pid"_qs).toInt() > 1); // the interpreter is there
    const auto timeout = isLimited ? std::optional(3s) : std::nullopt;
    m_executor->start({.run = {1},
                       .action = PythonAction{u"tree:f"_qs},
                       .timeout = timeout,
                       .stopDelay = preparation == "pass" ? 1000s : 1s});
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    const int child = m_recorder->output.value(1).split(' ').value(1).toInt();
    if (!isLimited)
        m_executor->cancel({1});
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, state);
    QCOMPARE(m_recorder->outcomes.value(1).reason, reason);
    QFile stat(u"/proc/%1/cmdline"_qs.arg(child)); // empty or gone: ended
    QVERIFY(!stat.open(QIODevice::ReadOnly) || stat.readAll().isEmpty());
    QVERIFY(valueOf(2, u"tasks:pid"_qs).toInt() > 1); // in the place of the one that ended
}

void TestPythonExecutor::replacesAWorkerThatDiedBetweenCalls()
{
    const int pid = valueOf(1, u"tasks:pid"_qs).toInt();
    ::kill(pid, SIGKILL);
    QTRY_VERIFY(::kill(pid, 0) != 0);
    const QJsonValue next = valueOf(2, u"tasks:pid"_qs);
    QVERIFY(next.toInt() > 1 && next.toInt() != pid);
}

void TestPythonExecutor::loadsEditedModulesAnew()
{
    write(u"helper"_qs, "value = 1\n");
    write(u"task"_qs, "import helper\ndef f(): return helper.value\n");
    QCOMPARE(valueOf(1, u"task:f"_qs).toInt(), 1);
    write(u"helper"_qs, "value = 2\n"); // same size, within the same second
    QCOMPARE(valueOf(2, u"task:f"_qs).toInt(), 2);
    QFile::remove(m_workspace->filePath(u"task.py"_qs));
    start(3, u"task:f"_qs);
    QVERIFY(m_recorder->waitFor(3));
    QCOMPARE(m_recorder->outcomes.value(3).exception,
             u"ModuleNotFoundError: No module named 'task'"_qs);
    QCOMPARE(m_recorder->started, (std::vector<qint64>{1, 2, 3}));
}

void TestPythonExecutor::findsModulesAddedLater()
{
    start(1, u"later:f"_qs);
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, RunState::Failed);
    write(u"later"_qs, "f = lambda: 'found'");
    QCOMPARE(valueOf(2, u"later:f"_qs), QJsonValue(u"found"_qs));
}

void TestPythonExecutor::saysThatThereIsNoInterpreter_data()
{
    QTest::addColumn<QString>("interpreter");
    QTest::addColumn<QString>("reason");
    QTest::newRow("by name")
        << u"python7"_qs
        << u"Could not start “python7” — no such program in the job’s search path."_qs;
    QTest::newRow("by path") << u"/opt/python7"_qs
                             << u"Could not start “/opt/python7” — the file does not exist."_qs;
    QTest::newRow("not Python")
        << u"false"_qs << u"The Python worker ended in the middle of the call — exit code 1."_qs;
}

void TestPythonExecutor::saysThatThereIsNoInterpreter()
{
    QFETCH(QString, interpreter);
    QFETCH(QString, reason);
    open(1, interpreter);
    for (qint64 run = 1; run <= 2; ++run) { // a failed start takes no place in the pool
        start(run, u"tasks:pid"_qs);
        QVERIFY(m_recorder->order.size() == size_t(run - 1));
        QVERIFY(m_recorder->waitFor(run));
        QCOMPARE(m_recorder->outcomes.value(run).state, RunState::Failed);
        QCOMPARE(m_recorder->outcomes.value(run).reason, reason);
    }
}

void TestPythonExecutor::abandonsAll()
{
    open(2);
    for (qint64 run = 1; run <= 3; ++run)
        start(run, u"tasks:hold"_qs, {u"never.py"_qs});
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    const int pid = m_recorder->output.value(1).split(' ').value(1).toInt();
    m_executor->abandonAll();
    QVERIFY(pid > 1 && ::kill(pid, 0) != 0);
    QVERIFY(valueOf(4, u"tasks:pid"_qs).toInt() > 1); // it can still be used
    QCOMPARE(m_recorder->order, (std::vector<qint64>{4}));
}

QTEST_GUILESS_MAIN(TestPythonExecutor)
#include "tst_pythonexecutor.moc"
