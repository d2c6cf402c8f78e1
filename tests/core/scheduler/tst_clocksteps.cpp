// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schedulerbench.h"
#include "support/triggers.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

QString shortText(std::optional<Instant> instant)
{
    return instant ? toIso(*instant).left(19) : u"never"_qs;
}

std::vector<Run> allRuns(SchedulerBench &bench)
{
    RunQuery query;
    query.limit = 1'000'000;
    return bench.store.runs().page(query).value();
}

} // namespace

class TestClockSteps : public QObject
{
    Q_OBJECT

private slots:
    void plansAnewWhatWouldWait_data();
    void plansAnewWhatWouldWait();
    void runsAtOnceWhatWasJumpedOver();
    void repeatsDueTimesInANewEpoch();
    void leavesSmallStepsAlone();
    void noticesAtStartThatTheClockWasAhead();
    void recordsTheClockNowAndThen();
    void plansAnewOnceTheStoreAllowsIt();
    void accountsForADayOfRandomSteps_data();
    void accountsForADayOfRandomSteps();
    void keepsHoursThatTheClocksChange_data();
    void keepsHoursThatTheClocksChange();
};

void TestClockSteps::plansAnewWhatWouldWait_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<qint64>("back"); // seconds
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const char *kind, const char *args,
                        std::chrono::seconds back, const char *next) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(args) << qint64(back.count())
                            << QString::fromLatin1(next);
    };
    // Defined at nine o'clock; the clock is set at 09:05:03.
    row("seconds, 90 s", "interval", R"({"seconds": 10, "start_date": "2024-05-06"})", 90s,
        "2024-05-06T09:03:40");
    row("seconds, decades", "interval", R"({"seconds": 10, "start_date": "1990-01-01"})",
        24h * 365 * 30, "1994-05-14T09:05:10");
    row("hourly, 90 s", "cron", R"({"minute": 30})", 90s, "2024-05-06T09:30:00");
    row("hourly, 2 h", "cron", R"({"minute": 30})", 2h, "2024-05-06T07:30:00");
    row("daily, ran today, 2 h", "cron", R"({"hour": 8})", 2h, "2024-05-07T08:00:00");
    row("daily, 30 days", "cron", R"({"hour": 8})", 24h * 30, "2024-04-07T08:00:00");
    row("yearly, a month", "cron", R"({"month": 5, "day": 1})", 24h * 31, "2025-05-01T00:00:00");
    row("yearly, decades", "cron", R"({"month": 5, "day": 1})", 24h * 365 * 50,
        "1975-05-01T00:00:00");
    row("calendar, a week", "calendarinterval", R"({"days": 1, "hour": 8, "start_date":
        "2000-01-01"})",
        24h * 7, "2024-04-30T08:00:00");
    row("date", "date", R"({"run_date": "2024-05-06T10:00"})", 24h * 365, "2024-05-06T10:00:00");
    row("open start, not begun", "interval", R"({"hours": 2})", 24h * 365, "2023-05-07T11:05:03");
    row("open start, begun", "interval", R"({"minutes": 2})", 24h * 365, "2023-05-07T09:07:03");
    row("chosen start", "interval", R"({"hours": 2, "start_date": "2024-05-06T11:00"})", 24h * 365,
        "2024-05-06T11:00:00");
    row("either", "or",
        R"({"triggers": [{"kind": "cron", "args": {"hour": 8}},
                         {"kind": "cron", "args": {"hour": 20}}]})",
        13h, "2024-05-06T08:00:00");
}

void TestClockSteps::plansAnewWhatWouldWait()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QFETCH(qint64, back);
    SchedulerBench bench;
    Job job = manualJob("j");
    job.trigger = readTrigger(kind, args, {nine, Zone::utc()});
    QVERIFY(bench.scheduler.addJob(job));
    for (int i = 0; i < 303; ++i) {
        bench.tick(1s);
        bench.executor.finishAll();
    }
    bench.clock.set(nine + 303s - back * 1s);
    bench.scheduler.processDue();
    QTEST(shortText(bench.scheduler.overview(job.id)->job.next), "next");
    QCOMPARE(bench.scheduler.health().clockEpoch, 1);
    QCOMPARE(bench.scheduler.health().clockSetBy, Duration(-back * 1s));
}

void TestClockSteps::runsAtOnceWhatWasJumpedOver()
{
    SchedulerBench bench;
    Job job = intervalJob("j", nine + 1h, 1h);
    job.rules.grace = 7200s;
    QVERIFY(bench.scheduler.addJob(job));
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 2h)));
    bench.tick(1s);
    bench.clock.set(nine + 3h + 30min);
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Queued 12:00:00"_qs, u"Missed 10:00:00"_qs}));
    QCOMPARE(bench.history("d"), QStringList{u"Missed 11:00:00"_qs});
    for (const Run &run : allRuns(bench)) {
        QCOMPARE(run.facts->absence, Absence::ClockSet);
        QCOMPARE(run.facts->absentFrom, nine + 1s);
        QCOMPARE(run.facts->absentUntil, nine + 3h + 30min);
        QCOMPARE(run.epoch, 0);
    }
}

void TestClockSteps::repeatsDueTimesInANewEpoch()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine, 10s)));
    for (int i = 0; i < 20; ++i) {
        bench.tick(1s);
        bench.executor.finishAll();
    }
    bench.clock.set(nine + 5s);
    for (int i = 0; i < 6; ++i) {
        bench.scheduler.processDue();
        bench.executor.finishAll();
        bench.clock.advance(1s);
    }
    bench.scheduler.processDue();
    QCOMPARE(bench.history("j"), (QStringList{u"Success 09:00:10"_qs, u"Success 09:00:20"_qs,
                                              u"Success 09:00:10"_qs, u"Success 09:00:00"_qs}));
    QCOMPARE(allRuns(bench).front().epoch, 1);
}

void TestClockSteps::leavesSmallStepsAlone()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine + 10s, 10s)));
    bench.tick(15s);
    bench.clock.set(bench.clock.now() - 1s);
    bench.scheduler.processDue();
    QCOMPARE(bench.scheduler.health().clockEpoch, 0);
    QCOMPARE(bench.scheduler.overview(JobId{u"j"_qs})->job.next, nine + 20s);
}

void TestClockSteps::noticesAtStartThatTheClockWasAhead()
{
    SchedulerBench bench;
    bench.clock.set(utc("2098-01-01T00:00Z"));
    bench.scheduler.processDue();
    Job open = manualJob("open");
    open.trigger = readTrigger(u"interval"_qs, R"({"hours": 1})", {bench.clock.now(), Zone::utc()});
    QVERIFY(bench.scheduler.addJob(open));
    Job cron = manualJob("cron");
    cron.trigger = readTrigger(u"cron"_qs, R"({"hour": 12})");
    QVERIFY(bench.scheduler.addJob(cron));
    QCOMPARE(shortText(bench.scheduler.overview(cron.id)->job.next), u"2098-01-01T12:00:00"_qs);
    bench.tick(31s); // as much as is lost by a crash
    bench.clock.set(nine);
    Scheduler next(bench.clock, bench.store, bench.executor, bench.logs, {bench.folder.path()});
    QVERIFY(next.recover() && next.start());
    next.processDue();
    QCOMPARE(next.overview(open.id)->job.next, nine + 1h);
    QCOMPARE(next.overview(cron.id)->job.next, nine + 3h);
    QCOMPARE(next.health().clockEpoch, 1);
    QCOMPARE(bench.store.clockRecord()->epoch, 1);
}

void TestClockSteps::recordsTheClockNowAndThen()
{
    SchedulerBench bench;
    const auto seen = [&bench] { return bench.store.clockRecord()->lastSeen; };
    bench.scheduler.processDue();
    QCOMPARE(seen(), nine);
    bench.tick(29s); // nothing to do
    QCOMPARE(seen(), nine);
    bench.tick(1s);
    QCOMPARE(seen(), nine + 30s);
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    bench.clock.advance(900ms);
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs}));
    QCOMPARE(seen(), nine + 30s); // at most once a second
    bench.clock.advance(100ms);
    bench.executor.finishAll();
    bench.scheduler.processDue(); // with what is written anyway
    QCOMPARE(seen(), nine + 31s);
}

void TestClockSteps::plansAnewOnceTheStoreAllowsIt()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(intervalJob("j", nine, 10s)));
    bench.tick(5s);
    bench.executor.finishAll();
    bench.store.fails = true;
    bench.clock.set(nine - 1h);
    bench.scheduler.processDue();
    bench.tick(2s);
    bench.store.fails = false;
    QVERIFY(bench.scheduler.addJob(manualJob("m")));
    QVERIFY(bench.scheduler.runNow(JobId{u"m"_qs})); // commits without planning anew
    bench.tick(2s);
    QCOMPARE(bench.scheduler.overview(JobId{u"j"_qs})->job.next, nine); // a chosen start stays
    QCOMPARE(bench.store.clockRecord()->epoch, 1);
    QCOMPARE(bench.store.clockRecord()->lastSeen, nine - 1h + 4s);
}

void TestClockSteps::accountsForADayOfRandomSteps_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// A job that is due every 10 s while the clock is set every few minutes: in each epoch its due
/// times stand on record once each, without a gap.
void TestClockSteps::accountsForADayOfRandomSteps()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    SchedulerBench bench;
    Job job = intervalJob("j", utc("2000-01-01T00:00Z"), 10s);
    job.rules.grace = {};
    QVERIFY(bench.scheduler.addJob(job));
    for (int second = 0; second < 24 * 3600; ++second) {
        bench.tick(1s);
        if (random.bounded(2) == 0)
            bench.executor.finishAll();
        if (random.bounded(600) == 0) {
            const int seconds = random.bounded(-7200, 7200);
            bench.clock.set(bench.clock.now() + seconds * 1s);
        }
    }
    bench.executor.finishAll();
    bench.scheduler.processDue();
    std::map<int, std::vector<Run>> epochs;
    for (const Run &run : allRuns(bench))
        epochs[run.epoch].push_back(run);
    QVERIFY(epochs.size() > 20);
    int counted = 0;
    for (auto &[epoch, runs] : epochs) {
        std::sort(runs.begin(), runs.end(),
                  [](const Run &a, const Run &b) { return *a.due < *b.due; });
        Instant expected = *runs.front().due;
        for (const Run &run : runs) {
            QCOMPARE(*run.due, expected);
            expected += run.dueCount * 10s;
            counted += run.dueCount;
        }
    }
    QVERIFY(counted > 8000);
}

void TestClockSteps::keepsHoursThatTheClocksChange_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("daily in the hour that is left out")
        << QByteArray(R"({"hour": 2, "minute": 30, "timezone": "Europe/Berlin"})")
        << u"2024-03-30T12:00Z"_qs << QStringList{u"Success 00:30:00"_qs, u"Success 01:30:00"_qs};
    QTest::newRow("daily in the hour that comes twice")
        << QByteArray(R"({"hour": 2, "minute": 30, "timezone": "Europe/Berlin"})")
        << u"2024-10-26T12:00Z"_qs << QStringList{u"Success 01:30:00"_qs, u"Success 00:30:00"_qs};
}

void TestClockSteps::keepsHoursThatTheClocksChange()
{
    QFETCH(QByteArray, args);
    QFETCH(QString, from);
    SchedulerBench bench;
    bench.clock.set(parseInstant(from, Zone::utc()).value());
    bench.scheduler.processDue();
    Job job = manualJob("j");
    job.trigger = readTrigger(u"cron"_qs, args);
    QVERIFY(bench.scheduler.addJob(job));
    for (int minute = 0; minute < 48 * 60; ++minute) {
        bench.tick(1min);
        bench.executor.finishAll();
    }
    bench.scheduler.processDue();
    QTEST(bench.history("j"), "expected");
}

QTEST_GUILESS_MAIN(TestClockSteps)
#include "tst_clocksteps.moc"
