// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");
using Bench = SchedulerBench;

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private slots:
    void firesOnTheGridAndRecordsIt();
    void startsLaterByJitterAndKeepsTheGrid();
    void skipsWhileTheRunBeforeGoesOn();
    void recordsBeforeItStarts();
    void startsNothingItCannotRecord();
    void keepsTheEndOfARunWhileTheStoreFails();
    void finishesAOneShot();
    void waitsWithAOneShotUntilItsTurn();
    void pausesAndResumesAJob();
    void pausesAsAWhole();
    void runsByHand();
    void stopsRuns();
    void interruptsWhatADeadEngineLeft();
    void passesOverADueTimeAlreadyOnRecord();
    void refusesBadJobs_data();
    void refusesBadJobs();
    void keepsItsPlaceWhenOnlyTheNameChanges();
    void keepsAProblemUntilTheDefinitionChanges();
    void takesAnUnreadableJobBack();
    void importsUnchangedEntriesWithoutMovingThem();
    void keepsOutput();
};

void TestScheduler::firesOnTheGridAndRecordsIt()
{
    Bench bench;
    const auto job = bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s));
    QVERIFY(job);
    QCOMPARE(job->next, nine + 10s);
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 10s);
    bench.tick(9s);
    QVERIFY(bench.executor.requests.isEmpty());
    bench.tick(1s);
    QCOMPARE(bench.executor.requests.size(), 1);
    QCOMPARE(bench.executor.requests.at(0).due, nine + 10s);
    bench.clock.advance(2s);
    bench.executor.finishAll();
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 12s); // at once: the end is not recorded yet
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Success 09:00:10"_qs});
    const Run run = bench.scheduler.run(bench.executor.requests.at(0).run).value();
    QCOMPARE(run.started, nine + 10s);
    QCOMPARE(run.ended, nine + 12s);
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 20s);
    bench.scheduler.processDue(); // twice is harmless
    QCOMPARE(bench.executor.requests.size(), 1);
}

void TestScheduler::startsLaterByJitterAndKeepsTheGrid()
{
    Bench bench;
    Job job = intervalJob("j", nine, 10s, nine + 10min);
    job.trigger = job.trigger->withJitter(1min); // much longer than the step
    QVERIFY(bench.scheduler.addJob(job));
    while (const auto wakeUp = bench.scheduler.nextWakeUp()) {
        bench.tick(*wakeUp - bench.clock.now());
        bench.executor.finishAll();
    }
    QCOMPARE(bench.executor.requests.size(), 61); // each due time once
    Instant due = nine;
    for (const RunRequest &request : bench.executor.requests) {
        QCOMPARE(request.due, due);
        QCOMPARE(bench.scheduler.run(request.run)->started, startOf(job, due));
        due += 10s;
    }
}

void TestScheduler::skipsWhileTheRunBeforeGoesOn()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 1s)));
    bench.tick(1s);
    bench.tick(1s);
    bench.tick(600ms);
    bench.executor.finishAll();
    bench.tick(400ms);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"),
             (QStringList{u"Success 09:00:03"_qs, u"Skipped 09:00:02"_qs, u"Success 09:00:01"_qs}));
}

void TestScheduler::recordsBeforeItStarts()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 1s)));
    QStringList atStart;
    Run seen;
    connect(&bench.executor, &Executor::started, &bench.executor, [&](RunId id) {
        seen = bench.store.runs().find(id).value();
        atStart = bench.history("j");
    });
    bench.tick(1s);
    QCOMPARE(atStart, QStringList{u"Queued 09:00:01"_qs});
    QCOMPARE(bench.store.jobs().find(JobId{u"j"_qs})->next, nine + 2s);
}

void TestScheduler::startsNothingItCannotRecord()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 10s)));
    QSignalSpy faults(&bench.scheduler, &Scheduler::faultChanged);
    bench.store.fails = true;
    bench.tick(1s);
    QVERIFY(bench.executor.requests.isEmpty());
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.at(0).at(0).toString(), u"No space left."_qs);
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 2s);
    bench.store.fails = false;
    bench.tick(1s); // still within the grace
    QCOMPARE(bench.executor.requests.size(), 1);
    QCOMPARE(bench.executor.requests.at(0).due, nine + 1s);
    QCOMPARE(faults.at(1).at(0).toString(), QString());
}

void TestScheduler::keepsTheEndOfARunWhileTheStoreFails()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 10s)));
    bench.tick(1s);
    bench.store.fails = true;
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Queued 09:00:01"_qs});
    bench.store.fails = false;
    bench.tick(1s);
    QCOMPARE(bench.history("j"), QStringList{u"Success 09:00:01"_qs});
}

void TestScheduler::finishesAOneShot()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 5s)));
    bench.tick(5s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    const auto overview = bench.scheduler.overview(JobId{u"d"_qs});
    QCOMPARE(overview->state(), JobState::Finished);
    QCOMPARE(overview->last->state, RunState::Success);
    QVERIFY(!bench.scheduler.nextWakeUp());
}

void TestScheduler::waitsWithAOneShotUntilItsTurn()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 5s)));
    QVERIFY(bench.scheduler.runNow(JobId{u"d"_qs}));
    bench.tick(5s);
    QCOMPARE(bench.executor.requests.size(), 1);
    QCOMPARE(bench.scheduler.overview(JobId{u"d"_qs})->queued, 1);
    bench.executor.finishAll();
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(bench.executor.requests.at(1).due, nine + 5s);
}

void TestScheduler::pausesAndResumesAJob()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s)));
    QVERIFY(!bench.scheduler.pauseJob(JobId{u"j"_qs})->next);
    bench.tick(25s);
    QCOMPARE(bench.history("j"), QStringList());
    QCOMPARE(bench.scheduler.overview(JobId{u"j"_qs})->state(), JobState::Paused);
    QCOMPARE(bench.scheduler.resumeJob(JobId{u"j"_qs})->next, nine + 30s);
    bench.tick(5s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), QStringList{u"Success 09:00:30"_qs});
}

void TestScheduler::pausesAsAWhole()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 1s)));
    QVERIFY(bench.scheduler.pause());
    QVERIFY(!bench.scheduler.nextWakeUp());
    bench.tick(4s);
    QCOMPARE(bench.history("j"), QStringList());
    QVERIFY(bench.scheduler.resume());
    bench.scheduler.processDue();
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Success 09:00:04"_qs, u"Missed 09:00:01"_qs}));
    QCOMPARE(bench.scheduler.nextWakeUp(), nine + 5s);
}

void TestScheduler::runsByHand()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    const JobId id{u"m"_qs};
    const auto first = bench.scheduler.runNow(id);
    QVERIFY(first);
    const auto second = bench.scheduler.runNow(id);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::NotAllowed);
    QCOMPARE(second.error().message, u"Already running since 09:00."_qs);
    QVERIFY(bench.scheduler.runNow(id, true));
    QCOMPARE(bench.scheduler.overview(id)->running, 2);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("m"), (QStringList{u"Success manual"_qs, u"Success manual"_qs}));
    QCOMPARE(bench.scheduler.run(*first)->cause, RunCause::Manual);
    QCOMPARE(bench.scheduler.runNow(JobId{u"none"_qs}).error().code, ErrorCode::NotFound);
}

void TestScheduler::stopsRuns()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    const RunId run = bench.scheduler.runNow(JobId{u"m"_qs}).value();
    QVERIFY(bench.scheduler.stopJob(JobId{u"m"_qs}));
    QCOMPARE(bench.executor.cancelled, QList<RunId>{run});
    bench.executor.finish(run, RunState::Stopped);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("m"), QStringList{u"Stopped manual"_qs});
    QCOMPARE(bench.scheduler.stopRun(run).error().code, ErrorCode::NotFound);
}

void TestScheduler::interruptsWhatADeadEngineLeft()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 10s)));
    bench.tick(1s);
    bench.clock.advance(1min);
    Scheduler next(bench.clock, bench.store, bench.executor, bench.logs, {bench.folder.path()});
    QVERIFY(next.recover());
    QVERIFY(next.start());
    QCOMPARE(bench.history("j"), QStringList{u"Interrupted 09:00:01"_qs});
    QCOMPARE(next.overview(JobId{u"j"_qs})->last->state, RunState::Interrupted);
    next.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Queued 09:01:01"_qs, u"Missed 09:00:11"_qs,
                                              u"Interrupted 09:00:01"_qs}));
}

void TestScheduler::passesOverADueTimeAlreadyOnRecord()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("a", nine + 1s, 1s)));
    QVERIFY(bench.scheduler.addJob(intervalJob("b", nine + 1s, 1s)));
    bench.tick(1s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    // The clock goes back and "a" is planned anew, into a second that it has run already.
    bench.clock.set(nine);
    QVERIFY(bench.scheduler.pauseJob(JobId{u"a"_qs}));
    QCOMPARE(bench.scheduler.resumeJob(JobId{u"a"_qs})->next, nine + 1s);
    bench.tick(2s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("a").first(), u"Success 09:00:01"_qs);
    QCOMPARE(bench.history("b"), (QStringList{u"Success 09:00:02"_qs, u"Success 09:00:01"_qs}));
    bench.tick(1s);
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.history("a").first(), u"Success 09:00:03"_qs);
}

void TestScheduler::refusesBadJobs_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    Job job = manualJob("taken");
    QTest::newRow("id taken") << job << u"id"_qs
                              << u"A job with ID “taken” already exists — try “taken-2”."_qs;
    job = manualJob("new");
    job.name.clear();
    QTest::newRow("no name") << job << u"name"_qs << u"A job needs a name."_qs;
    job = manualJob("new");
    job.action = ScriptAction{u"/no/such/script.py"_qs, {}, {}};
    QTest::newRow("no script") << job << u"args"_qs
                               << u"Script not found: “/no/such/script.py”."_qs;
    job = manualJob("new");
    job.rules.maxInstances = 0;
    QTest::newRow("no instance") << job << u"max_instances"_qs
                                 << u"“max_instances” must be a whole number from 1 to 1000."_qs;
    job = manualJob("a\nb");
    QTest::newRow("control character in the id")
        << job << u"id"_qs << u"An ID must not contain control characters."_qs;
}

void TestScheduler::refusesBadJobs()
{
    QFETCH(Job, job);
    Bench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("taken")));
    const auto added = bench.scheduler.addJob(job);
    QVERIFY(!added);
    QTEST(added.error().field, "field");
    QTEST(added.error().message, "message");
    QCOMPARE(bench.scheduler.overviews().size(), 1U);
}

void TestScheduler::keepsItsPlaceWhenOnlyTheNameChanges()
{
    Bench bench;
    Job job = bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s)).value();
    bench.clock.advance(3s);
    job.name = u"renamed"_qs;
    QCOMPARE(bench.scheduler.changeJob(job)->next, nine + 10s);
    job.trigger = IntervalTrigger::create(nine, 1min).value();
    QCOMPARE(bench.scheduler.changeJob(job)->next, nine + 1min);
    QCOMPARE(bench.scheduler.overview(job.id)->job.created, nine);
}

void TestScheduler::keepsAProblemUntilTheDefinitionChanges()
{
    Bench bench;
    Job job = intervalJob("j", nine + 10s, 10s);
    job.problem = u"Unknown trigger."_qs;
    QVERIFY(!bench.scheduler.addJob(job)->next);
    QCOMPARE(bench.scheduler.runNow(job.id).error().message, u"Unknown trigger."_qs);
    // Not NotAllowed: running it alongside would help nobody.
    QCOMPARE(bench.scheduler.runNow(job.id).error().code, ErrorCode::InvalidInput);
    QVERIFY(bench.scheduler.pauseJob(job.id));
    QCOMPARE(bench.scheduler.resumeJob(job.id)->problem, u"Unknown trigger."_qs);
    QCOMPARE(bench.scheduler.overview(job.id)->state(), JobState::NeedsFixing);
    QCOMPARE(bench.scheduler.changeJob(job)->next, nine + 10s);
    QCOMPARE(bench.scheduler.overview(job.id)->state(), JobState::Scheduled);
}

void TestScheduler::takesAnUnreadableJobBack()
{
    Bench bench;
    Job broken = intervalJob("j", nine + 10s, 10s);
    broken.trigger.reset();
    broken.problem = u"Unknown trigger."_qs;
    broken.rawDefinition = QByteArray("{");
    QVERIFY(bench.scheduler.addJob(broken));
    QVERIFY(bench.scheduler.removeJob(broken.id));
    QCOMPARE(*bench.scheduler.addJob(broken)->rawDefinition, QByteArray("{"));
    QCOMPARE(bench.scheduler.overview(broken.id)->state(), JobState::NeedsFixing);

    Job repaired = broken;
    repaired.trigger = IntervalTrigger::create(nine, 1min).value();
    QVERIFY(!bench.scheduler.changeJob(repaired)->rawDefinition);
    QCOMPARE(bench.scheduler.overview(broken.id)->state(), JobState::Scheduled);
    // The repair undone.
    QCOMPARE(bench.scheduler.changeJob(broken)->problem, u"Unknown trigger."_qs);
    QCOMPARE(bench.scheduler.overview(broken.id)->state(), JobState::NeedsFixing);
}

void TestScheduler::importsUnchangedEntriesWithoutMovingThem()
{
    Bench bench;
    const auto import = [&bench](int seconds) {
        const JobContext context{{bench.clock.now(), Zone::utc()}};
        const QJsonObject object{{u"id"_qs, u"i"_qs},
                                 {u"func"_qs, u"carillon:noop"_qs},
                                 {u"trigger"_qs, u"interval"_qs},
                                 {u"seconds"_qs, seconds},
                                 {u"replace_existing"_qs, true}};
        return bench.scheduler.importJobs({jobFromJson(object, context).value()}, context).value();
    };
    const JobId id{u"i"_qs};
    QCOMPARE(import(60).added, 1);
    QCOMPARE(bench.scheduler.overview(id)->job.next, nine + 60s);
    QVERIFY(bench.scheduler.pauseJob(id));
    bench.clock.advance(30s);
    QCOMPARE(import(60).kept, 1); // the pause stays
    QVERIFY(bench.scheduler.overview(id)->job.paused);
    QVERIFY(bench.scheduler.resumeJob(id));
    bench.clock.advance(10s);
    QCOMPARE(import(60).kept, 1);
    QCOMPARE(bench.scheduler.overview(id)->job.next, nine + 60s);
    QCOMPARE(import(90).replaced, 1);
    QCOMPARE(bench.scheduler.overview(id)->job.next, nine + 40s + 90s);
    bench.clock.advance(10s);
    QCOMPARE(import(90).kept, 1);
}

void TestScheduler::keepsOutput()
{
    Bench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    const RunId run = bench.scheduler.runNow(JobId{u"m"_qs}).value();
    bench.executor.write(run, "first\n");
    QCOMPARE(bench.scheduler.log(run, 0, 1000)->bytes, QByteArray("first\n"));
    QVERIFY(!bench.scheduler.log(run, 0, 1000)->complete);
    bench.executor.write(run, "second\n");
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.scheduler.log(run, 6, 1000)->bytes, QByteArray("second\n"));
    QVERIFY(bench.scheduler.log(run, 0, 1000)->complete);
    QCOMPARE(bench.scheduler.run(run)->outputSize, 13);
    QCOMPARE(bench.scheduler.run(run)->tail, QByteArray("first\nsecond\n"));
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
