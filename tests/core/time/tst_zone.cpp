// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zone.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestZone : public QObject
{
    Q_OBJECT

private slots:
    void showsTheRealOffset_data();
    void showsTheRealOffset();
    void readsWallClocks_data();
    void readsWallClocks();
    void spansHoldNoChange();
    void acceptsNames_data();
    void acceptsNames();
    void refusesNames_data();
    void refusesNames();
    void followsTheMachine_data();
    void followsTheMachine();
    void looksInTheGivenDirectory();
    void offersNames();
};

namespace {

Zone zone(const QString &id)
{
    const auto named = Zone::named(id);
    if (!named)
        qFatal("no zone %s", qPrintable(id));
    return *named;
}

Instant utc(const QString &text)
{
    return *parseInstant(text, Zone::utc());
}

LocalTime wallClock(const QString &text)
{
    return parseWrittenTime(text)->local;
}

} // namespace

void TestZone::showsTheRealOffset_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("instant");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *id, const char *instant, const char *shown) {
        QTest::newRow(name) << QString::fromLatin1(id) << QString::fromLatin1(instant)
                            << QString::fromLatin1(shown);
    };
    row("before the change", "America/New_York", "2024-03-10T06:59:59.999999Z",
        "2024-03-10T01:59:59.999999-05:00");
    row("at the change", "America/New_York", "2024-03-10T07:00Z", "2024-03-10T03:00:00-04:00");
    row("2050 from the rule", "America/New_York", "2050-07-01T00:00Z", "2050-06-30T20:00:00-04:00");
    row("2099, winter", "Europe/Berlin", "2099-12-01T00:00Z", "2099-12-01T01:00:00+01:00");
    row("2099, southern summer", "Australia/Lord_Howe", "2099-12-01T00:00Z",
        "2099-12-01T11:00:00+11:00");
    row("9999", "America/New_York", "9999-07-01T00:00Z", "9999-06-30T20:00:00-04:00");
    row("9999, last Sunday of March", "Europe/Berlin", "9999-03-28T01:00Z",
        "9999-03-28T03:00:00+02:00");
    row("negative summer time", "Europe/Dublin", "2060-01-15T12:00Z", "2060-01-15T12:00:00+00:00");
    row("quoted names in the rule", "America/Nuuk", "2050-07-01T00:00Z",
        "2050-06-30T23:00:00-01:00");
    row("before any record", "Europe/Berlin", "0001-01-01T00:00Z", "0001-01-01T00:53:28+00:53:28");
    row("no changes", "Etc/GMT+5", "2024-07-01T00:00Z", "2024-06-30T19:00:00-05:00");
    row("fixed", "+05:45", "2024-07-01T00:00Z", "2024-07-01T05:45:00+05:45");
}

void TestZone::showsTheRealOffset()
{
    QFETCH(QString, id);
    QFETCH(QString, instant);
    QTEST(toIso(utc(instant), zone(id)), "shown");
}

void TestZone::readsWallClocks_data()
{
    using Kind = LocalLookup::Kind;
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("local");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *name, const char *id, const char *local, Kind kind,
                        const char *first, const char *second) {
        QTest::newRow(name) << QString::fromLatin1(id) << QString::fromLatin1(local) << int(kind)
                            << QString::fromLatin1(first) << QString::fromLatin1(second);
    };
    const char *newYork = "America/New_York";
    row("plain", newYork, "2024-06-01T12:00", Kind::Unique, "2024-06-01T12:00:00-04:00",
        "2024-06-01T12:00:00-04:00");
    row("last before a gap", newYork, "2024-03-10T01:59:59", Kind::Unique,
        "2024-03-10T01:59:59-05:00", "2024-03-10T01:59:59-05:00");
    row("gap", newYork, "2024-03-10T02:30", Kind::Gap, "2024-03-10T03:30:00-04:00",
        "2024-03-10T01:30:00-05:00");
    row("first after a gap", newYork, "2024-03-10T03:00", Kind::Unique, "2024-03-10T03:00:00-04:00",
        "2024-03-10T03:00:00-04:00");
    row("overlap", newYork, "2024-11-03T01:30", Kind::Overlap, "2024-11-03T01:30:00-04:00",
        "2024-11-03T01:30:00-05:00");
    row("after the overlap", newYork, "2024-11-03T02:00", Kind::Unique, "2024-11-03T02:00:00-05:00",
        "2024-11-03T02:00:00-05:00");
    row("gap in 2099", newYork, "2099-03-08T02:30", Kind::Gap, "2099-03-08T03:30:00-04:00",
        "2099-03-08T01:30:00-05:00");
    row("gap in 9999", newYork, "9999-03-14T02:30", Kind::Gap, "9999-03-14T03:30:00-04:00",
        "9999-03-14T01:30:00-05:00");
    row("half-hour gap", "Australia/Lord_Howe", "2024-10-06T02:15", Kind::Gap,
        "2024-10-06T02:45:00+11:00", "2024-10-06T01:45:00+10:30");
    row("half-hour overlap", "Australia/Lord_Howe", "2024-04-07T01:45", Kind::Overlap,
        "2024-04-07T01:45:00+11:00", "2024-04-07T01:45:00+10:30");
    row("the day Apia left out", "Pacific/Apia", "2011-12-30T09:00", Kind::Gap,
        "2011-12-31T09:00:00+14:00", "2011-12-29T09:00:00-10:00");
    row("a day without midnight", "America/Sao_Paulo", "2018-11-04T00:00", Kind::Gap,
        "2018-11-04T01:00:00-02:00", "2018-11-03T23:00:00-03:00");
    row("fixed", "-03:00", "2018-11-04T00:00", Kind::Unique, "2018-11-04T00:00:00-03:00",
        "2018-11-04T00:00:00-03:00");
}

void TestZone::readsWallClocks()
{
    QFETCH(QString, id);
    QFETCH(QString, local);
    const Zone place = zone(id);
    const LocalLookup found = place.lookup(wallClock(local));
    QTEST(int(found.kind), "kind");
    QTEST(toIso(found.first, place), "first");
    QTEST(toIso(found.second, place), "second");
    QCOMPARE(place.fromLocal(wallClock(local)), found.first);
}

void TestZone::spansHoldNoChange()
{
    const Zone::Span summer = zone(u"America/New_York"_qs).spanAt(utc(u"2050-07-01"_qs));
    QCOMPARE(toIso(summer.begin), u"2050-03-13T07:00:00+00:00"_qs);
    QCOMPARE(toIso(summer.end), u"2050-11-06T06:00:00+00:00"_qs);
    QCOMPARE(summer.offset, std::chrono::seconds(std::chrono::hours(-4)));
    const Zone::Span far = zone(u"America/New_York"_qs).spanAt(utc(u"9000-07-01"_qs));
    QCOMPARE(toIso(far.begin), u"9000-03-09T07:00:00+00:00"_qs);
    // Where the table of a rule ends, its repetition goes on.
    const Zone newYork = zone(u"America/New_York"_qs);
    for (Instant at = utc(u"2430-01-01"_qs); at < utc(u"2450-01-01"_qs);) {
        const Zone::Span span = newYork.spanAt(at);
        QVERIFY(span.begin <= at && at < span.end);
        QVERIFY(span.end - at < std::chrono::days(366));
        at = span.end;
    }
    const Zone::Span always = Zone::utc().spanAt(utc(u"2050-07-01"_qs));
    QCOMPARE(always.begin, Instant::min());
    QCOMPARE(always.end, Instant::max());
}

void TestZone::acceptsNames_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"UTC", "Europe/Berlin", "US/Eastern", "Asia/Calcutta", "EST5EDT",
                           "Etc/GMT+5", "America/Argentina/Buenos_Aires", "+08:00", "-00:30"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestZone::acceptsNames()
{
    QFETCH(QString, id);
    const auto named = Zone::named(id);
    QVERIFY(named);
    QCOMPARE(named->id(), id);
    QVERIFY(*named == *Zone::named(id));
}

void TestZone::refusesNames_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"", "Nope", "Nope/Zone", "europe/berlin", "CST-8", "UTC+03:00", "../etc/passwd",
          "/usr/share/zoneinfo/UTC", "posix/UTC", "right/UTC", "localtime", "Europe", "tzdata.zi",
          "Europe/Berlin ", "+8", "+24:00", "leapseconds"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestZone::refusesNames()
{
    QFETCH(QString, id);
    const auto named = Zone::named(id);
    QVERIFY(!named);
    QCOMPARE(named.error().message,
             u"'%1' is not a time zone known here; a name such as Europe/Berlin or an offset such "
             u"as +08:00 is accepted"_qs.arg(id));
}

void TestZone::followsTheMachine_data()
{
    QTest::addColumn<QByteArray>("environment");
    QTest::addColumn<QString>("id");
    QTest::newRow("name") << QByteArray("Asia/Tokyo") << u"Asia/Tokyo"_qs;
    QTest::newRow("colon") << QByteArray(":Asia/Tokyo") << u"Asia/Tokyo"_qs;
    QTest::newRow("path") << QByteArray("/usr/share/zoneinfo/Asia/Tokyo") << u"Asia/Tokyo"_qs;
    QTest::newRow("rule without summer time") << QByteArray("CST-8") << u"+08:00"_qs;
    QTest::newRow("empty is UTC") << QByteArray("") << u"UTC"_qs;
}

void TestZone::followsTheMachine()
{
    QFETCH(QByteArray, environment);
    const QByteArray before = qgetenv("TZ");
    const auto restore = qScopeGuard([&] { qputenv("TZ", before); });
    qputenv("TZ", environment);
    QTEST(Zone::system().id(), "id");
}

void TestZone::looksInTheGivenDirectory()
{
    QTemporaryDir directory;
    QVERIFY(QFile::copy(u"/usr/share/zoneinfo/Asia/Tokyo"_qs, directory.filePath(u"Mine"_qs)));
    QFile broken(directory.filePath(u"Broken"_qs));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("TZif2 but no more than that");
    broken.close();

    const auto restore = qScopeGuard([] { qunsetenv("TZDIR"); });
    qputenv("TZDIR", directory.path().toLocal8Bit());
    const auto mine = Zone::named(u"Mine");
    QVERIFY(mine);
    QCOMPARE(mine->offsetAt(utc(u"2024-01-01"_qs)), std::chrono::hours(9));
    QVERIFY(!Zone::named(u"Broken"));
    QVERIFY(!Zone::named(u"Asia/Tokyo"));
    QVERIFY(Zone::named(u"UTC"));
}

void TestZone::offersNames()
{
    const QStringList ids = Zone::availableIds();
    QVERIFY(ids.size() > 400);
    QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    for (const QString &id : ids)
        QVERIFY2(Zone::named(id), qPrintable(id));
    QVERIFY(ids.contains(u"UTC"_qs));
    QVERIFY(ids.contains(u"Asia/Shanghai"_qs));
}

QTEST_GUILESS_MAIN(TestZone)
#include "tst_zone.moc"
