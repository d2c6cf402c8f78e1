// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/schedulefacts.h"
#include "core/triggers/triggerjson.h"

#include "support/cputimer.h"
#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestScheduleFacts : public QObject
{
    Q_OBJECT

private slots:
    void findsTheNextTimes();
    void knowsWhenItIsOver_data();
    void knowsWhenItIsOver();
    void measuresTheRate_data();
    void measuresTheRate();
    void seesEverySecond_data();
    void seesEverySecond();
    void seesLeapDays_data();
    void seesLeapDays();
    void findsRemovedDates_data();
    void findsRemovedDates();
    void answersAtOnce_data();
    void answersAtOnce();
};

namespace {

Instant utc(QStringView text)
{
    return parseInstant(text, Zone::utc()).value();
}

const Instant now = utc(u"2026-11-20T10:00Z");

/// `kind: args`, with other triggers by name so that rows stay short.
Trigger trigger(const QByteArray &kind, QByteArray args)
{
    const std::pair<const char *, const char *> names[] = {
        {"DAILY", R"({"kind": "cron", "args": {"hour": 9}})"},
        {"MONDAYS", R"({"kind": "cron", "args": {"day_of_week": "mon", "hour": 9}})"},
        {"SUNDAYS", R"({"kind": "cron", "args": {"day_of_week": "sun", "second": "*"}})"},
        {"HOURLY", R"({"kind": "cron", "args": {"minute": 0}})"},
        {"EVERYSECOND", R"({"kind": "cron", "args": {"second": "*"}})"},
    };
    for (const auto &[name, json] : names)
        args.replace(name, json);
    return readTrigger(QString::fromLatin1(kind), args, {now});
}

template <typename Expected>
void row(const char *kind, const char *args, const Expected &expected)
{
    QTest::newRow(qPrintable(QString::fromLatin1(kind) + QString::fromLatin1(args)))
        << trigger(kind, args) << expected;
}

} // namespace

void TestScheduleFacts::findsTheNextTimes()
{
    const auto facts = factsOf(trigger("or", R"({"triggers": [DAILY, MONDAYS]})"), now, 3);
    const std::vector<Instant> expected{utc(u"2026-11-21T09:00Z"), utc(u"2026-11-22T09:00Z"),
                                        utc(u"2026-11-23T09:00Z")};
    QCOMPARE(facts.next, expected);
    QVERIFY(!facts.complete);
    QVERIFY(!facts.firesNoMore());
}

void TestScheduleFacts::knowsWhenItIsOver_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<int>("left");
    row("date", R"({"run_date": "2026-11-20T09:59:59"})", 0);
    row("date", R"({"run_date": "2026-11-20T10:00:00"})", 1);
    row("cron", R"({"month": 2, "day": 30})", 0);
    row("cron", R"({"hour": 9, "end_date": "2026-11-23 09:00"})", 3);
    row("calendarinterval", R"({"days": 2, "start_date": "2026-11-20", "end_date": "2026-11-25"})",
        2);
    row("and", R"({"triggers": [DAILY, {"kind": "cron", "args": {"hour": 10}}]})", 0);
    row("except", R"({"base": DAILY, "exclude": [DAILY]})", 0);
}

void TestScheduleFacts::knowsWhenItIsOver()
{
    QFETCH(Trigger, trigger);
    QFETCH(int, left);
    const auto facts = factsOf(trigger, now, 10);
    QCOMPARE(int(facts.next.size()), left);
    QCOMPARE(facts.complete, true);
    QCOMPARE(facts.firesNoMore(), left == 0);
    QCOMPARE(facts.perDay.has_value(), left > 1);
}

void TestScheduleFacts::measuresTheRate_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<double>("perDay");
    row("cron", R"({"hour": 9})", 1.0);
    row("cron", R"({"hour": "9,17"})", 2.0);
    row("cron", R"({"minute": "*/15"})", 96.0);
    row("cron", R"({"second": "*"})", 86400.0);
    row("cron", R"({"hour": 9, "second": "*"})", 3600.0);
    row("cron", R"({"hour": "9-16", "minute": "*/30", "day_of_week": "mon-fri"})", 16.0 * 5 / 7);
    row("cron", R"({"month": 6, "minute": "*"})", 1440.0 * 30 / 365);
    row("cron", R"({"day": 1})", 12.0 / 365);
    row("cron", R"({"month": 2, "day": 29})", 1 / 1461.0);
    row("cron", R"({"minute": 0, "end_date": "2026-11-27 10:00"})", 24.0);
    row("cron", R"({"minute": "*/5", "start_date": "2030-01-01", "end_date": "2030-01-10 23:59"})",
        288.0);
    row("interval", R"({"seconds": 20})", 4320.0);
    row("interval", R"({"seconds": 0.01})", 8'640'000.0);
    row("interval", R"({"weeks": 2})", 1 / 14.0);
    row("calendarinterval", R"({"months": 2})", 6.0 / 365);
    row("calendarinterval", R"({"days": 3, "hour": 7})", 1 / 3.0);
    row("or", R"({"triggers": [HOURLY, {"kind": "cron", "args": {"hour": "*", "minute": 30}}]})",
        48.0);
    row("and", R"({"triggers": [HOURLY, MONDAYS]})", 1 / 7.0);
    row("except", R"({"base": EVERYSECOND, "exclude": [SUNDAYS]})", 86400.0 * 6 / 7);
    row("except", R"({"base": DAILY, "exclude": [SUNDAYS]})", 6.0 / 7);
}

void TestScheduleFacts::measuresTheRate()
{
    QFETCH(Trigger, trigger);
    QFETCH(double, perDay);
    const auto measured = factsOf(trigger, now, 10).perDay;
    QVERIFY(measured);
    // "about": within two percent
    QVERIFY2(std::abs(*measured / perDay - 1) < 0.02, qPrintable(QString::number(*measured)));
}

void TestScheduleFacts::seesEverySecond_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<bool>("everySecond");
    row("cron", R"({"second": "*"})", true);
    row("interval", R"({"seconds": 1})", true);
    row("interval", R"({"seconds": 0.5})", true);
    row("interval", R"({"seconds": 2})", false);
    row("cron", R"({"second": "*/2"})", false);
    row("cron", R"({"minute": "*"})", false);
}

void TestScheduleFacts::seesEverySecond()
{
    QFETCH(Trigger, trigger);
    QTEST(factsOf(trigger, now, 10).everySecond, "everySecond");
}

void TestScheduleFacts::seesLeapDays_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<std::optional<int>>("year");
    row("cron", R"({"month": 2, "day": 29})", std::optional(2028));
    row("cron", R"({"month": 2, "day": 29, "minute": "*/5"})", std::optional(2028));
    row("cron", R"({"month": 2, "day": 29, "day_of_week": "sun"})", std::optional(2032));
    row("calendarinterval", R"({"years": 1, "start_date": "2024-02-29"})", std::optional(2028));
    row("or", R"({"triggers": [{"kind": "cron", "args": {"month": 2, "day": 29}}]})",
        std::optional(2028));
    row("cron", R"({"month": 2, "day": "28-29"})", std::optional<int>());
    row("cron", R"({"month": 2, "day": "last"})", std::optional<int>());
    row("date", R"({"run_date": "2028-02-29"})", std::optional<int>());
    row("interval", R"({"hours": 1, "start_date": "2028-02-29"})", std::optional<int>());
}

void TestScheduleFacts::seesLeapDays()
{
    QFETCH(Trigger, trigger);
    QTEST(factsOf(trigger, now, 10).leapYear, "year");
}

void TestScheduleFacts::findsRemovedDates_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<std::vector<CivilDate>>("dates");
    using Dates = std::vector<CivilDate>;
    row("cron", R"({"hour": 9})", Dates());
    row("except", R"({"base": DAILY, "exclude_dates": ["2026-12-26", "2026-12-25"]})",
        Dates{{2026, 12, 25}, {2026, 12, 26}});
    // 2026-12-25 is a Friday: nothing would fire then.
    row("except", R"({"base": MONDAYS, "exclude_dates": ["2026-12-25", "2026-12-28"]})",
        Dates{{2026, 12, 28}});
    row("except", R"({"base": DAILY, "exclude_dates": ["2026-11-20", "2029-01-01"]})", Dates());
    row("except", R"({"base": DAILY, "exclude":
            [{"kind": "cron", "args": {"month": 12, "day": "24-26", "second": "*"}}]})",
        Dates{{2026, 12, 24}, {2026, 12, 25}, {2026, 12, 26}});
    row("or", R"({"triggers": [DAILY, {"kind": "except", "args":
            {"base": HOURLY, "exclude_dates": ["2026-12-25"]}}]})",
        Dates{{2026, 12, 25}});
    // Another part fires all the same.
    row("or", R"({"triggers": [DAILY, {"kind": "except", "args":
            {"base": DAILY, "exclude_dates": ["2026-12-25"]}}]})",
        Dates());
    row("except", R"({"base": {"kind": "cron", "args": {"hour": 23, "timezone": "Asia/Tokyo"}},
            "exclude_dates": ["2026-12-25"]})",
        Dates{{2026, 12, 25}});
}

void TestScheduleFacts::findsRemovedDates()
{
    QFETCH(Trigger, trigger);
    QTEST(factsOf(trigger, now, 10).removedDates, "dates");
}

void TestScheduleFacts::answersAtOnce_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<bool>("fires");
    row("cron", R"({"second": "*", "timezone": "America/New_York"})", true);
    row("cron", R"({"hour": 2, "second": "*", "timezone": "America/New_York"})", true);
    row("cron", R"({"month": 2, "day": 30})", false);
    row("cron", R"({"month": 2, "day": 29, "day_of_week": "mon"})", true);
    row("interval", R"({"seconds": 0.000001})", true);
    row("calendarinterval", R"({"days": 1, "hour": 2, "timezone": "America/New_York"})", true);
    row("except", R"({"base": EVERYSECOND, "exclude": [SUNDAYS, HOURLY, MONDAYS]})", true);
    row("or", R"({"triggers": [EVERYSECOND, SUNDAYS, HOURLY, MONDAYS, DAILY, DAILY, DAILY]})",
        true);
    row("and", R"({"triggers": [EVERYSECOND, {"kind": "interval", "args": {"seconds": 7}},
                                {"kind": "interval", "args": {"seconds": 11}}]})",
        true);
}

void TestScheduleFacts::answersAtOnce()
{
    QFETCH(Trigger, trigger);
    const CpuTimer timer;
    const auto facts = factsOf(trigger, now, 10);
    const auto taken = timer.elapsed();
    QTEST(!facts.firesNoMore(), "fires");
    // A keystroke has 30 ms in a release build; this build is some five times slower.
    QVERIFY2(taken < 150, qPrintable(QString::number(taken)));
}

QTEST_GUILESS_MAIN(TestScheduleFacts)
#include "tst_schedulefacts.moc"
