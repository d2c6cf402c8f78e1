// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/explain.h"
#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

Run dueRun(RunState state)
{
    Run run;
    run.id = RunId{7};
    run.job = JobId{u"j"_qs};
    run.jobName = u"Backup"_qs;
    run.state = state;
    run.due = nine;
    run.facts.emplace();
    return run;
}

Run sleptThrough()
{
    Run run = dueRun(RunState::Missed);
    run.facts = RunFacts{.hindrance = Hindrance::MissedRule,
                         .absence = Absence::Asleep,
                         .absentFrom = nine - 8min,
                         .absentUntil = nine + 41min,
                         .noticed = nine + 41min + 7s,
                         .missedRule = MissedRule::Skip,
                         .grace = 60s};
    return run;
}

Run overlapped()
{
    Run run = dueRun(RunState::Skipped);
    run.facts->hindrance = Hindrance::Overlap;
    run.facts->other = RunId{6};
    return run;
}

Run caughtUp()
{
    Run run = sleptThrough();
    run.state = RunState::Success;
    run.facts->hindrance = Hindrance::None;
    run.facts->absence = Absence::NotRunning;
    run.facts->missedRule = MissedRule::RunOnce;
    run.facts->grace = 3600s;
    run.started = nine + 41min + 20s;
    run.ended = nine + 44min;
    run.outcome.exitCode = 0;
    return run;
}

Run timedOut()
{
    Run run = dueRun(RunState::TimedOut);
    run.facts.reset();
    run.started = nine;
    run.ended = nine + 10min;
    run.outcome.signal = 15;
    run.outcome.processesEnded = 3;
    run.outcome.processesForced = 1;
    return run;
}

Run retried()
{
    Run run = dueRun(RunState::Failed);
    run.cause = RunCause::Retry;
    run.source = RunId{5};
    run.attempt = 2;
    run.notBefore = nine + 30s;
    run.started = nine + 30s;
    run.ended = nine + 31s;
    run.outcome.exitCode = 2;
    run.outcome.reason = u"The program ended with exit code 2."_qs;
    return run;
}

Run manyMissed()
{
    Run run = dueRun(RunState::Missed);
    run.dueCount = 4;
    run.lastDue = nine + 3h;
    run.facts->hindrance = Hindrance::Merged;
    return run;
}

Run byHand()
{
    Run run = dueRun(RunState::Running);
    run.due = {};
    run.cause = RunCause::Api;
    run.by = u"carillon"_qs;
    run.started = nine + 5s;
    return run;
}

} // namespace

class TestExplain : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheWay_data();
    void tellsTheWay();
    void hasTheTimesAsData();
};

void TestExplain::tellsTheWay_data()
{
    QTest::addColumn<Run>("run");
    QTest::addColumn<QString>("expected");
    QTest::newRow("slept through")
        << sleptThrough()
        << u"09:00:00 due → 08:52–09:41 computer asleep → noticed 09:41:07 (41 min late) → "
           u"grace 1 min → rule \"skip\" → recorded as Missed"_qs;
    QTest::newRow("made up")
        << caughtUp()
        << u"09:00:00 due → 08:52–09:41 Carillon not running → noticed 09:41:07 (41 min late) → "
           u"grace 1 h 00 min → rule \"run once\" → waited 13 s for its turn → started 09:41:20 → "
           u"ended 09:44:00 after 2 min → exit code 0 → recorded as Success"_qs;
    QTest::newRow("overlap")
        << overlapped() << u"09:00:00 due → Run 6 was still going on. → recorded as Skipped"_qs;
    QTest::newRow("time-out")
        << timedOut()
        << u"09:00:00 due → started 09:00:00 → ended 09:10:00 after 10 min → time-out 10 min → "
           u"signal 15 → 3 processes ended, 1 of them by force → recorded as Timed out"_qs;
    QTest::newRow("retry")
        << retried()
        << u"attempt 2 after run 5 of “Backup” → 09:00:00 due → not before 09:00:30 → "
           u"started 09:00:30 → ended 09:00:31 after 1 s → exit code 2 → "
           u"The program ended with exit code 2. → recorded as Failed"_qs;
    QTest::newRow("many")
        << manyMissed()
        << u"09:00:00 to 12:00:00 due, 4 times → Merged into the run that was due last. → "
           u"recorded as Missed"_qs;
    QTest::newRow("over the API")
        << byHand() << u"started over the API by carillon → started 09:00:05 → still going on"_qs;
}

void TestExplain::tellsTheWay()
{
    QFETCH(Run, run);
    Job job = intervalJob("j", nine, 1h);
    job.rules.timeout = 600s;
    Run first = dueRun(RunState::Failed);
    first.id = RunId{5};
    QStringList texts;
    for (const ExplainedFact &fact : explain(run, &job, {first}, Zone::utc()))
        texts.append(fact.text);
    QTEST(texts.join(u" → "), "expected");
}

void TestExplain::hasTheTimesAsData()
{
    const auto facts = explain(sleptThrough(), nullptr, {}, Zone::utc());
    QCOMPARE(facts.size(), 6U);
    QCOMPARE(facts[0], (ExplainedFact{FactKind::Due, nine, {}, u"09:00:00 due"_qs}));
    QCOMPARE(facts[1].kind, FactKind::Absence);
    QCOMPARE(facts[1].at, nine - 8min);
    QCOMPARE(facts[1].until, nine + 41min);
    QCOMPARE(facts[2].at, nine + 41min + 7s);
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
