// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/retry.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");
const JobId id{u"j"_qs};

/// Due once at 09:00:10, tried again after 30, 60 and 120 seconds.
Job retriedJob()
{
    Job job = dateJob("j", nine + 10s);
    job.rules.retry.count = 3;
    return job;
}

} // namespace

class TestRetry : public QObject
{
    Q_OBJECT

private slots:
    void backsOff_data();
    void backsOff();
    void drawsJitterOncePerAttempt();
    void triesFailuresAgain_data();
    void triesFailuresAgain();
    void linksAttemptsToTheFirst();
    void countsAsNoOverlapWhileItWaits();
    void waitsForItsTurn();
    void survivesARestart();
    void startsOnceWhateverTheStoreDoes();
    void isRecordedWithTheEndOfTheAttemptBefore();
    void canBeStopped();
    void goesWithItsJob();
    void isNotMadeUpAfterAPause();
    void waitsWhileTheSchedulerIsPaused();
};

void TestRetry::backsOff_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<qint64>("seconds"); // -1: no further attempt
    QTest::newRow("after the first") << 1 << qint64(30);
    QTest::newRow("after the second") << 2 << qint64(60);
    QTest::newRow("after the third") << 3 << qint64(120);
    QTest::newRow("at the longest delay") << 8 << qint64(3600);
    QTest::newRow("where growth leaves all numbers") << 1000 << qint64(3600);
    QTest::newRow("after the last") << 1001 << qint64(-1);
}

void TestRetry::backsOff()
{
    QFETCH(int, attempt);
    QFETCH(qint64, seconds);
    RetryRule rule;
    rule.count = 1000;
    const auto delay = retryDelay(rule, attempt, 1);
    QCOMPARE(delay.has_value(), seconds >= 0);
    if (delay)
        QCOMPARE(*delay, Duration(std::chrono::seconds(seconds)));
    rule.firstDelay = 0s;
    QCOMPARE(retryDelay(rule, attempt, 1).value_or(0s), Duration(0s));
}

void TestRetry::drawsJitterOncePerAttempt()
{
    RetryRule rule;
    rule.count = 5;
    rule.growth = 1;
    rule.jitter = 10s;
    const Duration first = retryDelay(rule, 1, 7).value();
    QVERIFY(first >= 30s && first <= 40s);
    QCOMPARE(retryDelay(rule, 1, 7).value(), first);
    QVERIFY(retryDelay(rule, 2, 7).value() != first);
    QVERIFY(retryDelay(rule, 1, 8).value() != first);
}

void TestRetry::triesFailuresAgain_data()
{
    QTest::addColumn<int>("end");
    QTest::addColumn<QStringList>("history");
    QTest::newRow("failed") << int(RunState::Failed)
                            << QStringList{u"Queued 09:00:10"_qs, u"Failed 09:00:10"_qs};
    QTest::newRow("timed out") << int(RunState::TimedOut)
                               << QStringList{u"Queued 09:00:10"_qs, u"Timed 09:00:10"_qs};
    QTest::newRow("stopped") << int(RunState::Stopped) << QStringList{u"Stopped 09:00:10"_qs};
    QTest::newRow("succeeded") << int(RunState::Success) << QStringList{u"Success 09:00:10"_qs};
}

void TestRetry::triesFailuresAgain()
{
    QFETCH(int, end);
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState(end));
    bench.scheduler.processDue();
    QTEST(bench.history("j"), "history");
}

void TestRetry::linksAttemptsToTheFirst()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    for (const auto wait : {30s, 60s, 120s}) {
        bench.executor.finish(bench.executor.running.first(), RunState::Failed);
        bench.scheduler.processDue();
        QCOMPARE(bench.scheduler.nextWakeUp(), bench.clock.now() + wait);
        bench.tick(wait - 1ms);
        QVERIFY(bench.executor.running.isEmpty());
        bench.tick(1ms);
    }
    QCOMPARE(bench.executor.requests.last().attempt, 4);
    QCOMPARE(bench.executor.requests.last().due, nine + 10s);
    bench.executor.finish(RunId{4}, RunState::Failed);
    bench.scheduler.processDue();
    QVERIFY(!bench.scheduler.nextWakeUp());
    for (const qint64 number : {2, 3, 4}) {
        const Run run = bench.scheduler.run(RunId{number}).value();
        QCOMPARE(run.cause, RunCause::Retry);
        QCOMPARE(run.source, RunId{1});
        QCOMPARE(run.attempt, int(number));
        QCOMPARE(run.state, RunState::Failed);
    }
    QCOMPARE(bench.scheduler.run(RunId{2})->started, nine + 40s);
}

void TestRetry::countsAsNoOverlapWhileItWaits()
{
    SchedulerBench bench;
    Job job = intervalJob("j", nine + 10s, 10s);
    job.rules.retry.count = 1;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.tick(10s); // the retry waits until 09:00:40
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{3}});
    QVERIFY(!bench.scheduler.runNow(id));
    bench.executor.finishAll();
    QVERIFY(bench.scheduler.runNow(id));
}

void TestRetry::waitsForItsTurn()
{
    SchedulerBench bench;
    Job job = intervalJob("j", nine + 10s, 10s);
    job.rules.retry.count = 1;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed); // again at 09:00:40
    bench.tick(10s);
    bench.tick(20s); // 09:00:40; run 3 goes on
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{3}});
    bench.executor.finish(RunId{3});
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{2}});
}

void TestRetry::survivesARestart()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    SchedulerBench::Restarted next(bench);
    QCOMPARE(next.scheduler.nextWakeUp(), nine + 40s);
    bench.clock.advance(30s);
    next.scheduler.processDue();
    QCOMPARE(bench.executor.requests.last().run, RunId{2});
    QCOMPARE(bench.executor.requests.last().attempt, 2);
    // Once it has been claimed, a crash costs it: it never starts twice.
    SchedulerBench::Restarted after(bench);
    after.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(bench.history("j").first(), u"Interrupted 09:00:10"_qs);
}

void TestRetry::startsOnceWhateverTheStoreDoes()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    bench.store.fails = true;
    bench.tick(30s);
    bench.tick(2s);
    QCOMPARE(bench.executor.requests.size(), 1); // what cannot be recorded does not start
    bench.store.fails = false;
    bench.tick(2s);
    bench.tick(2s);
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(bench.scheduler.run(RunId{2})->started, nine + 44s);
}

void TestRetry::isRecordedWithTheEndOfTheAttemptBefore()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.store.fails = true;
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Queued 09:00:10"_qs});
    bench.store.fails = false;
    bench.tick(1s);
    QCOMPARE(bench.history("j"), (QStringList{u"Queued 09:00:10"_qs, u"Failed 09:00:10"_qs}));
    QCOMPARE(bench.scheduler.run(RunId{2})->notBefore, nine + 40s);
}

void TestRetry::canBeStopped()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    QVERIFY(bench.scheduler.stopRun(RunId{2}));
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j").first(), u"Stopped 09:00:10"_qs);
    QVERIFY(!bench.scheduler.nextWakeUp());
}

void TestRetry::goesWithItsJob()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    QVERIFY(bench.scheduler.removeJob(id));
    bench.tick(1min);
    QCOMPARE(bench.executor.requests.size(), 1);
    QCOMPARE(bench.history("j").first(), u"Stopped 09:00:10"_qs);
    QCOMPARE(bench.scheduler.run(RunId{2})->outcome.reason,
             u"The job was removed before this run started."_qs);
}

void TestRetry::isNotMadeUpAfterAPause()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    QVERIFY(bench.scheduler.pauseJob(id));
    bench.tick(30s);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j").first(), u"Skipped 09:00:10"_qs);
    QCOMPARE(bench.scheduler.run(RunId{2})->outcome.reason, u"The job was paused."_qs);
}

void TestRetry::waitsWhileTheSchedulerIsPaused()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(retriedJob()));
    bench.tick(10s);
    bench.executor.finish(RunId{1}, RunState::Failed);
    bench.scheduler.processDue();
    QVERIFY(bench.scheduler.pause());
    bench.tick(5min);
    QCOMPARE(bench.executor.requests.size(), 1);
    QVERIFY(bench.scheduler.resume());
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 2);
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
