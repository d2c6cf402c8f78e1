// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemachine.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");
const JobId id{u"j"_qs};

Scheduler::Options withMachine(MachineConditions &machine)
{
    Scheduler::Options options;
    options.conditions = &machine;
    return options;
}

/// Two workers for `default`, one place in the queue `disk`.
Scheduler::Options withLimits()
{
    Scheduler::Options options;
    options.executors = {{u"default"_qs, {2}}};
    options.queueLimits = {{u"disk"_qs, 1}};
    return options;
}

Job sleeper(const char *id, const QString &queue = {}, int priority = 0)
{
    Job job = dateJob(id, nine + 10s);
    job.action = SleepAction{1h};
    job.rules.queue = queue;
    job.rules.priority = priority;
    return job;
}

QStringList runningJobs(const SchedulerBench &bench)
{
    QStringList jobs;
    for (const RunRequest &request : bench.executor.requests) {
        if (bench.executor.running.contains(request.run))
            jobs.append(request.job.text);
    }
    return jobs;
}

} // namespace

/// Success rules, conditions, workers, queues, priorities and executors, in the scheduler.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void judgesTheOutput_data();
    void judgesTheOutput();
    void triesAgainWhatItsOutputFailed();
    void passesOnWhatTheExecutorNeeds();
    void skipsWhereAConditionDoesNotHold();
    void holdsAOneShotUntilItsConditionHolds();
    void givesUpAOneShotAfterItsGrace();
    void keepsAHeldOneShotOverARestart();
    void asksNoConditionOfRunsByHand();
    void queuesWhatFindsNoWorker();
    void takesNoWorkerForWhatIsOverAtOnce();
    void letsTheMostImportantGoFirst();
    void sharesAQueue();
    void forgetsWhatIsStoppedWhileItWaits();
    void keepsAJobWithoutItsExecutor();
    void saysWhoStartedARun();
};

void TestRules::judgesTheOutput_data()
{
    QTest::addColumn<SuccessRule>("rule");
    QTest::addColumn<int>("ended");
    QTest::addColumn<QString>("reason"); // empty: success
    QTest::newRow("asks for nothing") << SuccessRule() << int(RunState::Success) << QString();
    QTest::newRow("contains") << SuccessRule{{0}, u"done"_qs, {}} << int(RunState::Success)
                              << QString();
    QTest::newRow("does not contain") << SuccessRule{{0}, u"ready"_qs, {}} << int(RunState::Success)
                                      << u"Its output does not contain “ready”."_qs;
    QTest::newRow("lacks") << SuccessRule{{0}, {}, u"done"_qs} << int(RunState::Success)
                           << u"Its output contains “done”."_qs;
}

void TestRules::judgesTheOutput()
{
    QFETCH(SuccessRule, rule);
    QFETCH(int, ended);
    QFETCH(QString, reason);
    SchedulerBench bench;
    Job job = manualJob("j");
    job.rules.success = rule;
    QVERIFY(bench.scheduler.addJob(job));
    const RunId run = bench.scheduler.runNow(id).value();
    bench.executor.write(run, "all do");
    bench.executor.write(run, "ne\n");
    bench.executor.finish(run, RunState(ended));
    bench.scheduler.processDue();
    const Run recorded = bench.scheduler.run(run).value();
    QCOMPARE(recorded.state, reason.isEmpty() ? RunState::Success : RunState::Failed);
    QCOMPARE(recorded.outcome.state, recorded.state);
    QCOMPARE(recorded.outcome.reason, reason);
}

void TestRules::triesAgainWhatItsOutputFailed()
{
    SchedulerBench bench;
    Job job = manualJob("j");
    job.rules.success.contains = u"done"_qs;
    job.rules.retry.count = 1;
    QVERIFY(bench.scheduler.addJob(job));
    const RunId first = bench.scheduler.runNow(id).value();
    bench.executor.write(first, "done");
    bench.executor.finish(first);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Success manual"_qs});
    const RunId second = bench.scheduler.runNow(id).value();
    bench.executor.finish(second); // what the first one wrote does not count
    bench.scheduler.processDue();
    bench.tick(30s);
    QCOMPARE(bench.executor.running.size(), 1);
    bench.executor.write(bench.executor.running.first(), "done");
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j").first(), u"Success manual"_qs);
}

void TestRules::passesOnWhatTheExecutorNeeds()
{
    SchedulerBench bench;
    Job job = manualJob("j");
    job.rules.success.exitCodes = {0, 3};
    job.rules.timeout = 5s;
    job.executor = u"processpool"_qs;
    QVERIFY(bench.scheduler.addJob(job));
    QVERIFY(bench.scheduler.runNow(id));
    const RunRequest &request = bench.executor.requests.first();
    QCOMPARE(request.successCodes, (QList<int>{0, 3}));
    QCOMPARE(request.timeout, 5s);
    QVERIFY(request.freshInterpreter);
}

void TestRules::skipsWhereAConditionDoesNotHold()
{
    FakeMachine machine;
    SchedulerBench bench(withMachine(machine));
    Job job = intervalJob("j", nine + 10s, 10s);
    job.rules.conditions.network = true;
    QVERIFY(bench.scheduler.addJob(job));
    machine.online = false;
    bench.tick(10s);
    machine.online = true;
    bench.tick(10s);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Running 09:00:20"_qs, u"Skipped 09:00:10"_qs}));
    const Run skipped = bench.scheduler.run(RunId{1}).value();
    QCOMPARE(skipped.facts->hindrance, Hindrance::Condition);
    QCOMPARE(skipped.facts->detail, u"network"_qs);
    QCOMPARE(skipped.outcome.reason, u"There was no network."_qs);
}

void TestRules::holdsAOneShotUntilItsConditionHolds()
{
    FakeMachine machine;
    machine.onMains = false;
    SchedulerBench bench(withMachine(machine));
    Job job = dateJob("j", nine + 10s);
    job.rules.conditions.mainsPower = true;
    job.rules.grace.reset(); // never too late
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(10s);
    for (int minute = 1; minute <= 3; ++minute) {
        QCOMPARE(bench.history("j"), QStringList{u"Queued 09:00:10"_qs});
        QCOMPARE(bench.scheduler.nextWakeUp(), nine + 10s + minute * 1min);
        bench.tick(1min);
        bench.scheduler.processDue(); // records what it found
    }
    QCOMPARE(bench.scheduler.run(RunId{1})->facts->detail, u"mains_power"_qs);
    machine.onMains = true;
    bench.tick(1min);
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{1}});
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Success 09:00:10"_qs});
    QCOMPARE(bench.scheduler.run(RunId{1})->facts.value_or(RunFacts()).hindrance, Hindrance::None);
}

void TestRules::givesUpAOneShotAfterItsGrace()
{
    FakeMachine machine;
    machine.idle = 0s;
    SchedulerBench bench(withMachine(machine));
    Job job = dateJob("j", nine + 10s);
    job.rules.conditions.idle = 5min;
    job.rules.grace = 90s;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(10s);
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 70s);
    bench.tick(60s);
    bench.scheduler.processDue();
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 100s); // the last look, when the grace ends
    bench.tick(30s);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Skipped 09:00:10"_qs});
    QCOMPARE(bench.scheduler.run(RunId{1})->outcome.reason, u"The computer was in use."_qs);
    QVERIFY(!bench.scheduler.nextWakeUp());
}

void TestRules::keepsAHeldOneShotOverARestart()
{
    FakeMachine machine;
    machine.online = false;
    SchedulerBench bench(withMachine(machine));
    Job job = dateJob("j", nine + 10s);
    job.rules.conditions.network = true;
    job.rules.grace = 1h;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(10s);
    SchedulerBench::Restarted next(bench);
    machine.online = true;
    bench.clock.advance(1min);
    next.scheduler.processDue();
    QCOMPARE(bench.executor.running, QList<RunId>{RunId{1}});
}

void TestRules::asksNoConditionOfRunsByHand()
{
    FakeMachine machine;
    machine.online = false;
    SchedulerBench bench(withMachine(machine));
    Job job = manualJob("j");
    job.rules.conditions.network = true;
    QVERIFY(bench.scheduler.addJob(job));
    QVERIFY(bench.scheduler.runNow(id));
    QCOMPARE(bench.executor.running.size(), 1);
}

void TestRules::queuesWhatFindsNoWorker()
{
    SchedulerBench bench(withLimits());
    for (const char *name : {"a", "b", "c"})
        QVERIFY(bench.scheduler.addJob(sleeper(name)));
    bench.tick(10s);
    QCOMPARE(runningJobs(bench), (QStringList{u"a"_qs, u"b"_qs}));
    bench.tick(1h); // however long that takes, it is not late
    QCOMPARE(bench.history("c"), QStringList{u"Queued 09:00:10"_qs});
    bench.executor.finish(RunId{1});
    QCOMPARE(runningJobs(bench), (QStringList{u"b"_qs, u"c"_qs}));
}

void TestRules::takesNoWorkerForWhatIsOverAtOnce()
{
    SchedulerBench bench(withLimits());
    for (const char *name : {"a", "b", "c"})
        QVERIFY(bench.scheduler.addJob(dateJob(name, nine + 10s)));
    bench.tick(10s);
    QCOMPARE(bench.executor.running.size(), 3);
}

void TestRules::letsTheMostImportantGoFirst()
{
    SchedulerBench bench(withLimits());
    QVERIFY(bench.scheduler.addJob(sleeper("a")));
    QVERIFY(bench.scheduler.addJob(sleeper("b")));
    QVERIFY(bench.scheduler.addJob(sleeper("c")));
    QVERIFY(bench.scheduler.addJob(sleeper("d", {}, 50)));
    bench.tick(10s);
    bench.executor.finish(RunId{1});
    QCOMPARE(runningJobs(bench), (QStringList{u"b"_qs, u"d"_qs}));
}

void TestRules::sharesAQueue()
{
    SchedulerBench bench(withLimits());
    QVERIFY(bench.scheduler.addJob(sleeper("a", u"disk"_qs)));
    QVERIFY(bench.scheduler.addJob(sleeper("b", u"disk"_qs)));
    QVERIFY(bench.scheduler.addJob(sleeper("c")));
    bench.tick(10s);
    QCOMPARE(runningJobs(bench), (QStringList{u"a"_qs, u"c"_qs}));
    bench.executor.finish(RunId{3});
    QCOMPARE(runningJobs(bench), QStringList{u"a"_qs}); // a worker is free, the queue is not
    bench.executor.finish(RunId{1});
    QCOMPARE(runningJobs(bench), QStringList{u"b"_qs});
}

void TestRules::forgetsWhatIsStoppedWhileItWaits()
{
    SchedulerBench bench(withLimits());
    for (const char *name : {"a", "b", "c", "d"})
        QVERIFY(bench.scheduler.addJob(sleeper(name)));
    bench.tick(10s);
    QVERIFY(bench.scheduler.stopRun(RunId{3}));
    bench.executor.finish(RunId{1});
    QCOMPARE(runningJobs(bench), (QStringList{u"b"_qs, u"d"_qs}));
    bench.scheduler.processDue();
    QCOMPARE(bench.history("c"), QStringList{u"Stopped 09:00:10"_qs});
}

void TestRules::keepsAJobWithoutItsExecutor()
{
    SchedulerBench bench;
    Job job = intervalJob("j", nine + 10s, 10s);
    job.executor = u"gpu"_qs;
    QVERIFY(bench.scheduler.addJob(job)); // not asked for yet
    QCOMPARE(bench.scheduler.runNow(id).error().field, u"executor"_qs);
    bench.tick(10s);
    QCOMPARE(bench.history("j"), QStringList{u"Skipped 09:00:10"_qs});
    QCOMPARE(bench.scheduler.run(RunId{1})->facts->hindrance, Hindrance::NoExecutor);
    const auto overview = bench.scheduler.overview(id);
    QCOMPARE(overview->state(), JobState::NeedsFixing);
    QCOMPARE(overview->job.problem, u"No executor is called “gpu”."_qs);
    QCOMPARE(overview->job.executor, u"gpu"_qs);
    bench.clock.advance(1s);
    job.executor = u"default"_qs;
    QCOMPARE(bench.scheduler.changeJob(job)->next, nine + 20s);
}

void TestRules::saysWhoStartedARun()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("j")));
    const RunId run = bench.scheduler.runNow(id, false, {RunCause::Api, u"carillon"_qs}).value();
    QCOMPARE(bench.scheduler.run(run)->cause, RunCause::Api);
    QCOMPARE(bench.scheduler.run(run)->by, u"carillon"_qs);
    const RunId second = bench.scheduler.runNow(id, true).value();
    QCOMPARE(bench.scheduler.run(second)->cause, RunCause::Manual);
    QCOMPARE(bench.scheduler.run(second)->by, QString());
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
