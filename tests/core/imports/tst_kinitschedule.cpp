// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/kinitschedule.h"
#include "core/jobs/jobjson.h"
#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;

namespace {

std::optional<Trigger> triggerOf(const QJsonValue &written)
{
    const QJsonObject job{
        {u"id"_qs, u"a"_qs}, {u"func"_qs, u"carillon:noop"_qs}, {u"trigger"_qs, written}};
    const auto entry = jobFromJson(job, {{utc("2026-01-01T00:00Z"), Zone::utc()}});
    if (!entry)
        qFatal("%s", qPrintable(entry.error().message));
    return entry->job.trigger;
}

KinitSchedule readBack(const KinitSchedule &schedule)
{
    const auto read = readKinitSchedule(schedule);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return writeKinitSchedule(triggerOf(*read));
}

} // namespace

class TestKinitSchedule : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void takesEveryStarForEveryValue();
    void refuses_data();
    void refuses();
    void saysOtherSchedules_data();
    void saysOtherSchedules();
};

void TestKinitSchedule::readsBackWhatItWrites_data()
{
    QTest::addColumn<KinitSchedule>("schedule");
    const QString zone = kinitZone();
    QTest::newRow("interval") << KinitSchedule{u"interval"_qs, u"10 * * * *"_qs, {}, {}, zone};
    QTest::newRow("all units") << KinitSchedule{u"interval"_qs, u"1 2 3 4 5"_qs,
                                                u"2023-06-25 10:00:00"_qs,
                                                u"2033-06-25 10:00:00"_qs, zone};
    QTest::newRow("cron") << KinitSchedule{u"cron"_qs, u"0 15 10 L * ?"_qs, {}, {}, zone};
    QTest::newRow("cron until") << KinitSchedule{u"cron"_qs,
                                                 u"0 0 12 ? * MON-FRI 2030"_qs,
                                                 {},
                                                 u"2030-02-01 00:00:00"_qs,
                                                 u"Europe/Berlin"_qs};
    QTest::newRow("date") << KinitSchedule{u"date"_qs, u"2030-01-01 10:00:00"_qs, {}, {}, zone};
    QTest::newRow("once") << KinitSchedule{u"once"_qs};
}

void TestKinitSchedule::readsBackWhatItWrites()
{
    QFETCH(KinitSchedule, schedule);
    QVERIFY(readBack(schedule) == schedule);
}

/// kinit runs this at 10:05:00 alone.
void TestKinitSchedule::takesEveryStarForEveryValue()
{
    const auto read = readKinitSchedule({u"cron"_qs, u"* 5 10 * * ?"_qs, {}, {}, u"Etc/UTC"_qs});
    QVERIFY(read);
    QCOMPARE(*triggerOf(*read)->first(utc("2026-01-01T10:05:01Z")), utc("2026-01-01T10:05:01Z"));
}

void TestKinitSchedule::refuses_data()
{
    QTest::addColumn<KinitSchedule>("schedule");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *strategy, const char *expression, const char *message) {
        QTest::addRow("%s %s", strategy, expression)
            << KinitSchedule{QString::fromUtf8(strategy), QString::fromUtf8(expression)}
            << QString::fromUtf8(message);
    };
    row("interval", "10 * *", "Invalid interval expression: “10 * *” has 3 fields");
    row("interval", "* * * * *", "Invalid interval expression: “* * * * *” is no interval");
    row("interval", "-5 * * * *", "Invalid interval expression: “-5” is no number of seconds.");
    row("interval", "99999999999 * * * *", "Invalid interval expression: “99999999999” is no");
    row("cron", "0 15 10 * *", "Invalid cron expression: ");
    row("cron", "0 15 10 * * 7", "Invalid cron expression: ");
    row("date", "tomorrow", "Invalid date string: ");
    row("date", "", "Invalid date string: ");
    row("weekly", "1", "Invalid trigger: the strategy “weekly” is not known");
    row("", "", "Invalid trigger: ");
}

void TestKinitSchedule::refuses()
{
    QFETCH(KinitSchedule, schedule);
    QFETCH(QString, message);
    const auto read = readKinitSchedule(schedule);
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(message), qPrintable(read.error().message));
}

void TestKinitSchedule::saysOtherSchedules_data()
{
    QTest::addColumn<QJsonObject>("trigger");
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("expression");
    QTest::newRow("fields") << QJsonObject{{u"type"_qs, u"cron"_qs},
                                           {u"hour"_qs, 5},
                                           {u"day_of_week"_qs, u"mon-fri"_qs}}
                            << u"cron"_qs << u"0 0 5 * * mon-fri"_qs;
    QTest::newRow("crontab") << QJsonObject{{u"kind"_qs, u"expr"_qs},
                                            {u"args"_qs,
                                             QJsonObject{{u"expr"_qs, u"*/5 * * * *"_qs},
                                                         {u"dialect"_qs, u"crontab"_qs}}}}
                             << u"cron"_qs << u"0 */5 * * * *"_qs;
    QTest::newRow("fraction") << QJsonObject{{u"type"_qs, u"interval"_qs}, {u"seconds"_qs, 1.5}}
                              << u"interval"_qs << u"1.5 * * * *"_qs;
    QTest::newRow("90 minutes") << QJsonObject{{u"type"_qs, u"interval"_qs}, {u"minutes"_qs, 90}}
                                << u"interval"_qs << u"* 30 1 * *"_qs;
}

void TestKinitSchedule::saysOtherSchedules()
{
    QFETCH(QJsonObject, trigger);
    QFETCH(QString, strategy);
    QFETCH(QString, expression);
    const KinitSchedule written = writeKinitSchedule(triggerOf(trigger));
    QCOMPARE(written.strategy, strategy);
    QCOMPARE(written.expression, expression);
}

QTEST_GUILESS_MAIN(TestKinitSchedule)
#include "tst_kinitschedule.moc"
