// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/actionchecks.h"
#include "support/schedulerbench.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

Job pythonJob(const char *id, const char *reference = "m:f")
{
    Job job = manualJob(id);
    job.action = PythonAction{QString::fromLatin1(reference)};
    return job;
}

JobEntry entry(const Job &job, bool replaces = true)
{
    return {job, replaces, {}, jobToJson(job)};
}

const Error refusal{ErrorCode::InvalidInput, u"No such function."_qs, u"func"_qs};

auto adding(SchedulerBench &bench)
{
    return [&bench](const Job &job) { return bench.scheduler.addJob(job); };
}

auto changing(SchedulerBench &bench)
{
    return [&bench](const Job &job) { return bench.scheduler.changeJob(job); };
}

} // namespace

/// What a job does is tried out before the job is stored.
class TestActionChecks : public QObject
{
    Q_OBJECT

private slots:
    void storesOnlyWhatCanBeDone();
    void waitsForTheAnswer();
    void isNotLateForWhatTheCheckTook_data();
    void isNotLateForWhatTheCheckTook();
    void asksNothingForAJobThatIsRefusedAnyway();
    void doesNotTryAgainWhatIsUnchanged();
    void triesEntriesOnce();
    void leavesOutWhatStays();
    void namesTheJobAndTheField();
};

void TestActionChecks::storesOnlyWhatCanBeDone()
{
    SchedulerBench bench;
    const auto added = storeChecked(bench.scheduler, pythonJob("a"), adding(bench));
    QVERIFY(added.isFinished() && added.result());
    bench.executor.refusal = refusal;
    const auto refused = storeChecked(bench.scheduler, pythonJob("b"), adding(bench));
    QVERIFY(refused.isFinished());
    QCOMPARE(refused.result().error(), refusal);
    QVERIFY(!bench.scheduler.overview({u"b"_qs}));
    const auto changed = storeChecked(bench.scheduler, pythonJob("a", "m:g"), changing(bench));
    QCOMPARE(changed.result().error(), refusal);
    QCOMPARE(bench.scheduler.overview({u"a"_qs})->job.action, Action(PythonAction{u"m:f"_qs}));
}

void TestActionChecks::waitsForTheAnswer()
{
    SchedulerBench bench;
    bench.executor.holdsChecks = true;
    const auto added = storeChecked(bench.scheduler, pythonJob("a"), adding(bench));
    QVERIFY(!added.isFinished());
    QVERIFY(!bench.scheduler.overview({u"a"_qs}));
    bench.executor.answerChecks();
    QTRY_VERIFY(added.isFinished());
    QVERIFY(bench.scheduler.overview({u"a"_qs}));
}

void TestActionChecks::isNotLateForWhatTheCheckTook_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<QByteArray>("stored");
    // The job comes at 09:00:00 and is tried out for five seconds; it may be one second late.
    const auto row = [](const char *name, const char *due, const char *stored) {
        QTest::newRow(name) << QByteArray(due) << QByteArray(stored);
    };
    row("when it came", "2024-05-06T09:00:00Z", "2024-05-06T09:00:05Z");
    row("just before it came", "2024-05-06T08:59:59Z", "2024-05-06T09:00:05Z");
    row("while it was tried out", "2024-05-06T09:00:03Z", "2024-05-06T09:00:05Z");
    row("later", "2024-05-06T09:00:06Z", "2024-05-06T09:00:06Z");
    row("too late anyway", "2024-05-06T08:59:58Z", "2024-05-06T08:59:58Z");
}

void TestActionChecks::isNotLateForWhatTheCheckTook()
{
    QFETCH(QByteArray, due);
    QFETCH(QByteArray, stored);
    SchedulerBench bench;
    bench.executor.holdsChecks = true;
    Job job = pythonJob("a");
    job.trigger = DateTrigger(utc(due.constData()), Zone::utc());
    job.rules.grace = 1s;
    const auto added = storeChecked(bench.scheduler, job, adding(bench));
    bench.clock.advance(5s);
    bench.executor.answerChecks();
    QTRY_VERIFY(added.isFinished());
    QCOMPARE(added.result()->next, utc(stored.constData()));
}

void TestActionChecks::asksNothingForAJobThatIsRefusedAnyway()
{
    SchedulerBench bench;
    Job nameless = pythonJob("a");
    nameless.name.clear();
    const auto refused = storeChecked(bench.scheduler, nameless, adding(bench));
    QCOMPARE(refused.result().error().field, u"name"_qs);
    QVERIFY(bench.executor.checked.isEmpty());
}

void TestActionChecks::doesNotTryAgainWhatIsUnchanged()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(pythonJob("a")));
    bench.executor.refusal = refusal;
    Job renamed = pythonJob("a");
    renamed.name = u"Other"_qs;
    QVERIFY(storeChecked(bench.scheduler, renamed, changing(bench)).result());
    QVERIFY(bench.executor.checked.isEmpty());
}

void TestActionChecks::triesEntriesOnce()
{
    SchedulerBench bench;
    bench.executor.holdsChecks = true;
    Job elsewhere = pythonJob("d");
    elsewhere.action = PythonAction{u"m:f"_qs, {}, {}, {u"python3.12"_qs, {}}};
    const auto checks = checkActions(bench.scheduler, {entry(pythonJob("a")), entry(pythonJob("b")),
                                                       entry(pythonJob("c", "m:g")),
                                                       entry(elsewhere), entry(manualJob("e"))});
    for (int n = 1; n <= 3; ++n) { // one after the other
        QTRY_COMPARE(bench.executor.checked.size(), n);
        QVERIFY(!checks.isFinished());
        bench.executor.answerChecks();
    }
    QTRY_VERIFY(checks.isFinished());
    QVERIFY(checks.result());
    QCOMPARE(bench.executor.checked,
             (QList<Action>{PythonAction{u"m:f"_qs}, PythonAction{u"m:g"_qs}, elsewhere.action}));
}

void TestActionChecks::leavesOutWhatStays()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(pythonJob("unchanged")));
    QVERIFY(bench.scheduler.addJob(pythonJob("kept")));
    bench.executor.refusal = refusal;
    const auto checks =
        checkActions(bench.scheduler, {entry(pythonJob("unchanged")),
                                       entry(pythonJob("kept", "m:other"), /*replaces=*/false)});
    QVERIFY(checks.result());
    QVERIFY(bench.executor.checked.isEmpty());
}

void TestActionChecks::namesTheJobAndTheField()
{
    SchedulerBench bench;
    bench.executor.refusal = refusal;
    const auto checks =
        checkActions(bench.scheduler, {entry(manualJob("a")), entry(pythonJob("backup"))});
    QCOMPARE(checks.result().error(),
             (Error{ErrorCode::InvalidInput, u"backup, func: No such function."_qs, u"func"_qs}));
}

QTEST_GUILESS_MAIN(TestActionChecks)
#include "tst_actionchecks.moc"
