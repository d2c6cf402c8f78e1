// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/recorder.h"
#include "core/executors/sleepers.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace carillon;
using namespace std::chrono_literals;

/// Time-outs of process trees of every shape we know of.
class TestProcessTreeShapes : public QObject
{
    Q_OBJECT

private slots:
    void endsAllOfIt_data();
    void endsAllOfIt();
};

void TestProcessTreeShapes::endsAllOfIt_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("ended");
    QTest::addColumn<int>("forced");
    QTest::newRow("a process alone") << u"exec SLEEP"_qs << 1 << 0;
    QTest::newRow("a chain of five")
        << u"sh -c 'sh -c \"sh -c \\\"SLEEP; :\\\"; :\"; :'; :"_qs << 5 << 0;
    QTest::newRow("twenty children")
        << u"for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do SLEEP & done; wait"_qs
        << 21 << 0;
    QTest::newRow("a grandchild that ignores the signal")
        << u"sh -c \"(trap '' TERM; SLEEP) & wait\"; :"_qs << 3 << 1;
    QTest::newRow("a child in a session of its own") << u"setsid SLEEP; :"_qs << 2 << 0;
    QTest::newRow("an orphan, by a double fork") << u"(SLEEP &); exec SLEEP"_qs << 2 << 0;
    QTest::newRow("an orphan in a session of its own")
        << u"setsid sh -c 'SLEEP &'; exec SLEEP"_qs << 2 << 0;
    QTest::newRow("an orphan in a session of its own with an empty environment")
        << u"setsid env -i sh -c 'SLEEP &'; exec SLEEP"_qs << 2 << 0;
    QTest::newRow("the same, and it ignores the signal")
        << u"setsid env -i sh -c \"trap '' TERM; SLEEP &\"; exec SLEEP"_qs << 2 << 1;
    QTest::newRow("the same, halted")
        << u"setsid env -i sh -c 'SLEEP & kill -STOP $!'; exec SLEEP"_qs << 2 << 0;
    QTest::newRow("a process that answers the signal with an orphan")
        << u"trap 'setsid env -i sh -c \"SLEEP &\"; exit 1' TERM; while :; do sleep 0.1; done"_qs
        << -1 << 0;
    QTest::newRow("a process that starts others for ever")
        << u"trap '' TERM; while :; do setsid env -i SLEEP & sleep 0.05; done"_qs << -1 << -1;
}

void TestProcessTreeShapes::endsAllOfIt()
{
    QFETCH(QString, line);
    QFETCH(int, ended);  // -1: any number
    QFETCH(int, forced); // -1: at least one
    const QTemporaryDir workspace;
    const Sleepers sleepers;
    ProcessExecutor executor({.workspace = workspace.path()});
    const Recorder recorder(executor);
    executor.start({.run = {1},
                    .action = CommandAction{.program = sleepers.script(line), .shell = true},
                    .timeout = 1s,
                    .stopDelay = 1s});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(sleepers.count(), 0);
    const RunOutcome outcome = recorder.outcomes.value(1);
    QCOMPARE(outcome.state, RunState::TimedOut);
    if (ended >= 0)
        QCOMPARE(outcome.processesEnded, ended);
    QVERIFY(outcome.processesEnded >= 1);
    if (forced >= 0)
        QCOMPARE(outcome.processesForced, forced);
    else
        QVERIFY(outcome.processesForced >= 1);
}

QTEST_GUILESS_MAIN(TestProcessTreeShapes)
#include "tst_processtreeshapes.moc"
