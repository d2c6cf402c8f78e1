// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/recorder.h"
#include "core/executors/sleepers.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carillon;
using namespace std::chrono_literals;

/// Stops and time-outs of real process trees.
class TestProcessStop : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void endsTheWholeTree_data();
    void endsTheWholeTree();
    void timesOut_data();
    void timesOut();
    void letsAProcessSayGoodbye();
    void stopsWhatHasNotStarted();
    void ignoresRunsThatAreNotThere();
    void stopsManyAtOnce();
    void abandonsAll();

private:
    void start(qint64 run, const QString &line, std::chrono::seconds stopDelay,
               std::optional<std::chrono::seconds> timeout = {});

    std::unique_ptr<QTemporaryDir> m_workspace;
    std::unique_ptr<ProcessExecutor> m_executor;
    std::unique_ptr<Recorder> m_recorder;
    Sleepers m_sleepers;
};

void TestProcessStop::init()
{
    m_workspace = std::make_unique<QTemporaryDir>();
    m_executor =
        std::make_unique<ProcessExecutor>(ExecutorOptions{.workspace = m_workspace->path()});
    m_recorder = std::make_unique<Recorder>(*m_executor);
}

void TestProcessStop::cleanup()
{
    m_recorder.reset();
    m_executor.reset();
    m_workspace.reset();
    m_sleepers.end();
}

void TestProcessStop::start(qint64 run, const QString &line, std::chrono::seconds stopDelay,
                            std::optional<std::chrono::seconds> timeout)
{
    m_executor->start({.run = {run},
                       .action = CommandAction{.program = m_sleepers.script(line), .shell = true},
                       .timeout = timeout,
                       .stopDelay = stopDelay});
}

void TestProcessStop::endsTheWholeTree_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("ended");
    QTest::addColumn<int>("forced");
    QTest::addColumn<QString>("reason");
    const QString one = u"was stopped — 1 process ended."_qs;
    const QString two = u"was stopped — 2 processes ended."_qs;
    const QString oneForced = u"was stopped — 1 process ended, by force."_qs;
    const QString twoForced = u"was stopped — 2 processes ended, 1 by force."_qs;
    QTest::newRow("alone") << u"echo ready; exec SLEEP"_qs << 1 << 0 << one;
    QTest::newRow("child") << u"SLEEP & echo ready; wait"_qs << 2 << 0 << two;
    QTest::newRow("grandchild") << u"(SLEEP & echo ready; wait) & wait"_qs << 3 << 0
                                << u"was stopped — 3 processes ended."_qs;
    QTest::newRow("child in a session of its own")
        << u"setsid sh -c 'echo ready; exec SLEEP' & wait"_qs << 2 << 0 << two;
    QTest::newRow("orphan in a session of its own")
        << u"setsid sh -c 'SLEEP &'; echo ready; exec SLEEP"_qs << 2 << 0 << two;
    QTest::newRow("child with another environment")
        << u"env -i SLEEP & echo ready; wait"_qs << 2 << 0 << two;
    QTest::newRow("orphan with another environment")
        << u"sh -c 'env -i SLEEP &'; echo ready; exec SLEEP"_qs << 2 << 0 << two;
    QTest::newRow("halted child") << u"SLEEP & kill -STOP $!; echo ready; wait"_qs << 2 << 0 << two;
    QTest::newRow("ignores the signal")
        << u"trap '' TERM; echo ready; exec SLEEP"_qs << 1 << 1 << oneForced;
    QTest::newRow("child ignores the signal")
        << u"sh -c \"trap '' TERM; echo ready; exec SLEEP\" & wait"_qs << 2 << 1 << twoForced;
    QTest::newRow("orphan in a session of its own ignores the signal")
        << u"setsid sh -c \"trap '' TERM; SLEEP &\"; echo ready; exec SLEEP"_qs << 2 << 1
        << twoForced;
}

void TestProcessStop::endsTheWholeTree()
{
    QFETCH(QString, line);
    QFETCH(int, ended);
    QFETCH(int, forced);
    QFETCH(QString, reason);
    // Who heeds the signal must not have to wait for the delay.
    start(1, line, forced > 0 ? 1s : 1000s);
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    QVERIFY(m_sleepers.count() > 0);
    m_executor->cancel({1});
    m_executor->cancel({1});
    QVERIFY(m_recorder->outcomes.isEmpty());
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_sleepers.count(), 0);
    const RunOutcome outcome = m_recorder->outcomes.value(1);
    QCOMPARE(outcome.state, RunState::Stopped);
    QCOMPARE(outcome.processesEnded, ended);
    QCOMPARE(outcome.processesForced, forced);
    QCOMPARE(outcome.reason, reason);
}

void TestProcessStop::timesOut_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("reason");
    QTest::newRow("politely") << u"SLEEP & SLEEP & wait"_qs << SIGTERM
                              << u"was stopped after its limit of 3 s — 3 processes ended."_qs;
    QTest::newRow("by force")
        << u"trap '' TERM; exec SLEEP"_qs << SIGKILL
        << u"was stopped after its limit of 3 s — 1 process ended, by force."_qs;
}

void TestProcessStop::timesOut()
{
    QFETCH(QString, line);
    QFETCH(int, signal);
    QFETCH(QString, reason);
    start(1, line, signal == SIGKILL ? 1s : 1000s, 3s);
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_sleepers.count(), 0);
    const RunOutcome outcome = m_recorder->outcomes.value(1);
    QCOMPARE(outcome.state, RunState::TimedOut);
    QCOMPARE(outcome.signal.value_or(0), signal);
    QCOMPARE(outcome.reason, reason);
}

void TestProcessStop::letsAProcessSayGoodbye()
{
    // The child says that it is ready: a signal between its fork and its exec would fall to the
    // handler it has from its parent, and be lost.
    start(1, u"trap 'echo goodbye; exit 3' TERM; sh -c 'echo ready; exec SLEEP' & wait"_qs, 1000s);
    QVERIFY(m_recorder->waitForOutput(1, "ready"));
    m_executor->cancel({1});
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->output.value(1), QByteArray("ready\ngoodbye\n"));
    QCOMPARE(m_recorder->outcomes.value(1).state, RunState::Stopped);
    QCOMPARE(m_recorder->outcomes.value(1).exitCode.value_or(-1), 3);
}

void TestProcessStop::stopsWhatHasNotStarted()
{
    start(1, u"echo ready"_qs, 1s);
    m_executor->cancel({1});
    QVERIFY(m_recorder->outcomes.isEmpty());
    QVERIFY(m_recorder->waitFor(1));
    QCOMPARE(m_recorder->outcomes.value(1).state, RunState::Stopped);
    QCOMPARE(m_recorder->outcomes.value(1).reason, u"was stopped before it started."_qs);
    QVERIFY(m_recorder->started.empty());
}

void TestProcessStop::ignoresRunsThatAreNotThere()
{
    m_executor->cancel({99});
    start(1, u"true"_qs, 1s);
    QVERIFY(m_recorder->waitFor(1));
    m_executor->cancel({1});
    start(2, u"true"_qs, 1s);
    QVERIFY(m_recorder->waitFor(2));
    QCOMPARE(m_recorder->order, (std::vector<qint64>{1, 2}));
}

void TestProcessStop::stopsManyAtOnce()
{
    constexpr qint64 runs = 60;
    for (qint64 run = 1; run <= runs; ++run)
        start(run, u"setsid SLEEP & echo ready; wait"_qs, 1000s);
    for (qint64 run = 1; run <= runs; ++run)
        QVERIFY(m_recorder->waitForOutput(run, "ready"));
    for (qint64 run = 1; run <= runs; ++run)
        m_executor->cancel({run});
    QTRY_COMPARE_WITH_TIMEOUT(m_recorder->outcomes.size(), runs, 30'000);
    QCOMPARE(m_sleepers.count(), 0);
    for (const RunOutcome &outcome : std::as_const(m_recorder->outcomes))
        QCOMPARE(outcome.reason, u"was stopped — 2 processes ended."_qs);
}

void TestProcessStop::abandonsAll()
{
    for (qint64 run = 1; run <= 3; ++run)
        start(run, u"trap '' TERM; setsid SLEEP & echo ready; SLEEP"_qs, 1000s);
    for (qint64 run = 1; run <= 3; ++run)
        QVERIFY(m_recorder->waitForOutput(run, "ready"));
    start(4, u"echo ready"_qs, 1000s);
    m_executor->abandonAll();
    QCOMPARE(m_sleepers.count(), 0);

    start(5, u"true"_qs, 1s); // it can still be used
    QVERIFY(m_recorder->waitFor(5));
    QCOMPARE(m_recorder->order, (std::vector<qint64>{5}));
    QVERIFY(!m_recorder->output.contains(4));
}

QTEST_GUILESS_MAIN(TestProcessStop)
#include "tst_processstop.moc"
