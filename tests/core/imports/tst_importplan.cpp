// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/importformat.h"
#include "importtext.h"

#include <QTest>

using namespace carillon;

class TestImportPlan : public QObject
{
    Q_OBJECT

private slots:
    void settlesIds();
    void refusesWhatIsNoJob();
    void counts();
    void guessesFormats_data();
    void guessesFormats();
};

void TestImportPlan::settlesIds()
{
    auto plan = planFromJobs(R"([{"id": "a", "func": "carillon:noop"},
                                 {"id": "a", "func": "carillon:noop"},
                                 {"name": "My Job", "func": "carillon:noop"}])");
    QVERIFY(plan);
    settlePlan(*plan, {{{}, Zone::utc()}});
    QCOMPARE(jobValue(plan->entries.at(0), u"id"_qs), u"\"a\""_qs);
    QCOMPARE(fitText(plan->entries.at(0)), u"exact"_qs);
    QCOMPARE(jobValue(plan->entries.at(1), u"id"_qs), u"\"a-2\""_qs);
    QCOMPARE(fitText(plan->entries.at(1)),
             u"with notes: The ID “a” stands there twice; this one becomes “a-2”."_qs);
    QCOMPARE(jobValue(plan->entries.at(2), u"id"_qs), u"\"my-job\""_qs);
}

void TestImportPlan::refusesWhatIsNoJob()
{
    auto plan = planFromJobs(R"([{"id": "a", "func": "carillon:noop", "hour": 1}, 7])");
    QVERIFY(plan);
    settlePlan(*plan, {{{}, Zone::utc()}});
    QVERIFY2(fitText(plan->entries.at(0)).startsWith(u"impossible: ") &&
                 fitText(plan->entries.at(0)).contains(u"hour"),
             qPrintable(fitText(plan->entries.at(0))));
    QCOMPARE(fitText(plan->entries.at(1)), u"impossible: A job is an object."_qs);
    QCOMPARE(plan->entries.at(1).place, 2);
    QVERIFY(!planFromJobs("{}"));
    QVERIFY(!planFromJobs("[{]"));
}

void TestImportPlan::counts()
{
    ImportPlan plan;
    plan.entries.push_back({1, {}, {{u"id"_qs, u"a"_qs}}});
    plan.entries.push_back({2, {}, {{u"id"_qs, u"a"_qs}}, {u"note"_qs}});
    plan.entries.push_back({3, {}, {}, {u"why"_qs}});
    plan.entries.push_back({4, {}, {}, {u"why"_qs}});
    QCOMPARE(plan.count(ImportFit::Exact), 1);
    QCOMPARE(plan.count(ImportFit::WithNotes), 1);
    QCOMPARE(plan.count(ImportFit::Impossible), 2);
}

void TestImportPlan::guessesFormats_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("format");
    QTest::newRow("crontab") << QByteArray("# mine\n0 9 * * * a\n") << u"crontab"_qs;
    QTest::newRow("empty") << QByteArray() << u"crontab"_qs;
    QTest::newRow("jobs") << QByteArray(R"([{"id": "a", "func": "b:c", "trigger": "cron"}])")
                          << u"jobs"_qs;
    QTest::newRow("no jobs") << QByteArray("[]") << u"jobs"_qs;
    QTest::newRow("broken JSON") << QByteArray("[{") << u"jobs"_qs;
    QTest::newRow("tasks") << QByteArray(R"([{"exec_strategy": "cron"}])") << u"kinit"_qs;
    QTest::newRow("envelope") << QByteArray(R"({"data": [{"exec_strategy": "cron"}]})")
                              << u"kinit"_qs;
    QTest::newRow("message") << QByteArray(R"({"operation": "add_job", "task": {}})")
                             << u"kinit"_qs;
    QTest::newRow("a server's answer")
        << QByteArray(R"([{"id": "a", "func": "b:c", "trigger": "cron", "misfire_grace_time": 1,
                           "next_run_time": "2030-01-01T10:00:00+00:00"}])")
        << u"apscheduler"_qs;
}

void TestImportPlan::guessesFormats()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, format);
    QCOMPARE(importFormatNames().at(int(guessImportFormat(content))), format);
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
