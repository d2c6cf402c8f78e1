// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestTriggerJson : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void refusesCalendarIntervals_data();
    void refusesCalendarIntervals() { refuses(); }
    void writesWhatItReads_data();
    void writesWhatItReads();
    void fillsInFromTheContext();
    void knowsItsArguments();
};

namespace {

TriggerContext context()
{
    return {*parseInstant(u"2026-11-20T10:00:00Z", {}), *Zone::named(u"Asia/Shanghai")};
}

void addRefusalColumns()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
}

void addRefusal(const char *kind, const char *args, const char *field, const QString &message)
{
    QTest::newRow(args) << QString::fromLatin1(kind) << QByteArray(args)
                        << QString::fromLatin1(field) << message;
}

} // namespace

void TestTriggerJson::refuses_data()
{
    addRefusalColumns();
    const auto add = addRefusal;
    add("crom", "{}", "trigger",
        u"unknown kind of trigger 'crom'; accepted: date, interval, cron, expr, crontab, "
        u"calendarinterval, or, "
        u"and, except"_qs);
    add("interval", R"({"minutez": 5})", "minutez",
        u"unknown argument 'minutez'; accepted: weeks, days, hours, minutes, seconds, start_date, "
        u"start_open, end_date, timezone, jitter"_qs);
    add("date", R"({"jitter": 5})", "jitter",
        u"unknown argument 'jitter'; accepted: run_date, timezone"_qs);
    add("date", R"({"run_date": "2024-13-01"})", "run_date",
        u"run_date: '2024-13-01' does not exist: month must be in 1..12"_qs);
    add("date", R"({"run_date": 5})", "run_date", u"run_date: text is expected here"_qs);
    add("interval", R"({"start_date": "tomorrow"})", "start_date",
        u"start_date: 'tomorrow' is not a date; 2024-03-10 or 2024-03-10T02:30:00.5+01:00 is "
        u"accepted"_qs);
    add("interval", R"({"seconds": "5"})", "seconds",
        u"seconds: not a number; 0 or more is accepted"_qs);
    add("interval", R"({"hours": null})", "hours",
        u"hours: not a number; 0 or more is accepted"_qs);
    add("interval", R"({"days": true})", "days", u"days: not a number; 0 or more is accepted"_qs);
    add("interval", R"({"minutes": -1})", "minutes",
        u"minutes: negative; 0 or more is accepted"_qs);
    add("interval", R"({"days": 999999999, "seconds": 1})", "seconds",
        u"seconds: too long; up to 999999999 days in all are accepted"_qs);
    add("interval", R"({"days": 999999999})", "start_date",
        u"start_date: left out, so the first time would come after the year 9999; a date is "
        u"accepted"_qs);
    add("cron", R"({"minute": 5.5})", "minute",
        u"minute: a whole number or text is expected here"_qs);
    add("cron", R"({"minute": true})", "minute", u"minute: text is expected here"_qs);
    add("cron", R"({"minute": 60})", "minute",
        u"minute, column 1: '60' is out of range; 0-59 is accepted"_qs);
    add("cron", R"({"timezone": "Mars/Olympus"})", "timezone",
        u"timezone: 'Mars/Olympus' is not a time zone known here; a name such as Europe/Berlin or "
        u"an offset such as +08:00 is accepted"_qs);
    add("cron", R"({"dst_gap": "jump"})", "dst_gap",
        u"dst_gap: 'jump' is not known here; shift, skip accepted"_qs);
    add("cron", R"({"dst_overlap": 1})", "dst_overlap", u"dst_overlap: text is expected here"_qs);
}

void TestTriggerJson::refusesCalendarIntervals_data()
{
    addRefusalColumns();
    const auto add = [](const char *args, const char *field, const QString &message) {
        addRefusal("calendarinterval", args, field, message);
    };
    add("{}", "days",
        u"calendarinterval: the interval is empty; at least one of years, months, weeks, days is "
        u"accepted"_qs);
    add(R"({"months": 1.5})", "months", u"months: not a whole number; 0-119988 is accepted"_qs);
    add(R"({"days": "1"})", "days", u"days: not a whole number; 0-3652058 is accepted"_qs);
    add(R"({"weeks": true})", "weeks", u"weeks: not a whole number; 0-521722 is accepted"_qs);
    add(R"({"years": -1})", "years", u"years: '-1' is out of range; 0-9999 is accepted"_qs);
    add(R"({"days": 1, "hour": 24})", "hour", u"hour: '24' is out of range; 0-23 is accepted"_qs);
    add(R"({"days": 1, "start_date": "20240101"})", "start_date",
        u"start_date: '20240101' is not a date; 2024-03-10 is accepted"_qs);
    add(R"({"days": 1, "start_date": "2024-01-01T00:00"})", "start_date",
        u"start_date: '2024-01-01T00:00' is not a date; 2024-03-10 is accepted"_qs);
    add(R"({"days": 1, "end_date": "2024-02-30"})", "end_date",
        u"end_date: '2024-02-30' does not exist: day must be in 1..29"_qs);
    add(R"({"days": 1, "start_date": "2024-01-02", "end_date": "2024-01-01"})", "end_date",
        u"end_date: it lies before start_date"_qs);
    add(R"({"days": 1, "jitter": -1})", "jitter",
        u"jitter: not a number from 0 to 31622400; seconds are accepted"_qs);
    add(R"({"days": 1, "jitter": "5"})", "jitter",
        u"jitter: not a number from 0 to 31622400; seconds are accepted"_qs);
}

void TestTriggerJson::refuses()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    const auto trigger = triggerFromJson(kind, jsonObject(args), context());
    QVERIFY(!trigger);
    QTEST(trigger.error().message, "message");
    QTEST(trigger.error().field, "field");
    QCOMPARE(trigger.error().code, ErrorCode::InvalidInput);
}

void TestTriggerJson::writesWhatItReads_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QByteArray>("written");
    const auto add = [](const char *name, const char *kind, const char *args, const char *written) {
        QTest::newRow(name) << QString::fromLatin1(kind) << QByteArray(args) << QByteArray(written);
    };
    add("date in a zone", "date", R"({"run_date": "2030-01-01", "timezone": "Europe/Berlin"})",
        R"({"run_date": "2030-01-01T00:00:00+01:00", "timezone": "Europe/Berlin"})");
    add("date keeps its own offset", "date",
        R"({"run_date": "2030-01-01T00:00:00-03:00", "timezone": "Europe/Berlin"})",
        R"({"run_date": "2030-01-01T00:00:00-03:00", "timezone": "-03:00"})");
    add("date of the second pass", "date",
        R"({"run_date": "2024-11-03T01:30-05:00", "timezone": "America/New_York"})",
        R"({"run_date": "2024-11-03T01:30:00-05:00", "timezone": "America/New_York"})");
    add("offset with seconds", "date",
        R"({"run_date": "1850-01-01", "timezone": "America/New_York"})",
        R"({"run_date": "1850-01-01T00:00:00", "timezone": "America/New_York"})");
    add("interval in fewest units", "interval",
        R"({"seconds": 90000.25, "start_date": "2030-01-01T00:00:00Z", "timezone": "UTC"})",
        R"({"days": 1, "hours": 1, "seconds": 0.25, "start_date": "2030-01-01T00:00:00+00:00",
            "timezone": "UTC"})");
    add("interval of nothing", "interval", R"({"start_date": "2030-01-01", "timezone": "UTC"})",
        R"({"seconds": 1, "start_date": "2030-01-01T00:00:00+00:00", "timezone": "UTC"})");
    add("cron", "cron",
        R"({"hour": 9, "minute": " 5, 010", "day": null, "end_date": "2030-06-01",
            "dst_gap": "skip", "dst_overlap": "both", "timezone": "Europe/Berlin"})",
        R"({"hour": "9", "minute": "5,10", "end_date": "2030-06-01T00:00:00+02:00",
            "dst_gap": "skip", "dst_overlap": "both", "timezone": "Europe/Berlin"})");
    add("jitter", "cron", R"({"hour": "9", "jitter": 2.5, "timezone": "UTC"})",
        R"({"hour": "9", "jitter": 2.5, "timezone": "UTC"})");
    add("calendar interval", "calendarinterval",
        R"({"months": 1, "weeks": null, "days": 0, "minute": 30, "end_date": "2027-01-01",
            "dst_gap": "skip", "jitter": 60, "timezone": null})",
        R"({"months": 1, "minute": 30, "start_date": "2026-11-20", "end_date": "2027-01-01",
            "dst_gap": "skip", "jitter": 60, "timezone": "Asia/Shanghai"})");
    add("cron of nothing", "cron", R"({"timezone": "UTC"})", R"({"timezone": "UTC"})");
}

void TestTriggerJson::writesWhatItReads()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, args);
    QFETCH(QByteArray, written);
    const auto trigger = triggerFromJson(kind, jsonObject(args), context());
    QVERIFY2(trigger, trigger ? "" : qPrintable(trigger.error().message));
    QCOMPARE(triggerKind(*trigger), kind);
    QCOMPARE(toJsonText(triggerArgs(*trigger)), toJsonText(jsonObject(written)));
    const auto again = triggerFromJson(kind, triggerArgs(*trigger), {earliestInstant});
    QVERIFY(again);
    QVERIFY(*again == *trigger);
}

void TestTriggerJson::fillsInFromTheContext()
{
    const auto interval = triggerFromJson(u"interval"_qs, {{u"minutes"_qs, 5}}, context());
    QVERIFY(interval);
    QCOMPARE(toIso(*interval->initial(context().now), interval->zoneAt({})),
             u"2026-11-20T18:05:00+08:00"_qs);
    const auto date = triggerFromJson(u"date"_qs, {}, context());
    QVERIFY(date);
    QCOMPARE(date->initial(context().now), context().now);
    QCOMPARE(date->zoneAt({}).id(), u"Asia/Shanghai"_qs);
    const auto cron = triggerFromJson(u"cron"_qs, {{u"hour"_qs, 9}}, context());
    QVERIFY(cron);
    QCOMPARE(toIso(*cron->initial(context().now), cron->zoneAt({})),
             u"2026-11-21T09:00:00+08:00"_qs);
}

void TestTriggerJson::knowsItsArguments()
{
    QCOMPARE(triggerKinds(),
             (QStringList{u"date"_qs, u"interval"_qs, u"cron"_qs, u"expr"_qs, u"crontab"_qs,
                          u"calendarinterval"_qs, u"or"_qs, u"and"_qs, u"except"_qs}));
    QCOMPARE(triggerArguments(u"date"_qs), (QStringList{u"run_date"_qs, u"timezone"_qs}));
    QCOMPARE(triggerArguments(u"nothing"_qs), QStringList());
}

QTEST_GUILESS_MAIN(TestTriggerJson)
#include "tst_triggerjson.moc"
