// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/intervaltrigger.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestIntervalTrigger : public QObject
{
    Q_OBJECT

private slots:
    void first_data();
    void first();
    void staysInTheCalendar();
    void refusesToStandStill();
};

namespace {

Instant utc(const QString &text)
{
    return *parseInstant(text, Zone::utc());
}

} // namespace

void TestIntervalTrigger::first_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    // From 2024-03-31T00:00Z to 06:00Z, step one hour; Berlin's clocks change at 01:00Z.
    QTest::newRow("before the start") << u"2024-03-30T09:15"_qs << u"2024-03-31T00:00:00+00:00"_qs;
    QTest::newRow("exactly on a firing")
        << u"2024-03-31T02:00"_qs << u"2024-03-31T02:00:00+00:00"_qs;
    QTest::newRow("just after") << u"2024-03-31T02:00:00.000001"_qs
                                << u"2024-03-31T03:00:00+00:00"_qs;
    QTest::newRow("the end is included")
        << u"2024-03-31T05:30"_qs << u"2024-03-31T06:00:00+00:00"_qs;
    QTest::newRow("after the end") << u"2024-03-31T06:00:00.000001"_qs << QString();
}

void TestIntervalTrigger::first()
{
    QFETCH(QString, from);
    QFETCH(QString, expected);
    const auto trigger = IntervalTrigger::create(
        utc(u"2024-03-31"_qs), 1h, utc(u"2024-03-31T06:00"_qs), *Zone::named(u"Europe/Berlin"));
    QVERIFY(trigger);
    const auto next = trigger->first(utc(from));
    QCOMPARE(next ? toIso(*next) : QString(), expected);
}

void TestIntervalTrigger::staysInTheCalendar()
{
    const auto once = IntervalTrigger::create(utc(u"2024-03-31"_qs), Duration::max());
    QVERIFY(once);
    QCOMPARE(once->first(Instant::min()), utc(u"2024-03-31"_qs));
    QCOMPARE(once->first(utc(u"2024-04-01"_qs)), std::nullopt);
    const auto east =
        IntervalTrigger::create(utc(u"9999-12-31T12:00"_qs), 4h, {}, *Zone::named(u"Asia/Tokyo"));
    QVERIFY(east);
    QCOMPARE(east->first(Instant::min()), utc(u"9999-12-31T12:00"_qs));
    QCOMPARE(east->first(utc(u"9999-12-31T12:01"_qs)), std::nullopt); // 01:00 of the year 10000
    QCOMPARE(east->first(Instant::max()), std::nullopt);
    const auto empty = IntervalTrigger::create(utc(u"2024-03-31"_qs), 1h, utc(u"2024-03-30"_qs));
    QVERIFY(empty);
    QCOMPARE(empty->first(Instant::min()), std::nullopt);
}

void TestIntervalTrigger::refusesToStandStill()
{
    QVERIFY(!IntervalTrigger::create(utc(u"2024-03-31"_qs), 0s));
    QVERIFY(!IntervalTrigger::create(utc(u"2024-03-31"_qs), -1s));
}

QTEST_GUILESS_MAIN(TestIntervalTrigger)
#include "tst_intervaltrigger.moc"
