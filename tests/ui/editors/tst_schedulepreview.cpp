// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/previewpanel.h"
#include "ui/editors/schedulepreview.h"
#include "ui/format/jobtext.h"

#include "drive.h"
#include "support/cputimer.h"
#include "support/fakeclock.h"

#include <QTableWidget>

using namespace carillon;
using namespace carillon::ui;
using namespace std::chrono_literals;

namespace {

Instant utc(QStringView text)
{
    return parseInstant(text, Zone::utc()).value();
}

Zone zone(QStringView name)
{
    return Zone::named(name).value();
}

Trigger cron(std::initializer_list<std::pair<CronField, QString>> fields, const Zone &zone = {},
             CronOptions options = {})
{
    CronTexts texts;
    for (const auto &[field, text] : fields)
        texts[size_t(field)] = text;
    return CronTrigger(CronFields(*readCronFields(texts)), zone, options, cronNotation(texts));
}

Trigger every(Duration step, const Zone &zone = {}, std::optional<Instant> end = {})
{
    return *IntervalTrigger::create(utc(u"2026-11-20T10:00Z"), step, end, zone);
}

SchedulePreview preview(const Trigger &trigger, Instant now)
{
    return previewOf(trigger, {}, now, Zone::utc(), QLocale::c());
}

} // namespace

class TestSchedulePreview : public QObject
{
    Q_OBJECT

private slots:
    void listsTheNextTimes();
    void delaysAsTheEngineWill();
    void saysHowOften_data();
    void saysHowOften();
    void notes_data();
    void notes();
    void saysGaps_data();
    void saysGaps();
    void answersWithinAKeystroke_data();
    void answersWithinAKeystroke();
    void panelShowsTimesAndGaps();
    void panelKeepsTheLastGoodListGreyed();
    void panelNamesAnotherZone();
};

using enum CronField;

void TestSchedulePreview::listsTheNextTimes()
{
    const auto times =
        preview(cron({{DayOfWeek, u"mon-fri"_qs}, {Hour, u"9"_qs}}), utc(u"2026-11-20T10:00Z"))
            .times;
    const std::vector<Instant> expected{utc(u"2026-11-23T09:00Z"), utc(u"2026-11-24T09:00Z"),
                                        utc(u"2026-11-25T09:00Z"), utc(u"2026-11-26T09:00Z"),
                                        utc(u"2026-11-27T09:00Z"), utc(u"2026-11-30T09:00Z"),
                                        utc(u"2026-12-01T09:00Z"), utc(u"2026-12-02T09:00Z"),
                                        utc(u"2026-12-03T09:00Z"), utc(u"2026-12-04T09:00Z")};
    QCOMPARE(times, expected);
}

void TestSchedulePreview::delaysAsTheEngineWill()
{
    Job job;
    job.id.text = u"backup"_qs;
    job.trigger = every(1h).withJitter(10min);
    job.next = job.trigger->first(utc(u"2026-11-20T10:00Z"));
    const auto times = previewOf(job.trigger, job.id, *job.next, Zone::utc(), QLocale::c()).times;
    QCOMPARE(times, upcomingTimes(job, 10));
    Instant due = *job.next;
    for (const Instant start : times) {
        QVERIFY(start > due && start <= due + 10min);
        due += 1h;
    }
    const auto others =
        previewOf(job.trigger, {u"report"_qs}, *job.next, Zone::utc(), QLocale::c()).times;
    QVERIFY(times != others);
}

void TestSchedulePreview::saysHowOften_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<QString>("rate");
    QTest::newRow("every 15 minutes") << cron({{Minute, u"*/15"_qs}}) << u"about 96 times a day"_qs;
    QTest::newRow("daily") << cron({{Hour, u"9"_qs}}) << u"about once a day"_qs;
    QTest::newRow("working days") << cron({{DayOfWeek, u"mon-fri"_qs}, {Hour, u"9"_qs}})
                                  << u"about 5 times a week"_qs;
    QTest::newRow("twice on working days")
        << cron({{DayOfWeek, u"mon-fri"_qs}, {Hour, u"9,18"_qs}}) << u"about 10 times a week"_qs;
    QTest::newRow("weekly") << cron({{DayOfWeek, u"mon"_qs}, {Hour, u"9"_qs}})
                            << u"about once a week"_qs;
    QTest::newRow("first of month") << cron({{Day, u"1"_qs}}) << u"about once a month"_qs;
    QTest::newRow("twice a month") << cron({{Day, u"1,15"_qs}}) << u"about 2 times a month"_qs;
    QTest::newRow("yearly") << cron({{Month, u"1"_qs}}) << u"about once a year"_qs;
    QTest::newRow("leap days") << cron({{Month, u"2"_qs}, {Day, u"29"_qs}})
                               << u"about once every 4 years"_qs;
    QTest::newRow("each second but Sundays")
        << Trigger(ExceptTrigger(cron({}), {cron({{DayOfWeek, u"sun"_qs}, {Second, u"*"_qs}})}, {}))
        << u"about 74091 times a day"_qs;
    QTest::newRow("every 20 s") << every(20s) << u"about 4320 times a day"_qs;
    QTest::newRow("every two weeks") << every(14 * 24h) << u"about 2 times a month"_qs;
    QTest::newRow("three more") << every(1h, {}, utc(u"2026-11-20T12:00Z")) << u"3 more times"_qs;
    QTest::newRow("one more") << every(1h, {}, utc(u"2026-11-20T10:30Z")) << u"once more"_qs;
    QTest::newRow("a date") << Trigger(DateTrigger(utc(u"2027-01-01T00:00Z"), {})) << QString();
}

void TestSchedulePreview::saysHowOften()
{
    QFETCH(Trigger, trigger);
    QTEST(preview(trigger, utc(u"2026-11-20T10:00Z")).rate, "rate");
}

void TestSchedulePreview::notes_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<Instant>("now");
    QTest::addColumn<QStringList>("notes");
    const Zone newYork = zone(u"America/New_York");
    const Instant spring = utc(u"2027-02-10T00:00Z");
    const Instant autumn = utc(u"2027-09-05T00:00Z");
    const auto night = [&](const QString &hour, CronOptions options) {
        return cron({{Hour, hour}, {Minute, u"30"_qs}}, newYork, options);
    };
    QTest::newRow("nothing to say") << cron({{Hour, u"9"_qs}}, newYork) << spring << QStringList();
    QTest::newRow("every second") << cron({}) << spring
                                  << QStringList(u"Fires every second — is that intended?"_qs);
    QTest::newRow("30 February") << cron({{Month, u"2"_qs}, {Day, u"30"_qs}}) << spring
                                 << QStringList(u"This schedule never fires again."_qs);
    QTest::newRow("a date in the past")
        << Trigger(DateTrigger(utc(u"2026-01-01T00:00Z"), {})) << spring
        << QStringList(u"This schedule never fires again."_qs);
    QTest::newRow("moved out of the gap")
        << night(u"2"_qs, {}) << spring
        << QStringList(u"Sun 14 Mar: 02:30 does not exist in America/New_York — moved to "
                       u"03:30."_qs);
    QTest::newRow("skipped with the gap")
        << night(u"2"_qs, {{}, {}, DstGap::Skip, DstOverlap::Auto}) << spring
        << QStringList(u"Sun 14 Mar: 02:30 does not exist in America/New_York — skipped."_qs);
    QTest::newRow("once in the overlap")
        << night(u"1"_qs, {}) << autumn
        << QStringList(u"Sun 7 Nov: 01:30 happens twice in America/New_York — runs once."_qs);
    QTest::newRow("twice in the overlap")
        << night(u"1"_qs, {{}, {}, DstGap::Shift, DstOverlap::Both}) << autumn
        << QStringList(u"Sun 7 Nov: 01:30 happens twice in America/New_York — runs twice."_qs);
    QTest::newRow("several times in the gap")
        << cron({{Hour, u"2"_qs}, {Minute, u"*/15"_qs}}, newYork) << spring
        << QStringList(u"Sun 14 Mar: 02:00 to 02:45 do not exist in America/New_York — moved to "
                       u"03:00 to 03:45."_qs);
    QTest::newRow("leap day") << cron({{Month, u"2"_qs}, {Day, u"29"_qs}}) << spring
                              << QStringList(u"29 Feb: next in 2028."_qs);
    QTest::newRow("excluded date")
        << Trigger(ExceptTrigger(cron({{Hour, u"9"_qs}}), {}, {{2027, 12, 25}})) << spring
        << QStringList(u"Left out by exceptions: Sat 25 Dec."_qs);
    QTest::newRow("excluded dates")
        << Trigger(ExceptTrigger(cron({{Hour, u"9"_qs}}), {}, {{2027, 12, 25}, {2027, 12, 26}}))
        << spring << QStringList(u"Left out by exceptions: Sat 25 Dec, Sun 26 Dec."_qs);
    QTest::newRow("excluded Sundays")
        << Trigger(ExceptTrigger(cron({{Hour, u"9"_qs}}),
                                 {cron({{DayOfWeek, u"sun"_qs}, {Hour, u"*"_qs}})}, {}))
        << spring
        << QStringList(u"Left out by exceptions: Sun 14 Feb and 55 more dates in 13 months."_qs);
    QTest::newRow("every hour is not surprised")
        << cron({{Minute, u"30"_qs}}, newYork) << utc(u"2027-03-14T05:00Z") << QStringList();
    QTest::newRow("days of 24 hours")
        << every(24h, newYork) << spring
        << QStringList{u"Sun 14 Mar: the clocks change in America/New_York — from then on it "
                       u"runs at 06:00."_qs,
                       u"Sun 7 Nov: the clocks change in America/New_York — from then on it "
                       u"runs at 05:00."_qs};
    QTest::newRow("one of each year")
        << night(u"2"_qs, {}) << utc(u"2027-03-10T00:00Z")
        << QStringList{u"Sun 14 Mar: 02:30 does not exist in America/New_York — moved to 03:30."_qs,
                       u"Sun 12 Mar 2028: 02:30 does not exist in America/New_York — moved to "
                       u"03:30."_qs};
    QTest::newRow("minutes do not mind")
        << every(5min, newYork) << utc(u"2027-03-14T06:50Z") << QStringList();
}

void TestSchedulePreview::notes()
{
    QFETCH(Trigger, trigger);
    QFETCH(Instant, now);
    QTEST(preview(trigger, now).notes, "notes");
}

void TestSchedulePreview::saysGaps_data()
{
    QTest::addColumn<Duration>("gap");
    QTest::addColumn<QString>("text");
    QTest::newRow("part of a second") << Duration(250ms) << u"250 ms"_qs;
    QTest::newRow("seconds") << Duration(20s) << u"20 s"_qs;
    QTest::newRow("hours") << Duration(90min) << u"1 h 30 min"_qs;
    QTest::newRow("days") << Duration(72h) << u"3 d"_qs;
    QTest::newRow("days and hours") << Duration(26h) << u"1 d 2 h"_qs;
}

void TestSchedulePreview::saysGaps()
{
    QFETCH(Duration, gap);
    QTEST(gapText(gap), "text");
}

void TestSchedulePreview::answersWithinAKeystroke_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::newRow("daily") << cron({{Hour, u"9"_qs}}, zone(u"Europe/Berlin"));
    QTest::newRow("every second") << cron({});
    QTest::newRow("29 February on a Monday")
        << cron({{Month, u"2"_qs}, {Day, u"29"_qs}, {DayOfWeek, u"0"_qs}});
    QTest::newRow("never") << cron({{Month, u"2"_qs}, {Day, u"30"_qs}});
}

void TestSchedulePreview::answersWithinAKeystroke()
{
    QFETCH(Trigger, trigger);
    const FakeClock clock(utc(u"2026-11-20T10:00Z"));
    PreviewPanel panel(clock);
    panel.show();
    const CpuTimer timer;
    panel.setTrigger(std::optional(trigger));
    QVERIFY2(timer.elapsed() < 30, qPrintable(QString::number(timer.elapsed())));
}

void TestSchedulePreview::panelShowsTimesAndGaps()
{
    const FakeClock clock(utc(u"2026-11-20T10:00:00Z"));
    PreviewPanel panel(clock);
    panel.setTrigger(std::optional(cron({{Hour, u"9"_qs}, {DayOfWeek, u"fri,sat"_qs}})));
    const auto *list = drive::find<QTableWidget>(panel, u"previewList"_qs);
    QCOMPARE(list->rowCount(), 10);
    QCOMPARE(list->item(0, 0)->text(), u"Sat 2026-11-21 09:00"_qs);
    QCOMPARE(list->item(0, 1)->text(), QString());
    QCOMPARE(list->item(1, 0)->text(), u"Fri 2026-11-27 09:00"_qs);
    QCOMPARE(list->item(1, 1)->text(), u"6 d"_qs);
    QCOMPARE(list->item(0, 0)->toolTip(), u"2026-11-21 09:00:00 UTC+00:00"_qs);
    QCOMPARE(drive::find<QLabel>(panel, u"previewRate"_qs)->text(), u"about 2 times a week"_qs);
    panel.setTrigger(std::optional<Trigger>());
    QVERIFY(list->isHidden());
    QCOMPARE(drive::find<QLabel>(panel, u"previewSentence"_qs)->text(),
             u"Only when started by hand or API"_qs);
}

void TestSchedulePreview::panelKeepsTheLastGoodListGreyed()
{
    const FakeClock clock(utc(u"2026-11-20T10:00:00Z"));
    PreviewPanel panel(clock);
    panel.setTrigger(std::optional(cron({{Hour, u"9"_qs}})));
    panel.setTrigger(Error{ErrorCode::InvalidInput, u"Hour “24” is out of range."_qs});
    const auto *list = drive::find<QTableWidget>(panel, u"previewList"_qs);
    const auto *problem = drive::find<FieldMessage>(panel, u"previewProblem"_qs);
    QCOMPARE(list->rowCount(), 10);
    QVERIFY(!list->isEnabled());
    QCOMPARE(problem->problem(), u"Hour “24” is out of range."_qs);
    panel.setTrigger(std::optional(cron({{Hour, u"23"_qs}})));
    QVERIFY(list->isEnabled());
    QVERIFY(problem->isHidden());
    QCOMPARE(list->item(0, 0)->text(), u"Fri 2026-11-20 23:00"_qs);
}

void TestSchedulePreview::panelNamesAnotherZone()
{
    const FakeClock clock(utc(u"2026-11-20T10:00:00Z"));
    PreviewPanel panel(clock);
    panel.setTrigger(std::optional(cron({{Hour, u"9"_qs}}, zone(u"Asia/Tokyo"))));
    QCOMPARE(drive::find<QLabel>(panel, u"previewTimesTitle"_qs)->text(),
             u"Next times in Asia/Tokyo"_qs);
    const auto *list = drive::find<QTableWidget>(panel, u"previewList"_qs);
    QCOMPARE(list->item(0, 0)->text(), u"Sat 2026-11-21 09:00"_qs);
    QCOMPARE(list->item(0, 0)->toolTip(), u"2026-11-21 09:00:00 UTC+09:00 (Asia/Tokyo)"_qs);
}

QTEST_MAIN(TestSchedulePreview)
#include "tst_schedulepreview.moc"
