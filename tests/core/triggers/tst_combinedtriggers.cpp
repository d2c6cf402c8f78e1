// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/triggerjson.h"

#include "support/cputimer.h"
#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestCombinedTriggers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void combines_data();
    void combines();
    void givesUpOnEmptySets_data();
    void givesUpOnEmptySets();
    void searchesWithinItsBudget();
    void knowsTheZoneOfAllItsTimes_data();
    void knowsTheZoneOfAllItsTimes();
};

namespace {

Trigger read(const QByteArray &kind, const QByteArray &args)
{
    return readTrigger(QString::fromLatin1(kind), args);
}

} // namespace

void TestCombinedTriggers::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestCombinedTriggers::combines_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *name, const char *kind, const char *args, const char *from,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(kind) << QByteArray(args) << QString::fromLatin1(from)
                            << QString::fromLatin1(expected);
    };
    add("or: each keeps its grid, common times once", "or", R"({"triggers": [
        {"kind": "interval", "args": {"minutes": 4, "start_date": "2024-01-01"}},
        {"kind": "interval", "args": {"minutes": 6, "start_date": "2024-01-01"}}]})",
        "2024-01-01T00:01Z",
        "2024-01-01T00:04:00+00:00 2024-01-01T00:06:00+00:00 2024-01-01T00:08:00+00:00 "
        "2024-01-01T00:12:00+00:00");
    add("or: shown as the first that fires", "or", R"({"triggers": [
        {"kind": "cron", "args": {"hour": 9, "timezone": "Europe/Berlin"}},
        {"kind": "cron", "args": {"hour": "8,9", "timezone": "UTC"}}]})",
        "2024-01-01",
        "2024-01-01T09:00:00+01:00 2024-01-01T09:00:00+00:00 2024-01-02T09:00:00+01:00 "
        "2024-01-02T09:00:00+00:00");
    add("a date that is past", "or", R"({"triggers": [
        {"kind": "date", "args": {"run_date": "2023-12-31T23:00"}}]})",
        "2024-01-01", "never");
    add("and: Friday the 13th", "and", R"({"triggers": [
        {"kind": "cron", "args": {"day_of_week": "fri"}},
        {"kind": "calendarinterval", "args": {"months": 1, "start_date": "2024-01-13"}}]})",
        "2024-01-01",
        "2024-09-13T00:00:00+00:00 2024-12-13T00:00:00+00:00 2025-06-13T00:00:00+00:00 "
        "2026-02-13T00:00:00+00:00");
    add("and: three, on one's last day", "and", R"({"triggers": [
        {"kind": "cron", "args": {"hour": 12}},
        {"kind": "interval", "args": {"hours": 36, "start_date": "2024-01-01"}},
        {"kind": "cron", "args": {"minute": "*/30", "end_date": "2024-01-05T12:00"}}]})",
        "2024-01-01", "2024-01-02T12:00:00+00:00 2024-01-05T12:00:00+00:00 never");
    add("except: a time and a date", "except", R"({
        "base": {"kind": "cron", "args": {"hour": "7,8"}},
        "exclude": [{"kind": "cron", "args": {"hour": 7, "day_of_week": "mon"}}],
        "exclude_dates": ["2024-01-02"]})",
        "2024-01-01",
        "2024-01-01T08:00:00+00:00 2024-01-03T07:00:00+00:00 2024-01-03T08:00:00+00:00 "
        "2024-01-04T07:00:00+00:00");
    add("except: dates of another zone", "except", R"({
        "base": {"kind": "cron", "args": {"hour": "*/8"}},
        "exclude_dates": ["2024-01-02"], "timezone": "Asia/Tokyo"})",
        "2024-01-01T12:00Z",
        "2024-01-02T16:00:00+00:00 2024-01-03T00:00:00+00:00 2024-01-03T08:00:00+00:00 "
        "2024-01-03T16:00:00+00:00");
    add("except: each shown in its own zone", "except", R"({"base": {"kind": "or", "args":
        {"triggers": [{"kind": "cron", "args": {"hour": 1, "timezone": "Asia/Tokyo"}},
                      {"kind": "cron", "args": {"hour": 13, "timezone": "America/New_York"}}]}},
        "exclude_dates": ["2024-01-03"]})",
        "2024-01-02",
        "2024-01-02T13:00:00-05:00 2024-01-04T01:00:00+09:00 2024-01-05T01:00:00+09:00 "
        "2024-01-04T13:00:00-05:00");
    add("except: midnight is skipped, but not with it all before half past", "except", R"({
        "base": {"kind": "interval", "args": {"minutes": 15, "timezone": "America/Toronto",
                                              "start_date": "1919-03-30T23:00"}},
        "exclude_dates": ["1919-03-30"]})",
        "1919-03-30",
        "1919-03-31T00:30:00-04:00 1919-03-31T00:45:00-04:00 1919-03-31T01:00:00-04:00 "
        "1919-03-31T01:15:00-04:00");
    add("except: a day that is over twice", "except", R"({
        "base": {"kind": "interval", "args": {"minutes": 30, "start_date": "2018-02-17T22:00-02:00",
        "end_date": "2018-02-18T00:30-03:00", "timezone": "America/Sao_Paulo"}},
        "exclude_dates": ["2018-02-17"]})",
        "2018-01-01", "2018-02-18T00:00:00-03:00 2018-02-18T00:30:00-03:00 never");
}

void TestCombinedTriggers::combines()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, args);
    QFETCH(QString, from);
    QTEST(answers(read(kind, args), *parseInstant(from, {}), 4), "expected");
}

void TestCombinedTriggers::givesUpOnEmptySets_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::newRow("09:00 and 10:00") << QByteArray("and") << QByteArray(R"({"triggers": [
        {"kind": "cron", "args": {"hour": 9, "timezone": "America/New_York"}},
        {"kind": "cron", "args": {"hour": 10, "timezone": "America/New_York"}}]})");
    QTest::newRow("intervals that never meet") << QByteArray("and") << QByteArray(R"({"triggers": [
        {"kind": "interval", "args": {"hours": 2, "start_date": "2024-01-01T00:00"}},
        {"kind": "interval", "args": {"hours": 2, "start_date": "2024-01-01T01:00"}}]})");
    QTest::newRow("calendar intervals") << QByteArray("and") << QByteArray(R"({"triggers": [
        {"kind": "calendarinterval", "args": {"days": 1, "months": 1, "start_date": "2024-01-01",
                                              "timezone": "America/New_York"}},
        {"kind": "calendarinterval", "args": {"days": 1, "hour": 1, "start_date": "2024-01-01",
                                              "timezone": "America/New_York"}}]})");
    QTest::newRow("all but all") << QByteArray("except") << QByteArray(R"({
        "base": {"kind": "cron", "args": {"second": "*"}},
        "exclude": [{"kind": "cron", "args": {"second": "*"}}]})");
    QTest::newRow("30 February and the year 9999")
        << QByteArray("and") << QByteArray(R"({"triggers":
        [{"kind": "cron", "args": {"month": 2, "day": 30}},
         {"kind": "cron", "args": {"year": 9999}}]})");
    // What is not known to be a member is not answered, whoever else has a time.
    QTest::newRow("within or") << QByteArray("or") << QByteArray(R"({"triggers": [
        {"kind": "cron", "args": {"hour": 11}},
        {"kind": "and", "args": {"triggers": [{"kind": "cron", "args": {"hour": 9}},
                                              {"kind": "cron", "args": {"hour": 10}}]}}]})");
}

void TestCombinedTriggers::givesUpOnEmptySets()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, args);
    const Trigger trigger = read(kind, args);
    const CpuTimer timer;
    QVERIFY(!trigger.first(*parseInstant(u"2024-01-01", {})));
    // An optimised build takes less than 50 ms; one with sanitizers on a busy machine may not.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

/// Every second, less every second until the end of 2023: each second before is one leap.
void TestCombinedTriggers::searchesWithinItsBudget()
{
    const Trigger trigger = read("except", R"({
        "base": {"kind": "interval", "args": {"seconds": 1, "start_date": "2020-01-01"}},
        "exclude": [{"kind": "interval", "args": {"seconds": 1, "start_date": "2020-01-01",
                                                  "end_date": "2023-12-31T23:59:59"}}]})");
    const Instant newYear = *parseInstant(u"2024-01-01", {});
    QCOMPARE(trigger.first(newYear - std::chrono::seconds(250'000)), newYear);
    QCOMPARE(trigger.first(newYear - std::chrono::seconds(250'001)), std::optional<Instant>());
}

void TestCombinedTriggers::knowsTheZoneOfAllItsTimes_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("zone");
    const char *berlin = R"({"kind": "cron", "args": {"timezone": "Europe/Berlin"}})";
    const char *tokyo = R"({"kind": "cron", "args": {"timezone": "Asia/Tokyo"}})";
    const auto list = [](const char *one, const char *other) {
        return QByteArray(R"({"triggers": [)") + one + ", " + other + "]}";
    };
    QTest::newRow("or") << QByteArray("or") << list(berlin, berlin) << u"Europe/Berlin"_qs;
    QTest::newRow("or of two") << QByteArray("or") << list(berlin, tokyo) << QString();
    QTest::newRow("and") << QByteArray("and") << list(tokyo, berlin) << u"Asia/Tokyo"_qs;
    QTest::newRow("except") << QByteArray("except")
                            << QByteArray(R"({"timezone": "UTC", "base": )") + tokyo + "}"
                            << u"Asia/Tokyo"_qs;
}

void TestCombinedTriggers::knowsTheZoneOfAllItsTimes()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, args);
    const auto zone = read(kind, args).commonZone();
    QTEST(zone ? zone->id() : QString(), "zone");
}

QTEST_GUILESS_MAIN(TestCombinedTriggers)
#include "tst_combinedtriggers.moc"
