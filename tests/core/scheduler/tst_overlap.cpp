// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");
const JobId id{u"j"_qs};

/// Every second from 09:00:01 on.
Job secondly(OverlapRule rule, int maxInstances = 1)
{
    Job job = intervalJob("j", nine + 1s, 1s);
    job.rules.overlap = rule;
    job.rules.maxInstances = maxInstances;
    return job;
}

} // namespace

/// What happens when a job falls due while its runs go on.
class TestOverlap : public QObject
{
    Q_OBJECT

private slots:
    void queuesInOrder();
    void refusesWhatTheQueueCannotHold();
    void runsAlongside();
    void startsTheNewRunOnceTheOldOneHasEnded();
    void replacesWhatHasNotStarted();
    void replacesTheOldestOfSeveral();
    void keepsASuccessThatCameBeforeTheStop();
    void makesUpMissedTimesOneAfterTheOther();
    void endsAUnitAsAWhole();
    void namesTheRunOthersWereMergedInto();
};

void TestOverlap::queuesInOrder()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Queue)));
    for (int i = 0; i < 3; ++i)
        bench.tick(1s);
    QCOMPARE(bench.scheduler.overview(id)->running, 1);
    QCOMPARE(bench.scheduler.overview(id)->queued, 2);
    for (int i = 1; i <= 3; ++i) {
        QCOMPARE(bench.executor.requests.size(), i);
        QCOMPARE(bench.executor.requests.last().due, nine + i * 1s);
        bench.executor.finishAll();
    }
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"),
             (QStringList{u"Success 09:00:03"_qs, u"Success 09:00:02"_qs, u"Success 09:00:01"_qs}));
}

void TestOverlap::refusesWhatTheQueueCannotHold()
{
    SchedulerBench bench;
    Job job = secondly(OverlapRule::Queue);
    job.rules.mostQueued = 1;
    QVERIFY(bench.scheduler.addJob(job));
    for (int i = 0; i < 3; ++i)
        bench.tick(1s);
    QCOMPARE(bench.history("j"),
             (QStringList{u"Skipped 09:00:03"_qs, u"Queued 09:00:02"_qs, u"Running 09:00:01"_qs}));
    const Run refused = bench.scheduler.run(RunId{3}).value();
    QCOMPARE(refused.facts->hindrance, Hindrance::QueueFull);
    QCOMPARE(refused.facts->other, RunId{1});
    QCOMPARE(refused.outcome.reason, u"As many runs as allowed waited already."_qs);
}

void TestOverlap::runsAlongside()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Skip, 2)));
    for (int i = 0; i < 3; ++i)
        bench.tick(1s);
    QCOMPARE(bench.executor.running, (QList<RunId>{RunId{1}, RunId{2}}));
    bench.executor.finish(RunId{1});
    bench.tick(1s);
    QCOMPARE(bench.executor.running, (QList<RunId>{RunId{2}, RunId{4}}));
    QCOMPARE(bench.scheduler.run(RunId{3})->facts->other, RunId{1});
    QCOMPARE(bench.scheduler.run(RunId{3})->outcome.reason, u"Run 1 was still going on."_qs);
}

void TestOverlap::startsTheNewRunOnceTheOldOneHasEnded()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Replace)));
    bench.tick(1s);
    bench.tick(1s);
    QCOMPARE(bench.executor.cancelled, QList<RunId>{RunId{1}});
    QCOMPARE(bench.executor.requests.size(), 1); // the old one has not ended yet
    bench.executor.finish(RunId{1}, RunState::Stopped);
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{2}});
    bench.scheduler.processDue();
    const Run replaced = bench.scheduler.run(RunId{1}).value();
    QCOMPARE(replaced.state, RunState::Stopped);
    QCOMPARE(replaced.facts->hindrance, Hindrance::Replaced);
    QCOMPARE(replaced.facts->other, RunId{2});
    QCOMPARE(replaced.outcome.reason, u"Run 2 took its place."_qs);
}

void TestOverlap::replacesWhatHasNotStarted()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Replace)));
    bench.tick(1s);
    bench.tick(1s); // run 2 waits for the end of run 1
    bench.tick(1s);
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.cancelled, QList<RunId>{RunId{1}}); // once
    QCOMPARE(bench.history("j"),
             (QStringList{u"Queued 09:00:03"_qs, u"Skipped 09:00:02"_qs, u"Running 09:00:01"_qs}));
    QCOMPARE(bench.scheduler.run(RunId{2})->facts->other, RunId{3});
    bench.executor.finish(RunId{1}, RunState::Stopped);
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{3}});
    bench.scheduler.processDue();
    QCOMPARE(bench.scheduler.run(RunId{1})->facts->other, RunId{2});
}

void TestOverlap::replacesTheOldestOfSeveral()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Replace, 2)));
    for (int i = 0; i < 4; ++i)
        bench.tick(1s);
    QCOMPARE(bench.executor.cancelled, (QList<RunId>{RunId{1}, RunId{2}}));
    bench.executor.finish(RunId{2}, RunState::Stopped);
    QCOMPARE(bench.executor.running, (QList<RunId>{RunId{1}, RunId{3}}));
    bench.executor.finish(RunId{1}, RunState::Stopped);
    QCOMPARE(bench.executor.running, (QList<RunId>{RunId{3}, RunId{4}}));
}

void TestOverlap::keepsASuccessThatCameBeforeTheStop()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Replace)));
    bench.tick(1s);
    bench.tick(1s);
    bench.executor.finish(RunId{1}, RunState::Success);
    bench.scheduler.processDue();
    QCOMPARE(bench.scheduler.run(RunId{1})->state, RunState::Success);
    QVERIFY(!bench.scheduler.run(RunId{1})->facts);
}

void TestOverlap::makesUpMissedTimesOneAfterTheOther()
{
    SchedulerBench bench;
    Job job = secondly(OverlapRule::Skip, 2);
    job.rules.missed = MissedRule::RunAll;
    job.rules.grace.reset();
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(3s); // 1, 2 and 3 are due: one unit
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{1}});
    bench.tick(1s); // the unit is one instance of two
    QCOMPARE(bench.executor.running, (QList<RunId>{RunId{1}, RunId{4}}));
    bench.tick(1s);
    QCOMPARE(bench.scheduler.run(RunId{5})->facts->hindrance, Hindrance::Overlap);
    bench.executor.finish(RunId{4});
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{1}}); // 2 waits for 1 all the same
    bench.executor.finish(RunId{1});
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{2}});
    bench.executor.finish(RunId{2});
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{3}});
}

void TestOverlap::endsAUnitAsAWhole()
{
    SchedulerBench bench;
    Job job = secondly(OverlapRule::Replace);
    job.rules.missed = MissedRule::RunAll;
    job.rules.grace.reset();
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(3s);
    bench.tick(1s);
    QCOMPARE(bench.executor.cancelled, QList<RunId>{RunId{1}});
    bench.executor.finish(RunId{1}, RunState::Stopped);
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{4}});
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Running 09:00:04"_qs, u"Skipped 09:00:03"_qs,
                                              u"Skipped 09:00:02"_qs, u"Stopped 09:00:01"_qs}));
}

void TestOverlap::namesTheRunOthersWereMergedInto()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(secondly(OverlapRule::Skip)));
    bench.tick(3s);
    const Run merged = bench.scheduler.run(RunId{1}).value();
    QCOMPARE(merged.state, RunState::Missed);
    QCOMPARE(merged.dueCount, 2);
    QCOMPARE(merged.facts->hindrance, Hindrance::Merged);
    QCOMPARE(merged.facts->other, RunId{2});
    QCOMPARE(merged.facts->noticed, nine + 3s);
    QCOMPARE(bench.scheduler.run(RunId{2})->due, nine + 3s);
}

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
