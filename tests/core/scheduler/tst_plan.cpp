// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/plan.h"
#include "support/jobbuilder.h"

#include <QJsonDocument>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

QString state(RunState state)
{
    return state == RunState::Queued   ? u"Queued"_qs
           : state == RunState::Missed ? u"Missed"_qs
                                       : u"Skipped"_qs;
}

/// `Queued 09:00:00` or `Missed 09:00:00..09:00:02 x3`, one line each.
QStringList lines(const Plan &plan)
{
    const auto time = [](Instant at) { return toIso(at).mid(11, 8); };
    QStringList result;
    for (const PlannedRun &run : plan.runs) {
        QString line = state(run.state) + u' ' + time(run.due);
        if (run.dueCount > 1)
            line += u"..%1 x%2"_qs.arg(time(run.lastDue)).arg(run.dueCount);
        if (run.cause == RunCause::CatchUp)
            line += u" late"_qs;
        result.append(line);
    }
    return result;
}

/// Run 7 is the oldest of `instances` that go on.
Occupancy busyWith(int instances, int waiting = 0)
{
    Occupancy occupancy{instances, waiting};
    if (instances > 0)
        occupancy.inTheWay = RunId{7};
    return occupancy;
}

/// What each run knows of how it came about: `Missed {"hindrance":"merged"}`.
QStringList facts(const Plan &plan)
{
    QStringList result;
    for (const PlannedRun &run : plan.runs) {
        const QJsonObject known = runFactsToJson(run.facts.value_or(RunFacts()));
        result.append(state(run.state) + u' ' +
                      QString::fromUtf8(QJsonDocument(known).toJson(QJsonDocument::Compact)));
    }
    return result;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void decides_data();
    void decides();
    void countsFromTheJitteredStart_data();
    void countsFromTheJitteredStart();
    void staysBoundedOverAYear();
    void meetsTheOverlapRule_data();
    void meetsTheOverlapRule();
    void saysWhy_data();
    void saysWhy();
    void losesNoOneShot();
};

void TestPlan::decides_data()
{
    QTest::addColumn<int>("running");
    QTest::addColumn<int>("missedRule");
    QTest::addColumn<qint64>("graceSeconds"); // -1: never too late
    QTest::addColumn<qint64>("lateMs");
    QTest::addColumn<QStringList>("runs");
    QTest::addColumn<QString>("next");
    const int once = int(MissedRule::RunOnce);
    const int all = int(MissedRule::RunAll);
    const int skip = int(MissedRule::Skip);
    // An interval of one second, next due at 09:00:00, at most one instance.
    const auto row = [](const char *name, int running, int rule, qint64 grace, qint64 late,
                        QStringList runs, const char *next) {
        QTest::newRow(name) << running << rule << grace << late << runs
                            << QString::fromLatin1(next);
    };
    row("on time", 0, once, 1, 0, {u"Queued 09:00:00"_qs}, "09:00:01");
    row("a little late", 0, once, 1, 900, {u"Queued 09:00:00"_qs}, "09:00:01");
    row("at the limit of the grace", 0, once, 1, 1000,
        {u"Missed 09:00:00"_qs, u"Queued 09:00:01"_qs}, "09:00:02");
    row("four due, the last one runs", 0, once, 1, 3400,
        {u"Missed 09:00:00..09:00:02 x3"_qs, u"Queued 09:00:03"_qs}, "09:00:04");
    row("four due, each runs", 0, all, -1, 3400,
        {u"Queued 09:00:00 late"_qs, u"Queued 09:00:01 late"_qs, u"Queued 09:00:02 late"_qs,
         u"Queued 09:00:03"_qs},
        "09:00:04");
    row("four due, grace covers two", 0, all, 2, 3400,
        {u"Missed 09:00:00..09:00:01 x2"_qs, u"Queued 09:00:02 late"_qs, u"Queued 09:00:03"_qs},
        "09:00:04");
    row("four due, none is made up", 0, skip, -1, 3400,
        {u"Missed 09:00:00..09:00:02 x3"_qs, u"Queued 09:00:03"_qs}, "09:00:04");
    row("still running", 1, once, 1, 0, {u"Skipped 09:00:00"_qs}, "09:00:01");
    row("still running, two due", 1, once, 1, 1100, {u"Missed 09:00:00"_qs, u"Skipped 09:00:01"_qs},
        "09:00:02");
}

void TestPlan::decides()
{
    QFETCH(int, running);
    QFETCH(int, missedRule);
    QFETCH(qint64, graceSeconds);
    QFETCH(qint64, lateMs);
    Job job = intervalJob("j", nine - 1h, 1s);
    job.next = nine;
    job.rules.missed = MissedRule(missedRule);
    job.rules.grace.reset();
    if (graceSeconds >= 0)
        job.rules.grace = std::chrono::seconds(graceSeconds);
    const Plan decided = plan(job, busyWith(running), nine + std::chrono::milliseconds(lateMs));
    QTEST(lines(decided), "runs");
    QTEST(toIso(decided.next.value()).mid(11, 8), "next");
}

void TestPlan::countsFromTheJitteredStart_data()
{
    QTest::addColumn<qint64>("afterStartMs"); // of the run that was due at 09:00:10
    QTest::addColumn<QStringList>("runs");
    QTest::addColumn<QString>("next");
    // Every ten seconds, next due at 09:00:00; each starts up to eight seconds later.
    QTest::newRow("the newest is still held back")
        << qint64(-1) << QStringList{u"Missed 09:00:00"_qs} << u"09:00:10"_qs;
    QTest::newRow("on time") << qint64(0)
                             << QStringList{u"Missed 09:00:00"_qs, u"Queued 09:00:10"_qs}
                             << u"09:00:20"_qs;
    QTest::newRow("within the grace")
        << qint64(1'000) << QStringList{u"Missed 09:00:00"_qs, u"Queued 09:00:10"_qs}
        << u"09:00:20"_qs;
    QTest::newRow("too late") << qint64(1'001) << QStringList{u"Missed 09:00:00..09:00:10 x2"_qs}
                              << u"09:00:20"_qs;
}

void TestPlan::countsFromTheJitteredStart()
{
    QFETCH(qint64, afterStartMs);
    Job job = intervalJob("j", nine - 1h, 10s);
    job.trigger = job.trigger->withJitter(8s);
    job.next = nine;
    const Instant start = startOf(job, nine + 10s);
    QVERIFY(start > nine + 11s); // else the rows would say little
    QVERIFY(startOf(job, nine) + 1s < start);
    const Plan decided = plan(job, {}, start + std::chrono::milliseconds(afterStartMs));
    QTEST(lines(decided), "runs");
    QTEST(toIso(decided.next.value()).mid(11, 8), "next");
}

void TestPlan::staysBoundedOverAYear()
{
    Job job = intervalJob("j", nine - 1h, 1s);
    job.next = nine;
    const Plan once = plan(job, {}, nine + 24h * 365);
    QCOMPARE(lines(once).size(), 2);
    QCOMPARE(once.runs.at(0).dueCount, countedDueTimes);
    QCOMPARE(once.runs.at(0).lastDue, nine + 24h * 365 - 1s);
    QCOMPARE(once.runs.at(1).due, nine + 24h * 365);

    job.rules.missed = MissedRule::RunAll;
    job.rules.grace.reset();
    const Plan each = plan(job, {}, nine + 24h * 365);
    QCOMPARE(each.runs.size(), 101);
    QCOMPARE(each.runs.at(0).state, RunState::Missed);
    QCOMPARE(each.runs.at(1).due, nine + 24h * 365 - 99s);
    QCOMPARE(each.next, nine + 24h * 365 + 1s);
}

void TestPlan::meetsTheOverlapRule_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("maxInstances");
    QTest::addColumn<int>("instances");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<QStringList>("runs");
    // Every second; 09:00:00 to 09:00:02 are due and all made up, at most two may wait.
    const QStringList all{u"Queued 09:00:00 late"_qs, u"Queued 09:00:01"_qs, u"Queued 09:00:02"_qs};
    const QStringList none{u"Skipped 09:00:00"_qs, u"Skipped 09:00:01"_qs, u"Skipped 09:00:02"_qs};
    const int skip = int(OverlapRule::Skip);
    const int queue = int(OverlapRule::Queue);
    const int replace = int(OverlapRule::Replace);
    QTest::newRow("nothing goes on") << skip << 1 << 0 << 0 << all;
    QTest::newRow("skip") << skip << 1 << 1 << 0 << none;
    QTest::newRow("alongside, one free") << skip << 3 << 2 << 0 << all; // a unit is one instance
    QTest::newRow("alongside, none free") << skip << 3 << 3 << 0 << none;
    QTest::newRow("queue, its places are free")
        << queue << 1 << 1 << 0
        << QStringList{u"Queued 09:00:00 late"_qs, u"Queued 09:00:01"_qs, u"Skipped 09:00:02"_qs};
    QTest::newRow("queue, one place is free")
        << queue << 1 << 2 << 1
        << QStringList{u"Queued 09:00:00 late"_qs, u"Skipped 09:00:01"_qs, u"Skipped 09:00:02"_qs};
    QTest::newRow("queue, full") << queue << 1 << 3 << 2 << none;
    QTest::newRow("queue, nothing goes on: it is not asked") << queue << 1 << 0 << 0 << all;
    QTest::newRow("replace") << replace << 1 << 1 << 0 << all;
}

void TestPlan::meetsTheOverlapRule()
{
    QFETCH(int, rule);
    QFETCH(int, instances);
    QFETCH(int, waiting);
    Job job = intervalJob("j", nine - 1h, 1s);
    job.next = nine;
    job.rules.missed = MissedRule::RunAll;
    job.rules.grace.reset();
    job.rules.overlap = OverlapRule(rule);
    job.rules.mostQueued = 2;
    QFETCH(int, maxInstances);
    job.rules.maxInstances = maxInstances;
    QTEST(lines(plan(job, busyWith(instances, waiting), nine + 2s)), "runs");
}

void TestPlan::saysWhy_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<int>("instances");
    QTest::addColumn<qint64>("lateMs");
    QTest::addColumn<QStringList>("expected");
    Rules rules;
    // 2024-05-06T09:00Z is 1714986000.
    QTest::newRow("on time") << rules << 0 << qint64(0) << QStringList{u"Queued {}"_qs};
    QTest::newRow("overlap") << rules << 1 << qint64(0)
                             << QStringList{u"Skipped {\"hindrance\":\"overlap\",\"run\":7}"_qs};
    QTest::newRow("merged") << rules << 0 << qint64(10'500)
                            << QStringList{u"Missed {\"grace\":1,\"hindrance\":\"merged\","
                                           "\"missed\":\"once\",\"noticed\":1714986010500000}"_qs,
                                           u"Queued {}"_qs};
    QTest::newRow("late, and refused")
        <<
        [&] {
            Rules r = rules;
            r.grace = 60s;
            return r;
        }()
        << 1 << qint64(21'500)
        << QStringList{u"Missed {\"grace\":60,\"hindrance\":\"merged\",\"missed\":\"once\","
                       "\"noticed\":1714986021500000}"_qs,
                       u"Skipped {\"grace\":60,\"hindrance\":\"overlap\",\"missed\":\"once\","
                       "\"noticed\":1714986021500000,\"run\":7}"_qs};
    rules.overlap = OverlapRule::Queue;
    rules.mostQueued = 1;
    QTest::newRow("queue full") << rules << 3 << qint64(0)
                                << QStringList{
                                       u"Skipped {\"hindrance\":\"queue_full\",\"run\":7}"_qs};
    rules.missed = MissedRule::RunAll;
    rules.mostCatchUps = 1;
    rules.grace.reset();
    QTest::newRow("too many, and late")
        << rules << 0 << qint64(13'000)
        << QStringList{u"Missed {\"hindrance\":\"too_many\",\"missed\":\"all\","
                       "\"noticed\":1714986013000000}"_qs,
                       u"Queued {\"missed\":\"all\",\"noticed\":1714986013000000}"_qs};
    rules.grace = 2s;
    QTest::newRow("too late") << rules << 0 << qint64(4'000)
                              << QStringList{u"Missed {\"grace\":2,\"hindrance\":\"too_late\","
                                             "\"missed\":\"all\",\"noticed\":1714986004000000}"_qs};
    rules.missed = MissedRule::Skip;
    QTest::newRow("never made up")
        << rules << 0 << qint64(4'000)
        << QStringList{u"Missed {\"grace\":2,\"hindrance\":\"missed_rule\",\"missed\":\"skip\","
                       "\"noticed\":1714986004000000}"_qs};
}

void TestPlan::saysWhy()
{
    QFETCH(Rules, rules);
    QFETCH(int, instances);
    QFETCH(qint64, lateMs);
    Job job = intervalJob("j", nine - 1h, 10s);
    job.next = nine;
    job.rules = rules;
    const int waiting = instances > 1 ? instances - 1 : 0;
    QTEST(facts(plan(job, busyWith(instances, waiting), nine + std::chrono::milliseconds(lateMs))),
          "expected");
}

void TestPlan::losesNoOneShot()
{
    Job once = dateJob("d", nine);
    once.next = nine;
    const Plan late = plan(once, {}, nine + 1min);
    QCOMPARE(late.runs.at(0).state, RunState::Missed);
    QCOMPARE(late.runs.at(0).facts->hindrance, Hindrance::TooLate);
    QVERIFY(!late.next);
    // An overlap makes it wait, however many wait already.
    QCOMPARE(plan(once, busyWith(1), nine).runs.at(0).state, RunState::Queued);
    once.rules.overlap = OverlapRule::Queue;
    once.rules.mostQueued = 1;
    QCOMPARE(plan(once, busyWith(5, 4), nine).runs.at(0).state, RunState::Queued);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
