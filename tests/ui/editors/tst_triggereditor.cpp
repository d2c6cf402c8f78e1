// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "ui/editors/triggereditor.h"

#include "drive.h"
#include "support/fakeclock.h"

#include <QDateTimeEdit>
#include <QSignalSpy>

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

CronTexts texts(std::initializer_list<std::pair<CronField, QString>> fields)
{
    CronTexts texts;
    for (const auto &[field, text] : fields)
        texts[size_t(field)] = text;
    return texts;
}

Trigger cron(const CronTexts &texts, const Zone &zone = {}, CronOptions options = {})
{
    return CronTrigger(CronFields(*readCronFields(texts)), zone, options, cronNotation(texts));
}

} // namespace

class TestTriggerEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsWithAnHourlyInterval();
    void makesAnInterval();
    void makesADate();
    void picksTimes_data();
    void picksTimes();
    void makesACron();
    void makesNoTriggerForManual();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void keepsWhatWasTypedForAnotherKind();
    void keepsTheWallClockWhenTheZoneChanges();
    void saysWhatIsWrongWithACronField_data();
    void saysWhatIsWrongWithACronField();
    void waitsForAPauseInTyping();
    void forgetsAProblemThatIsMended();
    void refusesAnEndBeforeTheStart();
    void refusesAnIntervalOfNothing();
    void refusesAnUnknownZone();
    void remarksOnATimeThatHasPassed_data();
    void remarksOnATimeThatHasPassed();
    void remarksOnATimeTheClocksSkip();

private:
    std::optional<Trigger> value() const;

    FakeClock m_clock{utc(u"2026-11-20T10:00:30Z")};
    std::unique_ptr<TriggerEditor> m_editor;
};

void TestTriggerEditor::init()
{
    m_editor = std::make_unique<TriggerEditor>(m_clock);
    m_editor->resize(600, 700);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

std::optional<Trigger> TestTriggerEditor::value() const
{
    const auto value = m_editor->value();
    return value ? *value : std::nullopt;
}

void TestTriggerEditor::startsWithAnHourlyInterval()
{
    // Without a start it counts from now, in whole seconds.
    const auto hourly = *IntervalTrigger::create(utc(u"2026-11-20T11:00:30Z"), 1h);
    QCOMPARE(value(), Trigger(hourly.withOpenStart()));
}

void TestTriggerEditor::makesAnInterval()
{
    drive::click(*m_editor, u"editorKindInterval"_qs);
    drive::type(*m_editor, u"editorIntervalSpin"_qs, u"20"_qs);
    drive::choose(*m_editor, u"editorIntervalUnit"_qs, 0);
    const auto open = *IntervalTrigger::create(utc(u"2026-11-20T10:00:50Z"), 20s);
    QCOMPARE(value(), Trigger(open.withOpenStart()));
    drive::click(*m_editor, u"editorIntervalStartCheck"_qs);
    QCOMPARE(value(), Trigger(*IntervalTrigger::create(utc(u"2026-11-20T10:01:00Z"), 20s)));
}

void TestTriggerEditor::makesADate()
{
    drive::click(*m_editor, u"editorKindOnce"_qs);
    auto *edit = drive::find<QDateTimeEdit>(*m_editor, u"editorOnceEdit"_qs);
    edit->setFocus();
    edit->setSelectedSection(QDateTimeEdit::YearSection);
    QTest::keyClicks(edit, u"2027"_qs);
    edit->setSelectedSection(QDateTimeEdit::HourSection);
    QTest::keyClicks(edit, u"07"_qs);
    QCOMPARE(value(), Trigger(DateTrigger(utc(u"2027-11-20T07:11:00Z"), Zone::utc())));
}

void TestTriggerEditor::picksTimes_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<Instant>("expected");
    QTest::newRow("soon") << u"editorOnceSoonButton"_qs << utc(u"2026-11-20T10:10:30Z");
    QTest::newRow("tonight") << u"editorOnceTonightButton"_qs << utc(u"2026-11-20T22:00Z");
    QTest::newRow("tomorrow") << u"editorOnceTomorrowButton"_qs << utc(u"2026-11-21T09:00Z");
}

void TestTriggerEditor::picksTimes()
{
    QFETCH(QString, button);
    QFETCH(Instant, expected);
    drive::click(*m_editor, u"editorKindOnce"_qs);
    drive::click(*m_editor, button);
    QCOMPARE(value(), Trigger(DateTrigger(expected, Zone::utc())));
}

void TestTriggerEditor::makesACron()
{
    drive::click(*m_editor, u"editorKindCron"_qs);
    QCOMPARE(value(), cron(texts({{CronField::Hour, u"9"_qs}, {CronField::Minute, u"0"_qs}})));
    drive::type(*m_editor, u"editorCronMinuteEdit"_qs, u"*/15"_qs);
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"9-17"_qs);
    drive::type(*m_editor, u"editorCronDayOfWeekEdit"_qs, u"mon-fri"_qs);
    drive::type(*m_editor, u"editorCronSecondEdit"_qs, u"30"_qs);
    QCOMPARE(value(), cron(texts({{CronField::Minute, u"*/15"_qs},
                                  {CronField::Hour, u"9-17"_qs},
                                  {CronField::DayOfWeek, u"mon-fri"_qs},
                                  {CronField::Second, u"30"_qs}})));
}

void TestTriggerEditor::makesNoTriggerForManual()
{
    drive::click(*m_editor, u"editorKindManual"_qs);
    const auto value = m_editor->value();
    QVERIFY(value.has_value());
    QVERIFY(!value->has_value());
    QVERIFY(!drive::find(*m_editor, u"editorZoneCombo"_qs)->isVisible());
}

void TestTriggerEditor::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<std::optional<Trigger>>("trigger");
    using Row = std::optional<Trigger>;
    const Zone berlin = zone(u"Europe/Berlin");
    const Zone newYork = zone(u"America/New_York");
    QTest::newRow("manual") << Row();
    QTest::newRow("date") << Row(DateTrigger(utc(u"2027-01-30T11:22:33Z"), berlin));
    QTest::newRow("date in the past") << Row(DateTrigger(utc(u"1999-12-31T23:59:59Z"), berlin));
    QTest::newRow("date with microseconds")
        << Row(DateTrigger(utc(u"2027-01-30T11:22:33.000001Z"), Zone::fixed(8h)));
    // 01:30 the second time: what the field shows would be read as the first.
    QTest::newRow("date in a second pass") << Row(DateTrigger(utc(u"2024-11-03T06:30Z"), newYork));
    QTest::newRow("interval") << Row(*IntervalTrigger::create(utc(u"2026-01-05T08:00Z"), 14 * 24h,
                                                              utc(u"2027-01-05T08:00Z"), berlin));
    QTest::newRow("interval of a fraction")
        << Row(*IntervalTrigger::create(utc(u"2026-01-05T08:00:00.25Z"), 1500001us, {}, berlin));
    QTest::newRow("cron, all fields")
        << Row(cron(texts({{CronField::Year, u"2026-2030"_qs},
                           {CronField::Month, u"jan-mar"_qs},
                           {CronField::Day, u"last fri"_qs},
                           {CronField::Week, u"1-20"_qs},
                           {CronField::DayOfWeek, u"4"_qs},
                           {CronField::Hour, u"*/2"_qs},
                           {CronField::Minute, u"0,30"_qs},
                           {CronField::Second, u"15"_qs}}),
                    newYork,
                    {utc(u"2026-02-01T00:00:00.5Z"), utc(u"2030-01-01T00:00Z"), DstGap::Skip,
                     DstOverlap::Both}));
    QTest::newRow("cron without fields") << Row(cron({}));
}

void TestTriggerEditor::givesBackWhatItWasGiven()
{
    QFETCH(std::optional<Trigger>, trigger);
    const QSignalSpy changes(m_editor.get(), &EditorPart::valueChanged);
    m_editor->setValue(trigger);
    const auto value = m_editor->value();
    QVERIFY(value.has_value());
    QCOMPARE(*value, trigger);
    QCOMPARE(changes.count(), 0);
}

void TestTriggerEditor::keepsWhatWasTypedForAnotherKind()
{
    drive::click(*m_editor, u"editorKindCron"_qs);
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"7"_qs);
    drive::click(*m_editor, u"editorKindInterval"_qs);
    drive::type(*m_editor, u"editorIntervalSpin"_qs, u"3"_qs);
    drive::click(*m_editor, u"editorKindManual"_qs);
    drive::click(*m_editor, u"editorKindCron"_qs);
    QCOMPARE(value(), cron(texts({{CronField::Hour, u"7"_qs}, {CronField::Minute, u"0"_qs}})));
    drive::click(*m_editor, u"editorKindInterval"_qs);
    QCOMPARE(value()->as<IntervalTrigger>()->step(), Duration(3h));
}

void TestTriggerEditor::keepsTheWallClockWhenTheZoneChanges()
{
    m_editor->setValue(DateTrigger(utc(u"2027-01-30T09:00Z"), Zone::utc()));
    drive::type(*m_editor, u"editorZoneCombo"_qs, u"asia/tokyo"_qs);
    QCOMPARE(value(), Trigger(DateTrigger(utc(u"2027-01-30T00:00Z"), zone(u"Asia/Tokyo"))));
}

void TestTriggerEditor::saysWhatIsWrongWithACronField_data()
{
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("field");
    QTest::newRow("hour out of range")
        << u"editorCronHourEdit"_qs << u"24"_qs << u"Hour “24” is out of range — use 0 to 23."_qs
        << u"hour"_qs;
    QTest::newRow("unknown weekday")
        << u"editorCronDayOfWeekEdit"_qs << u"mon-fry"_qs
        << u"“mon-fry”: “fry” is not a weekday — use mon, tue … sun."_qs << u"day_of_week"_qs;
    QTest::newRow("unknown month")
        << u"editorCronMonthEdit"_qs << u"march"_qs
        << u"“march” is not a month — use jan, feb … dec."_qs << u"month"_qs;
    QTest::newRow("letters in the minute")
        << u"editorCronMinuteEdit"_qs << u"x"_qs << u"“x” is not a number — use 0 to 59."_qs
        << u"minute"_qs;
    QTest::newRow("backwards") << u"editorCronHourEdit"_qs << u"17-9"_qs
                               << u"“17-9” runs backwards — use 17-23,0-9."_qs << u"hour"_qs;
    QTest::newRow("a day that is none")
        << u"editorCronDayEdit"_qs << u"first"_qs
        << u"“first” is not known here — use 1 to 31 or forms like last, 2nd mon, last fri."_qs
        << u"day"_qs;
}

void TestTriggerEditor::saysWhatIsWrongWithACronField()
{
    QFETCH(QString, edit);
    QFETCH(QString, text);
    drive::click(*m_editor, u"editorKindCron"_qs);
    drive::type(*m_editor, edit, text);
    QTest::keyClick(drive::find(*m_editor, edit), Qt::Key_Tab); // leaving the field is enough
    QTEST(drive::problem(*m_editor, edit), "message");
    QCOMPARE(drive::find(*m_editor, edit)->accessibleDescription(),
             drive::problem(*m_editor, edit));
    const auto value = m_editor->value();
    QVERIFY(!value);
    QTEST(value.error().field, "field");
}

void TestTriggerEditor::waitsForAPauseInTyping()
{
    drive::click(*m_editor, u"editorKindCron"_qs);
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"24"_qs);
    QCOMPARE(drive::problem(*m_editor, u"editorCronHourEdit"_qs), QString());
    QTRY_COMPARE(drive::problem(*m_editor, u"editorCronHourEdit"_qs),
                 u"Hour “24” is out of range — use 0 to 23."_qs);
    QCOMPARE(drive::problem(*m_editor, u"editorCronMinuteEdit"_qs), QString());
}

void TestTriggerEditor::forgetsAProblemThatIsMended()
{
    drive::click(*m_editor, u"editorKindCron"_qs);
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"24"_qs);
    QTRY_VERIFY(!drive::problem(*m_editor, u"editorCronHourEdit"_qs).isEmpty());
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"23"_qs);
    QTRY_COMPARE(drive::problem(*m_editor, u"editorCronHourEdit"_qs), QString());
}

void TestTriggerEditor::refusesAnEndBeforeTheStart()
{
    m_editor->setValue(*IntervalTrigger::create(utc(u"2026-12-01T09:00Z"), 1h));
    drive::click(*m_editor, u"editorIntervalEndCheck"_qs); // suggests a week from now
    QTRY_COMPARE(drive::problem(*m_editor, u"editorIntervalEndEdit"_qs),
                 u"Ends before it starts (end 2026-11-27 10:00:00, start 2026-12-01 09:00:00)."_qs);
    QCOMPARE(m_editor->value().error().field, u"end_date"_qs);
}

void TestTriggerEditor::refusesAnIntervalOfNothing()
{
    drive::type(*m_editor, u"editorIntervalSpin"_qs, u"0"_qs);
    QTRY_COMPARE(drive::problem(*m_editor, u"editorIntervalSpin"_qs),
                 u"An interval of 0 would never end — use more than 0."_qs);
    QCOMPARE(m_editor->value().error().field, u"seconds"_qs);
}

void TestTriggerEditor::refusesAnUnknownZone()
{
    drive::type(*m_editor, u"editorZoneCombo"_qs, u"Europe/Atlantis"_qs);
    QTRY_COMPARE(drive::problem(*m_editor, u"editorZoneCombo"_qs),
                 u"“Europe/Atlantis” is not a time zone — use a name like Asia/Shanghai or an "
                 u"offset like +08:00."_qs);
    QCOMPARE(m_editor->value().error().field, u"timezone"_qs);
}

void TestTriggerEditor::remarksOnATimeThatHasPassed_data()
{
    QTest::addColumn<MissedRule>("missed");
    QTest::addColumn<int>("graceMinutes");
    QTest::addColumn<QString>("remark");
    const QString runs = u"In the past: it will run immediately if saved (late by 2 h 00 min)."_qs;
    const QString never = u"In the past: it will not run, because the missed-run rule does not "
                          u"allow it to be late by 2 h 00 min."_qs;
    QTest::newRow("within the grace") << MissedRule::RunOnce << 180 << runs;
    QTest::newRow("beyond the grace") << MissedRule::RunOnce << 60 << never;
    QTest::newRow("never made up") << MissedRule::Skip << 180 << never;
}

void TestTriggerEditor::remarksOnATimeThatHasPassed()
{
    QFETCH(MissedRule, missed);
    QFETCH(int, graceMinutes);
    Rules rules;
    rules.missed = missed;
    rules.grace = std::chrono::minutes(graceMinutes);
    m_editor->setRules(rules);
    drive::click(*m_editor, u"editorKindOnce"_qs); // ten minutes ahead, on the full minute
    auto *edit = drive::find<QDateTimeEdit>(*m_editor, u"editorOnceEdit"_qs);
    edit->setDateTime(QDateTime::fromString(u"2026-11-20T08:00:30Z"_qs, Qt::ISODate));
    auto *remark = drive::find<QLabel>(*m_editor, u"editorOnceRemark"_qs);
    QTEST(remark->text(), "remark");
}

void TestTriggerEditor::remarksOnATimeTheClocksSkip()
{
    m_editor->setValue(DateTrigger(utc(u"2027-03-14T02:30Z"), Zone::utc()));
    drive::type(*m_editor, u"editorZoneCombo"_qs, u"America/New_York"_qs);
    QCOMPARE(
        drive::find<QLabel>(*m_editor, u"editorOnceRemark"_qs)->text(),
        u"The clocks skip this time in America/New_York: it will run at 2027-03-14 03:30:00."_qs);
}

QTEST_MAIN(TestTriggerEditor)
#include "tst_triggereditor.moc"
