// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/trigger.h"

#include "support/everyminute.h"
#include "support/randomcron.h"

#include <QTest>

#include <set>

using namespace carillon;

/// Random triggers of all kinds, and what is made of them, against sets that hold every firing.
class TestTriggerProperties : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isTheSetItStandsFor_data();
    void isTheSetItStandsFor();
};

namespace {

constexpr qint64 daySeconds = 86'400;

using Firings = std::set<qint64>;

/// A trigger and all its firings in the stretch of time that is looked at.
struct Known
{
    Trigger trigger;
    Firings firings;
};

Instant at(qint64 second)
{
    return Instant(std::chrono::seconds(second));
}

qint64 dayNumber(QDate date)
{
    return QDate(1970, 1, 1).daysTo(date);
}

CivilDate civil(QDate date)
{
    return {date.year(), date.month(), date.day()};
}

/// Makes triggers about a fortnight on the clocks of one zone.
class Maker
{
public:
    Maker(const Zone &zone, QDate middle)
        : m_zone(zone),
          m_middle(middle),
          m_begin(dayNumber(middle.addDays(-12)) * daySeconds),
          m_end(dayNumber(middle.addDays(12)) * daySeconds),
          m_minutes(zone, m_begin, m_end),
          m_random(quint32(middle.toJulianDay()))
    {
    }

    Known any(int depth)
    {
        switch (m_random.below(depth > 0 ? 6 : 3)) {
        case 0: return cron();
        case 1: return interval();
        case 2: return calendarInterval();
        case 3: return either(depth - 1);
        case 4: return both(depth - 1);
        default: return except(depth - 1);
        }
    }

    int below(int limit) { return m_random.below(limit); }

private:
    Known cron()
    {
        CronMasks masks;
        m_random.restrictTimes(masks);
        masks.seconds = 1;
        if (m_random.once(3))
            masks.weekdays = std::uint8_t(m_random.some(everyWeekday));
        const auto gap = DstGap(below(2));
        const auto overlap = DstOverlap(below(3));
        const auto found = m_minutes.firings(masks, gap, overlap);
        return {CronTrigger(CronFields(masks), m_zone, {.gap = gap, .overlap = overlap}),
                Firings(found.begin(), found.end())};
    }

    Known interval()
    {
        const qint64 start = m_begin + below(20 * 24) * 3600;
        const qint64 step = (1 + below(40)) * 900;
        Firings firings;
        for (qint64 second = start; second < m_end; second += step)
            firings.insert(second);
        return {*IntervalTrigger::create(at(start), std::chrono::seconds(step), {}, m_zone),
                firings};
    }

    Known calendarInterval()
    {
        const QDate start = m_middle.addDays(-10);
        const int days = 1 + below(3);
        const int minute = below(1440);
        const DstPolicy dst{DstGap(below(2)), DstOverlap(below(3))};
        Firings firings;
        for (QDate date = start; date < m_middle.addDays(11); date = date.addDays(days)) {
            const qint64 wall = dayNumber(date) * daySeconds + minute * 60;
            const auto read = m_minutes.read(wall, dst.gap, dst.overlap == DstOverlap::Both);
            firings.insert(read.begin(), read.end());
        }
        return {*CalendarIntervalTrigger::create({civil(start), {.days = days}, {}}, minute * 60,
                                                 m_zone, dst),
                firings};
    }

    Known either(int depth)
    {
        Known one = any(depth);
        const Known other = any(depth);
        one.firings.insert(other.firings.begin(), other.firings.end());
        return {OrTrigger({one.trigger, other.trigger}), one.firings};
    }

    Known both(int depth)
    {
        const Known one = any(depth);
        const Known other = any(depth);
        Firings firings;
        std::set_intersection(one.firings.begin(), one.firings.end(), other.firings.begin(),
                              other.firings.end(), std::inserter(firings, firings.end()));
        return {AndTrigger({one.trigger, other.trigger}), firings};
    }

    Known except(int depth)
    {
        const Known base = any(depth);
        const Known excluded = any(depth);
        const qint64 holiday = dayNumber(m_middle) + below(3) - 1;
        Firings firings;
        for (const qint64 firing : base.firings) {
            const qint64 wall = firing + m_zone.offsetAt(at(firing)).count();
            if (excluded.firings.count(firing) == 0 && wall / daySeconds != holiday)
                firings.insert(firing);
        }
        const CivilDate date = civilFromDays(holiday);
        return {ExceptTrigger(base.trigger, {excluded.trigger}, {date}), firings};
    }

    Zone m_zone;
    QDate m_middle;
    qint64 m_begin;
    qint64 m_end;
    EveryMinute m_minutes;
    RandomCron m_random;
};

} // namespace

void TestTriggerProperties::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestTriggerProperties::isTheSetItStandsFor_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDate>("change");
    QTest::newRow("New York, on") << u"America/New_York"_qs << QDate(2024, 3, 10);
    QTest::newRow("New York, back") << u"America/New_York"_qs << QDate(2024, 11, 3);
    QTest::newRow("Sao Paulo, on") << u"America/Sao_Paulo"_qs << QDate(2018, 11, 4);
    QTest::newRow("Sao Paulo, back") << u"America/Sao_Paulo"_qs << QDate(2018, 2, 18);
    QTest::newRow("Santiago, on") << u"America/Santiago"_qs << QDate(2022, 9, 11);
    QTest::newRow("London, on") << u"Europe/London"_qs << QDate(2023, 3, 26);
    QTest::newRow("Dublin, back") << u"Europe/Dublin"_qs << QDate(2023, 10, 29);
    QTest::newRow("Casablanca, back") << u"Africa/Casablanca"_qs << QDate(2023, 3, 19);
    QTest::newRow("Tehran, back") << u"Asia/Tehran"_qs << QDate(2022, 9, 21);
    QTest::newRow("Kathmandu, on") << u"Asia/Kathmandu"_qs << QDate(1986, 1, 1);
    QTest::newRow("Pyongyang, on") << u"Asia/Pyongyang"_qs << QDate(2018, 5, 5);
    QTest::newRow("Lord Howe, back") << u"Australia/Lord_Howe"_qs << QDate(2024, 4, 7);
    QTest::newRow("Sydney, on") << u"Australia/Sydney"_qs << QDate(2023, 10, 1);
    QTest::newRow("Apia, a day left out") << u"Pacific/Apia"_qs << QDate(2011, 12, 30);
}

/// Asked anywhere, a trigger answers the next of its firings and nothing else; so no firing lies
/// between question and answer, and later questions are never answered earlier.
void TestTriggerProperties::isTheSetItStandsFor()
{
    QFETCH(QString, zone);
    QFETCH(QDate, change);
    Maker maker(*Zone::named(zone), change);
    const qint64 begin = dayNumber(change.addDays(-7)) * daySeconds;
    const qint64 end = dayNumber(change.addDays(7)) * daySeconds;
    int compared = 0;
    for (int i = 0; i < 40; ++i) {
        const Known known = maker.any(2);
        std::vector<Instant> questions;
        for (int j = 0; j < 20; ++j)
            questions.push_back(at(begin + maker.below(int(end - begin))));
        const auto first = known.firings.lower_bound(dayNumber(change.addDays(-1)) * daySeconds);
        for (auto firing = first; firing != known.firings.end() && questions.size() < 80; ++firing)
            questions.insert(questions.end(), {at(*firing), at(*firing) + Duration(1)});
        for (const Instant from : questions) {
            const auto second = std::chrono::ceil<std::chrono::seconds>(from).time_since_epoch();
            const auto expected = known.firings.lower_bound(second.count());
            if (expected == known.firings.end() || *expected >= end)
                continue; // the answer may lie beyond what is known
            LeapBudget budget;
            const auto answer = known.trigger.first(from, budget);
            if (budget.isSpent())
                break; // an intersection that is empty
            ++compared;
            QVERIFY2(answer == at(*expected),
                     qPrintable(QString::number(i) + u": "_qs + toIso(from) + u" → "_qs +
                                (answer ? toIso(*answer) : u"never"_qs)));
        }
    }
    QVERIFY(compared > 1000);
}

QTEST_GUILESS_MAIN(TestTriggerProperties)
#include "tst_triggerproperties.moc"
