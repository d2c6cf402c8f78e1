// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/scheduleargument.h"

#include "core/triggers/scheduletext.h"
#include "support/jobbuilder.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ctl;
using namespace std::chrono_literals;

class TestScheduleArgument : public QObject
{
    Q_OBJECT

private slots:
    void readsLengths_data();
    void readsLengths();
    void readsSchedules_data();
    void readsSchedules();
    void tellsOtherReadings();
    void refuses_data();
    void refuses();
};

void TestScheduleArgument::readsLengths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("seconds"); // 0: no length
    QTest::newRow("seconds") << u"90s"_qs << 90.0;
    QTest::newRow("blank") << u"90 s"_qs << 90.0;
    QTest::newRow("every") << u"every 5 min"_qs << 300.0;
    QTest::newRow("capitals") << u"Every 5 Minutes"_qs << 300.0;
    QTest::newRow("several") << u"1h 30m"_qs << 5400.0;
    QTest::newRow("together") << u"1h30m"_qs << 5400.0;
    QTest::newRow("fraction") << u"0.5s"_qs << 0.5;
    QTest::newRow("days") << u"2 days"_qs << 172'800.0;
    QTest::newRow("weeks") << u"1w"_qs << 604'800.0;
    QTest::newRow("no unit") << u"90"_qs << 0.0;
    QTest::newRow("unknown unit") << u"3 fortnights"_qs << 0.0;
    QTest::newRow("nothing") << u"0s"_qs << 0.0;
    QTest::newRow("negative") << u"-5s"_qs << 0.0;
    QTest::newRow("something behind") << u"5s!"_qs << 0.0;
    QTest::newRow("too long") << u"99999999 weeks"_qs << 0.0;
    QTest::newRow("empty") << QString() << 0.0;
}

void TestScheduleArgument::readsLengths()
{
    QFETCH(QString, text);
    QFETCH(double, seconds);
    const auto length = readLength(text);
    QCOMPARE(length.has_value(), seconds > 0);
    if (length)
        QCOMPARE(std::chrono::duration<double>(*length).count(), seconds);
}

void TestScheduleArgument::readsSchedules_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("readAs");
    QTest::addColumn<QString>("words");
    QTest::newRow("crontab") << u"30 8 * * 1-5"_qs << QString() << u"crontab"_qs
                             << u"Monday to Friday at 08:30"_qs;
    QTest::newRow("alias") << u"@daily"_qs << QString() << u"crontab"_qs
                           << u"Every day at 00:00"_qs;
    QTest::newRow("said to be another")
        << u"30 8 * * 1-5"_qs << u"apscheduler-crontab"_qs << u"apscheduler-crontab"_qs
        << u"Tuesday to Saturday at 08:30"_qs;
    QTest::newRow("length") << u"every 5 min"_qs << QString() << QString() << u"Every 5 minutes"_qs;
    QTest::newRow("date") << u"2030-01-01 10:00"_qs << QString() << QString()
                          << u"Once, on 2030-01-01 at 10:00"_qs;
    QTest::newRow("JSON") << uR"({"kind": "cron", "args": {"hour": 9, "minute": 0}})"_qs
                          << QString() << QString() << u"Every day at 09:00"_qs;
    QTest::newRow("JSON as in a job") << uR"({"trigger": "interval", "minutes": 5})"_qs << QString()
                                      << QString() << u"Every 5 minutes"_qs;
}

void TestScheduleArgument::readsSchedules()
{
    QFETCH(QString, text);
    QFETCH(QString, dialect);
    QFETCH(QString, readAs);
    QFETCH(QString, words);
    const auto read = readSchedule(text, dialect, Zone::utc(), utc("2026-12-01T12:00Z"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->dialect, readAs);
    QCOMPARE(scheduleText(read->trigger, QLocale(QLocale::English), Zone::utc()), words);
}

void TestScheduleArgument::tellsOtherReadings()
{
    const auto read = readSchedule(u"30 8 * * 1-5"_qs, {}, Zone::utc(), utc("2026-12-01T12:00Z"));
    QVERIFY(read);
    QCOMPARE(read->alsoRead, QStringList{u"apscheduler-crontab"_qs});
    const auto plain = readSchedule(u"30 8 * * *"_qs, {}, Zone::utc(), utc("2026-12-01T12:00Z"));
    QVERIFY(plain);
    QCOMPARE(plain->alsoRead, QStringList());
}

void TestScheduleArgument::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("message");
    QTest::newRow("out of range") << u"61 * * * *"_qs << QString() << u"'61' is out of range"_qs;
    QTest::newRow("six fields") << u"0 61 * * * *"_qs << QString() << u"'61' is out of range"_qs;
    QTest::newRow("words") << u"tomorrow"_qs << QString() << u"a length like “every 5 min”"_qs;
    QTest::newRow("in a dialect") << u"* * * * *"_qs << u"quartz"_qs << u"6 or 7"_qs;
    QTest::newRow("JSON") << u"{\"kind\": \"corn\"}"_qs << QString() << u"corn"_qs;
}

void TestScheduleArgument::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, dialect);
    QFETCH(QString, message);
    const auto read = readSchedule(text, dialect, Zone::utc(), utc("2026-12-01T12:00Z"));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(message), qPrintable(read.error().message));
}

QTEST_GUILESS_MAIN(TestScheduleArgument)
#include "tst_scheduleargument.moc"
