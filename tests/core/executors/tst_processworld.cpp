// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/recorder.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace carillon;
using namespace std::chrono_literals;

/// What a child process finds around it, and what we get from it.
class TestProcessWorld : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void hasAnEnvironment_data();
    void hasAnEnvironment();
    void hasNoDueTimeWhenRunByHand();
    void hasNothingElseOfCarillon();
    void hasThreeDescriptors();
    void hasDefaultSignals();
    void hasAGroupOfItsOwn();
    void readsItsInput_data();
    void readsItsInput();
    void needNotReadItsInput();
    void writesBytesUnchanged();
    void endsThoughAGrandchildHoldsItsOutput();

private:
    QByteArray outputOf(const QString &line, const ProcessSurroundings &surroundings = {});

    std::unique_ptr<QTemporaryDir> m_workspace;
    std::unique_ptr<ProcessExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
    std::optional<Instant> m_due = Instant(1'700'000'000s);
};

void TestProcessWorld::init()
{
    m_workspace = std::make_unique<QTemporaryDir>();
    m_executor =
        std::make_unique<ProcessExecutor>(ExecutorOptions{.workspace = m_workspace->path()});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

void TestProcessWorld::cleanup()
{
    m_recorder.reset();
    m_executor.reset();
    m_workspace.reset();
}

QByteArray TestProcessWorld::outputOf(const QString &line, const ProcessSurroundings &surroundings)
{
    m_executor->start(
        {.run = {7},
         .job = {u"nightly backup"_qs},
         .due = m_due,
         .attempt = 2,
         .action = CommandAction{.program = line, .shell = true, .surroundings = surroundings}});
    m_recorder->waitFor(7);
    return m_recorder->output.value(7);
}

void TestProcessWorld::hasAnEnvironment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("job") << u"CARILLON_JOB_ID"_qs << QByteArray("nightly backup\n");
    QTest::newRow("run") << u"CARILLON_RUN_ID"_qs << QByteArray("7\n");
    QTest::newRow("due time") << u"CARILLON_SCHEDULED_TIME"_qs
                              << QByteArray("2023-11-14T22:13:20+00:00\n");
    QTest::newRow("attempt") << u"CARILLON_ATTEMPT"_qs << QByteArray("2\n");
    QTest::newRow("of the action") << u"COLOUR"_qs << QByteArray("dark blue\n");
    QTest::newRow("of the user") << u"OURS"_qs << QByteArray("inherited\n");
    QTest::newRow("the action's instead of the user's") << u"BOTH"_qs << QByteArray("action\n");
}

void TestProcessWorld::hasAnEnvironment()
{
    QFETCH(QString, variable);
    QFETCH(QByteArray, value);
    qputenv("OURS", "inherited");
    qputenv("BOTH", "user");
    const ProcessSurroundings surroundings{
        .environment = {{u"COLOUR"_qs, u"dark blue"_qs}, {u"BOTH"_qs, u"action"_qs}}};
    QCOMPARE(outputOf(u"printenv "_qs + variable, surroundings), value);
}

void TestProcessWorld::hasNoDueTimeWhenRunByHand()
{
    qputenv("CARILLON_SCHEDULED_TIME", "of an outer Carillon");
    m_due.reset();
    QCOMPARE(outputOf(u"echo ${CARILLON_SCHEDULED_TIME-unset}"_qs), QByteArray("unset\n"));
    m_due = Instant(1'700'000'000s);
    qunsetenv("CARILLON_SCHEDULED_TIME");
}

void TestProcessWorld::hasNothingElseOfCarillon()
{
    QCOMPARE(outputOf(u"env | sed -n 's/^\\(CARILLON_[^=]*\\)=.*/\\1/p' | sort"_qs),
             QByteArray("CARILLON_ATTEMPT\nCARILLON_JOB_ID\nCARILLON_MARK\nCARILLON_RUN_ID\n"
                        "CARILLON_SCHEDULED_TIME\n"));
}

void TestProcessWorld::hasThreeDescriptors()
{
    const int stray = ::open("/dev/null", O_RDONLY); // as a library might leave one, inheritable
    QVERIFY(stray > 2);
    // `ls` itself has the folder open as 3.
    QCOMPARE(outputOf(u"ls /proc/self/fd"_qs), QByteArray("0\n1\n2\n3\n"));
    ::close(stray);
}

void TestProcessWorld::hasDefaultSignals()
{
    const auto before = ::signal(SIGUSR2, SIG_IGN);
    const QByteArray output = outputOf(u"exec grep -E 'Sig(Blk|Ign)' /proc/self/status"_qs);
    ::signal(SIGUSR2, before);
    QCOMPARE(output, QByteArray("SigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
}

void TestProcessWorld::hasAGroupOfItsOwn()
{
    const QByteArray output = outputOf(u"echo $$; cut -d' ' -f5 /proc/$$/stat"_qs);
    const QList<QByteArray> lines = output.split('\n');
    QVERIFY(lines.value(0).toInt() > 1);
    QCOMPARE(lines.value(1), lines.value(0));
}

void TestProcessWorld::readsItsInput_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("none") << QString() << QByteArray("0\n");
    QTest::newRow("text") << u"grüße\n"_qs << QByteArray("8\n");
    QTest::newRow("more than a pipe holds") << QString(1'000'000, u'x') << QByteArray("1000000\n");
}

void TestProcessWorld::readsItsInput()
{
    QFETCH(QString, input);
    QFETCH(QByteArray, output);
    QCOMPARE(outputOf(u"wc -c"_qs, {.input = input}), output);
}

void TestProcessWorld::needNotReadItsInput()
{
    QCOMPARE(outputOf(u"exec <&-; echo done"_qs, {.input = QString(1'000'000, u'x')}),
             QByteArray("done\n"));
    QCOMPARE(m_recorder->outcomes.value(7).state, RunState::Success);
}

void TestProcessWorld::writesBytesUnchanged()
{
    QByteArray bytes;
    for (int i = 0; i < 5 * 1024 * 1024; ++i)
        bytes += static_cast<char>((i * 7 + i / 251) % 256); // NUL and invalid UTF-8 among them
    QFile file(m_workspace->filePath(u"bytes"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    outputOf(u"cat bytes & cat bytes >&2; wait"_qs);
    QCOMPARE(m_recorder->outcomes.value(7).state, RunState::Success);
    QVERIFY(m_recorder->output.value(7) == bytes);
    QVERIFY(m_recorder->errors.value(7) == bytes);
}

void TestProcessWorld::endsThoughAGrandchildHoldsItsOutput()
{
    const QList<QByteArray> lines = outputOf(u"sleep 1000 & echo $!; echo last"_qs).split('\n');
    QCOMPARE(m_recorder->outcomes.value(7).state, RunState::Success);
    QCOMPARE(lines.value(1), QByteArray("last"));
    const auto grandchild = static_cast<pid_t>(lines.value(0).toInt());
    QVERIFY(grandchild > 1);
    QCOMPARE(::kill(grandchild, SIGKILL), 0); // it was still alive
}

QTEST_GUILESS_MAIN(TestProcessWorld)
#include "tst_processworld.moc"
