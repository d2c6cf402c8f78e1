// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crontrigger.h"

#include "support/everyminute.h"
#include "support/randomcron.h"

#include <QTest>

using namespace carillon;

/// Random cron schedules against trying every day and every minute.
class TestCronProperties : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsEveryDate_data();
    void findsEveryDate();
    void findsEveryFiring_data();
    void findsEveryFiring();
    void neverGoesBack();
};

namespace {

constexpr qint64 daySeconds = 86'400;

Instant at(qint64 second)
{
    return Instant(std::chrono::seconds(second));
}

qint64 dayNumber(QDate date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

/// For a failure: enough to ask the same again.
QByteArray described(const CronMasks &masks)
{
    const auto hex = [](std::uint64_t mask) { return QByteArray::number(qulonglong(mask), 16); };
    return "seconds " + hex(masks.seconds) + " minutes " + hex(masks.minutes) + " hours " +
           hex(masks.hours) + " days " + hex(masks.days) + " from last " + hex(masks.daysFromLast) +
           " nearest " + hex(masks.nearestWeekdays) + " nearest to last " +
           hex(masks.nearestToFromLast) + " nth " + hex(masks.nthWeekdays) + " weekdays " +
           hex(masks.weekdays) + " nth " + hex(masks.weekdaysNth) + " rule " +
           hex(std::uint64_t(masks.dayRule)) + " months " + hex(masks.months) + " weeks " +
           hex(masks.weeks);
}

/// Asks from each of these moments, and from just behind and just before each firing among them.
void compare(const CronTrigger &trigger, const std::vector<qint64> &firings, qint64 begin,
             qint64 end, RandomCron &random)
{
    std::vector<Instant> questions;
    for (int i = 0; i < 30; ++i)
        questions.push_back(at(begin + random.below(int(end - begin))));
    for (int i = 0; i < 60 && !firings.empty(); ++i) {
        const Instant firing = at(firings[std::size_t(random.below(int(firings.size())))]);
        questions.insert(questions.end(), {firing - Duration(1), firing, firing + Duration(1)});
    }
    for (const Instant from : questions) {
        if (from < at(begin) || from >= at(end))
            continue;
        const auto expected = std::lower_bound(firings.begin(), firings.end(), from,
                                               [](qint64 s, Instant i) { return at(s) < i; });
        const auto answer = trigger.first(from);
        const bool right = expected == firings.end() || *expected >= end
                               ? !answer || *answer >= at(end)
                               : answer == at(*expected);
        QVERIFY2(right, "from " + toIso(from, trigger.zone()).toUtf8() + ": " +
                            (answer ? toIso(*answer, trigger.zone()).toUtf8() : "never") + ", " +
                            described(trigger.fields().masks()));
    }
}

} // namespace

/// Past changes of the clocks, by files that do not depend on the machine.
void TestCronProperties::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestCronProperties::findsEveryDate_data()
{
    QTest::addColumn<int>("firstYear");
    QTest::newRow("beginning of the calendar") << 1970;
    QTest::newRow("a leap year after a century") << 1996;
    QTest::newRow("no leap year after a century") << 2096;
    QTest::newRow("end of the calendar") << 9992;
}

void TestCronProperties::findsEveryDate()
{
    QFETCH(int, firstYear);
    RandomCron random{quint32(firstYear)};
    const qint64 begin = dayNumber(QDate(firstYear, 1, 1));
    const qint64 end = dayNumber(QDate(firstYear + 8, 1, 1));
    for (int i = 0; i < 70; ++i) {
        CronMasks masks;
        masks.hours = masks.minutes = masks.seconds = 1;
        random.restrictDates(masks);
        const CronFields fields(masks);
        auto next = fields.firstMatch(begin * daySeconds);
        for (qint64 day = begin; day < end; ++day) {
            const QDate date = QDate(1970, 1, 1).addDays(day);
            const bool found = next == day * daySeconds;
            QVERIFY2(found == matchesDate(masks, date),
                     date.toString(Qt::ISODate).toUtf8() + ' ' + described(masks));
            if (found)
                next = fields.firstMatch(day * daySeconds + 1);
        }
        QVERIFY(!next || *next >= end * daySeconds);
    }
}

void TestCronProperties::findsEveryFiring_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("change");
    const auto row = [](const char *zone, QDate change) {
        const QByteArray name = zone + (' ' + change.toString(Qt::ISODate).toLatin1());
        QTest::newRow(name) << QString::fromLatin1(zone) << change;
    };
    row("America/New_York", QDate(2024, 3, 10));
    row("America/New_York", QDate(2024, 11, 3));
    row("America/Sao_Paulo", QDate(2018, 11, 4)); // a day without midnight
    row("America/Sao_Paulo", QDate(2018, 2, 18)); // back over midnight
    row("America/Havana", QDate(2024, 11, 3));
    row("America/Santiago", QDate(2022, 9, 11));
    row("America/Santiago", QDate(2022, 4, 3));
    row("Europe/London", QDate(2023, 3, 26));
    row("Europe/Berlin", QDate(2023, 10, 29));
    row("Europe/Dublin", QDate(2023, 10, 29)); // its winter is the time that deviates
    row("Africa/Casablanca", QDate(2023, 3, 19));
    row("Africa/Casablanca", QDate(2023, 4, 23));
    row("Asia/Tehran", QDate(2022, 3, 22));
    row("Asia/Tehran", QDate(2022, 9, 21));
    row("Asia/Kathmandu", QDate(1986, 1, 1)); // a quarter of an hour
    row("Asia/Pyongyang", QDate(2018, 5, 5));
    row("Asia/Pyongyang", QDate(2015, 8, 15));
    row("Australia/Sydney", QDate(2023, 10, 1));
    row("Australia/Lord_Howe", QDate(2024, 10, 6)); // half an hour
    row("Australia/Lord_Howe", QDate(2024, 4, 7));
    row("Pacific/Apia", QDate(2011, 12, 30)); // a day left out
    row("Pacific/Chatham", QDate(2024, 4, 7));
    row("Asia/Kolkata", QDate(2024, 4, 7)); // nothing happens
}

void TestCronProperties::findsEveryFiring()
{
    QFETCH(QString, zone);
    QFETCH(QDate, change);
    const Zone clocks = *Zone::named(zone);
    const qint64 begin = dayNumber(change.addDays(-9)) * daySeconds;
    const qint64 end = dayNumber(change.addDays(9)) * daySeconds;
    const EveryMinute minutes(clocks, begin - 3 * daySeconds, end + 3 * daySeconds);
    RandomCron random{quint32(change.toJulianDay() * 100 + zone.size())};
    for (int i = 0; i < 24; ++i) {
        const auto gap = DstGap(i % 2);
        const auto overlap = DstOverlap(i % 3);
        CronMasks masks;
        random.restrictTimes(masks);
        if (random.once(3))
            random.restrictDates(masks);
        const CronTrigger trigger(CronFields(masks), clocks, {.gap = gap, .overlap = overlap});
        compare(trigger, minutes.firings(masks, gap, overlap), begin, end, random);
        if (QTest::currentTestFailed())
            return;
    }
}

/// Anywhere in the calendar: an answer is not before the question, is its own answer, and is never
/// overtaken by that to an earlier question.
void TestCronProperties::neverGoesBack()
{
    RandomCron random(9999);
    const QStringList zones{u"UTC"_qs, u"America/New_York"_qs, u"Pacific/Apia"_qs,
                            u"Australia/Lord_Howe"_qs, u"Africa/Casablanca"_qs};
    for (int i = 0; i < 400; ++i) {
        CronMasks masks;
        random.restrictTimes(masks);
        random.restrictDates(masks);
        const CronTrigger trigger(CronFields(masks), *Zone::named(zones[i % zones.size()]));
        std::vector<Instant> questions;
        for (int day = 0; day < 50; ++day) {
            const int bound = day % 2 == 0 ? 30'000 : 2'900'000;
            questions.push_back(at(random.below(bound) * daySeconds + random.below(daySeconds)));
        }
        std::sort(questions.begin(), questions.end());
        std::optional<Instant> before = Instant::min();
        for (const Instant from : questions) {
            const auto answer = trigger.first(from);
            QVERIFY2(before || !answer, described(masks));
            QVERIFY2(!answer || (*answer >= from && *answer >= *before), described(masks));
            QVERIFY2(!answer || trigger.first(*answer) == answer, described(masks));
            before = answer;
        }
    }
}

QTEST_GUILESS_MAIN(TestCronProperties)
#include "tst_cronproperties.moc"
