// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// What a listener heard: codes, and jobs or aliases.
class Heard
{
public:
    explicit Heard(SchedulerBench &bench, std::uint32_t mask = allEvents)
        : Heard(bench.scheduler, mask)
    {
    }
    explicit Heard(Scheduler &scheduler, std::uint32_t mask = allEvents)
    {
        scheduler.events().addListener(
            [this](const SchedulerEvent &event) { events.push_back(event); }, mask);
    }
    QStringList texts() const
    {
        QStringList result;
        for (const SchedulerEvent &event : events)
            result.append(
                (QString::number(quint32(event.code)) + u' ' + event.job.text + event.alias)
                    .trimmed());
        return result;
    }

    std::vector<SchedulerEvent> events;
};

} // namespace

class TestSchedulerEvents : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheNumbersOfTheContract();
    void tellsARunInOrder();
    void tellsAManualRun();
    void tellsWhatDidNotRun();
    void tellsChangesOfJobs();
    void tellsChangesOfState();
    void tellsWhatComesAtTheStart();
    void tellsWhatGoesAtTheEnd();
    void tellsWhatGoesByForce();
    void hearsWhatItsMaskSays();
    void survivesAListenerThatThrows();
};

void TestSchedulerEvents::keepsTheNumbersOfTheContract()
{
    QCOMPARE(quint32(EventCode::JobStoreRemoved), 128U);
    QCOMPARE(quint32(EventCode::JobMaxInstances), 65536U);
    // Doubled, the last of ours is one more than the sum of all.
    QCOMPARE(2 * quint32(EventCode::JobMaxInstances) - 1, contractEvents);
    QCOMPARE(2 * quint32(EventCode::RunSkipped) - 1, allEvents);
}

void TestSchedulerEvents::tellsARunInOrder()
{
    SchedulerBench bench;
    Scheduler scheduler(bench.clock, bench.store, bench.executor, bench.logs,
                        {.workspace = bench.folder.path(), .keepFinished = false});
    std::vector<SchedulerEvent> events;
    QVERIFY(scheduler.start());
    QVERIFY(scheduler.addJob(dateJob("d", nine + 1s)));
    scheduler.events().addListener([&](const SchedulerEvent &event) { events.push_back(event); });
    bench.clock.advance(1s);
    scheduler.processDue();
    bench.clock.advance(2s);
    bench.executor.finishAll();
    scheduler.processDue();
    QCOMPARE(events.size(), 4U);
    QCOMPARE(events[0].code, EventCode::JobSubmitted);
    QCOMPARE(events[0].scheduledRunTimes, QList<Instant>{nine + 1s});
    QCOMPARE(events[1].code, EventCode::RunStarted);
    QCOMPARE(events[2].code, EventCode::JobExecuted);
    QCOMPARE(events[2].scheduledRunTime, nine + 1s);
    QCOMPARE(events[2].duration, Duration(2s));
    QCOMPARE(events[2].cause, RunCause::Schedule);
    QCOMPARE(events[2].jobStore, u"default"_qs);
    QCOMPARE(events[2].run, bench.executor.requests.first().run);
    QCOMPARE(events[3].code, EventCode::JobRemoved);
    QCOMPARE(events[3].job.text, u"d"_qs);
}

void TestSchedulerEvents::tellsAManualRun()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    const Heard heard(bench);
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    bench.executor.finish(bench.executor.running.first(), RunState::Failed);
    bench.scheduler.processDue();
    QCOMPARE(heard.texts(), (QStringList{u"32768 m"_qs, u"131072 m"_qs, u"8192 m"_qs}));
    QCOMPARE(heard.events[0].scheduledRunTimes, QList<Instant>());
    QCOMPARE(heard.events[2].cause, RunCause::Manual);
    QVERIFY(!heard.events[2].scheduledRunTime);
}

void TestSchedulerEvents::tellsWhatDidNotRun()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 1s)));
    bench.tick(1s);
    const Heard heard(bench);
    bench.tick(1s); // the one before it goes on
    bench.executor.finishAll();
    bench.tick(4s); // three are merged into the last one
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 10s)));
    QVERIFY(bench.scheduler.pauseJob(JobId{u"j"_qs}));
    bench.tick(1min);
    QCOMPARE(heard.texts(),
             (QStringList{u"65536 j"_qs, u"4096 j"_qs, u"262144 j"_qs, u"32768 j"_qs,
                          u"131072 j"_qs, u"4096 j"_qs, u"512 d"_qs, u"2048 j"_qs, u"16384 d"_qs}));
    QCOMPARE(heard.events[2].dueCount, 3);
    QCOMPARE(heard.events[2].scheduledRunTimes, (QList<Instant>{nine + 3s, nine + 5s}));
}

void TestSchedulerEvents::tellsChangesOfJobs()
{
    SchedulerBench bench;
    const Heard heard(bench);
    Job job = bench.scheduler.addJob(manualJob("m")).value();
    job.name = u"new"_qs;
    QVERIFY(bench.scheduler.changeJob(job));
    QVERIFY(bench.scheduler.pauseJob(job.id));
    QVERIFY(bench.scheduler.resumeJob(job.id));
    QVERIFY(bench.scheduler.removeJob(job.id));
    QVERIFY(!bench.scheduler.removeJob(job.id));
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    QVERIFY(bench.scheduler.removeAllJobs());
    QCOMPARE(heard.texts(), (QStringList{u"512 m"_qs, u"2048 m"_qs, u"2048 m"_qs, u"2048 m"_qs,
                                         u"1024 m"_qs, u"512 m"_qs, u"256"_qs}));
}

void TestSchedulerEvents::tellsChangesOfState()
{
    SchedulerBench bench;
    const Heard heard(bench);
    QVERIFY(bench.scheduler.pause());
    QVERIFY(bench.scheduler.pause());
    QVERIFY(bench.scheduler.resume());
    QVERIFY(bench.scheduler.resume());
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.start());
    QCOMPARE(heard.texts(), (QStringList{u"4"_qs, u"8"_qs, u"2"_qs, u"1"_qs}));
}

/// Executors before stores before the jobs that pend, and all of them before the scheduler; once.
void TestSchedulerEvents::tellsWhatComesAtTheStart()
{
    SchedulerBench bench;
    Scheduler scheduler(bench.clock, bench.store, bench.executor, bench.logs,
                        {.executors = {{u"default"_qs, {1}}, {u"batch"_qs, {2}}}});
    const Heard heard(scheduler);
    QVERIFY(scheduler.addJob(manualJob("m")));
    QVERIFY(scheduler.start());
    QCOMPARE(heard.texts(), (QStringList{u"16 batch"_qs, u"16 default"_qs, u"64 default"_qs,
                                         u"512 m"_qs, u"1"_qs}));
    QVERIFY(heard.events[0].job.text.isEmpty());
    QVERIFY(scheduler.stop().result());
    QVERIFY(scheduler.start());
    QCOMPARE(heard.texts().mid(5), (QStringList{u"2"_qs, u"1"_qs}));
}

/// After what still runs has ended, and before those who wait for it go.
void TestSchedulerEvents::tellsWhatGoesAtTheEnd()
{
    SchedulerBench bench({.executors = {{u"default"_qs, {1}}, {u"batch"_qs, {2}}}});
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    const Heard heard(bench);
    qsizetype heardBefore = -1;
    connect(&bench.scheduler, &Scheduler::runsEnded, this,
            [&] { heardBefore = qsizetype(heard.events.size()); });
    bench.scheduler.end();
    bench.scheduler.processDue();
    QCOMPARE(heard.texts(), QStringList());
    bench.executor.finish(bench.executor.running.first(), RunState::Stopped);
    bench.scheduler.processDue();
    const QStringList expected{u"8192 m"_qs, u"32 batch"_qs, u"32 default"_qs, u"128 default"_qs,
                               u"2"_qs};
    QCOMPARE(heard.texts(), expected);
    QCOMPARE(heardBefore, expected.size());
    bench.scheduler.shutDown();
    QCOMPARE(heard.texts(), expected);
}

void TestSchedulerEvents::tellsWhatGoesByForce()
{
    SchedulerBench bench({.executors = {{u"default"_qs, {1}}}});
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    QVERIFY(bench.scheduler.stop(false).result());
    const Heard heard(bench);
    bench.scheduler.shutDown();
    // That it was shut down has been said.
    QCOMPARE(heard.texts(), (QStringList{u"8192 m"_qs, u"32 default"_qs, u"128 default"_qs}));

    Scheduler neverStarted(bench.clock, bench.store, bench.executor, bench.logs, {});
    const Heard silence(neverStarted);
    neverStarted.shutDown();
    QCOMPARE(silence.texts(), QStringList());
}

void TestSchedulerEvents::hearsWhatItsMaskSays()
{
    SchedulerBench bench;
    const Heard heard(bench, 512 + 1024);
    int others = 0;
    const int number =
        bench.scheduler.events().addListener([&others](const SchedulerEvent &) { ++others; }, 2048);
    const JobId id = bench.scheduler.addJob(manualJob("m")).value().id;
    QVERIFY(bench.scheduler.pauseJob(id));
    QVERIFY(bench.scheduler.events().wants(EventCode::JobModified));
    bench.scheduler.events().removeListener(number);
    QVERIFY(!bench.scheduler.events().wants(EventCode::JobModified));
    QVERIFY(bench.scheduler.resumeJob(id));
    QVERIFY(bench.scheduler.removeJob(id));
    QCOMPARE(others, 1);
    QCOMPARE(heard.texts(), (QStringList{u"512 m"_qs, u"1024 m"_qs}));
}

void TestSchedulerEvents::survivesAListenerThatThrows()
{
    SchedulerBench bench;
    bench.scheduler.events().addListener(
        [](const SchedulerEvent &) { throw std::runtime_error("broken"); });
    bench.scheduler.events().addListener([](const SchedulerEvent &) { throw 42; });
    const Heard heard(bench);
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 1s, 1s)));
    bench.tick(1s);
    bench.executor.finishAll();
    bench.tick(1s);
    QCOMPARE(bench.executor.requests.size(), 2);
    QCOMPARE(heard.events.size(), 6U);
}

QTEST_GUILESS_MAIN(TestSchedulerEvents)
#include "tst_schedulerevents.moc"
