// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

} // namespace

/// Whatever goes wrong with one thing, the others go on.
class TestIsolation : public QObject
{
    Q_OBJECT

private slots:
    void setsAJobAsideThatCannotBeStarted();
    void startsItAgainOnceItIsMended();
    void setsItAsideAlsoWhenStartedByHand();
    void triesAgainWhenTheStoreThrows();
    void refusesAChangeWhenTheStoreThrows();
    void keepsPaceBesideAFullPool();
};

void TestIsolation::setsAJobAsideThatCannotBeStarted()
{
    SchedulerBench bench;
    for (const char *id : {"a", "bad", "z"})
        QVERIFY(bench.scheduler.addJob(intervalJob(id, nine + 1s, 1s)));
    bench.executor.throwsFor = JobId{u"bad"_qs};
    bench.tick(1s);
    QCOMPARE(bench.executor.requests.size(), 2);
    bench.executor.finishAll();
    bench.tick(1s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("a").size(), 2);
    QCOMPARE(bench.history("z").size(), 2);
    QCOMPARE(bench.history("bad"), QStringList{u"Failed 09:00:01"_qs});
    const JobOverview bad = bench.scheduler.overview(JobId{u"bad"_qs}).value();
    QCOMPARE(bad.state(), JobState::NeedsFixing);
    QCOMPARE(bad.job.problem, u"The run could not be started: std::bad_alloc"_qs);
    QVERIFY(bad.job.trigger);
    QCOMPARE(bench.store.jobs().find(bad.job.id)->problem, bad.job.problem);
}

void TestIsolation::startsItAgainOnceItIsMended()
{
    SchedulerBench bench;
    Job job = bench.scheduler.addJob(intervalJob("bad", nine + 1s, 1s)).value();
    bench.executor.throwsFor = job.id;
    bench.tick(1s);
    bench.scheduler.processDue();
    bench.executor.throwsFor = {};
    bench.tick(5s);
    QVERIFY(bench.executor.requests.isEmpty());
    QCOMPARE(bench.scheduler.changeJob(job)->next, nine + 6s);
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 1);
}

void TestIsolation::setsItAsideAlsoWhenStartedByHand()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("bad")));
    bench.executor.throwsFor = JobId{u"bad"_qs};
    QVERIFY(bench.scheduler.runNow(JobId{u"bad"_qs})); // it is on record
    bench.scheduler.processDue();
    QCOMPARE(bench.history("bad"), QStringList{u"Failed manual"_qs});
    QCOMPARE(bench.scheduler.overview(JobId{u"bad"_qs})->state(), JobState::NeedsFixing);
}

void TestIsolation::triesAgainWhenTheStoreThrows()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 10s)));
    QSignalSpy faults(&bench.scheduler, &Scheduler::faultChanged);
    bench.store.throws = true;
    bench.tick(1s);
    QCOMPARE(faults.at(0).at(0).toString(), u"The job store failed: out of order"_qs);
    QVERIFY(bench.executor.requests.isEmpty());
    bench.store.throws = false;
    bench.tick(1s);
    QCOMPARE(bench.executor.requests.size(), 1);
    QCOMPARE(faults.at(1).at(0).toString(), QString());
}

void TestIsolation::refusesAChangeWhenTheStoreThrows()
{
    SchedulerBench bench;
    bench.store.throws = true;
    QVERIFY(!bench.scheduler.addJob(manualJob("m")));
    QVERIFY(!bench.scheduler.removeAllJobs());
    bench.store.throws = false;
    QCOMPARE(bench.scheduler.overviews().size(), 0U);
}

/// Four workers and twelve that sleep: a job of another executor keeps its pace, and who waits for
/// a worker is Queued, however long, never Missed.
void TestIsolation::keepsPaceBesideAFullPool()
{
    SchedulerBench bench({.executors = {{u"default"_qs, {4}}, {u"quick"_qs, {1}}}});
    const auto add = [&bench](Job job, const QString &executor) {
        job.action = CommandAction{u"/bin/true"_qs, {}};
        job.executor = executor;
        QVERIFY(bench.scheduler.addJob(job));
    };
    for (int i = 0; i < 12; ++i)
        add(dateJob(qPrintable(u"sleeper-%1"_qs.arg(i)), nine + 1s), u"default"_qs);
    add(dateJob("waiting", nine + 2s), u"default"_qs);
    add(intervalJob("pace", nine + 1s, 1s), u"quick"_qs);
    for (int second = 0; second < 60; ++second) {
        bench.tick(1s);
        QCOMPARE(bench.executor.requests.last().job, JobId{u"pace"_qs});
        bench.executor.finish(bench.executor.requests.last().run);
    }
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.running.size(), 4);
    QCOMPARE(bench.history("pace").count(u"Success 09:00:30"_qs), 1);
    QCOMPARE(bench.history("pace").filter(u"Success"_qs).size(), 60);
    QCOMPARE(bench.history("waiting"), QStringList{u"Queued 09:00:02"_qs});
    while (!bench.executor.running.isEmpty()) {
        bench.executor.finishAll();
        bench.scheduler.processDue();
    }
    QCOMPARE(bench.history("waiting"), QStringList{u"Success 09:00:02"_qs});
}

QTEST_GUILESS_MAIN(TestIsolation)
#include "tst_isolation.moc"
