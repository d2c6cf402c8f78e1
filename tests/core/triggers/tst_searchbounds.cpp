// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/trigger.h"
#include "support/cputimer.h"

#include <QTest>

using namespace carillon;

/// Questions whose answer is "never", or only at the end of the calendar: they must not take long.
class TestSearchBounds : public QObject
{
    Q_OBJECT

private slots:
    void saysNeverAtOnce_data();
    void saysNeverAtOnce();
    void findsWhatIsFarOff_data();
    void findsWhatIsFarOff();
    void findsNoCommonFiring_data();
    void findsNoCommonFiring();
};

namespace {

constexpr std::uint64_t bit(int n)
{
    return std::uint64_t(1) << n;
}

CronMasks daily(int hour)
{
    CronMasks masks;
    masks.hours = std::uint32_t(bit(hour));
    masks.minutes = masks.seconds = 1;
    return masks;
}

CronMasks onDate(std::uint32_t months, std::uint32_t days)
{
    CronMasks masks = daily(0);
    masks.months = std::uint16_t(months);
    masks.days = days;
    return masks;
}

CronMasks inYears(CronMasks masks, int first, int last)
{
    masks.years = {};
    for (int year = first; year <= last; ++year)
        masks.years[std::size_t(year - firstCronYear) / 64] |= bit((year - firstCronYear) % 64);
    return masks;
}

CronMasks inWeeks(CronMasks masks, std::uint64_t weeks)
{
    masks.weeks = weeks;
    return masks;
}

Trigger cron(const CronMasks &masks, const Zone &zone)
{
    return CronTrigger(CronFields(masks), zone);
}

const Instant now = std::chrono::sys_days(std::chrono::days(20'000)); // 2024-10-04

constexpr int singleLimit = 50; // milliseconds
// Combined triggers may try 250,000 times, which takes a build without optimisation that much more.
#ifdef NDEBUG
constexpr int combinedLimit = singleLimit;
#else
constexpr int combinedLimit = 100 * singleLimit;
#endif

/// Asks up to three times: others on the machine use its caches, too.
bool answersInTime(const Trigger &trigger, std::optional<Instant> expected, int limit)
{
    for (int attempt = 0; attempt < 3; ++attempt) {
        const CpuTimer timer;
        if (trigger.first(now) != expected)
            return false;
        if (timer.elapsed() < limit)
            return true;
    }
    return false;
}

} // namespace

void TestSearchBounds::saysNeverAtOnce_data()
{
    constexpr std::uint32_t february = bit(2);
    constexpr std::uint32_t shortMonths = bit(4) | bit(6) | bit(9) | bit(11);
    QTest::addColumn<CronMasks>("masks");
    const auto row = [](const char *name, const CronMasks &masks) { QTest::newRow(name) << masks; };
    row("30 February", onDate(february, bit(30)));
    row("30 February but for one year", inYears(onDate(february, bit(30)), 1970, 9998));
    row("31 April", onDate(bit(4), bit(31)));
    row("the 31st of short months", inYears(onDate(shortMonths, bit(31)), 2000, 9999));
    row("29 February 2100", inYears(onDate(february, bit(29)), 2100, 2103));
    row("week 53 in June", inWeeks(onDate(bit(6), everyDayOfMonth), bit(53)));
    row("week 53, most years", inYears(inWeeks(onDate(bit(6), bit(1)), bit(53)), 1970, 9998));
    row("week 53, in the middle of months",
        inYears(inWeeks(onDate(everyMonth, bit(15)), bit(53)), 1970, 9998));
    row("week 10 on the last of any month",
        inYears(inWeeks(onDate(everyMonth, bit(31)), bit(10)), 1970, 9998));
    row("years gone by", inYears(daily(9), 1970, 2023));
    row("no day", onDate(everyMonth, 0));
    row("no month", onDate(0, everyDayOfMonth));
    row("no week", inWeeks(daily(9), 0));
    CronMasks empty = daily(9);
    empty.hours = 0;
    row("no hour", empty);
    empty = daily(9);
    empty.weekdays = 0;
    row("no weekday", empty);
    empty = daily(9);
    empty.years = {};
    row("no year", empty);
    CronMasks fifth = onDate(february, everyDayOfMonth);
    fifth.weekdaysNth = bit(28);
    fifth.weekdays = 0;
    row("fifth Monday of February 2025", inYears(fifth, 2025, 2027));
}

void TestSearchBounds::saysNeverAtOnce()
{
    QFETCH(CronMasks, masks);
    QVERIFY(answersInTime(cron(masks, Zone::utc()), {}, singleLimit));
    QVERIFY(answersInTime(cron(masks, *Zone::named(u"America/New_York")), {}, singleLimit));
}

void TestSearchBounds::findsWhatIsFarOff_data()
{
    QTest::addColumn<CronMasks>("masks");
    QTest::addColumn<QString>("expected");
    QTest::newRow("last year of all") << inYears(daily(9), 9999, 9999) << u"9999-01-01T09:00"_qs;
    QTest::newRow("last day of all")
        << inYears(onDate(bit(12), bit(31)), 9999, 9999) << u"9999-12-31T00:00"_qs;
    QTest::newRow("last leap day of all")
        << inYears(onDate(bit(2), bit(29)), 9993, 9999) << u"9996-02-29T00:00"_qs;
    CronMasks leapSunday = onDate(bit(2), bit(29));
    leapSunday.weekdays = std::uint8_t(bit(6));
    QTest::newRow("29 February on a Sunday") << leapSunday << u"2032-02-29T00:00"_qs;
    QTest::newRow("week 53 on 3 January")
        << inWeeks(onDate(bit(1), bit(3)), bit(53)) << u"2027-01-03T00:00"_qs;
}

void TestSearchBounds::findsWhatIsFarOff()
{
    QFETCH(CronMasks, masks);
    QFETCH(QString, expected);
    const Zone newYork = *Zone::named(u"America/New_York");
    QVERIFY(
        answersInTime(cron(masks, Zone::utc()), *parseInstant(expected, Zone::utc()), singleLimit));
    QVERIFY(answersInTime(cron(masks, newYork), *parseInstant(expected, newYork), singleLimit));
}

void TestSearchBounds::findsNoCommonFiring_data()
{
    QTest::addColumn<CronMasks>("one");
    QTest::addColumn<CronMasks>("other");
    QTest::newRow("nine and ten o'clock") << daily(9) << daily(10);
    QTest::newRow("odd and even months")
        << onDate(0x0aaa, everyDayOfMonth) << onDate(0x1554, everyDayOfMonth);
    QTest::newRow("every second and never") << CronMasks() << onDate(bit(2), bit(30));
    QTest::newRow("years that do not meet")
        << inYears(CronMasks(), 1970, 2050) << inYears(CronMasks(), 2051, 9999);
}

void TestSearchBounds::findsNoCommonFiring()
{
    QFETCH(CronMasks, one);
    QFETCH(CronMasks, other);
    const Zone zone = *Zone::named(u"America/New_York");
    QVERIFY(answersInTime(AndTrigger({cron(one, zone), cron(other, zone)}), {}, combinedLimit));
    QVERIFY(
        answersInTime(ExceptTrigger(cron(one, zone), {cron(one, zone)}, {}), {}, combinedLimit));
}

QTEST_GUILESS_MAIN(TestSearchBounds)
#include "tst_searchbounds.moc"
