// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/processtree.h"
#include "core/executors/pythonexecutor.h"
#include "core/executors/recorder.h"
#include "core/executors/sleepers.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

constexpr qint64 run = 7;

/// A life of the program: starts one run, says on stdout what is known of its process, and lives on
/// until it is killed.
template <typename SomeExecutor>
int live(const QString &workspace, const Action &action)
{
    SomeExecutor executor({.workspace = workspace});
    QObject::connect(&executor, &Executor::started, &executor,
                     [](RunId, const std::optional<ProcessIdentity> &process) {
                         std::printf("%lld %lld %s\n", static_cast<long long>(process->pid),
                                     static_cast<long long>(process->startTime),
                                     qPrintable(process->boot));
                         std::fflush(stdout);
                     });
    QObject::connect(&executor, &Executor::wroteOutput, &executor,
                     [](RunId, const QByteArray &bytes) {
                         std::fputs(bytes.constData(), stdout);
                         std::fflush(stdout);
                     });
    QObject::connect(&executor, &Executor::finished, &executor,
                     [](RunId, const RunOutcome &outcome) {
                         std::printf("ended: %s\n", qPrintable(outcome.reason));
                         std::fflush(stdout);
                     });
    executor.start({.run = {run}, .action = action});
    return QCoreApplication::exec();
}

} // namespace

/// What a crash of the program leaves behind.
class TestProcessLeftovers : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void endsWhatACrashLeftBehind_data();
    void endsWhatACrashLeftBehind();
    void endsTheWorkersOfACrash();
    void leavesOtherProfilesAlone();
    void leavesOtherRunsAlone();
    void neverEndsAStranger_data();
    void neverEndsAStranger();

private:
    Run liveAndCrash(const QString &kind, const QString &action);

    QTemporaryDir m_workspace;
    Sleepers m_sleepers;
};

void TestProcessLeftovers::cleanup()
{
    m_sleepers.end();
}

/// The run that was going on.
Run TestProcessLeftovers::liveAndCrash(const QString &kind, const QString &action)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QCoreApplication::applicationFilePath(), {kind, m_workspace.path(), action});
    QByteArray text;
    // When the whole machine stands still for a while one wait expires at once, but not four.
    for (int silences = 0; !text.contains("ready\n") && silences < 4;) {
        silences += program.waitForReadyRead(15'000) ? 0 : 1;
        text += program.readAll();
    }
    if (!text.contains("ready\n"))
        qWarning("was not ready, but said: %s", text.constData());
    program.kill();
    program.waitForFinished();
    const QList<QByteArray> words = text.split('\n').value(0).split(' ');
    Run left;
    left.id = {run};
    left.process = ProcessIdentity{words.value(0).toLongLong(), words.value(1).toLongLong(),
                                   QString::fromLatin1(words.value(2))};
    return left;
}

void TestProcessLeftovers::endsWhatACrashLeftBehind_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("rootLives");
    QTest::addColumn<int>("ended");
    QTest::newRow("a process alone") << u"echo ready; exec SLEEP"_qs << true << 1;
    QTest::newRow("a child") << u"SLEEP & echo ready; wait"_qs << true << 2;
    QTest::newRow("a child in a session of its own")
        << u"setsid SLEEP & sleep 0.1; echo ready; wait"_qs << true << 2;
    QTest::newRow("only a daemon")
        << u"setsid env -i sh -c 'SLEEP &'; echo ready; exit"_qs << false << 1;
    QTest::newRow("a process that ignores the signal")
        << u"trap '' TERM; echo ready; exec SLEEP"_qs << true << 1;
}

void TestProcessLeftovers::endsWhatACrashLeftBehind()
{
    QFETCH(QString, line);
    QFETCH(bool, rootLives);
    QFETCH(int, ended);
    const Run left = liveAndCrash(u"process"_qs, m_sleepers.script(line));
    QVERIFY(left.process->pid > 1);
    const auto isAlive = [&left] {
        const auto root = lookUpProcess(left.process->pid);
        return root && !root->isZombie;
    };
    QTRY_COMPARE(isAlive(), rootLives);
    QVERIFY(m_sleepers.count() > 0);
    ProcessExecutor executor({.workspace = m_workspace.path()});
    QCOMPARE(executor.endLeftovers({left}), ended);
    QCOMPARE(m_sleepers.count(), 0);
    QCOMPARE(executor.endLeftovers({left}), 0);
}

void TestProcessLeftovers::endsTheWorkersOfACrash()
{
    QFile module(m_workspace.filePath(u"nap.py"_qs));
    QVERIFY(module.open(QIODevice::WriteOnly));
    module.write("import subprocess\n"
                 "def nap(line):\n"
                 "    subprocess.Popen(['setsid', 'sh', '-c', line])\n"
                 "    child = subprocess.Popen(line, shell=True)\n"
                 "    print('ready', flush=True)\n"
                 "    child.wait()\n");
    module.close();
    const Run left = liveAndCrash(u"python"_qs, m_sleepers.script(u"exec SLEEP"_qs));
    QVERIFY(left.process->pid > 1);
    QTRY_COMPARE(m_sleepers.count(), 2);
    PythonExecutor executor({.workspace = m_workspace.path()});
    QVERIFY(executor.endLeftovers({left}) >= 2);
    QCOMPARE(m_sleepers.count(), 0);
}

void TestProcessLeftovers::leavesOtherProfilesAlone()
{
    Run left = liveAndCrash(u"process"_qs, m_sleepers.script(u"echo ready; exec SLEEP"_qs));
    const Run ofThisProfile = left;
    left.process.reset(); // nobody but its own profile knows it
    const QTemporaryDir another;
    ProcessExecutor stranger({.workspace = another.path()});
    QCOMPARE(stranger.endLeftovers({left}), 0);
    QCOMPARE(m_sleepers.count(), 1);
    ProcessExecutor executor({.workspace = m_workspace.path()});
    QCOMPARE(executor.endLeftovers({ofThisProfile}), 1);
}

/// What an ended run has left running on purpose is nobody's leftover.
void TestProcessLeftovers::leavesOtherRunsAlone()
{
    const Run left = liveAndCrash(u"process"_qs, m_sleepers.script(u"echo ready; exec SLEEP"_qs));
    Run another = left;
    another.id = {run + 1};
    another.process.reset();
    ProcessExecutor executor({.workspace = m_workspace.path()});
    QCOMPARE(executor.endLeftovers({another}), 0);
    QCOMPARE(m_sleepers.count(), 1);
    QCOMPARE(executor.endLeftovers({left}), 1);
}

void TestProcessLeftovers::neverEndsAStranger_data()
{
    QTest::addColumn<qint64>("startTimeDifference");
    QTest::addColumn<QString>("boot"); // empty: this one
    QTest::newRow("its number was another's before") << qint64(-1) << QString();
    QTest::newRow("the same number and time after another boot")
        << qint64(0) << u"00000000-0000-0000-0000-000000000000"_qs;
}

void TestProcessLeftovers::neverEndsAStranger()
{
    QFETCH(qint64, startTimeDifference);
    QFETCH(QString, boot);
    const QTemporaryDir another;
    ProcessExecutor others({.workspace = another.path()});
    const Recorder recorder(others);
    others.start(
        {.run = {99},
         .action = CommandAction{.program = m_sleepers.script(u"exec SLEEP"_qs), .shell = true}});
    QTRY_VERIFY(recorder.processes.contains(99));
    Run left;
    left.id = {run};
    left.process = recorder.processes.value(99);
    left.process->startTime += startTimeDifference;
    if (!boot.isEmpty())
        left.process->boot = boot;
    ProcessExecutor executor({.workspace = m_workspace.path()});
    QCOMPARE(executor.endLeftovers({left}), 0);
    QTRY_COMPARE(m_sleepers.count(), 1);
    others.abandonAll();
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"process"_qs)
        return live<ProcessExecutor>(arguments.value(2),
                                     CommandAction{.program = arguments.value(3), .shell = true});
    if (arguments.value(1) == u"python"_qs)
        return live<PythonExecutor>(
            arguments.value(2),
            PythonAction{.reference = u"nap:nap"_qs, .arguments = {arguments.value(3)}});
    TestProcessLeftovers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_processleftovers.moc"
