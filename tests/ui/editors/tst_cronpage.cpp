// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "ui/editors/triggereditor.h"

#include "drive.h"
#include "support/fakeclock.h"

#include <QMenu>
#include <QPushButton>

using namespace carillon;
using namespace carillon::ui;
using namespace std::chrono_literals;

/// The choice of cron syntaxes, and schedules that the window cannot edit.
class TestCronPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesTheScheduleInTheChosenSyntax();
    void readsWhatIsTyped();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void switchesToTheSyntaxThatWasMeant();
    void saysHowDayAndWeekdayGoTogether_data();
    void saysHowDayAndWeekdayGoTogether();
    void keepsWhatAnotherSyntaxCannotSay();
    void presetsFillTheLine();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void offersARareSyntaxToWhoUsesIt();
    void showsOtherSchedulesAndKeepsThem_data();
    void showsOtherSchedulesAndKeepsThem();
    void replacesAnotherSchedule();

private:
    std::optional<Trigger> value() const;
    QString line() const { return drive::find<QLineEdit>(*m_editor, u"editorCronEdit"_qs)->text(); }
    void chooseSyntax(int index)
    {
        drive::click(*m_editor, u"editorKindCron"_qs);
        drive::choose(*m_editor, u"editorCronSyntaxCombo"_qs, index);
    }

    FakeClock m_clock{parseInstant(u"2026-11-20T10:00:30Z", {}).value()};
    std::unique_ptr<TriggerEditor> m_editor;
};

namespace {

enum Syntax { Crontab, Seconds, Quartz, Fields };

Trigger cron(CronDialect dialect, const QString &text)
{
    const CronNotation notation = cronNotation(dialect, text);
    return CronTrigger(CronFields(readCron(notation).value()), Zone::utc(), {}, notation);
}

Trigger calendarInterval()
{
    return *CalendarIntervalTrigger::create({{2026, 1, 31}, {0, 2, 0, 0}}, 9 * 3600, Zone::utc());
}

} // namespace

void TestCronPage::init()
{
    m_editor = std::make_unique<TriggerEditor>(m_clock);
    m_editor->resize(600, 700);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

std::optional<Trigger> TestCronPage::value() const
{
    const auto value = m_editor->value();
    return value ? *value : std::nullopt;
}

void TestCronPage::writesTheScheduleInTheChosenSyntax()
{
    chooseSyntax(Crontab);
    QCOMPARE(line(), u"0 9 * * *"_qs);
    QVERIFY(!drive::find(*m_editor, u"editorCronHourEdit"_qs)->isVisible());
    chooseSyntax(Quartz);
    QCOMPARE(value(), cron(CronDialect::Quartz, line()));
    QCOMPARE(value()->as<CronTrigger>()->fields(),
             cron(CronDialect::Crontab, u"0 9 * * *"_qs).as<CronTrigger>()->fields());
    chooseSyntax(Fields);
    QVERIFY(drive::find(*m_editor, u"editorCronHourEdit"_qs)->isVisible());
    QCOMPARE(drive::find<QLineEdit>(*m_editor, u"editorCronHourEdit"_qs)->text(), u"9"_qs);
}

void TestCronPage::readsWhatIsTyped()
{
    chooseSyntax(Crontab);
    drive::type(*m_editor, u"editorCronEdit"_qs, u"30 8 * * 1,5"_qs);
    QCOMPARE(value(), cron(CronDialect::Crontab, u"30 8 * * 1,5"_qs));
    chooseSyntax(Seconds);
    drive::type(*m_editor, u"editorCronEdit"_qs, u"15 30 8 * * 7"_qs);
    QCOMPARE(value(), cron(CronDialect::Seconds, u"15 30 8 * * 7"_qs));
}

void TestCronPage::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("hour") << u"0 24 * * *"_qs << u"Hour “24” is out of range — use 0 to 23."_qs;
    QTest::newRow("weekday") << u"0 9 * * mon-fry"_qs
                             << u"“mon-fry”: “fry” is not a weekday — use mon, tue … sun."_qs;
    QTest::newRow("fields") << u"0 0 9 * * *"_qs
                            << u"This has 6 fields; Crontab needs 5 — switch to “With seconds”?"_qs;
}

void TestCronPage::saysWhatIsWrong()
{
    QFETCH(QString, text);
    chooseSyntax(Crontab);
    drive::type(*m_editor, u"editorCronEdit"_qs, text);
    QTest::keyClick(drive::find(*m_editor, u"editorCronEdit"_qs), Qt::Key_Tab);
    QTEST(drive::problem(*m_editor, u"editorCronEdit"_qs), "message");
    QTEST(m_editor->value().error().message, "message");
}

void TestCronPage::switchesToTheSyntaxThatWasMeant()
{
    chooseSyntax(Crontab);
    const auto *button = drive::find<QAbstractButton>(*m_editor, u"editorCronSwitchButton"_qs);
    QVERIFY(!button->isVisible());
    drive::type(*m_editor, u"editorCronEdit"_qs, u"0 0 9 * * 1-5"_qs);
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Switch to “With seconds”"_qs);
    drive::click(*m_editor, u"editorCronSwitchButton"_qs);
    QCOMPARE(drive::find<QComboBox>(*m_editor, u"editorCronSyntaxCombo"_qs)->currentIndex(),
             int(Seconds));
    QCOMPARE(line(), u"0 0 9 * * 1-5"_qs);
    QCOMPARE(value(), cron(CronDialect::Seconds, u"0 0 9 * * 1-5"_qs));
    QCOMPARE(drive::problem(*m_editor, u"editorCronEdit"_qs), QString());
    QVERIFY(!button->isVisible());
}

void TestCronPage::saysHowDayAndWeekdayGoTogether_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rule");
    QTest::newRow("either")
        << u"0 0 13 * 5"_qs
        << u"Day and weekday are both given: the job runs when either matches."_qs;
    QTest::newRow("both")
        << u"0 0 */2 * 5"_qs
        << u"Day and weekday are both given: the job runs only when both match."_qs;
    QTest::newRow("one of them") << u"0 0 13 * *"_qs << QString();
}

void TestCronPage::saysHowDayAndWeekdayGoTogether()
{
    QFETCH(QString, text);
    chooseSyntax(Crontab);
    drive::type(*m_editor, u"editorCronEdit"_qs, text);
    const auto *rule = drive::find<QLabel>(*m_editor, u"editorCronDayRule"_qs);
    QTEST(rule->isVisible() ? rule->text() : QString(), "rule");
}

void TestCronPage::keepsWhatAnotherSyntaxCannotSay()
{
    chooseSyntax(Quartz);
    drive::type(*m_editor, u"editorCronEdit"_qs, u"0 0 9 L-3 * ?"_qs);
    const auto lastDays = value();
    const auto *remark = drive::find(*m_editor, u"editorCronSyntaxRemark"_qs);
    QVERIFY(!remark->isVisible());
    chooseSyntax(Crontab);
    QVERIFY(remark->isVisible());
    QCOMPARE(line(), u"0 0 9 L-3 * ?"_qs);
    QVERIFY(!m_editor->value());
    chooseSyntax(Quartz);
    QVERIFY(!remark->isVisible());
    QCOMPARE(value(), lastDays);
}

void TestCronPage::presetsFillTheLine()
{
    chooseSyntax(Crontab);
    auto *presets = drive::find<QPushButton>(*m_editor, u"editorCronPresetsButton"_qs);
    presets->menu()->actions().at(0)->trigger();
    QCOMPARE(line(), u"*/5 * * * *"_qs);
}

void TestCronPage::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::newRow("crontab") << cron(CronDialect::Crontab, u"0 0 13 * 5"_qs);
    QTest::newRow("alias") << cron(CronDialect::Crontab, u"@daily"_qs);
    QTest::newRow("seconds") << cron(CronDialect::Seconds, u"*/10 * * * * *"_qs);
    QTest::newRow("quartz") << cron(CronDialect::Quartz, u"0 0 9 ? * 6L 2027"_qs);
    QTest::newRow("apscheduler-crontab")
        << cron(CronDialect::ApschedulerCrontab, u"0 0 last * *"_qs);
    QTest::newRow("kinit") << cron(CronDialect::Kinit, u"0 0 9 15W,L * ?"_qs);
    QTest::newRow("random delay") << cron(CronDialect::Crontab, u"0 9 * * *"_qs).withJitter(30s);
    QTest::newRow("random delay of an interval")
        << Trigger(*IntervalTrigger::create(m_clock.now(), 1h)).withJitter(90s);
}

void TestCronPage::givesBackWhatItWasGiven()
{
    QFETCH(Trigger, trigger);
    m_editor->setValue(trigger);
    QCOMPARE(value(), trigger);
}

void TestCronPage::offersARareSyntaxToWhoUsesIt()
{
    const auto *box = drive::find<QComboBox>(*m_editor, u"editorCronSyntaxCombo"_qs);
    QCOMPARE(box->count(), 4);
    m_editor->setValue(cron(CronDialect::Kinit, u"* 5 10 * * ?"_qs));
    QCOMPARE(box->count(), 5);
    QCOMPARE(box->currentText(), u"kinit, 6–7 fields (0 = Monday)"_qs);
}

void TestCronPage::showsOtherSchedulesAndKeepsThem_data()
{
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<QString>("kind");
    const Trigger daily = cron(CronDialect::Crontab, u"0 9 * * *"_qs);
    const Trigger monthly = calendarInterval();
    QTest::newRow("calendarinterval") << monthly << u"calendarinterval"_qs;
    QTest::newRow("or") << Trigger(OrTrigger({daily, monthly})) << u"or"_qs;
    QTest::newRow("and") << Trigger(AndTrigger({daily, monthly})) << u"and"_qs;
    QTest::newRow("except") << Trigger(ExceptTrigger(daily, {}, {{2026, 12, 25}})) << u"except"_qs;
    QTest::newRow("random delay") << monthly.withJitter(30s) << u"calendarinterval"_qs;
}

void TestCronPage::showsOtherSchedulesAndKeepsThem()
{
    QFETCH(Trigger, trigger);
    QFETCH(QString, kind);
    const auto *card = drive::find<QAbstractButton>(*m_editor, u"editorKindOther"_qs);
    QVERIFY(!card->isVisible());
    m_editor->setValue(trigger);
    QVERIFY(card->isVisible() && card->isChecked());
    const auto *json = drive::find<QPlainTextEdit>(*m_editor, u"editorOtherJson"_qs);
    QVERIFY(json->isVisible() && json->isReadOnly());
    QVERIFY2(json->toPlainText().contains(u"\"kind\": \"%1\""_qs.arg(kind)),
             qPrintable(json->toPlainText()));
    QVERIFY(!drive::find(*m_editor, u"editorZoneCombo"_qs)->isVisible());
    QCOMPARE(value(), trigger);
}

void TestCronPage::replacesAnotherSchedule()
{
    m_editor->setValue(calendarInterval());
    drive::click(*m_editor, u"editorKindInterval"_qs);
    QVERIFY(value()->as<IntervalTrigger>());
    drive::click(*m_editor, u"editorKindOther"_qs);
    QCOMPARE(value(), calendarInterval());
    m_editor->setValue(cron(CronDialect::Crontab, u"0 9 * * *"_qs));
    QVERIFY(!drive::find(*m_editor, u"editorKindOther"_qs)->isVisible());
}

QTEST_MAIN(TestCronPage)
#include "tst_cronpage.moc"
