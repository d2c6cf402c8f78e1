// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/clockremarks.h"
#include "core/triggers/triggerjson.h"

#include "support/triggers.h"

#include <QTest>

using namespace carillon;

class TestClockRemarks : public QObject
{
    Q_OBJECT

private slots:
    void remarks_data();
    void remarks();
    void looksOnlyAtTheTimeAskedFor();
};

namespace {

Instant utc(QStringView text)
{
    return parseInstant(text, Zone::utc()).value();
}

const Instant now = utc(u"2026-11-20T10:00Z");
const Instant until = utc(u"2027-12-20T10:00Z");

/// `kind: args`, with other triggers by name so that rows stay short.
Trigger trigger(const QByteArray &kind, QByteArray args)
{
    const std::pair<const char *, const char *> names[] = {
        {"NY", R"("timezone": "America/New_York")"},
        {"BERLIN", R"("timezone": "Europe/Berlin")"},
        {"LORDHOWE", R"("timezone": "Australia/Lord_Howe")"},
        {"NIGHTLY", R"({"kind": "cron", "args": {"hour": 2, "minute": 30, NY}})"},
    };
    for (int i = 0; i < 2; ++i) {
        for (const auto &[name, json] : names)
            args.replace(name, json);
    }
    return readTrigger(QString::fromLatin1(kind), args, {now});
}

QString text(LocalTime time)
{
    return toIso(Instant(time.time_since_epoch()), Zone::utc()).first(16);
}

/// `Moved 2027-03-14T02:30 → 2027-03-14T03:30 America/New_York`
QString text(const ClockRemark &remark)
{
    static const QStringList kinds{u"Skipped"_qs, u"Moved"_qs, u"RunsOnce"_qs, u"RunsTwice"_qs,
                                   u"OtherClock"_qs};
    QString result = kinds[int(remark.kind)] + u' ' + text(remark.written.first);
    if (remark.written.last != remark.written.first)
        result += u" to "_qs + text(remark.written.last);
    if (remark.runs != remark.written)
        result += u" → "_qs + text(remark.runs.first);
    return result + u' ' + remark.zone.id();
}

void row(const char *name, const char *kind, const char *args, const QStringList &expected)
{
    QTest::newRow(name) << trigger(kind, args) << expected;
}

} // namespace

void TestClockRemarks::remarks_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<QStringList>("expected");
    const QString moved = u"Moved 2027-03-14T02:30 → 2027-03-14T03:30 America/New_York"_qs;
    const QString once = u"RunsOnce 2027-11-07T01:30 America/New_York"_qs;
    row("day time", "cron", R"({"hour": 9, NY})", {});
    row("no clock changes", "cron", R"({"hour": 2, "minute": 30, "timezone": "Asia/Tokyo"})", {});
    row("moved", "cron", R"({"hour": 2, "minute": 30, NY})", {moved});
    row("skipped", "cron", R"({"hour": 2, "minute": 30, "dst_gap": "skip", NY})",
        {u"Skipped 2027-03-14T02:30 America/New_York"_qs});
    row("moved and once", "cron", R"({"hour": "1,2", "minute": 30, NY})", {moved, once});
    row("several times", "cron", R"({"hour": 2, "minute": "*/15", NY})",
        {u"Moved 2027-03-14T02:00 to 2027-03-14T02:45 → 2027-03-14T03:00 America/New_York"_qs});
    row("merges with times that exist", "cron", R"({"hour": "2,3", "minute": 30, NY})", {});
    row("twice", "cron", R"({"hour": 1, "minute": 30, "dst_overlap": "both", NY})",
        {u"RunsTwice 2027-11-07T01:30 America/New_York"_qs});
    row("hourly", "cron", R"({"minute": 30, NY})", {});
    row("hourly, but first only", "cron", R"({"minute": 30, "dst_overlap": "first", NY})", {once});
    row("half an hour", "cron", R"({"hour": 2, "minute": 15, LORDHOWE})",
        {u"Moved 2027-10-03T02:15 → 2027-10-03T02:45 Australia/Lord_Howe"_qs});
    row("not on that day", "cron", R"({"hour": 2, "minute": 30, "day_of_week": "mon", NY})", {});
    row("over before", "cron", R"({"hour": 2, "minute": 30, "end_date": "2027-03-13", NY})", {});
    row("calendar interval", "calendarinterval",
        R"({"days": 1, "hour": 2, "minute": 30, "start_date": "2026-11-20", NY})", {moved});
    row("calendar interval, skipped", "calendarinterval",
        R"({"days": 1, "hour": 2, "minute": 30, "dst_gap": "skip", "start_date": "2026-11-20", NY})",
        {u"Skipped 2027-03-14T02:30 America/New_York"_qs});
    row("calendar interval in the overlap", "calendarinterval",
        R"({"days": 1, "hour": 1, "minute": 30, "start_date": "2026-11-20", NY})", {once});
    row("days of 24 hours", "interval", R"({"days": 1, "start_date": "2026-11-20 06:00", NY})",
        {u"OtherClock 2027-03-14T06:00 → 2027-03-14T07:00 America/New_York"_qs,
         u"OtherClock 2027-11-07T07:00 → 2027-11-07T06:00 America/New_York"_qs});
    row("hours do not mind", "interval", R"({"hours": 1, NY})", {});
    row("inside or", "or",
        R"({"triggers": [{"kind": "cron", "args": {"hour": 9, BERLIN}}, NIGHTLY]})", {moved});
    row("inside or, but another part fires then", "or",
        R"({"triggers": [NIGHTLY, {"kind": "cron", "args": {"hour": 3, "minute": 30, NY}}]})", {});
    row("two zones", "or",
        R"({"triggers": [NIGHTLY, {"kind": "cron", "args": {"hour": 2, "minute": 30, BERLIN}}]})",
        {moved, u"Moved 2027-03-28T02:30 → 2027-03-28T03:30 Europe/Berlin"_qs,
         u"RunsOnce 2027-10-31T02:30 Europe/Berlin"_qs});
    row("inside and", "and",
        R"({"triggers": [NIGHTLY, {"kind": "cron", "args": {"second": 0, NY}}]})", {moved});
    row("inside and, which has no such day", "and",
        R"({"triggers": [NIGHTLY, {"kind": "cron", "args": {"minute": "*", "month": 6, NY}}]})",
        {});
    row("base of except", "except", R"({"base": NIGHTLY, "exclude_dates": ["2027-12-25"]})",
        {moved});
    row("excluded by its date", "except", R"({"base": NIGHTLY, "exclude_dates": ["2027-03-14"]})",
        {});
}

void TestClockRemarks::remarks()
{
    QFETCH(Trigger, trigger);
    QStringList texts;
    for (const ClockRemark &remark : clockRemarks(trigger, now, until))
        texts.append(text(remark));
    QTEST(texts, "expected");
}

void TestClockRemarks::looksOnlyAtTheTimeAskedFor()
{
    const Trigger nightly = trigger("cron", R"({"hour": 2, "minute": 30, NY})");
    QCOMPARE(clockRemarks(nightly, utc(u"2027-03-14T07:00Z"), until).size(), 0);
    QCOMPARE(clockRemarks(nightly, utc(u"2027-03-14T06:59Z"), utc(u"2028-03-13T00:00Z")).size(), 2);
}

QTEST_GUILESS_MAIN(TestClockRemarks)
#include "tst_clockremarks.moc"
