// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "core/triggers/triggerjson.h"
#include "core/util/json.h"

#include <QTest>

#include <cstdlib>

using namespace carillon;

namespace {

thread_local qint64 allocations = 0;

} // namespace

// Qt's containers call malloc themselves, so that counting `new` alone would miss them. These two
// take the place of the C library's, which are still there under other names.
extern "C" void *__libc_malloc(std::size_t size) noexcept;
extern "C" void *__libc_realloc(void *block, std::size_t size) noexcept;

extern "C" void *malloc(std::size_t size) noexcept
{
    ++allocations;
    return __libc_malloc(size);
}

extern "C" void *realloc(void *block, std::size_t size) noexcept
{
    ++allocations;
    return __libc_realloc(block, size);
}

/// What must be quick does not ask for memory.
class TestAllocations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countsAllocations();
    void readsWithout_data();
    void readsWithout();
    void readsFieldsWithout();
    void findsTheNextFiringWithout_data();
    void findsTheNextFiringWithout();
};

void TestAllocations::initTestCase()
{
    qputenv("TZDIR", CARILLON_TEST_DATA "/zoneinfo");
}

void TestAllocations::countsAllocations()
{
    const qint64 before = allocations;
    const QString text(100, u'x');
    const auto number = std::make_unique<int>(1);
    QCOMPARE(allocations - before, 2);
    QCOMPARE(text.size() + *number, 101);
}

void TestAllocations::readsWithout_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    using enum CronDialect;
    QTest::newRow("crontab") << Crontab << u"*/5 9-17 1,15 jan-mar mon-fri"_qs;
    QTest::newRow("alias") << Crontab << u"@daily"_qs;
    QTest::newRow("seconds") << Seconds << u"0 0 9 * * 1-5"_qs;
    QTest::newRow("quartz weekday") << Quartz << u"0 0 9 ? * friL 2030-2040/2"_qs;
    QTest::newRow("quartz day") << Quartz << u"0 0 9 L-3W * ?"_qs;
    QTest::newRow("kinit") << Kinit << u"0 0 9 15W,L * 0#1,4L"_qs;
    QTest::newRow("apscheduler") << ApschedulerCrontab << u"0 9 last * mon-5"_qs;
}

void TestAllocations::readsWithout()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    const qint64 before = allocations;
    const auto masks = readCron(dialect, text);
    QCOMPARE(allocations, before);
    QVERIFY(masks);
}

void TestAllocations::readsFieldsWithout()
{
    CronTexts texts;
    texts[std::size_t(CronField::Day)] = u"3rd mon, last fri"_qs;
    texts[std::size_t(CronField::Hour)] = u"9-17/2"_qs;
    const qint64 before = allocations;
    const auto masks = readCronFields(texts);
    QCOMPARE(allocations, before);
    QVERIFY(masks);
}

void TestAllocations::findsTheNextFiringWithout_data()
{
    QTest::addColumn<QByteArray>("trigger");
    QTest::newRow("date") << QByteArray(R"({"kind": "date", "args": {"run_date": "2040-01-01"}})");
    QTest::newRow("interval") << QByteArray(
        R"({"kind": "interval", "args": {"hours": 5, "start_date": "2024-01-01"}})");
    QTest::newRow("cron") << QByteArray(
        R"({"kind": "cron", "args": {"day": "last fri", "hour": 2, "timezone": "Europe/Berlin"}})");
    QTest::newRow("quartz") << QByteArray(
        R"({"kind": "expr", "args": {"dialect": "quartz", "expr": "0 30 2 ? * 6#5",
            "timezone": "America/New_York"}})");
    QTest::newRow("calendarinterval") << QByteArray(
        R"({"kind": "calendarinterval", "args": {"months": 1, "start_date": "2024-01-31",
            "timezone": "Europe/Berlin"}})");
    QTest::newRow("or") << QByteArray(
        R"({"kind": "or", "args": {"triggers": [
            {"kind": "cron", "args": {"hour": 3}}, {"kind": "cron", "args": {"hour": 5}}]}})");
    QTest::newRow("and") << QByteArray(
        R"({"kind": "and", "args": {"triggers": [
            {"kind": "cron", "args": {"day": 13, "hour": 5}}, {"kind": "cron", "args": {"hour": 5}}]}})");
    QTest::newRow("except") << QByteArray(
        R"({"kind": "except", "args": {"base": {"kind": "cron", "args": {"hour": 5}},
            "exclude": [{"kind": "cron", "args": {"day_of_week": "sat,sun"}}],
            "exclude_dates": ["2024-12-25"]}})");
}

void TestAllocations::findsTheNextFiringWithout()
{
    QFETCH(QByteArray, trigger);
    const QJsonObject object = parseJson(trigger)->toObject();
    const Instant now = *parseInstant(u"2024-12-24T12:00:00Z", Zone::utc());
    const auto read = triggerFromJson(object.value(u"kind").toString(),
                                      object.value(u"args").toObject(), {now, Zone::utc()});
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    std::optional<Instant> next = read->first(now);
    QVERIFY(next);
    const qint64 before = allocations;
    for (int i = 0; next && i < 50; ++i)
        next = read->first(*next + Duration(1));
    QCOMPARE(allocations, before);
}

QTEST_GUILESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
