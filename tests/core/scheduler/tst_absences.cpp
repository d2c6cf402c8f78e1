// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/absences.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

} // namespace

class TestAbsences : public QObject
{
    Q_OBJECT

private slots:
    void findsTheOneThatCounts();
    void keepsTheNewest();
    void saysWhyARunIsLate_data();
    void saysWhyARunIsLate();
};

void TestAbsences::findsTheOneThatCounts()
{
    Absences absences;
    QVERIFY(!absences.covering(nine));
    absences.add(Absence::Asleep, nine, nine + 10min);
    absences.add(Absence::Busy, nine + 5min, nine + 10min);
    absences.add(Absence::SchedulerPaused, nine + 8min, nine + 20min);
    absences.add(Absence::Asleep, nine + 1h, nine + 1h); // no length
    QCOMPARE(absences.covering(nine)->kind, Absence::Asleep);
    QCOMPARE(absences.covering(nine + 6min)->kind, Absence::Asleep);
    QCOMPARE(absences.covering(nine + 9min)->kind, Absence::SchedulerPaused);
    QVERIFY(!absences.covering(nine + 20min)); // looked again
    QVERIFY(!absences.covering(nine - 1s));
    QVERIFY(!absences.covering(nine + 1h));
    absences.add(Absence::Asleep, nine, nine + 30min); // goes on
    QCOMPARE(absences.covering(nine + 20min)->until, nine + 30min);
}

void TestAbsences::keepsTheNewest()
{
    Absences absences;
    for (int i = 0; i < 100; ++i)
        absences.add(Absence::Busy, nine + i * 1h, nine + i * 1h + 1min);
    QVERIFY(!absences.covering(nine));
    QVERIFY(absences.covering(nine + 99h));
}

void TestAbsences::saysWhyARunIsLate_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("absence");
    QTest::addColumn<int>("from");  // seconds after nine
    QTest::addColumn<int>("until"); // seconds after nine
    QTest::newRow("asleep") << 0 << int(Absence::Asleep) << 1 << 601;
    QTest::newRow("clock set") << 1 << int(Absence::ClockSet) << 1 << 601;
    QTest::newRow("held up") << 2 << int(Absence::Busy) << 1 << 601;
    QTest::newRow("paused") << 3 << int(Absence::SchedulerPaused) << 1 << 601;
    QTest::newRow("store refused") << 4 << int(Absence::Busy) << 10 << 601;
    QTest::newRow("asleep while paused") << 5 << int(Absence::SchedulerPaused) << 1 << 601;
    QTest::newRow("not running") << 6 << int(Absence::NotRunning) << 1 << 601;
}

void TestAbsences::saysWhyARunIsLate()
{
    QFETCH(int, what);
    SchedulerBench bench;
    Job job = dateJob("d", nine + 10s);
    job.rules.grace = 3600s;
    QVERIFY(bench.scheduler.addJob(job));
    bench.tick(1s);
    std::unique_ptr<Scheduler> second;
    Scheduler *scheduler = &bench.scheduler;
    if (what == 0)
        bench.clock.sleep(600s);
    if (what == 1)
        bench.clock.set(nine + 601s);
    if (what == 2)
        bench.clock.advance(600s);
    if (what == 3 || what == 5)
        QVERIFY(scheduler->pause());
    if (what == 3) {
        for (int i = 0; i < 600; ++i)
            bench.tick(1s);
    }
    if (what == 4) {
        bench.store.fails = true;
        for (int i = 0; i < 600; ++i)
            bench.tick(1s);
        bench.store.fails = false;
    }
    if (what == 5) {
        bench.tick(200s);
        bench.clock.sleep(300s);
        bench.tick(100s);
    }
    if (what == 3 || what == 5)
        QVERIFY(scheduler->resume());
    if (what == 6) {
        bench.clock.advance(600s);
        second = std::make_unique<Scheduler>(bench.clock, bench.store, bench.executor, bench.logs,
                                             Scheduler::Options{bench.folder.path()});
        scheduler = second.get();
        QVERIFY(second->recover() && second->start());
    }
    if (what == 4)
        bench.tick(1s); // the store is left alone for a second
    else
        scheduler->processDue();
    QCOMPARE(bench.executor.requests.size(), 1);
    const Run run = scheduler->run(bench.executor.requests.first().run).value();
    QCOMPARE(run.cause, RunCause::CatchUp);
    QVERIFY(run.facts);
    QTEST(int(run.facts->absence), "absence");
    QFETCH(int, from);
    QFETCH(int, until);
    QCOMPARE(run.facts->absentFrom, nine + from * 1s);
    QVERIFY(*run.facts->absentUntil - (nine + until * 1s) <= 1s);
    QCOMPARE(run.facts->noticed, bench.clock.now());
    QCOMPARE(run.facts->grace, 3600s);
    QCOMPARE(run.facts->missedRule, MissedRule::RunOnce);
}

QTEST_GUILESS_MAIN(TestAbsences)
#include "tst_absences.moc"
