// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/recorder.h"
#include "core/executors/sleepers.h"

#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace carillon;
using namespace std::chrono_literals;

/// Time-outs of process trees of every shape we know of. All run at the same time: each then has
/// seconds to take its shape before the time is out, however busy the machine.
class TestProcessTreeShapes : public QObject
{
    Q_OBJECT

private slots:
    void endsAllOfIt_data();
    void endsAllOfIt();

private:
    void row(const char *name, const QString &line, int ended, int forced);

    QTemporaryDir m_workspace;
    std::deque<Sleepers> m_sleepers; // of each run
    ProcessExecutor m_executor{{.workspace = m_workspace.path()}};
    Recorder m_recorder{m_executor};
};

/// Starts it, too.
void TestProcessTreeShapes::row(const char *name, const QString &line, int ended, int forced)
{
    const Sleepers &sleepers = m_sleepers.emplace_back();
    const auto run = qint64(m_sleepers.size());
    QTest::newRow(name) << run << ended << forced;
    m_executor.start({.run = {run},
                      .action = CommandAction{.program = sleepers.script(line), .shell = true},
                      .timeout = 3s,
                      .stopDelay = 3s});
}

void TestProcessTreeShapes::endsAllOfIt_data()
{
    QTest::addColumn<qint64>("run");
    QTest::addColumn<int>("ended");
    QTest::addColumn<int>("forced");
    row("a process alone", u"exec SLEEP"_qs, 1, 0);
    row("a chain of five", u"sh -c 'sh -c \"sh -c \\\"SLEEP; :\\\"; :\"; :'; :"_qs, 5, 0);
    row("twenty children",
        u"for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do SLEEP & done; wait"_qs,
        21, 0);
    row("a grandchild that ignores the signal", u"sh -c \"(trap '' TERM; SLEEP) & wait\"; :"_qs, 3,
        1);
    row("a child in a session of its own", u"setsid SLEEP; :"_qs, 2, 0);
    row("an orphan, by a double fork", u"(SLEEP &); exec SLEEP"_qs, 2, 0);
    row("an orphan in a session of its own", u"setsid sh -c 'SLEEP &'; exec SLEEP"_qs, 2, 0);
    row("an orphan in a session of its own with an empty environment",
        u"setsid env -i sh -c 'SLEEP &'; exec SLEEP"_qs, 2, 0);
    row("the same, and it ignores the signal",
        u"setsid env -i sh -c \"trap '' TERM; SLEEP &\"; exec SLEEP"_qs, 2, 1);
    row("the same, halted", u"setsid env -i sh -c 'SLEEP & kill -STOP $!'; exec SLEEP"_qs, 2, 0);
    row("a process that answers the signal with an orphan",
        u"trap 'setsid env -i sh -c \"SLEEP &\"; exit 1' TERM; while :; do sleep 0.1; done"_qs, -1,
        0);
    row("a process that starts others for ever",
        u"trap '' TERM; while :; do setsid env -i SLEEP & sleep 0.05; done"_qs, -1, -1);
}

void TestProcessTreeShapes::endsAllOfIt()
{
    QFETCH(qint64, run);
    QFETCH(int, ended);  // -1: any number
    QFETCH(int, forced); // -1: at least one
    QVERIFY(m_recorder.waitFor(run));
    QCOMPARE(m_sleepers[size_t(run - 1)].count(), 0);
    const RunOutcome outcome = m_recorder.outcomes.value(run);
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
