// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/plan.h"
#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// `Queued 09:00:00` or `Missed 09:00:00..09:00:02 x3`, one line each.
QStringList lines(const Plan &plan)
{
    const auto time = [](Instant at) { return toIso(at).mid(11, 8); };
    QStringList result;
    for (const PlannedRun &run : plan.runs) {
        QString line = run.state == RunState::Queued   ? u"Queued "_qs
                       : run.state == RunState::Missed ? u"Missed "_qs
                                                       : u"Skipped "_qs;
        line += time(run.due);
        if (run.dueCount > 1)
            line += u"..%1 x%2"_qs.arg(time(run.lastDue)).arg(run.dueCount);
        if (run.cause == RunCause::CatchUp)
            line += u" late"_qs;
        result.append(line);
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
    void givesAReasonForWhatDoesNotRun();
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
    const Plan decided = plan(job, running, nine + std::chrono::milliseconds(lateMs));
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
    const Plan decided = plan(job, 0, start + std::chrono::milliseconds(afterStartMs));
    QTEST(lines(decided), "runs");
    QTEST(toIso(decided.next.value()).mid(11, 8), "next");
}

void TestPlan::staysBoundedOverAYear()
{
    Job job = intervalJob("j", nine - 1h, 1s);
    job.next = nine;
    const Plan once = plan(job, 0, nine + 24h * 365);
    QCOMPARE(lines(once).size(), 2);
    QCOMPARE(once.runs.at(0).dueCount, countedDueTimes);
    QCOMPARE(once.runs.at(0).lastDue, nine + 24h * 365 - 1s);
    QCOMPARE(once.runs.at(1).due, nine + 24h * 365);

    job.rules.missed = MissedRule::RunAll;
    job.rules.grace.reset();
    const Plan each = plan(job, 0, nine + 24h * 365);
    QCOMPARE(each.runs.size(), mostCatchUpRuns + 1);
    QCOMPARE(each.runs.at(0).state, RunState::Missed);
    QCOMPARE(each.runs.at(1).due, nine + 24h * 365 - 99s);
    QCOMPARE(each.next, nine + 24h * 365 + 1s);
}

void TestPlan::givesAReasonForWhatDoesNotRun()
{
    Job job = intervalJob("j", nine, 1s);
    job.next = nine;
    QCOMPARE(plan(job, 1, nine).runs.at(0).reason, u"The run before it was still going on."_qs);
    QCOMPARE(plan(job, 0, nine + 1500ms).runs.at(0).reason,
             u"Merged into the run that was due last."_qs);
    QCOMPARE(plan(job, 0, nine).runs.at(0).reason, QString());

    Job once = dateJob("d", nine);
    once.next = nine;
    const Plan late = plan(once, 0, nine + 1min);
    QCOMPARE(late.runs.at(0).state, RunState::Missed);
    QCOMPARE(late.runs.at(0).reason, u"Noticed too late: the allowed delay was over."_qs);
    QVERIFY(!late.next);
    // A one-shot job is not lost by an overlap: it waits.
    QCOMPARE(plan(once, 1, nine).runs.at(0).state, RunState::Queued);
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
