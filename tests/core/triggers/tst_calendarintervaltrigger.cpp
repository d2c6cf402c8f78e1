// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestCalendarIntervalTrigger : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firesOnItsDates_data();
    void firesOnItsDates();
    void refuses_data();
    void refuses();
    void agreesWithAWalk_data();
    void agreesWithAWalk();
};

namespace {

Trigger read(const QByteArray &args)
{
    return readTrigger(u"calendarinterval"_qs, args, {*parseInstant(u"2024-05-06T22:30Z", {})});
}

/// The next date, worked out by the words of the definition.
std::optional<CivilDate> stepped(CivilDate date, const CalendarStep &step)
{
    const int day = date.day;
    do {
        date.year += step.years + (date.month - 1 + step.months) / 12;
        date.month = (date.month - 1 + step.months) % 12 + 1;
        if (date.year > 9999)
            return {};
    } while (day > daysInMonth(date.year, date.month));
    const std::int64_t days = daysFromCivil(date) + step.weeks * 7 + step.days;
    return days > daysFromCivil({9999, 12, 31}) ? std::nullopt : std::optional(civilFromDays(days));
}

} // namespace

void TestCalendarIntervalTrigger::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestCalendarIntervalTrigger::firesOnItsDates_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *args, const char *from, int count,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(args) << QString::fromLatin1(from) << count
                            << QString::fromLatin1(expected);
    };
    add("months without the day are left out",
        R"({"months": 1, "start_date": "2024-08-31", "timezone": "UTC"})", "2024-01-01", 3,
        "2024-08-31T00:00:00+00:00 2024-10-31T00:00:00+00:00 2024-12-31T00:00:00+00:00");
    add("29 February, a century without",
        R"({"years": 1, "start_date": "1896-02-29", "timezone": "UTC"})", "1896-03-01", 2,
        "1904-02-29T00:00:00+00:00 1908-02-29T00:00:00+00:00");
    add("weeks and days in one step",
        R"({"weeks": 1, "days": 3, "hour": 6, "start_date": "2024-01-01", "timezone": "UTC"})",
        "2024-01-11T06:00:00.000001Z", 2, "2024-01-21T06:00:00+00:00 2024-01-31T06:00:00+00:00");
    add("months first, then days",
        R"({"months": 1, "days": 1, "start_date": "2024-01-30", "timezone": "UTC"})", "2024-01-01",
        4,
        "2024-01-30T00:00:00+00:00 2024-03-31T00:00:00+00:00 2024-06-01T00:00:00+00:00 "
        "2024-07-02T00:00:00+00:00");
    add("the end counts", R"({"days": 1, "start_date": "2024-01-01", "end_date": "2024-01-02",
        "hour": 9, "timezone": "UTC"})",
        "2024-01-02", 2, "2024-01-02T09:00:00+00:00 never");
    add("left-out start is today, on the trigger's clock",
        R"({"days": 1, "timezone": "Asia/Tokyo"})", "2024-05-01", 1, "2024-05-07T00:00:00+09:00");
    add("gap", R"({"days": 1, "hour": 2, "minute": 30, "start_date": "2024-03-01",
        "timezone": "America/New_York"})",
        "2024-03-09T12:00Z", 2, "2024-03-10T03:30:00-04:00 2024-03-11T02:30:00-04:00");
    add("gap left out", R"({"days": 1, "hour": 2, "minute": 30, "start_date": "2024-03-01",
        "dst_gap": "skip", "timezone": "America/New_York"})",
        "2024-03-09T12:00Z", 1, "2024-03-11T02:30:00-04:00");
    add("the end is before the shift", R"({"days": 1, "start_date": "2011-12-29", "hour": 9,
        "end_date": "2011-12-30", "timezone": "Pacific/Apia"})",
        "2011-12-29", 3, "2011-12-29T09:00:00-10:00 2011-12-31T09:00:00+14:00 never");
    add("two days, one instant", R"({"days": 1, "start_date": "2011-12-29", "hour": 9,
        "timezone": "Pacific/Apia"})",
        "2011-12-29T20:00Z", 2, "2011-12-31T09:00:00+14:00 2012-01-01T09:00:00+14:00");
    add("first pass", R"({"days": 1, "hour": 1, "minute": 30, "start_date": "2024-11-01",
        "timezone": "America/New_York"})",
        "2024-11-03", 2, "2024-11-03T01:30:00-04:00 2024-11-04T01:30:00-05:00");
    add("both passes", R"({"days": 1, "hour": 1, "minute": 30, "start_date": "2024-11-01",
        "dst_overlap": "both", "timezone": "America/New_York"})",
        "2024-11-03T04:00Z", 3,
        "2024-11-03T01:30:00-04:00 2024-11-03T01:30:00-05:00 2024-11-04T01:30:00-05:00");
    add("second pass of the last date", R"({"days": 1, "hour": 1, "minute": 30,
        "start_date": "2024-11-01", "end_date": "2024-11-03", "dst_overlap": "both",
        "timezone": "America/New_York"})",
        "2024-11-03T05:45Z", 2, "2024-11-03T01:30:00-05:00 never");
    add("year 1 begins later in UTC",
        R"({"days": 1, "start_date": "0001-01-01", "timezone": "+08:00"})", "0001-01-01", 1,
        "0001-01-02T00:00:00+08:00");
    add("year 9999 ends earlier in UTC",
        R"({"days": 1, "hour": 20, "start_date": "9999-12-30", "timezone": "-08:00"})",
        "9999-12-29", 2, "9999-12-30T20:00:00-08:00 never");
}

void TestCalendarIntervalTrigger::firesOnItsDates()
{
    QFETCH(QByteArray, args);
    QFETCH(QString, from);
    QFETCH(int, count);
    QTEST(answers(read(args), *parseInstant(from, {}), count), "expected");
}

void TestCalendarIntervalTrigger::refuses_data()
{
    QTest::addColumn<CalendarStep>("step");
    QTest::addColumn<QString>("field");
    QTest::newRow("nothing") << CalendarStep{} << u"days"_qs;
    QTest::newRow("negative") << CalendarStep{1, -1, 0, 0} << u"days"_qs;
    QTest::newRow("longer than the calendar") << CalendarStep{0, 0, 0, 3'652'059} << u"days"_qs;
    QTest::newRow("end before start") << CalendarStep{0, 0, 0, 1} << u"end_date"_qs;
}

void TestCalendarIntervalTrigger::refuses()
{
    QFETCH(CalendarStep, step);
    const auto trigger = CalendarIntervalTrigger::create(
        {CivilDate{2024, 1, 2}, step, CivilDate{2024, 1, 1}}, 0, Zone());
    QVERIFY(!trigger);
    QTEST(trigger.error().field, "field");
}

void TestCalendarIntervalTrigger::agreesWithAWalk_data()
{
    QTest::addColumn<CivilDate>("start");
    QTest::addColumn<CalendarStep>("step");
    QTest::newRow("31st, monthly") << CivilDate{2023, 10, 31} << CalendarStep{0, 1, 0, 0};
    QTest::newRow("30th, 5 months") << CivilDate{1999, 9, 30} << CalendarStep{0, 5, 0, 0};
    QTest::newRow("leap day, 3 years") << CivilDate{1600, 2, 29} << CalendarStep{3, 0, 0, 0};
    QTest::newRow("17 days") << CivilDate{2024, 2, 29} << CalendarStep{0, 0, 2, 3};
    QTest::newRow("month and day") << CivilDate{1, 1, 31} << CalendarStep{0, 1, 0, 1};
    QTest::newRow("year and a week") << CivilDate{1970, 2, 28} << CalendarStep{1, 0, 1, 0};
}

void TestCalendarIntervalTrigger::agreesWithAWalk()
{
    QFETCH(CivilDate, start);
    QFETCH(CalendarStep, step);
    const auto trigger = CalendarIntervalTrigger::create({start, step}, 0, Zone());
    QVERIFY(trigger);
    const auto midnight = [](CivilDate date) {
        return Instant(std::chrono::days(daysFromCivil(date)));
    };
    std::optional<CivilDate> date = start;
    for (int walked = 0; walked < 20'000 && date; ++walked) {
        const auto next = stepped(*date, step);
        const auto found = trigger->first(midnight(*date) + Duration(1));
        QCOMPARE(found.has_value(), next.has_value());
        if (next)
            QCOMPARE(toIso(*found), toIso(midnight(*next)));
        date = next;
    }
}

QTEST_GUILESS_MAIN(TestCalendarIntervalTrigger)
#include "tst_calendarintervaltrigger.moc"
