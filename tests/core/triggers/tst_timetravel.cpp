// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crontrigger.h"

#include <QTest>

using namespace carillon;

/// Where clocks have done, or will do, what nobody expects of a clock.
class TestTimeTravel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firesAsWritten_data();
    void firesAsWritten();
};

namespace {

/// `minutes` past `hours`; an empty list is all of them.
CronMasks schedule(const QList<int> &hours, const QList<int> &minutes)
{
    CronMasks masks;
    masks.seconds = 1;
    masks.hours = hours.isEmpty() ? everyHour : 0;
    for (const int hour : hours)
        masks.hours |= 1U << hour;
    masks.minutes = 0;
    for (const int minute : minutes)
        masks.minutes |= std::uint64_t(1) << minute;
    return masks;
}

CronMasks daily(int hour, int minute)
{
    return schedule({hour}, {minute});
}

CronMasks everyHalfHour()
{
    return schedule({}, {0, 30});
}

CronMasks onDay(int day, CronMasks masks)
{
    masks.days = 1U << day;
    return masks;
}

void row(const char *name, const char *zone, const CronMasks &masks, const char *from,
         const char *expected, DstGap gap = DstGap::Shift, DstOverlap overlap = DstOverlap::Auto)
{
    QTest::newRow(name) << QString::fromLatin1(zone) << masks << int(gap) << int(overlap)
                        << QString::fromLatin1(from) << QString::fromLatin1(expected);
}

/// On 29 December 2011 Samoa went to bed and woke up on the 31st, on the other side of the date
/// line.
void addApia()
{
    const char *zone = "Pacific/Apia";
    const char *eve = "2011-12-29T00:00-10:00";
    row("Apia, 02:30", zone, daily(2, 30), eve,
        "2011-12-29T02:30:00-10:00 2011-12-31T02:30:00+14:00 2012-01-01T02:30:00+14:00");
    row("Apia, 00:00", zone, daily(0, 0), eve,
        "2011-12-29T00:00:00-10:00 2011-12-31T00:00:00+14:00 2012-01-01T00:00:00+14:00");
    row("Apia, half hours", zone, everyHalfHour(), "2011-12-29T23:00-10:00",
        "2011-12-29T23:00:00-10:00 2011-12-29T23:30:00-10:00 2011-12-31T00:00:00+14:00 "
        "2011-12-31T00:30:00+14:00");
    row("Apia, on the 30th", zone, onDay(30, daily(2, 30)), eve,
        "2011-12-31T02:30:00+14:00 2012-01-30T02:30:00+14:00");
    row("Apia, on the 30th, skipped", zone, onDay(30, daily(2, 30)), eve,
        "2012-01-30T02:30:00+14:00 2012-03-30T02:30:00+14:00", DstGap::Skip);
}

/// Morocco is an hour back for Ramadan, from 2023-03-19 03:00 to 2023-04-23 02:00.
void addCasablanca()
{
    const char *zone = "Africa/Casablanca";
    const char *march = "2023-03-18T12:00+01:00";
    const char *april = "2023-04-22T00:00+00:00";
    row("Casablanca, 02:30 twice", zone, daily(2, 30), march,
        "2023-03-19T02:30:00+01:00 2023-03-20T02:30:00+00:00");
    row("Casablanca, 02:30 both times", zone, daily(2, 30), march,
        "2023-03-19T02:30:00+01:00 2023-03-19T02:30:00+00:00 2023-03-20T02:30:00+00:00",
        DstGap::Shift, DstOverlap::Both);
    row("Casablanca, half hours back", zone, everyHalfHour(), "2023-03-19T02:00+01:00",
        "2023-03-19T02:00:00+01:00 2023-03-19T02:30:00+01:00 2023-03-19T02:00:00+00:00 "
        "2023-03-19T02:30:00+00:00 2023-03-19T03:00:00+00:00");
    row("Casablanca, half hours back, once", zone, everyHalfHour(), "2023-03-19T02:00+01:00",
        "2023-03-19T02:00:00+01:00 2023-03-19T02:30:00+01:00 2023-03-19T03:00:00+00:00",
        DstGap::Shift, DstOverlap::First);
    row("Casablanca, no 02:30", zone, daily(2, 30), april,
        "2023-04-22T02:30:00+00:00 2023-04-23T03:30:00+01:00 2023-04-24T02:30:00+01:00");
    row("Casablanca, no 02:30, skipped", zone, daily(2, 30), april,
        "2023-04-22T02:30:00+00:00 2023-04-24T02:30:00+01:00", DstGap::Skip);
    row("Casablanca, half hours on", zone, everyHalfHour(), "2023-04-23T01:30+00:00",
        "2023-04-23T01:30:00+00:00 2023-04-23T03:00:00+01:00 2023-04-23T03:30:00+01:00");
}

/// Half an hour: 2024-10-06 from 02:00 to 02:30, 2024-04-07 from 02:00 back to 01:30.
void addLordHowe()
{
    const char *zone = "Australia/Lord_Howe";
    const char *october = "2024-10-06T00:00+10:30";
    const char *april = "2024-04-07T01:00+11:00";
    row("Lord Howe, 02:00", zone, daily(2, 0), october,
        "2024-10-06T02:30:00+11:00 2024-10-07T02:00:00+11:00");
    row("Lord Howe, 02:00, skipped", zone, daily(2, 0), october,
        "2024-10-07T02:00:00+11:00 2024-10-08T02:00:00+11:00", DstGap::Skip);
    row("Lord Howe, 02:30 exists", zone, daily(2, 30), october,
        "2024-10-06T02:30:00+11:00 2024-10-07T02:30:00+11:00");
    row("Lord Howe, half hours on", zone, everyHalfHour(), "2024-10-06T01:30+10:30",
        "2024-10-06T01:30:00+10:30 2024-10-06T02:30:00+11:00 2024-10-06T03:00:00+11:00");
    row("Lord Howe, 01:45", zone, daily(1, 45), april,
        "2024-04-07T01:45:00+11:00 2024-04-08T01:45:00+10:30");
    row("Lord Howe, 01:45 both times", zone, daily(1, 45), april,
        "2024-04-07T01:45:00+11:00 2024-04-07T01:45:00+10:30 2024-04-08T01:45:00+10:30",
        DstGap::Shift, DstOverlap::Both);
    row("Lord Howe, half hours back", zone, everyHalfHour(), april,
        "2024-04-07T01:00:00+11:00 2024-04-07T01:30:00+11:00 2024-04-07T01:30:00+10:30 "
        "2024-04-07T02:00:00+10:30");
}

/// At midnight: 2018-11-04 begins at 01:00, 2018-02-17 has its last hour twice.
void addSaoPaulo()
{
    const char *zone = "America/Sao_Paulo";
    const char *november = "2018-11-03T00:00-03:00";
    const char *february = "2018-02-17T12:00-02:00";
    row("Sao Paulo, 00:00", zone, daily(0, 0), november,
        "2018-11-03T00:00:00-03:00 2018-11-04T01:00:00-02:00 2018-11-05T00:00:00-02:00");
    row("Sao Paulo, 00:00, skipped", zone, daily(0, 0), november,
        "2018-11-03T00:00:00-03:00 2018-11-05T00:00:00-02:00", DstGap::Skip);
    row("Sao Paulo, 02:30", zone, daily(2, 30), november,
        "2018-11-03T02:30:00-03:00 2018-11-04T02:30:00-02:00");
    row("Sao Paulo, half hours on", zone, everyHalfHour(), "2018-11-03T23:30-03:00",
        "2018-11-03T23:30:00-03:00 2018-11-04T01:00:00-02:00 2018-11-04T01:30:00-02:00");
    row("Sao Paulo, midnight comes once", zone, daily(0, 0), february,
        "2018-02-18T00:00:00-03:00 2018-02-19T00:00:00-03:00");
    row("Sao Paulo, 23:30", zone, daily(23, 30), february,
        "2018-02-17T23:30:00-02:00 2018-02-18T23:30:00-03:00");
    row("Sao Paulo, 23:30 both times", zone, daily(23, 30), february,
        "2018-02-17T23:30:00-02:00 2018-02-17T23:30:00-03:00 2018-02-18T23:30:00-03:00",
        DstGap::Shift, DstOverlap::Both);
    row("Sao Paulo, half hours back", zone, everyHalfHour(), "2018-02-17T23:30-02:00",
        "2018-02-17T23:30:00-02:00 2018-02-17T23:00:00-03:00 2018-02-17T23:30:00-03:00 "
        "2018-02-18T00:00:00-03:00");
}

/// Long after the last change that a zone file lists: by the rule at its end.
void addFuture()
{
    row("2050, New York, 02:30", "America/New_York", daily(2, 30), "2050-03-12T00:00-05:00",
        "2050-03-12T02:30:00-05:00 2050-03-13T03:30:00-04:00 2050-03-14T02:30:00-04:00");
    row("2050, New York, 02:30, skipped", "America/New_York", daily(2, 30),
        "2050-03-12T00:00-05:00", "2050-03-12T02:30:00-05:00 2050-03-14T02:30:00-04:00",
        DstGap::Skip);
    row("2050, New York, 01:30", "America/New_York", daily(1, 30), "2050-11-06T00:00-04:00",
        "2050-11-06T01:30:00-04:00 2050-11-07T01:30:00-05:00");
    row("2050, New York, half hours on", "America/New_York", everyHalfHour(),
        "2050-03-13T01:30-05:00",
        "2050-03-13T01:30:00-05:00 2050-03-13T03:00:00-04:00 2050-03-13T03:30:00-04:00");
    row("2099, Berlin, no 02:30", "Europe/Berlin", daily(2, 30), "2099-03-28T00:00+01:00",
        "2099-03-28T02:30:00+01:00 2099-03-29T03:30:00+02:00 2099-03-30T02:30:00+02:00");
    row("2099, Berlin, 02:30 twice", "Europe/Berlin", daily(2, 30), "2099-10-24T12:00+02:00",
        "2099-10-25T02:30:00+02:00 2099-10-26T02:30:00+01:00");
    row("2099, Berlin, 02:30 both times", "Europe/Berlin", daily(2, 30), "2099-10-24T12:00+02:00",
        "2099-10-25T02:30:00+02:00 2099-10-25T02:30:00+01:00 2099-10-26T02:30:00+01:00",
        DstGap::Shift, DstOverlap::Both);
    row("2099, Lord Howe, 02:00", "Australia/Lord_Howe", daily(2, 0), "2099-10-04T00:00+10:30",
        "2099-10-04T02:30:00+11:00 2099-10-05T02:00:00+11:00");
    row("2099, no more summer in Sao Paulo", "America/Sao_Paulo", daily(0, 0),
        "2099-11-01T12:00-03:00", "2099-11-02T00:00:00-03:00 2099-11-03T00:00:00-03:00");
}

} // namespace

/// The future is recorded as one release of the tz database foretells it.
void TestTimeTravel::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestTimeTravel::firesAsWritten_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<CronMasks>("masks");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("overlap");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    addApia();
    addCasablanca();
    addLordHowe();
    addSaoPaulo();
    addFuture();
}

void TestTimeTravel::firesAsWritten()
{
    QFETCH(QString, zone);
    QFETCH(CronMasks, masks);
    QFETCH(int, gap);
    QFETCH(int, overlap);
    QFETCH(QString, from);
    QFETCH(QString, expected);
    const CronTrigger trigger(CronFields(masks), *Zone::named(zone),
                              {.gap = DstGap(gap), .overlap = DstOverlap(overlap)});
    QStringList fired;
    auto next = trigger.first(*parseInstant(from, Zone::utc()));
    for (qsizetype i = 0; next && i <= expected.count(u' '); ++i) {
        fired.append(toIso(*next, trigger.zone()));
        next = trigger.first(*next + Duration(1));
    }
    QCOMPARE(fired.join(u' '), expected);
}

QTEST_GUILESS_MAIN(TestTimeTravel)
#include "tst_timetravel.moc"
