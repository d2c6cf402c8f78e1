// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "support/files.h"
#include "ui/editors/drive.h"
#include "ui/editors/jobeditor.h"
#include "ui/mainwindow.h"
#include "ui/models/joblistmodel.h"
#include "ui/models/runlistmodel.h"
#include "ui/widgets/logview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolBar>

using namespace carillon;
using namespace carillon::ui;

namespace {

constexpr int patience = 20'000; // ms; a busy machine starts Python slowly

/// One life of the program on a profile: engine, window and all.
class Session
{
public:
    explicit Session(const QString &profile) : m_desktop(m_clock, lineFor(profile))
    {
        QSignalSpy ready(&m_desktop, &Desktop::ready);
        m_desktop.start();
        m_isUp = ready.wait(patience) && QTest::qWaitForWindowExposed(m_desktop.window());
    }
    bool isUp() const { return m_isUp; }
    MainWindow &window() const { return *m_desktop.window(); }

    void clickAction(const QString &name) const
    {
        auto *action = window().findChild<QAction *>(name);
        QVERIFY2(action && action->isEnabled(), qPrintable(name));
        QTest::mouseClick(drive::find<QToolBar>(window(), u"toolBar"_qs)->widgetForAction(action),
                          Qt::LeftButton);
    }
    QTableView &table(const QString &name) const
    {
        return *drive::find<QTableView>(window(), name);
    }
    QString cell(const QString &tableName, int row, int column) const
    {
        return table(tableName).model()->index(row, column).data().toString();
    }
    int rows(const QString &tableName) const { return table(tableName).model()->rowCount(); }
    int rowOf(const QString &jobName) const
    {
        for (int row = 0; row < rows(u"jobTable"_qs); ++row) {
            if (cell(u"jobTable"_qs, row, JobListModel::Name) == jobName)
                return row;
        }
        return -1;
    }
    void clickJob(const QString &name) const
    {
        QTableView &jobs = table(u"jobTable"_qs);
        const QModelIndex index = jobs.model()->index(rowOf(name), JobListModel::Name);
        QVERIFY(index.isValid());
        QTest::mouseClick(jobs.viewport(), Qt::LeftButton, {}, jobs.visualRect(index).center());
    }
    static void clickTab(const QTabWidget &tabs, int index)
    {
        QTest::mouseClick(tabs.tabBar(), Qt::LeftButton, {},
                          tabs.tabBar()->tabRect(index).center());
        QCOMPARE(tabs.currentIndex(), index);
    }
    void clickDetailTab(int index) const
    {
        clickTab(*drive::find<QTabWidget>(window(), u"detailTabs"_qs), index);
    }

private:
    static CommandLine lineFor(const QString &profile)
    {
        CommandLine line;
        line.profile = profile;
        return line;
    }

    SystemClock m_clock;
    Desktop m_desktop;
    bool m_isUp = false;
};

JobEditor *openEditor()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *editor = qobject_cast<JobEditor *>(widget); editor && editor->isVisible())
            return editor;
    }
    return nullptr;
}

/// Fills in a new job that fires every second, by typing and clicking, and saves it.
void createJob(const Session &session, const QString &name, int actionKind, const QString &field,
               const QString &target)
{
    session.clickAction(u"newJobAction"_qs);
    QTRY_VERIFY(openEditor());
    JobEditor &editor = *openEditor();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
    const auto &tabs = *drive::find<QTabWidget>(editor, u"editorTabs"_qs);
    drive::type(editor, u"editorNameEdit"_qs, name);
    Session::clickTab(tabs, 1);
    drive::click(editor, u"editorKindInterval"_qs);
    drive::choose(editor, u"editorIntervalUnit"_qs, 0);
    drive::type(editor, u"editorIntervalSpin"_qs, u"1"_qs);
    Session::clickTab(tabs, 2);
    drive::choose(editor, u"editorActionKind"_qs, actionKind);
    drive::type(editor, field, target);
    drive::click(editor, u"editorSaveCloseButton"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(!openEditor(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(session.rowOf(name) >= 0, patience);
    session.window().activateWindow(); // what a window manager would do when the editor goes
    QVERIFY(QTest::qWaitForWindowActive(&session.window()));
}

/// The rows of the shown job's run list that succeeded.
int successes(const Session &session)
{
    int count = 0;
    for (int row = 0; row < session.rows(u"runTable"_qs); ++row)
        count += session.cell(u"runTable"_qs, row, RunListModel::Outcome) == u"Success";
    return count;
}

/// The run list as text; started and delay columns change their wording with time.
QStringList history(const Session &session)
{
    QStringList lines;
    for (int row = 0; row < session.rows(u"runTable"_qs); ++row)
        lines.append(session.cell(u"runTable"_qs, row, RunListModel::Outcome) + u' ' +
                     session.cell(u"runTable"_qs, row, RunListModel::ReturnValue) + u' ' +
                     session.cell(u"runTable"_qs, row, RunListModel::Length));
    return lines;
}

} // namespace

/// Uses the program as a person does, with a real engine, real Python and a real profile.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aJobRunsIsShownAndSurvivesARestart();
    void aScriptShowsItsOutput();
    void aMissingScriptIsSaidUnderItsField();
    void aDeletedJobComesBack();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
};

void TestWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(u"profile"_qs);
    QVERIFY(QDir().mkpath(m_profile + u"/workspace"_qs));
    writeFile(m_profile + u"/carillon.ini"_qs, "[desktop]\nlanguage=en\n");
    writeFile(m_profile + u"/workspace/report.py"_qs, "def main():\n"
                                                      "    print('counting sheep')\n"
                                                      "    return {'sheep': 42}\n"
                                                      "if __name__ == '__main__':\n"
                                                      "    print('as a script')\n");
}

void TestWindow::aJobRunsIsShownAndSurvivesARestart()
{
    const QString name = u"Sheep report"_qs;
    QStringList before;
    {
        Session session(m_profile);
        QVERIFY(session.isUp());
        createJob(session, name, 2, u"editorPythonReferenceEdit"_qs, u"report:main"_qs);
        session.clickJob(name);
        session.clickDetailTab(1);
        QTRY_VERIFY_WITH_TIMEOUT(successes(session) >= 2, patience);
        QCOMPARE(session.cell(u"runTable"_qs, session.rows(u"runTable"_qs) - 1,
                              RunListModel::ReturnValue),
                 u"{\"sheep\":42}"_qs);

        session.clickAction(u"pauseAction"_qs);
        const auto state = [&] {
            return session.cell(u"jobTable"_qs, session.rowOf(name), JobListModel::State);
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), u"Paused"_qs, patience);
        before = history(session);
        session.clickDetailTab(2);
        const auto *log = drive::find<LogView>(session.window(), u"logView"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(log->copyText().contains(u"counting sheep"), patience);
    }
    Session session(m_profile);
    QVERIFY(session.isUp());
    QTRY_VERIFY_WITH_TIMEOUT(session.rowOf(name) >= 0, patience);
    QCOMPARE(session.cell(u"jobTable"_qs, session.rowOf(name), JobListModel::State), u"Paused"_qs);
    session.clickJob(name);
    session.clickDetailTab(1);
    QTRY_COMPARE_WITH_TIMEOUT(history(session), before, patience);
}

void TestWindow::aScriptShowsItsOutput()
{
    Session session(m_profile);
    QVERIFY(session.isUp());
    createJob(session, u"Script"_qs, 1, u"editorScriptPathEdit"_qs, u"report.py"_qs);
    session.clickJob(u"Script"_qs);
    session.clickDetailTab(1);
    QTRY_VERIFY_WITH_TIMEOUT(successes(session) >= 1, patience);
    session.clickDetailTab(2);
    const auto *log = drive::find<LogView>(session.window(), u"logView"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(log->copyText().contains(u"as a script"), patience);
}

void TestWindow::aMissingScriptIsSaidUnderItsField()
{
    Session session(m_profile);
    QVERIFY(session.isUp());
    session.clickAction(u"newJobAction"_qs);
    QTRY_VERIFY(openEditor());
    JobEditor &editor = *openEditor();
    const auto &tabs = *drive::find<QTabWidget>(editor, u"editorTabs"_qs);
    drive::type(editor, u"editorNameEdit"_qs, u"Nothing there"_qs);
    Session::clickTab(tabs, 2);
    drive::choose(editor, u"editorActionKind"_qs, 1);
    drive::type(editor, u"editorScriptPathEdit"_qs, u"/no/such/script.py"_qs);
    drive::click(editor, u"editorSaveButton"_qs);
    QTRY_VERIFY_WITH_TIMEOUT(
        drive::problem(editor, u"editorScriptPathEdit"_qs).contains(u"“/no/such/script.py”"),
        patience);
    QVERIFY(editor.isVisible());
    QCOMPARE(session.rows(u"jobTable"_qs), 0);
    QCOMPARE(drive::find<QLineEdit>(editor, u"editorNameEdit"_qs)->text(), u"Nothing there"_qs);
}

void TestWindow::aDeletedJobComesBack()
{
    Session session(m_profile);
    QVERIFY(session.isUp());
    createJob(session, u"Precious"_qs, 1, u"editorScriptPathEdit"_qs, u"report.py"_qs);
    session.clickJob(u"Precious"_qs);
    QTest::keyClick(&session.table(u"jobTable"_qs), Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(session.rows(u"jobTable"_qs), 0, patience);
    QTest::keyClick(&session.window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(session.rowOf(u"Precious"_qs) >= 0, patience);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
