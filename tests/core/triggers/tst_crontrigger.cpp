// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "core/triggers/crontrigger.h"
#include "support/cputimer.h"

#include <QTest>

using namespace carillon;

class TestCronTrigger : public QObject
{
    Q_OBJECT

private slots:
    void firesAcrossClockChanges_data();
    void firesAcrossClockChanges();
    void keepsToItsLimits();
    void answersNeverAtOnce_data();
    void answersNeverAtOnce();
    void comparesByValue();
};

namespace {

struct Fields
{
    const char *month = nullptr;
    const char *day = nullptr;
    const char *hour = nullptr;
    const char *minute = nullptr;
    const char *year = nullptr;
    const char *week = nullptr;
};

CronFields fields(const Fields &given)
{
    CronTexts texts;
    const auto set = [&](CronField field, const char *text) {
        if (text)
            texts[std::size_t(field)] = QString::fromLatin1(text);
    };
    set(CronField::Year, given.year);
    set(CronField::Month, given.month);
    set(CronField::Day, given.day);
    set(CronField::Week, given.week);
    set(CronField::Hour, given.hour);
    set(CronField::Minute, given.minute);
    return CronFields(*readCronFields(texts));
}

Instant utc(const QString &text)
{
    return *parseInstant(text, Zone::utc());
}

} // namespace

void TestCronTrigger::firesAcrossClockChanges_data()
{
    QTest::addColumn<Fields>("given");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *name, const Fields &given, const QString &zone,
                        const QString &from, const QStringList &expected,
                        DstGap gap = DstGap::Shift, DstOverlap overlap = DstOverlap::Auto) {
        QTest::newRow(name) << given << zone << int(gap) << int(overlap) << from << expected;
    };
    const QString newYork = u"America/New_York"_qs;
    const QString spring = u"2024-03-10T00:00-05:00"_qs;
    const QString autumn = u"2024-11-03T00:00-04:00"_qs;
    const Fields halfPastTwo{.hour = "2", .minute = "30"};
    add("gap is shifted", halfPastTwo, newYork, spring,
        {u"2024-03-10T03:30:00-04:00"_qs, u"2024-03-11T02:30:00-04:00"_qs});
    add("gap is skipped", halfPastTwo, newYork, spring,
        {u"2024-03-11T02:30:00-04:00"_qs, u"2024-03-12T02:30:00-04:00"_qs}, DstGap::Skip);
    add("shifted onto another time", {.hour = "2,3", .minute = "30"}, newYork, spring,
        {u"2024-03-10T03:30:00-04:00"_qs, u"2024-03-11T02:30:00-04:00"_qs});
    const Fields halfPastOne{.hour = "1", .minute = "30"};
    add("daily in the overlap", halfPastOne, newYork, autumn,
        {u"2024-11-03T01:30:00-04:00"_qs, u"2024-11-04T01:30:00-05:00"_qs});
    add("both passes", halfPastOne, newYork, autumn,
        {u"2024-11-03T01:30:00-04:00"_qs, u"2024-11-03T01:30:00-05:00"_qs}, DstGap::Shift,
        DstOverlap::Both);
    add("hourly in the overlap", {.minute = "30"}, newYork, u"2024-11-03T01:00-04:00"_qs,
        {u"2024-11-03T01:30:00-04:00"_qs, u"2024-11-03T01:30:00-05:00"_qs});
    add("hourly, first pass only", {.minute = "30"}, newYork, u"2024-11-03T01:00-04:00"_qs,
        {u"2024-11-03T01:30:00-04:00"_qs, u"2024-11-03T02:30:00-05:00"_qs}, DstGap::Shift,
        DstOverlap::First);
    add("half-hour gap", {.hour = "2", .minute = "15"}, u"Australia/Lord_Howe"_qs,
        u"2024-10-06T00:00+10:30"_qs,
        {u"2024-10-06T02:45:00+11:00"_qs, u"2024-10-07T02:15:00+11:00"_qs});
    add("shifted after a later wall clock", {.hour = "0,23", .minute = "10,45"},
        u"Asia/Pyongyang"_qs, u"2018-05-04T23:15+08:30"_qs,
        {u"2018-05-05T00:10:00+09:00"_qs, u"2018-05-05T00:15:00+09:00"_qs,
         u"2018-05-05T00:45:00+09:00"_qs});
    add("no midnight", {.hour = "0"}, u"America/Sao_Paulo"_qs, u"2018-11-03T12:00-03:00"_qs,
        {u"2018-11-04T01:00:00-02:00"_qs, u"2018-11-05T00:00:00-02:00"_qs});
    add("a day left out", {.hour = "9"}, u"Pacific/Apia"_qs, u"2011-12-29T00:00-10:00"_qs,
        {u"2011-12-29T09:00:00-10:00"_qs, u"2011-12-31T09:00:00+14:00"_qs,
         u"2012-01-01T09:00:00+14:00"_qs});
}

void TestCronTrigger::firesAcrossClockChanges()
{
    QFETCH(Fields, given);
    QFETCH(QString, zone);
    QFETCH(int, gap);
    QFETCH(int, overlap);
    QFETCH(QString, from);
    QFETCH(QStringList, expected);
    const CronTrigger trigger(fields(given), *Zone::named(zone),
                              {.gap = DstGap(gap), .overlap = DstOverlap(overlap)});
    auto next = trigger.first(utc(from));
    for (const QString &time : expected) {
        QVERIFY(next);
        QCOMPARE(toIso(*next, trigger.zone()), time);
        next = trigger.first(*next + Duration(1));
    }
}

void TestCronTrigger::keepsToItsLimits()
{
    const CronTrigger trigger(
        fields({.hour = "9"}), Zone::utc(),
        {.start = utc(u"2024-01-02T09:00:00.000001"_qs), .end = utc(u"2024-01-04T09:00"_qs)});
    QCOMPARE(trigger.first(Instant::min()), utc(u"2024-01-03T09:00"_qs));
    QCOMPARE(trigger.first(utc(u"2024-01-03T09:00:00.000001"_qs)), utc(u"2024-01-04T09:00"_qs));
    QCOMPARE(trigger.first(utc(u"2024-01-04T09:00:00.000001"_qs)), std::nullopt);
    QCOMPARE(trigger.first(Instant::max()), std::nullopt);
}

void TestCronTrigger::answersNeverAtOnce_data()
{
    QTest::addColumn<Fields>("given");
    QTest::newRow("30 February") << Fields{.month = "feb", .day = "30"};
    QTest::newRow("30 February, most years")
        << Fields{.month = "feb", .day = "30", .year = "1970-9998"};
    QTest::newRow("week 53 in June") << Fields{.month = "jun", .year = "1970-9998", .week = "53"};
    QTest::newRow("a year gone by") << Fields{.minute = "*", .year = "1999"};
}

void TestCronTrigger::answersNeverAtOnce()
{
    QFETCH(Fields, given);
    const CronTrigger trigger(fields(given), *Zone::named(u"America/New_York"));
    const CpuTimer timer;
    QCOMPARE(trigger.first(utc(u"2024-01-01"_qs)), std::nullopt);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestCronTrigger::comparesByValue()
{
    const CronTrigger nine(fields({.hour = "9"}), Zone::utc());
    QVERIFY(nine == CronTrigger(fields({.hour = "09"}), Zone::utc()));
    QVERIFY(!(nine == CronTrigger(fields({.hour = "10"}), Zone::utc())));
    QVERIFY(!(nine == CronTrigger(fields({.hour = "9"}), Zone::fixed(std::chrono::hours(1)))));
    QVERIFY(!(nine == CronTrigger(fields({.hour = "9"}), Zone::utc(), {.gap = DstGap::Skip})));
}

QTEST_GUILESS_MAIN(TestCronTrigger)
#include "tst_crontrigger.moc"
