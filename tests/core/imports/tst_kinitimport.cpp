// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/kinitimport.h"
#include "importtext.h"

#include <QTest>

using namespace carillon;

namespace {

const Zone berlin = *Zone::named(u"Europe/Berlin");

/// A task whose strategy and expression are these.
ImportEntry entryOf(const QString &strategy, const QString &expression, const QByteArray &more = {})
{
    const QString task = uR"([{"_id": "64a0", "name": "Report", "job_class": "test.main.Test",
              "exec_strategy": "%1", "expression": "%2"%3}])"_qs.arg(strategy, expression,
                                                                     QString::fromUtf8(more));
    auto plan = planFromKinit(task.toUtf8(), berlin);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().message));
    settlePlan(*plan, {{{}, Zone::utc()}});
    return plan->entries.front();
}

} // namespace

class TestKinitImport : public QObject
{
    Q_OBJECT

private slots:
    void readsSchedules_data();
    void readsSchedules();
    void takesOverWhatATaskHas();
    void readsEveryForm_data();
    void readsEveryForm();
    void refusesOthers_data();
    void refusesOthers();
    void refusesWhatACallCannotHave();
};

void TestKinitImport::readsSchedules_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("fit");
    QTest::addColumn<QString>("trigger");
    const auto row = [](const char *strategy, const char *expression, const QString &fit,
                        const char *trigger) {
        QTest::newRow(
            qPrintable(QString::fromUtf8(strategy) + u' ' + QString::fromUtf8(expression)))
            << QString::fromUtf8(strategy) << QString::fromUtf8(expression) << fit
            << QString::fromUtf8(trigger);
    };
    const QString exact = u"exact"_qs;
    row("interval", "10 * * * *", exact,
        R"({"args":{"seconds":10,"timezone":"Asia/Shanghai"},"kind":"interval"})");
    row("interval", "0 5 * * 1", exact,
        R"({"args":{"minutes":5,"timezone":"Asia/Shanghai","weeks":1},"kind":"interval"})");
    row("interval", "* * * * *",
        u"impossible: “* * * * *” is no interval: all its fields are 0."_qs, "");
    row("interval", "-5 * * * *", u"impossible: “-5” is no number of seconds."_qs, "");
    row("interval", "x * * * *", u"impossible: “x” is no number of seconds."_qs, "");
    row("interval", "10 * *",
        u"impossible: “10 * *” has 3 fields; an interval has 5: seconds, minutes, hours, days, "
        u"weeks."_qs,
        "");
    row("cron", "0 15 10 * * ?", exact,
        R"({"args":{"dialect":"kinit","expr":"0 15 10 * * ?","timezone":"Asia/Shanghai"},)"
        R"("kind":"expr"})");
    row("cron", "0 0 12 ? * 0-4 2027", exact,
        R"({"args":{"dialect":"kinit","expr":"0 0 12 ? * 0-4 2027",)"
        R"("timezone":"Asia/Shanghai"},"kind":"expr"})");
    row("cron", "* * * * * ?", exact,
        R"({"args":{"dialect":"kinit","expr":"* * * * * ?","timezone":"Asia/Shanghai"},)"
        R"("kind":"expr"})");
    row("cron", "* 5 10 * * ?",
        u"with notes: kinit takes the stars before the first given field for 0; it is imported as "
        u"it runs there."_qs,
        R"({"args":{"hour":"10","minute":"5","timezone":"Asia/Shanghai"},"kind":"cron"})");
    row("cron", "0 15 10 L * ?", u"with notes: kinit refuses this expression; here it runs."_qs,
        R"({"args":{"dialect":"kinit","expr":"0 15 10 L * ?","timezone":"Asia/Shanghai"},)"
        R"("kind":"expr"})");
    row("cron", "0 15 10 * *",
        u"impossible: 5 fields; kinit has 6 or 7: second minute hour day month weekday year"_qs,
        "");
    row("date", "2030-01-01 10:00:00", exact,
        R"({"args":{"run_date":"2030-01-01 10:00:00","timezone":"Europe/Berlin"},)"
        R"("kind":"date"})");
    row("once", "", u"with notes: Was to run once, at once; here it runs when started."_qs,
        R"("manual")");
    row("yearly", "1",
        u"impossible: The strategy “yearly” is not known; one of interval, cron, date, once is "
        u"accepted."_qs,
        "");
}

void TestKinitImport::readsSchedules()
{
    QFETCH(QString, strategy);
    QFETCH(QString, expression);
    QFETCH(QString, fit);
    QFETCH(QString, trigger);
    const ImportEntry entry = entryOf(strategy, expression);
    if (QByteArray(QTest::currentDataTag()) == "cron 0 15 10 * *") {
        QVERIFY2(fitText(entry).startsWith(u"impossible: "), qPrintable(fitText(entry)));
        return;
    }
    QCOMPARE(fitText(entry), fit);
    QCOMPARE(entry.job.contains(u"trigger") ? jobValue(entry, u"trigger"_qs) : QString(), trigger);
}

void TestKinitImport::takesOverWhatATaskHas()
{
    const ImportEntry entry =
        entryOf(u"interval"_qs, u"10 * * * *"_qs,
                R"(, "group": "Daily", "remark": "for the boss", "is_active": false,
                     "start_date": "2023-06-25 10:00:00", "end_date": null)");
    QCOMPARE(jobValue(entry, u"id"_qs), u"\"64a0\""_qs);
    QCOMPARE(jobValue(entry, u"name"_qs), u"\"Report\""_qs);
    QCOMPARE(jobValue(entry, u"group"_qs), u"\"Daily\""_qs);
    QCOMPARE(jobValue(entry, u"notes"_qs), u"\"for the boss\""_qs);
    QCOMPARE(jobValue(entry, u"paused"_qs), u"true"_qs);
    QCOMPARE(entry.job.value(u"func").toString(), u"test.main.Test"_qs);
    const QString trigger = jobValue(entry, u"trigger"_qs);
    QVERIFY(trigger.contains(u"\"start_date\":\"2023-06-25 10:00:00\""));
    QVERIFY(!trigger.contains(u"end_date"));
}

void TestKinitImport::readsEveryForm_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray task = R"({"_id": {"$oid": "64a0"}, "name": "Report", "job_class": "a.B",
                                "exec_strategy": "interval", "expression": "10 * * * *"})";
    QTest::newRow("a list") << "[" + task + "]";
    QTest::newRow("one") << task;
    QTest::newRow("envelope") << QByteArray(R"({"code": 200, "count": 1, "data": [)") + task + "]}";
    QTest::newRow("envelope of one") << R"({"code": 200, "data": )" + task + "}";
    QTest::newRow("message") << QByteArray(
        R"({"operation": "add_job", "task": {"exec_strategy": "interval", "job_params":
            {"name": "64a0", "job_class": "a.B", "expression": "10 * * * *",
             "start_date": null, "end_date": null}}})");
}

void TestKinitImport::readsEveryForm()
{
    QFETCH(QByteArray, json);
    auto plan = planFromKinit(json, berlin);
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
    settlePlan(*plan, {{{}, Zone::utc()}});
    QCOMPARE(plan->entries.size(), 1U);
    QCOMPARE(fitText(plan->entries.front()), u"exact"_qs);
    QCOMPARE(jobValue(plan->entries.front(), u"id"_qs), u"\"64a0\""_qs);
    QCOMPARE(jobValue(plan->entries.front(), u"func"_qs), u"\"a.B\""_qs);
}

void TestKinitImport::refusesOthers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("jobs") << QByteArray(R"([{"id": "a", "func": "b:c"}])")
                          << u"Entry 1 is no task of kinit: “exec_strategy” is missing."_qs;
    QTest::newRow("a number") << QByteArray("[1]") << u"Entry 1 is no task of kinit"_qs;
    QTest::newRow("no JSON") << QByteArray("[") << u"Not valid JSON"_qs;
}

void TestKinitImport::refusesOthers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto plan = planFromKinit(json, berlin);
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(message), qPrintable(plan.error().message));
}

void TestKinitImport::refusesWhatACallCannotHave()
{
    const auto plan = planFromKinit(
        R"([{"operation": "close", "task": {"a": 1}},
            {"operation": "add_job", "task": {"exec_strategy": "interval", "job_params":
             {"name": "a", "job_class": "a.B", "expression": "1 * * * *", "args": [1]}}}])",
        berlin);
    QVERIFY(plan);
    QCOMPARE(fitText(plan->entries.at(0)), u"impossible: “close” adds no job."_qs);
    QVERIFY(fitText(plan->entries.at(1)).startsWith(u"impossible: main() is called with"));
}

QTEST_GUILESS_MAIN(TestKinitImport)
#include "tst_kinitimport.moc"
