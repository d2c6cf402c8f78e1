// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/apschedulerimport.h"
#include "core/time/zone.h"
#include "importtext.h"

#include <QTest>

using namespace carillon;

class TestApschedulerImport : public QObject
{
    Q_OBJECT

private slots:
    void readsJobs_data();
    void readsJobs();
    void takesOverWhatAJobHas();
    void refusesOthers();
};

void TestApschedulerImport::readsJobs_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("fit");
    QTest::addColumn<QString>("trigger");
    const QString exact = u"exact"_qs;
    QTest::newRow("interval")
        << QByteArray(R"("trigger": "interval", "minutes": 10,
             "start_date": "2026-11-20T10:28:49.990207+00:00",
             "next_run_time": "2026-11-20T10:28:49.990207+00:00")")
        << exact
        << uR"({"args":{"minutes":10,"start_date":"2026-11-20T10:28:49.990207+00:00"},"kind":"interval"})"_qs;
    QTest::newRow("interval below a second")
        << QByteArray(R"("trigger": "interval", "start_date": "2026-11-20T10:28:49+00:00",
                         "next_run_time": "2026-11-20T10:28:49+00:00")")
        << u"impossible: The server does not tell how long the interval is: it is shorter than a "
           u"second."_qs
        << QString();
    QTest::newRow("cron in our zone")
        << QByteArray(R"("trigger": "cron", "hour": "5", "minute": "30", "day_of_week": "mon-fri",
                         "next_run_time": "2026-11-23T05:30:00+08:00")")
        << exact
        << uR"({"args":{"day_of_week":"mon-fri","hour":"5","minute":"30","timezone":"Asia/Shanghai"},"kind":"cron"})"_qs;
    QTest::newRow("cron elsewhere")
        << QByteArray(R"("trigger": "cron", "hour": "5",
                         "next_run_time": "2026-11-23T05:00:00+01:00")")
        << u"with notes: The server tells the offset +01:00, but not the time zone: the job "
           u"follows no clock changes."_qs
        << uR"({"args":{"hour":"5","timezone":"+01:00"},"kind":"cron"})"_qs;
    QTest::newRow("paused cron")
        << QByteArray(R"("trigger": "cron", "hour": "5", "next_run_time": null)")
        << u"with notes: Has no next time, so it was paused or finished; it is imported paused. | "
           u"The server does not tell the time zone; it is read in Asia/Shanghai."_qs
        << uR"({"args":{"hour":"5","timezone":"Asia/Shanghai"},"kind":"cron"})"_qs;
    QTest::newRow("date")
        << QByteArray(R"("trigger": "date", "run_date": "2030-01-01T10:00:00+00:00",
                         "next_run_time": "2030-01-01T10:00:00+00:00")")
        << exact << uR"({"args":{"run_date":"2030-01-01T10:00:00+00:00"},"kind":"date"})"_qs;
    QTest::newRow("another trigger")
        << QByteArray(R"("trigger": "or[cron[hour='1'], cron[hour='2']]",
                         "next_run_time": "2030-01-01T10:00:00+00:00")")
        << u"impossible: The server tells the trigger only as text: or[cron[hour='1'], "
           u"cron[hour='2']]."_qs
        << QString();
    QTest::newRow("added in code")
        << QByteArray(R"("trigger": "interval", "minutes": 1, "func": null)")
        << u"impossible: The server does not tell its function: it was added in code."_qs
        << QString();
}

void TestApschedulerImport::readsJobs()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, fit);
    QFETCH(QString, trigger);
    const QByteArray job = R"([{"args": [], "func": "m:echo", "id": "a", "kwargs": {}, "name": "a",
                                "max_instances": 1, "misfire_grace_time": 1, )" +
                           rest + "}]";
    const Zone shanghai = *Zone::named(u"Asia/Shanghai");
    auto plan = planFromApscheduler(job, shanghai);
    QVERIFY(plan);
    settlePlan(*plan, {{{}, shanghai}});
    const ImportEntry &entry = plan->entries.front();
    QCOMPARE(fitText(entry), fit);
    QCOMPARE(entry.job.contains(u"trigger") ? jobValue(entry, u"trigger"_qs) : QString(), trigger);
}

void TestApschedulerImport::takesOverWhatAJobHas()
{
    auto plan = planFromApscheduler(
        R"([{"args": [1, "x"], "func": "m:echo", "id": "a/b", "kwargs": {"k": null},
             "name": "Ä", "max_instances": 3, "misfire_grace_time": null, "trigger": "interval",
             "hours": 1, "start_date": "2026-11-20T10:00:00+00:00", "next_run_time": null}])",
        Zone::utc());
    QVERIFY(plan);
    settlePlan(*plan, {{{}, Zone::utc()}});
    const auto read = jobFromJson(plan->entries.front().job, {{{}, Zone::utc()}});
    QVERIFY(read);
    QCOMPARE(read->job.id.text, u"a/b"_qs);
    QCOMPARE(read->job.name, u"Ä"_qs);
    QCOMPARE(read->job.rules.maxInstances, 3);
    QVERIFY(!read->job.rules.grace);
    QVERIFY(read->job.paused);
}

void TestApschedulerImport::refusesOthers()
{
    QVERIFY(!planFromApscheduler("{\"error_message\": \"no\"}", Zone::utc()));
    QVERIFY(!planFromApscheduler("<html>", Zone::utc()));
}

QTEST_GUILESS_MAIN(TestApschedulerImport)
#include "tst_apschedulerimport.moc"
