// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// Empty if it went well.
QString messageOf(const Result<> &result)
{
    return result ? QString() : result.error().message;
}

} // namespace

Q_DECLARE_METATYPE(carillon::SchedulerState)

class TestSchedulerStates : public QObject
{
    Q_OBJECT

private slots:
    void changesState_data();
    void changesState();
    void runsAgainAfterAStop();
    void waitsForRunsToEnd();
    void startsPaused();
    void endsInOrder();
    void keepsWaitingRetriesAtTheEnd();
    void runsAnInterruptedRunOnceMore();
    void removesFinishedJobsIfToldSo();
    void tellsItsHealth();
};

void TestSchedulerStates::changesState_data()
{
    QTest::addColumn<SchedulerState>("before");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<SchedulerState>("after");
    QTest::addColumn<QString>("message");
    using State = SchedulerState;
    const auto row = [](State before, const char *operation, State after, const char *message) {
        QTest::addRow("%s in state %d", operation, int(before))
            << before << QString::fromLatin1(operation) << after << QString::fromLatin1(message);
    };
    const char *const notRunning = "The scheduler is not running.";
    const char *const already = "The scheduler is already running.";
    row(State::Stopped, "start", State::Running, "");
    row(State::Running, "start", State::Running, already);
    row(State::Paused, "start", State::Paused, already);
    row(State::Stopped, "stop", State::Stopped, notRunning);
    row(State::Running, "stop", State::Stopped, "");
    row(State::Paused, "stop", State::Stopped, "");
    row(State::Stopped, "pause", State::Stopped, notRunning);
    row(State::Running, "pause", State::Paused, "");
    row(State::Paused, "pause", State::Paused, "");
    row(State::Stopped, "resume", State::Stopped, notRunning);
    row(State::Running, "resume", State::Running, "");
    row(State::Paused, "resume", State::Running, "");
}

void TestSchedulerStates::changesState()
{
    QFETCH(SchedulerState, before);
    QFETCH(QString, operation);
    SchedulerBench bench;
    Scheduler &scheduler = bench.scheduler;
    if (before == SchedulerState::Stopped)
        QVERIFY(scheduler.stop().result());
    if (before == SchedulerState::Paused)
        QVERIFY(scheduler.pause());
    QCOMPARE(scheduler.state(), before);
    Result<> result;
    if (operation == u"start")
        result = scheduler.start();
    else if (operation == u"stop")
        result = scheduler.stop().result();
    else
        result = operation == u"pause" ? scheduler.pause() : scheduler.resume();
    QTEST(messageOf(result), "message");
    QTEST(scheduler.state(), "after");
}

void TestSchedulerStates::runsAgainAfterAStop()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s)));
    for (int round = 0; round < 3; ++round) {
        QVERIFY(bench.scheduler.stop().result());
        QVERIFY(!bench.scheduler.nextWakeUp());
        QVERIFY(bench.scheduler.start());
        bench.tick(10s);
        QCOMPARE(bench.executor.requests.size(), round + 1);
        bench.executor.finishAll();
        bench.scheduler.processDue();
    }
    QVERIFY(bench.scheduler.stop().result());
    bench.tick(60s);
    QVERIFY(bench.scheduler.start());
    bench.tick(1s);
    QCOMPARE(bench.history("j").mid(0, 2),
             (QStringList{u"Queued 09:01:30"_qs, u"Missed 09:00:40"_qs}));
    const Run missed = bench.scheduler.runs({}).value().at(1);
    QCOMPARE(missed.facts->absence, Absence::NotRunning);
    QCOMPARE(missed.facts->absentFrom, nine + 30s);
    QCOMPARE(missed.facts->absentUntil, nine + 90s);
}

void TestSchedulerStates::waitsForRunsToEnd()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    const auto waiting = bench.scheduler.stop(true);
    QCOMPARE(bench.scheduler.state(), SchedulerState::Stopped);
    QVERIFY(!waiting.isFinished());
    bench.executor.finishAll();
    QVERIFY(!waiting.isFinished()); // not on record yet
    bench.scheduler.processDue();
    QVERIFY(waiting.isFinished());
    QCOMPARE(bench.history("m"), QStringList{u"Success manual"_qs});

    QVERIFY(bench.scheduler.start());
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    QVERIFY(bench.scheduler.stop(false).isFinished());
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("m").first(), u"Success manual"_qs);
}

void TestSchedulerStates::startsPaused()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 10s)));
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.start(true));
    bench.tick(1min);
    QVERIFY(bench.executor.requests.isEmpty());
    QVERIFY(bench.scheduler.resume());
    bench.scheduler.processDue();
    QCOMPARE(bench.history("d"), QStringList{u"Missed 09:00:10"_qs});
    const Run missed = bench.scheduler.runs({}).value().front();
    QCOMPARE(missed.facts->absence, Absence::SchedulerPaused);
    QCOMPARE(missed.facts->noticed, nine + 60s);
}

void TestSchedulerStates::endsInOrder()
{
    SchedulerBench bench;
    int ended = 0;
    connect(&bench.scheduler, &Scheduler::runsEnded, this, [&ended] { ++ended; });
    Job job = intervalJob("j", nine + 1s, 1s);
    job.rules.overlap = OverlapRule::Queue;
    QVERIFY(bench.scheduler.addJob(job));
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    bench.tick(1s);
    bench.tick(1s);
    bench.scheduler.end();
    QCOMPARE(bench.executor.cancelled, bench.executor.running);
    bench.tick(1s);
    QCOMPARE(bench.executor.requests.size(), 1); // nothing starts any more
    QCOMPARE(bench.scheduler.runNow(JobId{u"m"_qs}).error().code, ErrorCode::NotAllowed);
    QCOMPARE(ended, 0);
    bench.executor.finish(bench.executor.running.first(), RunState::Stopped);
    bench.scheduler.processDue();
    QCOMPARE(ended, 1);
    QCOMPARE(bench.history("j"),
             (QStringList{u"Interrupted 09:00:02"_qs, u"Interrupted 09:00:01"_qs}));
    QCOMPARE(bench.scheduler.runs({}).value().front().outcome.reason,
             u"Carillon was ended while this run was going on."_qs);
}

void TestSchedulerStates::keepsWaitingRetriesAtTheEnd()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    Run retry;
    retry.id = RunId{100};
    retry.job = JobId{u"m"_qs};
    retry.cause = RunCause::Retry;
    retry.attempt = 2;
    retry.notBefore = nine + 1h;
    QVERIFY(bench.store.commit({.newRuns = {retry}}));
    Scheduler next(bench.clock, bench.store, bench.executor, bench.logs, {bench.folder.path()});
    QVERIFY(next.recover());
    QCOMPARE(bench.history("m"), QStringList{u"Queued manual"_qs});
    next.shutDown();
    QCOMPARE(bench.history("m"), QStringList{u"Queued manual"_qs});
}

void TestSchedulerStates::runsAnInterruptedRunOnceMore()
{
    SchedulerBench bench;
    Job job = dateJob("d", nine + 1s);
    job.rules.rerunInterrupted = true;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(1s);
    const RunId first = bench.executor.requests.first().run;
    const auto revive = [&bench] {
        auto scheduler =
            std::make_unique<Scheduler>(bench.clock, bench.store, bench.executor, bench.logs,
                                        Scheduler::Options{bench.folder.path()});
        return scheduler->recover() && scheduler->start() ? std::move(scheduler) : nullptr;
    };
    const auto second = revive();
    QVERIFY(second);
    second->processDue();
    QCOMPARE(bench.executor.requests.size(), 2);
    const RunRequest request = bench.executor.requests.at(1);
    QCOMPARE(request.due, nine + 1s);
    QCOMPARE(request.attempt, 2);
    const Run rerun = second->run(request.run).value();
    QCOMPARE(rerun.cause, RunCause::Rerun);
    QCOMPARE(rerun.source, first);
    second->processDue(); // records that it runs
    const auto third = revive();
    QVERIFY(third); // and is interrupted as well: that was enough
    third->processDue();
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(bench.history("d"),
             (QStringList{u"Interrupted 09:00:01"_qs, u"Interrupted 09:00:01"_qs}));
}

void TestSchedulerStates::removesFinishedJobsIfToldSo()
{
    SchedulerBench bench;
    Scheduler scheduler(bench.clock, bench.store, bench.executor, bench.logs,
                        {.workspace = bench.folder.path(), .keepFinished = false});
    QVERIFY(scheduler.start());
    QVERIFY(scheduler.addJob(dateJob("d", nine + 1s)));
    QVERIFY(scheduler.addJob(manualJob("m")));
    QVERIFY(scheduler.runNow(JobId{u"m"_qs}));
    bench.clock.advance(1s);
    scheduler.processDue();
    QVERIFY(scheduler.overview(JobId{u"d"_qs})); // its run goes on
    bench.executor.finishAll();
    scheduler.processDue();
    QVERIFY(!scheduler.overview(JobId{u"d"_qs}));
    QVERIFY(scheduler.overview(JobId{u"m"_qs}));
    QCOMPARE(bench.history("d"), QStringList{u"Success 09:00:01"_qs});
}

void TestSchedulerStates::tellsItsHealth()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s)));
    QVERIFY(bench.scheduler.addJob(intervalJob("k", nine + 10s, 1h)));
    bench.tick(10s);
    bench.executor.finish(bench.executor.running.first());
    bench.clock.advance(35s);
    bench.store.fails = true;
    bench.scheduler.processDue();
    Health health = bench.scheduler.health();
    QCOMPARE(health.fault, u"No space left."_qs);
    QCOMPARE(health.running, 1);
    QCOMPARE(health.lastTick, nine + 45s);
    QCOMPARE(health.missed, 0);
    bench.store.fails = false;
    bench.tick(1s);
    health = bench.scheduler.health();
    QCOMPARE(health.fault, QString());
    QCOMPARE(health.missed, 3);
    const SchedulerBench::Restarted again(bench); // the store still knows
    QCOMPARE(again.scheduler.health().missed, 3);
    bench.clock.advance(25h);
    QCOMPARE(bench.scheduler.health().missed, 0);
}

QTEST_GUILESS_MAIN(TestSchedulerStates)
#include "tst_schedulerstates.moc"
