// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/jobeditor.h"

#include "core/scheduler/scheduler.h"
#include "core/settings/settings.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "core/util/textencoding.h"
#include "drive.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"

#include <QAccessible>
#include <QMessageBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTranslator>

using namespace carillon;
using namespace carillon::ui;
using namespace std::chrono_literals;

namespace {

/// Shouts: what stays quiet was not translated.
class Shouting : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

enum Tab { GeneralTab, ScheduleTab, ActionTab, RulesTab };

Job definitionOf(Job job)
{
    job.next.reset();
    job.created = {};
    job.changed = {};
    return job;
}

} // namespace

class TestJobEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void makesTheJobThatWasTyped();
    void makesAPausedJob();
    void startsFromWhatItIsGiven();
    void savesAndStaysOpen();
    void savesAnUntouchedJobUnchanged_data();
    void savesAnUntouchedJobUnchanged();
    void pausesAndResumes();
    void movesToAMissingName();
    void showsWhatTheEngineRefuses();
    void showsATakenId();
    void checksFilesWhileTyping();
    void savesACellThatIsStillOpen();
    void updatesThePreviewAtEachKey();
    void closesWithoutQuestionWhenNothingChanged();
    void asksBeforeLosingChanges_data();
    void asksBeforeLosingChanges();
    void followsAChangeWhileUntouched();
    void offersToReloadWhatChangedElsewhere();
    void keepsMineOverWhatChangedElsewhere();
    void addsADeletedJobAgain();
    void speaksAnotherLanguageAtOnce();
    void namesEveryField();
    void fitsItsSmallestSize();

private:
    void open(std::optional<Job> job = {});
    Job stored(const char *id);
    int tab() const { return drive::find<QTabWidget>(*m_editor, u"editorTabs"_qs)->currentIndex(); }
    void show(Tab tab)
    {
        drive::find<QTabWidget>(*m_editor, u"editorTabs"_qs)->setCurrentIndex(tab);
    }

    const Instant m_now = utc("2026-11-20T10:00:30Z");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<FakeExecutor> m_executor;
    std::unique_ptr<RunLogs> m_logs;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<SchedulerClient> m_client;
    std::unique_ptr<JobEditor> m_editor;
};

void TestJobEditor::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>(m_now);
    m_store = std::make_unique<MemoryStore>();
    m_executor = std::make_unique<FakeExecutor>();
    m_logs = std::make_unique<RunLogs>(QDir(m_folder->filePath(u"logs"_qs)));
    m_scheduler = std::make_unique<Scheduler>(*m_clock, *m_store, *m_executor, *m_logs,
                                              Scheduler::Options{m_folder->path()});
    QVERIFY(m_scheduler->start());
    m_client = std::make_unique<SchedulerClient>(*m_scheduler);
}

void TestJobEditor::cleanup()
{
    m_editor.reset();
    m_client.reset();
    m_scheduler.reset();
    m_logs.reset();
    m_executor.reset();
    m_store.reset();
}

void TestJobEditor::open(std::optional<Job> job)
{
    m_editor = std::make_unique<JobEditor>(*m_client, *m_clock, std::move(job));
    m_editor->show();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
}

Job TestJobEditor::stored(const char *id)
{
    const auto overview = m_scheduler->overview({QString::fromLatin1(id)});
    return overview ? overview->job : Job{};
}

void TestJobEditor::makesTheJobThatWasTyped()
{
    QFile script(m_folder->filePath(u"report.py"_qs));
    QVERIFY(script.open(QIODevice::WriteOnly));
    open();
    const QSignalSpy saved(m_editor.get(), &JobEditor::saved);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"Nightly Report"_qs);
    drive::type(*m_editor, u"editorGroupEdit"_qs, u"office"_qs);
    drive::type(*m_editor, u"editorTagsEdit"_qs, u"nas, db, nas"_qs);
    drive::type(*m_editor, u"editorNotesEdit"_qs, u"two\nlines"_qs);
    show(ScheduleTab);
    drive::click(*m_editor, u"editorKindInterval"_qs);
    drive::type(*m_editor, u"editorIntervalSpin"_qs, u"20"_qs);
    drive::choose(*m_editor, u"editorIntervalUnit"_qs, 0);
    show(ActionTab);
    drive::choose(*m_editor, u"editorActionKind"_qs, 1);
    drive::type(*m_editor, u"editorScriptPathEdit"_qs, u"report.py"_qs);
    drive::type(*m_editor, u"editorArgumentsEdit"_qs, u"--all"_qs);
    show(RulesTab);
    drive::choose(*m_editor, u"editorMissedCombo"_qs, 2);
    drive::click(*m_editor, u"editorSaveCloseButton"_qs);
    QTRY_COMPARE(saved.count(), 1);

    Job expected;
    expected.id = JobId{u"nightly-report"_qs};
    expected.name = u"Nightly Report"_qs;
    expected.group = u"office"_qs;
    expected.tags = QStringList{u"nas"_qs, u"db"_qs};
    expected.notes = u"two\nlines"_qs;
    expected.trigger = IntervalTrigger::create(utc("2026-11-20T10:00:50Z"), 20s, {}, Zone::system())
                           ->withOpenStart();
    expected.action = ScriptAction{u"report.py"_qs, {u"--all"_qs}, {}};
    expected.rules = windowJobDefaults();
    expected.rules.missed = MissedRule::Skip;
    QCOMPARE(definitionOf(stored("nightly-report")), expected);
    QCOMPARE(saved.at(0).at(0).value<Job>().id.text, QString());
    QCOMPARE(saved.at(0).at(1).value<Job>(), stored("nightly-report"));
    QVERIFY(!m_editor->isVisible());
}

void TestJobEditor::makesAPausedJob()
{
    open();
    drive::type(*m_editor, u"editorNameEdit"_qs, u"later"_qs);
    drive::click(*m_editor, u"editorEnabledCheck"_qs);
    show(ActionTab);
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"true"_qs);
    drive::click(*m_editor, u"editorSaveCloseButton"_qs);
    QTRY_VERIFY(stored("later").paused);
    QCOMPARE(stored("later").next, std::optional<Instant>());
}

void TestJobEditor::startsFromWhatItIsGiven()
{
    Job job = intervalJob("", m_now, 5min);
    job.name = u"copy"_qs;
    open(job);
    drive::click(*m_editor, u"editorSaveCloseButton"_qs);
    QTRY_COMPARE(stored("copy").trigger, job.trigger);
}

void TestJobEditor::savesAndStaysOpen()
{
    open();
    const QSignalSpy saved(m_editor.get(), &JobEditor::saved);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"first"_qs);
    show(ActionTab);
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"true"_qs);
    QVERIFY(m_editor->isWindowModified());
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(m_editor->isVisible());
    QVERIFY(!m_editor->isWindowModified());
    QCOMPARE(m_editor->windowTitle(), u"Edit “first”[*]"_qs);
    // From now on the ID can only be copied, and saving changes the same job.
    QVERIFY(drive::find<QLineEdit>(*m_editor, u"editorIdEdit"_qs)->isReadOnly());
    show(GeneralTab);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"second"_qs);
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(saved.count(), 2);
    QCOMPARE(saved.at(1).at(0).value<Job>().name, u"first"_qs);
    QCOMPARE(stored("first").name, u"second"_qs);
    QVERIFY(!m_editor->isVisible());
}

void TestJobEditor::savesAnUntouchedJobUnchanged_data()
{
    QTest::addColumn<Job>("job");
    Job job = intervalJob("full", m_now, 90s, m_now + 720h);
    job.name = u"Sicherung “täglich”"_qs;
    job.group = u"a/b"_qs;
    job.tags = QStringList{u"x"_qs, u"y z"_qs};
    job.notes = u"note\n"_qs;
    job.executor = u"processpool"_qs;
    job.action = PythonAction{u"m:f"_qs, {1, u"two"_qs}, {{u"k"_qs, true}}};
    job.rules.timeout = 90s;
    job.rules.grace.reset();
    job.rules.maxInstances = 3;
    QTest::newRow("interval") << job;
    QTest::newRow("date") << dateJob("date", m_now + 1h);
    job = manualJob("manual");
    job.action = CommandAction{u"sleep"_qs, {u"1"_qs}, false, {{}, {{u"A"_qs, u"b"_qs}}, {}}};
    QTest::newRow("manual") << job;
    CronTexts texts;
    texts[size_t(CronField::Hour)] = u"6"_qs;
    texts[size_t(CronField::DayOfWeek)] = u"0-6"_qs;
    job.trigger =
        CronTrigger(CronFields(*readCronFields(texts)), Zone::named(u"Asia/Shanghai").value(),
                    {m_now, m_now + 24h}, cronNotation(texts));
    QTest::newRow("cron") << job;
}

void TestJobEditor::savesAnUntouchedJobUnchanged()
{
    QFETCH(Job, job);
    const auto added = m_scheduler->addJob(job);
    QVERIFY(added.has_value());
    open(*added);
    const QSignalSpy saved(m_editor.get(), &JobEditor::saved);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(saved.at(0).at(0).value<Job>(), *added);
    QCOMPARE(saved.at(0).at(1).value<Job>(), *added);
}

void TestJobEditor::pausesAndResumes()
{
    const auto added = m_scheduler->addJob(intervalJob("a", m_now, 1h));
    open(*added);
    drive::click(*m_editor, u"editorEnabledCheck"_qs);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_VERIFY(stored("a").paused);
    QTRY_VERIFY(!m_editor->isWindowModified());
    drive::click(*m_editor, u"editorEnabledCheck"_qs);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_VERIFY(!stored("a").paused);
    QVERIFY(stored("a").next.has_value());
}

void TestJobEditor::movesToAMissingName()
{
    open();
    show(RulesTab);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QCOMPARE(tab(), int(GeneralTab));
    QCOMPARE(drive::problem(*m_editor, u"editorNameEdit"_qs), u"A job needs a name."_qs);
    QCOMPARE(m_editor->focusWidget(), drive::find(*m_editor, u"editorNameEdit"_qs));
    QVERIFY(drive::find(*m_editor, u"editorSaveButton"_qs)->isEnabled());
}

void TestJobEditor::showsWhatTheEngineRefuses()
{
    Job job = manualJob("a");
    const auto added = m_scheduler->addJob(job);
    open(*added);
    show(ActionTab);
    drive::choose(*m_editor, u"editorActionKind"_qs, 1);
    drive::type(*m_editor, u"editorScriptPathEdit"_qs, u"gone.py"_qs);
    show(GeneralTab);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_COMPARE(tab(), int(ActionTab));
    QCOMPARE(drive::problem(*m_editor, u"editorScriptPathEdit"_qs).section(u'“', 0, 0),
             u"Script not found: "_qs);
    QCOMPARE(stored("a").action, Action(NoopAction{}));
    QVERIFY(drive::find(*m_editor, u"editorSaveButton"_qs)->isEnabled());
}

void TestJobEditor::showsATakenId()
{
    QVERIFY(m_scheduler->addJob(manualJob("backup")).has_value());
    open(manualJob(""));
    drive::type(*m_editor, u"editorNameEdit"_qs, u"another"_qs);
    drive::type(*m_editor, u"editorIdEdit"_qs, u"backup"_qs);
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_COMPARE(drive::problem(*m_editor, u"editorIdEdit"_qs),
                 u"A job with ID “backup” already exists — try “backup-2”."_qs);
    QCOMPARE(m_editor->focusWidget(), drive::find(*m_editor, u"editorIdEdit"_qs));
}

void TestJobEditor::checksFilesWhileTyping()
{
    open(manualJob("a"));
    show(ActionTab);
    drive::choose(*m_editor, u"editorActionKind"_qs, 1);
    drive::type(*m_editor, u"editorScriptPathEdit"_qs, u"gone.py"_qs);
    QTRY_VERIFY(
        drive::problem(*m_editor, u"editorScriptPathEdit"_qs).startsWith(u"Script not found"));
    QCOMPARE(tab(), int(ActionTab));
}

void TestJobEditor::savesACellThatIsStillOpen()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    show(ActionTab);
    drive::choose(*m_editor, u"editorActionKind"_qs, 0);
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"true"_qs);
    drive::click(*m_editor, u"editorEnvironmentAddButton"_qs);
    QTest::keyClicks(QApplication::focusWidget(), u"LANG"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
    const ProcessSurroundings surroundings{{}, {{u"LANG"_qs, QString()}}, {}};
    QTRY_COMPARE(stored("a").action, Action(CommandAction{u"true"_qs, {}, false, surroundings}));
}

void TestJobEditor::updatesThePreviewAtEachKey()
{
    open();
    show(ScheduleTab);
    drive::click(*m_editor, u"editorKindCron"_qs);
    const auto *list = drive::find<QTableWidget>(*m_editor, u"previewList"_qs);
    const auto *sentence = drive::find<QLabel>(*m_editor, u"previewSentence"_qs);
    drive::type(*m_editor, u"editorCronHourEdit"_qs, u"1"_qs);
    QCOMPARE(sentence->text(), u"Every day at 01:00"_qs);
    QTest::keyClicks(drive::find(*m_editor, u"editorCronHourEdit"_qs), u"7"_qs);
    QCOMPARE(sentence->text(), u"Every day at 17:00"_qs);
    QCOMPARE(list->item(0, 0)->text(), u"Fri 2026-11-20 17:00"_qs);
    QCOMPARE(list->item(9, 0)->text(), u"Sun 2026-11-29 17:00"_qs);
    QTest::keyClicks(drive::find(*m_editor, u"editorCronHourEdit"_qs), u"7"_qs);
    QVERIFY(!list->isEnabled());
    QCOMPARE(drive::find<FieldMessage>(*m_editor, u"previewProblem"_qs)->problem(),
             u"Hour “177” is out of range — use 0 to 23."_qs);
    QCOMPARE(list->item(0, 0)->text(), u"Fri 2026-11-20 17:00"_qs);
}

void TestJobEditor::closesWithoutQuestionWhenNothingChanged()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    drive::type(*m_editor, u"editorGroupEdit"_qs, u"x"_qs);
    drive::type(*m_editor, u"editorGroupEdit"_qs, u""_qs); // as it was
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QVERIFY(!m_editor->isVisible());
}

void TestJobEditor::asksBeforeLosingChanges_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("name");
    QTest::newRow("save") << u"editorQuestionSaveButton"_qs << true << u"b"_qs;
    QTest::newRow("discard") << u"editorDiscardButton"_qs << true << u"a"_qs;
    QTest::newRow("keep editing") << u"editorKeepEditingButton"_qs << false << u"a"_qs;
}

void TestJobEditor::asksBeforeLosingChanges()
{
    QFETCH(QString, button);
    QFETCH(bool, closes);
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"b"_qs);
    drive::click(*m_editor, u"editorCancelButton"_qs);
    QVERIFY(m_editor->isVisible());
    auto *question = drive::find<QMessageBox>(*m_editor, u"editorUnsavedQuestion"_qs);
    QVERIFY(question->isVisible());
    drive::click(*question, button);
    QTRY_COMPARE(!m_editor->isVisible(), closes);
    QTEST(stored("a").name, "name");
    QCOMPARE(m_editor->isWindowModified(), !closes);
}

void TestJobEditor::followsAChangeWhileUntouched()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    Job other = *added;
    other.name = u"renamed"_qs;
    QVERIFY(m_scheduler->changeJob(other).has_value());
    const auto *name = drive::find<QLineEdit>(*m_editor, u"editorNameEdit"_qs);
    QTRY_COMPARE(name->text(), u"renamed"_qs);
    QVERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isHidden());
}

void TestJobEditor::offersToReloadWhatChangedElsewhere()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"mine"_qs);
    Job other = *added;
    other.name = u"theirs"_qs;
    QVERIFY(m_scheduler->changeJob(other).has_value());
    QTRY_VERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isVisible());
    const auto *name = drive::find<QLineEdit>(*m_editor, u"editorNameEdit"_qs);
    QCOMPARE(name->text(), u"mine"_qs);
    drive::click(*m_editor, u"editorReloadButton"_qs);
    QCOMPARE(name->text(), u"theirs"_qs);
    QVERIFY(!m_editor->isWindowModified());
}

void TestJobEditor::keepsMineOverWhatChangedElsewhere()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    drive::type(*m_editor, u"editorNameEdit"_qs, u"mine"_qs);
    Job other = *added;
    other.name = u"theirs"_qs;
    QVERIFY(m_scheduler->changeJob(other).has_value());
    QTRY_VERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isVisible());
    drive::click(*m_editor, u"editorKeepMineButton"_qs);
    QVERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isHidden());
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_COMPARE(stored("a").name, u"mine"_qs);
}

void TestJobEditor::addsADeletedJobAgain()
{
    const auto added = m_scheduler->addJob(manualJob("a"));
    open(*added);
    QVERIFY(m_scheduler->removeJob(added->id).has_value());
    QTRY_VERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isVisible());
    QVERIFY(!drive::find(*m_editor, u"editorReloadButton"_qs)->isVisible());
    drive::click(*m_editor, u"editorSaveButton"_qs);
    QTRY_COMPARE(stored("a").name, u"a"_qs);
    QTRY_VERIFY(drive::find(*m_editor, u"editorChangedBanner"_qs)->isHidden());
}

void TestJobEditor::speaksAnotherLanguageAtOnce()
{
    open();
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    QCoreApplication::sendPostedEvents();
    QStringList quiet;
    // The sentence on the schedule is the engine's, in the language of the locale.
    for (const QLabel *label : m_editor->findChildren<QLabel *>()) {
        if (label->objectName() != u"previewSentence")
            quiet.append(label->text());
    }
    for (const QAbstractButton *button : m_editor->findChildren<QAbstractButton *>())
        quiet.append(button->text());
    const auto *tabs = drive::find<QTabWidget>(*m_editor, u"editorTabs"_qs);
    for (int i = 0; i < tabs->count(); ++i)
        quiet.append(tabs->tabText(i));
    for (const QComboBox *box : m_editor->findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count() && !box->isEditable(); ++i) {
            if (!carillon::encodingNames().contains(box->itemText(i))) // the same everywhere
                quiet.append(box->itemText(i));
        }
    }
    QCOMPARE(quiet.size() > 60, true);
    erase_if(quiet, [](const QString &text) { return text == text.toUpper(); });
    QCOMPARE(quiet.join(u" | "_qs), QString());
    QCoreApplication::removeTranslator(&shouting);
}

void TestJobEditor::namesEveryField()
{
    open();
    QStringList nameless;
    for (QWidget *widget : m_editor->findChildren<QWidget *>()) {
        const bool internal = widget->objectName().startsWith(u"qt_") ||
                              widget->inherits("QScrollArea") ||
                              widget->inherits("QComboBoxListView") || widget->inherits("QMenu");
        if (internal || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        const auto *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName());
    }
    QCOMPARE(nameless.join(u" | "_qs), QString());
}

void TestJobEditor::fitsItsSmallestSize()
{
    open();
    m_editor->resize(m_editor->minimumSize());
    for (const QString &kind :
         {u"editorKindOnce"_qs, u"editorKindInterval"_qs, u"editorKindCron"_qs}) {
        show(ScheduleTab);
        drive::click(*m_editor, kind);
        for (const Tab each : {GeneralTab, ScheduleTab, ActionTab, RulesTab}) {
            show(each);
            const auto *tabs = drive::find<QTabWidget>(*m_editor, u"editorTabs"_qs);
            const auto *area = qobject_cast<QScrollArea *>(tabs->currentWidget());
            const int room = area->viewport()->width();
            const int needed = area->widget()->minimumSizeHint().width();
            QVERIFY2(
                needed <= room,
                qPrintable(u"tab %1, %2: %3 of %4"_qs.arg(each).arg(kind).arg(needed).arg(room)));
        }
    }
}

QTEST_MAIN(TestJobEditor)
#include "tst_jobeditor.moc"
