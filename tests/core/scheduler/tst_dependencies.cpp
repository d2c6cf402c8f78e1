// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/dependencies.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// A manual job that starts after others: `a b`.
Job following(const char *id, const QString &jobs, AfterEnd end = AfterEnd::Succeeded)
{
    Job job = manualJob(id);
    const QStringList names = jobs.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : names)
        job.rules.after.jobs.append(JobId{name});
    job.rules.after.end = end;
    return job;
}

JobId idOf(const char *id)
{
    return JobId{QString::fromLatin1(id)};
}

/// Runs a job by hand to its end, and lets follow what follows.
void runToEnd(SchedulerBench &bench, const char *id, RunState end = RunState::Success)
{
    bench.clock.advance(1s);
    const auto run = bench.scheduler.runNow(idOf(id));
    QVERIFY(run);
    bench.executor.finish(*run, end);
    bench.scheduler.processDue();
    bench.scheduler.processDue();
}

/// An entry of a jobs file.
JobEntry entry(const Job &job)
{
    JobEntry entry;
    entry.job = job;
    entry.replaceExisting = true;
    return entry;
}

} // namespace

class TestDependencies : public QObject
{
    Q_OBJECT

private slots:
    void startsAfterTheWantedEnd_data();
    void startsAfterTheWantedEnd();
    void saysWhichRunItFollows();
    void waitsForAllOfThem();
    void startsAnewOnlyAfterAllHaveEndedAgain();
    void waitsForTheLastAttempt();
    void recordsThatAPausedJobDidNotStart();
    void startsOnResumeOfTheScheduler();
    void followsTheOverlapRule();
    void survivesARestart_data();
    void survivesARestart();
    void survivesARestartBeforeItStarts();
    void forgetsEndsBeforeItsDefinition();
    void refusesLoops_data();
    void refusesLoops();
    void importsAChainInAnyOrder();
    void needsFixingWithoutItsPredecessor();
};

void TestDependencies::startsAfterTheWantedEnd_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("starts");
    const auto row = [](const char *name, AfterEnd wanted, RunState end, bool starts) {
        QTest::newRow(name) << int(wanted) << int(end) << starts;
    };
    row("succeeded, wanted", AfterEnd::Succeeded, RunState::Success, true);
    row("failed, success wanted", AfterEnd::Succeeded, RunState::Failed, false);
    row("succeeded, failure wanted", AfterEnd::Failed, RunState::Success, false);
    row("failed, wanted", AfterEnd::Failed, RunState::Failed, true);
    row("timed out counts as failed", AfterEnd::Failed, RunState::TimedOut, true);
    row("stopped counts as failed", AfterEnd::Failed, RunState::Stopped, true);
    row("succeeded, any end", AfterEnd::Ended, RunState::Success, true);
    row("failed, any end", AfterEnd::Ended, RunState::Failed, true);
}

void TestDependencies::startsAfterTheWantedEnd()
{
    QFETCH(int, wanted);
    QFETCH(int, end);
    QFETCH(bool, starts);
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs, AfterEnd(wanted))));
    runToEnd(bench, "a", RunState(end));
    QCOMPARE(bench.executor.running.size(), starts ? 1 : 0);
}

void TestDependencies::saysWhichRunItFollows()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    bench.clock.advance(1s);
    const RunId source = bench.scheduler.runNow(idOf("a")).value();
    bench.store.fails = true;
    bench.executor.finish(source);
    bench.scheduler.processDue();
    QVERIFY(bench.history("b").isEmpty()); // neither end nor start
    bench.store.fails = false;
    bench.tick(1s); // both, in one transaction
    QCOMPARE(bench.history("a"), QStringList{u"Success manual"_qs});
    QCOMPARE(bench.history("b"), QStringList{u"Queued manual"_qs});
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.running.size(), 1);
    const Run run = bench.scheduler.run(bench.executor.running.first()).value();
    QCOMPARE(run.cause, RunCause::After);
    QCOMPARE(run.source, source);
    QVERIFY(!run.due);
}

void TestDependencies::waitsForAllOfThem()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    QVERIFY(bench.scheduler.addJob(following("c", u"a b"_qs)));
    runToEnd(bench, "a");
    runToEnd(bench, "a");
    runToEnd(bench, "b", RunState::Failed);
    QVERIFY(bench.executor.running.isEmpty());
    runToEnd(bench, "b");
    QCOMPARE(bench.executor.requests.last().job, idOf("c"));
    QCOMPARE(bench.executor.running.size(), 1);
}

void TestDependencies::startsAnewOnlyAfterAllHaveEndedAgain()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    QVERIFY(bench.scheduler.addJob(following("c", u"a b"_qs)));
    runToEnd(bench, "a");
    runToEnd(bench, "b");
    bench.executor.finishAll();
    runToEnd(bench, "b");
    QVERIFY(bench.executor.running.isEmpty());
    runToEnd(bench, "a");
    QCOMPARE(bench.executor.running.size(), 1);
}

void TestDependencies::waitsForTheLastAttempt()
{
    SchedulerBench bench;
    Job a = manualJob("a");
    a.rules.retry.count = 1;
    QVERIFY(bench.scheduler.addJob(a));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs, AfterEnd::Failed)));
    runToEnd(bench, "a", RunState::Failed);
    QVERIFY(bench.history("b").isEmpty());
    bench.tick(30s);
    bench.executor.finishAll(); // the second attempt succeeds
    bench.scheduler.processDue();
    QVERIFY(bench.history("b").isEmpty());
    runToEnd(bench, "a", RunState::Failed);
    bench.tick(30s);
    bench.executor.finish(bench.executor.running.first(), RunState::Failed);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("b").size(), 1);
}

void TestDependencies::recordsThatAPausedJobDidNotStart()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    QVERIFY(bench.scheduler.pauseJob(idOf("b")));
    runToEnd(bench, "a");
    QCOMPARE(bench.history("b"), QStringList{u"Skipped manual"_qs});
    QCOMPARE(bench.scheduler.run(RunId{2})->outcome.reason, u"The job was paused."_qs);
    QVERIFY(bench.scheduler.resumeJob(idOf("b")));
    bench.tick(1min);
    QVERIFY(bench.executor.running.isEmpty()); // what falls into the pause is not made up
}

void TestDependencies::startsOnResumeOfTheScheduler()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    QVERIFY(bench.scheduler.pause());
    runToEnd(bench, "a");
    bench.tick(1min);
    QVERIFY(bench.executor.running.isEmpty());
    QVERIFY(bench.scheduler.resume());
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.running.size(), 1);
}

void TestDependencies::followsTheOverlapRule()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    runToEnd(bench, "a");
    const RunId first = bench.executor.running.first();
    runToEnd(bench, "a");
    QCOMPARE(bench.history("b"), (QStringList{u"Skipped manual"_qs, u"Running manual"_qs}));
    const RunQuery newest{.job = idOf("b"), .limit = 1};
    QCOMPARE(bench.store.runs().page(newest)->at(0).facts->other, first);
}

void TestDependencies::survivesARestart_data()
{
    QTest::addColumn<QString>("before"); // the ends before the restart
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("starts");
    QTest::newRow("one before, one after") << u"a"_qs << u"b"_qs << 1;
    QTest::newRow("one before only") << u"a"_qs << QString() << 0;
    QTest::newRow("the same one twice") << u"a"_qs << u"a"_qs << 0;
    QTest::newRow("used up before") << u"a b"_qs << u"b"_qs << 1;
    QTest::newRow("used up, then one, then the other") << u"a b a"_qs << u"b"_qs << 2;
}

void TestDependencies::survivesARestart()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    QVERIFY(bench.scheduler.addJob(following("c", u"a b"_qs)));
    const QStringList first = before.split(u' ');
    for (const QString &id : first) {
        runToEnd(bench, qPrintable(id));
        bench.executor.finishAll();
        bench.scheduler.processDue();
    }
    SchedulerBench::Restarted next(bench);
    next.scheduler.processDue();
    bench.clock.advance(1s);
    if (!after.isEmpty()) {
        QVERIFY(next.scheduler.runNow(JobId{after}));
        bench.executor.finishAll();
        next.scheduler.processDue();
    }
    QTEST(int(bench.history("c").size()), "starts");
}

void TestDependencies::survivesARestartBeforeItStarts()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    QVERIFY(bench.scheduler.pause());
    runToEnd(bench, "a");
    SchedulerBench::Restarted next(bench);
    next.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(bench.executor.requests.last().job, idOf("b"));
}

void TestDependencies::forgetsEndsBeforeItsDefinition()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    QVERIFY(bench.scheduler.addJob(following("c", u"a b"_qs)));
    runToEnd(bench, "a");
    bench.clock.advance(1s);
    QVERIFY(bench.scheduler.changeJob(following("c", u"a b"_qs)));
    runToEnd(bench, "b");
    QVERIFY(bench.history("c").isEmpty());
    SchedulerBench::Restarted next(bench);
    next.scheduler.processDue();
    QVERIFY(bench.history("c").isEmpty());
}

void TestDependencies::refusesLoops_data()
{
    QTest::addColumn<Job>("changed");
    QTest::addColumn<QString>("message"); // empty: accepted
    // b starts after a, c after b.
    QTest::newRow("itself") << following("a", u"a"_qs)
                            << u"These jobs would wait for each other: a ← a."_qs;
    QTest::newRow("each other") << following("a", u"b"_qs)
                                << u"These jobs would wait for each other: a ← b ← a."_qs;
    QTest::newRow("all of the chain")
        << following("a", u"c"_qs) << u"These jobs would wait for each other: a ← c ← b ← a."_qs;
    QTest::newRow("unknown") << following("a", u"z"_qs)
                             << u"There is no job “z” to start after."_qs;
    QTest::newRow("two ways to one") << following("c", u"a b"_qs) << QString();
}

void TestDependencies::refusesLoops()
{
    QFETCH(Job, changed);
    QFETCH(QString, message);
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(following("b", u"a"_qs)));
    QVERIFY(bench.scheduler.addJob(following("c", u"b"_qs)));
    const auto saved = bench.scheduler.changeJob(changed);
    QCOMPARE(saved.has_value(), message.isEmpty());
    const JobContext context{{nine, Zone::utc()}};
    const auto imported = bench.scheduler.importJobs({entry(changed)}, context);
    QCOMPARE(imported.has_value(), message.isEmpty());
    if (!saved) {
        QCOMPARE(saved.error().field, u"after"_qs);
        QCOMPARE(saved.error().message, message);
        QCOMPARE(imported.error().message, message);
    }
}

void TestDependencies::importsAChainInAnyOrder()
{
    SchedulerBench bench;
    const JobContext context{{nine, Zone::utc()}};
    const auto imported = bench.scheduler.importJobs(
        {entry(following("c", u"b"_qs)), entry(following("b", u"a"_qs)), entry(manualJob("a"))},
        context);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message));
    QCOMPARE(imported->added, 3);
    runToEnd(bench, "a");
    QCOMPARE(bench.executor.requests.last().job, idOf("b"));
    const auto loop = bench.scheduler.importJobs(
        {entry(following("x", u"y"_qs)), entry(following("y", u"x"_qs))}, context);
    QVERIFY(!loop);
    QCOMPARE(loop.error().message, u"These jobs would wait for each other: x ← y ← x."_qs);
    QCOMPARE(bench.scheduler.overviews().size(), 3U); // all or none

    std::vector<JobEntry> chain{entry(manualJob("link0"))}; // longer than a stack is deep
    for (int i = 1; i < 20'000; ++i)
        chain.push_back(entry(following(qPrintable(u"link%1"_qs.arg(i)), u"link%1"_qs.arg(i - 1))));
    QVERIFY(bench.scheduler.importJobs(chain, context));
}

void TestDependencies::needsFixingWithoutItsPredecessor()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    Job b = following("b", u"a"_qs);
    b.trigger = intervalJob("b", nine + 10s, 10s).trigger;
    QVERIFY(bench.scheduler.addJob(b));
    QVERIFY(bench.scheduler.removeJob(idOf("a")));
    const auto overview = bench.scheduler.overview(idOf("b"));
    QCOMPARE(overview->state(), JobState::NeedsFixing);
    QCOMPARE(overview->job.problem, u"The job “a”, after which this one starts, was removed."_qs);
    QVERIFY(!overview->job.next);
    b.rules.after = {};
    QCOMPARE(bench.scheduler.changeJob(b)->next, nine + 10s);
}

QTEST_GUILESS_MAIN(TestDependencies)
#include "tst_dependencies.moc"
