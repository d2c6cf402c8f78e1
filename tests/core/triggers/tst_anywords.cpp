// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/scheduletext.h"

#include <QTest>

#include <random>

using namespace carillon;

/// What holds for the words of every trigger.
class TestAnyWords : public QObject
{
    Q_OBJECT

private slots:
    void areShortAndComplete_data();
    void areShortAndComplete();
};

namespace {

const QLocale english(QLocale::English);
const QLocale chinese(QLocale::Chinese, QLocale::SimplifiedChineseScript, QLocale::China);

/// Triggers of all kinds and shapes, each time the same.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_random(seed) {}

    Trigger trigger(int depth = 0)
    {
        switch (upTo(depth < 2 ? 9 : 5)) {
        case 0: return DateTrigger(instant(), zone());
        case 1: return *IntervalTrigger::create(instant(), length(), maybe(instant()), zone());
        case 2: return calendar();
        case 7: return OrTrigger(triggers(depth));
        case 8: return AndTrigger(triggers(depth));
        case 9: return ExceptTrigger(trigger(depth + 1), triggers(depth), dates());
        default: return cron();
        }
    }

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    bool once(int in) { return upTo(in - 1) == 0; }

    template <typename Value>
    std::optional<Value> maybe(Value value)
    {
        return once(4) ? std::optional(value) : std::nullopt;
    }

    Instant instant() { return Instant(std::chrono::seconds(1'700'000'000 + upTo(300'000'000))); }
    Duration length()
    {
        return once(2) ? Duration(1 + upTo(2'000'000'000))
                       : Duration(std::chrono::minutes(1 + upTo(30'000)));
    }
    Zone zone()
    {
        static const Zone zones[] = {Zone::utc(), *Zone::named(u"Asia/Tokyo"),
                                     *Zone::named(u"America/Argentina/ComodRivadavia"),
                                     Zone::fixed(std::chrono::hours(8))};
        return zones[upTo(3)];
    }
    CivilDate date() { return civilFromDays(20'000 + upTo(4000)); }
    std::vector<CivilDate> dates()
    {
        std::vector<CivilDate> result;
        for (int i = upTo(5); i > 0; --i)
            result.push_back(date());
        return result;
    }
    std::vector<Trigger> triggers(int depth)
    {
        std::vector<Trigger> result;
        for (int i = upTo(3); i >= 0; --i)
            result.push_back(trigger(depth + 1));
        return result;
    }
    Trigger calendar()
    {
        const CalendarStep step{once(3) ? 1 + upTo(2) : 0, once(2) ? 1 + upTo(2) : 0,
                                once(3) ? 1 + upTo(2) : 0, 1 + upTo(7)};
        return *CalendarIntervalTrigger::create({date(), step, {}}, upTo(86'399), zone());
    }

    /// All values, one, a few, many at random, or a row of them.
    std::uint64_t mask(std::uint64_t all, int most)
    {
        std::uint64_t result = 0;
        switch (upTo(4)) {
        case 0: return all;
        case 1: return (1ULL << upTo(most) & all) != 0 ? all & -all : all;
        case 2:
            for (int i = upTo(4); i >= 0; --i)
                result |= 1ULL << upTo(most);
            break;
        case 3: result = std::uniform_int_distribution<std::uint64_t>()(m_random); break;
        default: result = all << upTo(most);
        }
        return (result & all) != 0 ? result & all : all;
    }
    std::uint64_t seldom(std::uint64_t all, int most) { return once(5) ? mask(all, most) : 0; }

    Trigger cron()
    {
        constexpr std::uint64_t nth = (1ULL << 42) - 1;
        CronMasks masks;
        masks.seconds = once(2) ? 1 : mask(everySecond, 59);
        masks.minutes = mask(everyMinute, 59);
        masks.hours = std::uint32_t(mask(everyHour, 23));
        masks.days = std::uint32_t(mask(everyDayOfMonth, 31));
        masks.daysFromLast = std::uint32_t(seldom(0x7fff'ffff, 30));
        masks.nearestWeekdays = std::uint32_t(seldom(everyDayOfMonth, 31));
        masks.nearestToFromLast = std::uint32_t(seldom(0x7fff'ffff, 30));
        masks.nthWeekdays = seldom(nth, 41);
        masks.weekdays = std::uint8_t(once(5) ? 0 : mask(everyWeekday, 6));
        masks.weekdaysNth = masks.weekdays == 0 ? mask(nth, 41) : seldom(nth, 41);
        masks.dayRule = CronMasks::DayRule(upTo(1));
        masks.months = std::uint16_t(mask(everyMonth, 12));
        masks.weeks = once(5) ? mask(everyWeek, 53) : everyWeek;
        if (once(4)) {
            masks.years = {};
            masks.years[std::size_t(upTo(125))] = mask(~0ULL, 63);
        }
        return CronTrigger(CronFields(masks), zone(), {maybe(instant()), maybe(instant()), {}, {}},
                           {CronDialect::Quartz, {}, u"0 0 9 ? * 2#1"_qs});
    }

    std::mt19937 m_random;
};

} // namespace

void TestAnyWords::areShortAndComplete_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << english;
    QTest::newRow("Chinese") << chinese;
}

void TestAnyWords::areShortAndComplete()
{
    QFETCH(QLocale, locale);
    Dice dice(20261120);
    int inWords = 0;
    for (int i = 0; i < 2000; ++i) {
        const Trigger trigger = dice.trigger();
        const QString text = scheduleText(trigger, locale, Zone::utc());
        const auto isOdd = [](QChar c) { return c == u'%' || c == u'\n' || c == u'\0'; };
        QVERIFY2(!text.isEmpty() && text.size() <= 89, qPrintable(text));
        QVERIFY2(std::none_of(text.begin(), text.end(), isOdd), qPrintable(text));
        QVERIFY2(!text.contains(u"  ") && text == text.trimmed(), qPrintable(text));
        QCOMPARE(scheduleText(Trigger(trigger), locale, Zone::utc()), text);
        inWords += text.contains(u"custom") || text.contains(u"自定义") ? 0 : 1;
    }
    QVERIFY2(inWords > 400, qPrintable(QString::number(inWords)));
}

QTEST_GUILESS_MAIN(TestAnyWords)
#include "tst_anywords.moc"
