// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"

#include "core/executors/recorder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carillon;
using namespace std::chrono_literals;

/// Actions and their outcomes, with real processes.
class TestProcessExecutor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsHowACommandEnded_data();
    void tellsHowACommandEnded();
    void countsCodesAsSuccess_data();
    void countsCodesAsSuccess();
    void saysWhyACommandDidNotStart_data();
    void saysWhyACommandDidNotStart();
    void runsScripts_data();
    void runsScripts();
    void saysWhyAScriptDidNotStart_data();
    void saysWhyAScriptDidNotStart();
    void startsAndFinishesEachRunOnce();

private:
    Action command(const QString &program, const QStringList &arguments = {}) const;
    QString write(const QString &name, const QByteArray &text, bool isExecutable = false) const;
    RunOutcome run(const Action &action);

    std::unique_ptr<QTemporaryDir> m_workspace;
    std::unique_ptr<ProcessExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
};

void TestProcessExecutor::init()
{
    m_workspace = std::make_unique<QTemporaryDir>();
    m_executor = std::make_unique<ProcessExecutor>(
        ExecutorOptions{.workspace = m_workspace->path(), .maxWorkers = 2});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

void TestProcessExecutor::cleanup()
{
    m_recorder.reset();
    m_executor.reset();
    m_workspace.reset();
}

QString TestProcessExecutor::write(const QString &name, const QByteArray &text,
                                   bool isExecutable) const
{
    QFile file(m_workspace->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    if (isExecutable)
        file.setPermissions(file.permissions() | QFile::ExeOwner);
    return file.fileName();
}

RunOutcome TestProcessExecutor::run(const Action &action)
{
    m_executor->start({.run = {1}, .job = {u"job"_qs}, .action = action});
    m_recorder->waitFor(1);
    return m_recorder->outcomes.value(1, {.state = RunState::Queued});
}

void TestProcessExecutor::tellsHowACommandEnded_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<RunState>("state");
    QTest::addColumn<int>("exitCode"); // -1: none
    QTest::addColumn<int>("signal");   // -1: none
    QTest::addColumn<QString>("reason");
    QTest::newRow("success") << u"true"_qs << RunState::Success << 0 << -1 << QString();
    QTest::newRow("an exit code") << u"exit 2"_qs << RunState::Failed << 2 << -1
                                  << u"exit code 2"_qs;
    QTest::newRow("126") << u"exit 126"_qs << RunState::Failed << 126 << -1
                         << u"exit code 126 (not executable)"_qs;
    QTest::newRow("127") << u"nosuchprogram_7"_qs << RunState::Failed << 127 << -1
                         << u"exit code 127 (not found)"_qs;
    QTest::newRow("130") << u"exit 130"_qs << RunState::Failed << 130 << -1
                         << u"exit code 130 (Ctrl+C)"_qs;
    QTest::newRow("a code that looks like a signal")
        << u"exit 137"_qs << RunState::Failed << 137 << -1 << u"exit code 137 (killed)"_qs;
    QTest::newRow("143") << u"exit 143"_qs << RunState::Failed << 143 << -1
                         << u"exit code 143 (terminated)"_qs;
    QTest::newRow("goes on after closing its output")
        << u"exec >&- 2>&-; sleep 0.1; exit 3"_qs << RunState::Failed << 3 << -1
        << u"exit code 3"_qs;
    QTest::newRow("a signal") << u"kill -SEGV $$"_qs << RunState::Failed << -1 << SIGSEGV
                              << u"segmentation fault (signal 11)"_qs;
    QTest::newRow("killed by a stranger")
        << u"kill -KILL $$"_qs << RunState::Failed << -1 << SIGKILL << u"killed (signal 9)"_qs;
    QTest::newRow("a signal without a name")
        << u"kill -USR1 $$"_qs << RunState::Failed << -1 << SIGUSR1 << u"signal 10"_qs;
}

void TestProcessExecutor::tellsHowACommandEnded()
{
    QFETCH(QString, line);
    QFETCH(RunState, state);
    QFETCH(int, exitCode);
    QFETCH(int, signal);
    QFETCH(QString, reason);
    const RunOutcome outcome = run(CommandAction{.program = line, .shell = true});
    QCOMPARE(outcome.state, state);
    QCOMPARE(outcome.exitCode.value_or(-1), exitCode);
    QCOMPARE(outcome.signal.value_or(-1), signal);
    QCOMPARE(outcome.reason, reason);
}

void TestProcessExecutor::countsCodesAsSuccess_data()
{
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<QString>("line");
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QString>("reason");
    QTest::newRow("one of them") << QList<int>{0, 24} << u"exit 24"_qs << RunState::Success
                                 << QString();
    QTest::newRow("none of them") << QList<int>{0, 24} << u"exit 1"_qs << RunState::Failed
                                  << u"exit code 1"_qs;
    QTest::newRow("even zero may be a failure")
        << QList<int>{1} << u"exit 0"_qs << RunState::Failed << u"exit code 0"_qs;
    QTest::newRow("a signal has no code")
        << QList<int>{0, 9} << u"kill -KILL $$"_qs << RunState::Failed << u"killed (signal 9)"_qs;
}

void TestProcessExecutor::countsCodesAsSuccess()
{
    QFETCH(QList<int>, codes);
    QFETCH(QString, line);
    QFETCH(RunState, state);
    QFETCH(QString, reason);
    m_executor->start({.run = {1},
                       .action = CommandAction{.program = line, .shell = true},
                       .successCodes = codes});
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, state);
    QCOMPARE(m_recorder->outcomes.value(1).reason, reason);
}

void TestProcessExecutor::saysWhyACommandDidNotStart_data()
{
    QTest::addColumn<CommandAction>("action");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not in the search path")
        << CommandAction{.program = u"backup-7.sh"_qs}
        << u"Could not start “backup-7.sh” — no such program in the job’s search path."_qs;
    QTest::newRow("not in the job's own search path")
        << CommandAction{.program = u"sh"_qs,
                         .surroundings = {.environment = {{u"PATH"_qs, u"/nowhere"_qs}}}}
        << u"Could not start “sh” — no such program in the job’s search path."_qs;
    QTest::newRow("no such file")
        << CommandAction{.program = u"/nowhere/backup.sh"_qs}
        << u"Could not start “/nowhere/backup.sh” — the file does not exist."_qs;
    QTest::newRow("not executable")
        << CommandAction{.program = u"/etc/passwd"_qs}
        << u"Could not start “/etc/passwd” — the file is not executable for you."_qs;
    QTest::newRow("no such folder")
        << CommandAction{.program = u"true"_qs, .surroundings = {.folder = u"/nowhere/data"_qs}}
        << u"Could not start “true” — the working folder “/nowhere/data” does not exist."_qs;
    QTest::newRow("the system refuses")
        << CommandAction{.program = u"true"_qs, .arguments = {QString(3'000'000, u'x')}}
        << u"Could not start “true” — execve: Argument list too long."_qs;
}

void TestProcessExecutor::saysWhyACommandDidNotStart()
{
    QFETCH(CommandAction, action);
    QFETCH(QString, reason);
    const RunOutcome outcome = run(action);
    QCOMPARE(outcome.state, RunState::Failed);
    QCOMPARE(outcome.reason, reason);
    QVERIFY(!outcome.exitCode);
    QVERIFY(m_recorder->started.empty());
}

void TestProcessExecutor::runsScripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isExecutable");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("shell by extension")
        << u"a.sh"_qs << QByteArray("echo $1,$2") << false << QByteArray("one,two words\n");
    QTest::newRow("Python by extension")
        << u"a.py"_qs << QByteArray("import sys\nprint(sys.argv[1:])") << false
        << QByteArray("['one', 'two words']\n");
    QTest::newRow("the first line wins over the extension")
        << u"a.py"_qs << QByteArray("#!/bin/sh\necho shell") << false << QByteArray("shell\n");
    QTest::newRow("first line, executable")
        << u"a"_qs << QByteArray("#!/bin/sh\necho $#") << true << QByteArray("2\n");
    QTest::newRow("first line, not executable")
        << u"a"_qs << QByteArray("#!/usr/bin/env python3\nprint('env')") << false
        << QByteArray("env\n");
    QTest::newRow("first line with carriage return")
        << u"a"_qs << QByteArray("#!/bin/sh\r\nprintf ok #\r\n") << true << QByteArray("ok");
    QTest::newRow("in a subfolder, with blanks")
        << u"my scripts/a b.sh"_qs << QByteArray("basename \"$0\"") << false
        << QByteArray("a b.sh\n");
    QTest::newRow("Python does not hold back its output")
        << u"a.py"_qs << QByteArray("import sys\nprint(sys.stdout.write_through)") << false
        << QByteArray("True\n");
    QTest::newRow("the working folder is the workspace")
        << u"a.sh"_qs << QByteArray("test -f a.sh && echo here") << false << QByteArray("here\n");
}

void TestProcessExecutor::runsScripts()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(bool, isExecutable);
    QFETCH(QByteArray, output);
    QDir(m_workspace->path()).mkdir(u"my scripts"_qs);
    write(name, text, isExecutable);
    run(ScriptAction{.path = name, .arguments = {u"one"_qs, u"two words"_qs}});
    QCOMPARE(m_recorder->output.value(1), output);
    QCOMPARE(m_recorder->outcomes.value(1).reason, QString());
}

void TestProcessExecutor::saysWhyAScriptDidNotStart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text"); // null: no such file
    QTest::addColumn<QString>("why");
    QTest::newRow("no such file") << u"a.py"_qs << QByteArray() << u"the file does not exist."_qs;
    QTest::newRow("the interpreter of the first line")
        << u"a.py"_qs << QByteArray("#!/opt/nowhere/python\n")
        << u"its first line asks for “/opt/nowhere/python”, which does not exist or is not "
           "executable."_qs;
    QTest::newRow("the interpreter env looks for")
        << u"a.py"_qs << QByteArray("#!/usr/bin/env python7\n")
        << u"its first line asks for “python7”, which does not exist or is not executable."_qs;
    QTest::newRow("the interpreter of the extension")
        << u"a.py"_qs << QByteArray("print(1)")
        << u"its interpreter “python7” is not in the job’s search path."_qs;
    QTest::newRow("no interpreter is known")
        << u"a.xyz"_qs << QByteArray("print(1)")
        << u"no interpreter is known for this kind of file, it has no “#!” line, and it is not "
           "executable."_qs;
}

void TestProcessExecutor::saysWhyAScriptDidNotStart()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    if (!text.isNull())
        write(name, text);
    m_executor = std::make_unique<ProcessExecutor>(
        ExecutorOptions{.workspace = m_workspace->path(), .pythonInterpreter = u"python7"_qs});
    m_recorder = std::make_unique<Recorder>(*m_executor);
    const RunOutcome outcome = run(ScriptAction{.path = name});
    QCOMPARE(outcome.state, RunState::Failed);
    QCOMPARE(outcome.reason, u"Could not start “"_qs + name + u"” — "_qs + why);
}

/// More than are started in one turn of the event loop.
void TestProcessExecutor::startsAndFinishesEachRunOnce()
{
    constexpr qint64 runs = 70;
    for (qint64 run = 1; run <= runs; ++run)
        m_executor->start({.run = {run}, .action = CommandAction{.program = u"true"_qs}});
    QVERIFY(m_recorder->started.empty());
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->outcomes.size(), runs, 30'000);
    QCOMPARE(m_recorder->started.size(), size_t(runs));
    QCOMPARE(m_recorder->order.size(), size_t(runs));
}

QTEST_GUILESS_MAIN(TestProcessExecutor)
#include "tst_processexecutor.moc"
