// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/instant.h"
#include "core/time/zone.h"

#include <QTest>

using namespace carillon;

class TestInstant : public QObject
{
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
    void readsWhatIsWritten_data();
    void readsWhatIsWritten();
    void keepsTheOffsetAsWritten();
    void refuses_data();
    void refuses();
};

namespace {

Zone zone(const QString &id)
{
    const auto named = Zone::named(id);
    return named ? *named : Zone::fixed(std::chrono::seconds(1)); // not used by any row
}

} // namespace

void TestInstant::prints_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("zoneId");
    QTest::addColumn<QString>("expected");
    QTest::newRow("UTC is a number too")
        << qint64(0) << u"UTC"_qs << u"1970-01-01T00:00:00+00:00"_qs;
    QTest::newRow("fraction has six digits")
        << qint64(1'500'000) << u"UTC"_qs << u"1970-01-01T00:00:01.500000+00:00"_qs;
    QTest::newRow("before 1970") << qint64(-1) << u"UTC"_qs
                                 << u"1969-12-31T23:59:59.999999+00:00"_qs;
    QTest::newRow("east") << qint64(1'893'427'200'000'000) << u"Asia/Shanghai"_qs
                          << u"2030-01-01T00:00:00+08:00"_qs;
    QTest::newRow("half an hour west")
        << qint64(0) << u"-03:30"_qs << u"1969-12-31T20:30:00-03:30"_qs;
    QTest::newRow("offset with seconds") << qint64(-3'786'825'600'000'000) << u"America/New_York"_qs
                                         << u"1849-12-31T19:03:58-04:56:02"_qs;
    QTest::newRow("first") << qint64(earliestInstant.time_since_epoch().count()) << u"UTC"_qs
                           << u"0001-01-01T00:00:00+00:00"_qs;
    QTest::newRow("last") << qint64(latestInstant.time_since_epoch().count()) << u"UTC"_qs
                          << u"9999-12-31T23:59:59.999999+00:00"_qs;
}

void TestInstant::prints()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, zoneId);
    QFETCH(QString, expected);
    const Instant instant{Duration(microseconds)};
    QCOMPARE(toIso(instant, zone(zoneId)), expected);
    if (zoneId == u"UTC")
        QCOMPARE(toIso(instant), expected);
}

void TestInstant::readsWhatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("zoneId");
    QTest::addColumn<QString>("utc");
    const QString berlin = u"Europe/Berlin"_qs;
    QTest::newRow("date alone") << u"2024-03-10"_qs << u"UTC"_qs << u"2024-03-10T00:00:00+00:00"_qs;
    QTest::newRow("date in a zone") << u"2024-7-6"_qs << berlin << u"2024-07-05T22:00:00+00:00"_qs;
    QTest::newRow("blank between")
        << u"2024-03-10 02:30"_qs << u"UTC"_qs << u"2024-03-10T02:30:00+00:00"_qs;
    QTest::newRow("single digits")
        << u"2024-3-1T2:3:4"_qs << u"UTC"_qs << u"2024-03-01T02:03:04+00:00"_qs;
    QTest::newRow("half a second")
        << u"2024-03-10T02:30:00.5"_qs << u"UTC"_qs << u"2024-03-10T02:30:00.500000+00:00"_qs;
    QTest::newRow("nine digits") << u"2024-03-10T02:30:00.123456789"_qs << u"UTC"_qs
                                 << u"2024-03-10T02:30:00.123456+00:00"_qs;
    QTest::newRow("Z wins over the zone")
        << u"2024-03-10T02:30:00Z"_qs << berlin << u"2024-03-10T02:30:00+00:00"_qs;
    QTest::newRow("offset") << u"2024-03-10T02:30:00+05:30"_qs << berlin
                            << u"2024-03-09T21:00:00+00:00"_qs;
    QTest::newRow("offset without colon")
        << u"2024-03-10T02:30-0330"_qs << berlin << u"2024-03-10T06:00:00+00:00"_qs;
    QTest::newRow("offset of hours")
        << u"2024-03-10T02:30:00.5+23"_qs << berlin << u"2024-03-09T03:30:00.500000+00:00"_qs;
    QTest::newRow("gap is shifted")
        << u"2024-03-31T02:30:00"_qs << berlin << u"2024-03-31T01:30:00+00:00"_qs;
    QTest::newRow("overlap is the first pass")
        << u"2024-10-27T02:30:00"_qs << berlin << u"2024-10-27T00:30:00+00:00"_qs;
    QTest::newRow("leap day") << u"2000-02-29"_qs << u"UTC"_qs << u"2000-02-29T00:00:00+00:00"_qs;
    QTest::newRow("last") << u"9999-12-31T23:59:59.999999Z"_qs << berlin
                          << u"9999-12-31T23:59:59.999999+00:00"_qs;
}

void TestInstant::readsWhatIsWritten()
{
    QFETCH(QString, text);
    QFETCH(QString, zoneId);
    QFETCH(QString, utc);
    const auto instant = parseInstant(text, zone(zoneId));
    QVERIFY2(instant, instant ? "" : qPrintable(instant.error().message));
    QCOMPARE(toIso(*instant), utc);
}

void TestInstant::keepsTheOffsetAsWritten()
{
    const auto with = parseWrittenTime(u"1970-01-01T01:00:00+08:00");
    QVERIFY(with);
    QCOMPARE(with->local.time_since_epoch(), Duration(std::chrono::hours(1)));
    QCOMPARE(with->offset, std::optional<std::chrono::seconds>(std::chrono::hours(8)));
    const auto without = parseWrittenTime(u"1970-01-01T01:00:00");
    QVERIFY(without);
    QCOMPARE(without->offset, std::nullopt);
}

void TestInstant::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const QString accepted =
        u"%1 is not a date; 2024-03-10 or 2024-03-10T02:30:00.5+01:00 is accepted"_qs;
    const auto notADate = [&](const char *name, const QString &text) {
        QTest::newRow(name) << text << accepted.arg(u'\'' + text + u'\'');
    };
    notADate("empty", QString());
    notADate("word", u"tomorrow"_qs);
    notADate("blank before", u" 2024-01-05"_qs);
    notADate("blank after", u"2024-01-05 "_qs);
    notADate("five-digit year", u"12024-01-05"_qs);
    notADate("compact", u"20240105"_qs);
    notADate("T without a time", u"2024-01-05T"_qs);
    notADate("hour alone", u"2024-01-05T10"_qs);
    notADate("small t", u"2024-01-05t10:00"_qs);
    notADate("small z", u"2024-01-05T10:00z"_qs);
    notADate("offset after a bare date", u"2024-01-05Z"_qs);
    notADate("blank before the offset", u"2024-01-05T10:00 +05:00"_qs);
    notADate("offset of 24 hours", u"2024-01-05T10:00+24:00"_qs);
    notADate("75 minutes", u"2024-01-05T10:00+05:75"_qs);
    notADate("colon and no minutes", u"2024-01-05T10:00+05:"_qs);
    notADate("point and no fraction", u"2024-01-05T10:00:00."_qs);
    notADate("ten digits", u"2024-01-05T10:00:00.1234567890"_qs);
    notADate("digits of another script", u"٢٠٢٤-05-06"_qs);
    QTest::newRow("newline") << u"2024-01-05\n"_qs << accepted.arg(u"'2024-01-05\uFFFD'"_qs);
    QTest::newRow("month 13") << u"2024-13-01"_qs
                              << u"'2024-13-01' does not exist: month must be in 1..12"_qs;
    QTest::newRow("29 February") << u"2023-02-29"_qs
                                 << u"'2023-02-29' does not exist: day must be in 1..28"_qs;
    QTest::newRow("year 0") << u"0000-01-05"_qs
                            << u"'0000-01-05' does not exist: year must be in 1..9999"_qs;
    QTest::newRow("24:00") << u"2024-01-05 24:00"_qs
                           << u"'2024-01-05 24:00' does not exist: hour must be in 0..23"_qs;
    QTest::newRow("second 60")
        << u"2024-01-05T10:00:60Z"_qs
        << u"'2024-01-05T10:00:60Z' does not exist: second must be in 0..59"_qs;
    QTest::newRow("year 10000 in UTC")
        << u"9999-12-31T20:00-05:00"_qs
        << u"'9999-12-31T20:00-05:00' lies outside the years 1 to 9999 in UTC"_qs;
}

void TestInstant::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    const auto instant = parseInstant(text, Zone::utc());
    QVERIFY(!instant);
    QCOMPARE(instant.error().message, message);
    QCOMPARE(instant.error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestInstant)
#include "tst_instant.moc"
