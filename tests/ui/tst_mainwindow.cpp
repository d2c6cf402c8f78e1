// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/executor.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/schedulerclient.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void showsTheJobsOfTheScheduler();
    void readsAgainWhatIsTooMuchToBeTold();
    void deletesAndBringsBack();
    void pausesAndResumesByTheSpaceBar();
    void offersToRunAlongside();
    void filtersAndSaysWhenNothingMatches();
    void switchesLanguageAtOnce();
    void asksBeforeQuittingWithRunningJobs();
    void hidesInsteadOfClosingWhenTold();
    void bringsBackItsLayout();

private:
    QTableView *table() const { return m_window->findChild<QTableView *>(u"jobTable"_s); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    QStringList names() const;

    QTemporaryDir m_folder;
    FakeClock m_clock{utc("2026-11-20T12:00Z")};
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<FakeExecutor> m_executor;
    std::unique_ptr<RunLogs> m_logs;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<SchedulerClient> m_client;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_store = std::make_unique<MemoryStore>();
    m_executor = std::make_unique<FakeExecutor>();
    m_logs = std::make_unique<RunLogs>(QDir(m_folder.path()));
    m_scheduler = std::make_unique<Scheduler>(m_clock, *m_store, *m_executor, *m_logs,
                                              Scheduler::Options{m_folder.path()});
    QVERIFY(m_scheduler->recover());
    QVERIFY(m_scheduler->start());
    QVERIFY(m_scheduler->addJob(intervalJob("backup", m_clock.now() + 3min, 1h)));
    QVERIFY(m_scheduler->addJob(manualJob("tidy")));
    m_client = std::make_unique<SchedulerClient>(*m_scheduler);
    Settings settings;
    settings.language = u"en"_s;
    m_window = std::make_unique<MainWindow>(*m_client, settings, nullptr, m_clock);
    m_window->show();
    QTRY_COMPARE(names(), QStringList({u"backup"_s, u"tidy"_s}));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_client.reset();
    m_scheduler.reset();
}

QStringList TestMainWindow::names() const
{
    QStringList found;
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        found << model->index(row, JobListModel::Name).data().toString();
    return found;
}

void TestMainWindow::showsTheJobsOfTheScheduler()
{
    const QAbstractItemModel *model = table()->model();
    QCOMPARE(model->index(0, JobListModel::NextRun).data().toString(), u"in 3 min"_s);
    QCOMPARE(model->index(1, JobListModel::State).data().toString(), u"Manual"_s);
    QVERIFY(m_window->summary().contains(u"next backup in 3 min"_s));
    QVERIFY(m_scheduler->runNow({u"tidy"_s}));
    QTRY_COMPARE(model->index(1, JobListModel::State).data().toString(), u"Running"_s);
    QTRY_VERIFY(m_window->summary().startsWith(u"1 running"_s));
}

void TestMainWindow::readsAgainWhatIsTooMuchToBeTold()
{
    constexpr int many = 2500; // more than one piece of news tells of
    for (int i = 0; i < many; ++i)
        QVERIFY(m_scheduler->addJob(manualJob(qPrintable(QString::number(i)))));
    QTRY_COMPARE(table()->model()->rowCount(), many + 2);
    for (int i = 0; i < many; ++i)
        QVERIFY(m_scheduler->removeJob({QString::number(i)}));
    QTRY_COMPARE(names(), QStringList({u"backup"_s, u"tidy"_s}));
}

void TestMainWindow::deletesAndBringsBack()
{
    action(u"deleteAction"_s)->trigger();
    QTRY_COMPARE(names(), QStringList({u"tidy"_s}));
    auto *banner = m_window->findChild<QWidget *>(u"undoBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->accessibleName(), u"Deleted “backup”"_s);
    QVERIFY(action(u"undoAction"_s)->text().endsWith(u"Delete “backup”"_s));

    QTest::mouseClick(banner->findChild<QPushButton *>(u"bannerButton"_s), Qt::LeftButton);
    QTRY_COMPARE(names(), QStringList({u"backup"_s, u"tidy"_s}));
    QVERIFY(!banner->isVisible());
    action(u"redoAction"_s)->trigger();
    QTRY_COMPARE(names(), QStringList({u"tidy"_s}));
}

void TestMainWindow::pausesAndResumesByTheSpaceBar()
{
    m_window->activateWindow();
    table()->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(table(), Qt::Key_Space);
    QTRY_VERIFY(m_store->jobs().find({u"backup"_s})->paused);
    QTRY_COMPARE(action(u"pauseAction"_s)->iconText(), u"Resume"_s);
    QTest::keyClick(table(), Qt::Key_Space);
    QTRY_VERIFY(!m_store->jobs().find({u"backup"_s})->paused);
    action(u"undoAction"_s)->trigger();
    QTRY_VERIFY(m_store->jobs().find({u"backup"_s})->paused);
}

void TestMainWindow::offersToRunAlongside()
{
    action(u"runNowAction"_s)->trigger();
    QTRY_COMPARE(m_executor->running.size(), 1);
    action(u"runNowAction"_s)->trigger();
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = m_window->findChild<QMessageBox *>(u"alongsideBox"_s)));
    QVERIFY2(box->text().startsWith(u"Already running since"_s), qPrintable(box->text()));
    QCOMPARE(box->defaultButton()->text(), u"Cancel"_s);
    box->buttons().at(0)->click();
    QTRY_COMPARE(m_executor->running.size(), 2);
}

void TestMainWindow::filtersAndSaysWhenNothingMatches()
{
    auto *filter = m_window->findChild<QLineEdit *>(u"filterEdit"_s);
    QTest::keyClicks(filter, u"TIDY"_s);
    QCOMPARE(names(), QStringList({u"tidy"_s}));
    QTest::keyClicks(filter, u"zz"_s);
    QVERIFY(!table()->isVisible());
    filter->clear();
    QVERIFY(table()->isVisible());
    QCOMPARE(names(), QStringList({u"backup"_s, u"tidy"_s}));
}

void TestMainWindow::switchesLanguageAtOnce()
{
    QSignalSpy settings(m_window.get(), &MainWindow::settingsChanged);
    for (QAction *choice : m_window->findChildren<QAction *>()) {
        if (choice->text() == u"简体中文"_s)
            choice->trigger();
    }
    QTRY_COMPARE(m_window->menuBar()->actions().at(0)->text(), u"文件(&F)"_s);
    QCOMPARE(table()->model()->headerData(1, Qt::Horizontal).toString(), u"名称"_s);
    QCOMPARE(table()->model()->index(0, JobListModel::NextRun).data().toString(), u"3 分钟后"_s);
    QCOMPARE(settings.size(), 1);
    QCOMPARE(settings.at(0).at(0).value<Settings>().language, u"zh_CN"_s);
}

void TestMainWindow::asksBeforeQuittingWithRunningJobs()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    action(u"runNowAction"_s)->trigger();
    QTRY_COMPARE(m_window->jobs().counts()[size_t(JobSelection::Running)], 1);
    m_window->requestQuit();
    auto *box = m_window->findChild<QMessageBox *>(u"quitBox"_s);
    QVERIFY(box);
    QCOMPARE(box->text(), u"1 job is running."_s);
    QCOMPARE(quit.size(), 0);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QCOMPARE(quit.size(), 1);
    QVERIFY(m_window->close()); // the application closes its windows when it quits
}

void TestMainWindow::hidesInsteadOfClosingWhenTold()
{
    QSignalSpy hide(m_window.get(), &MainWindow::hideRequested);
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    m_window->setHidesOnClose(true);
    QVERIFY(!m_window->close());
    QCOMPARE(hide.size(), 1);
    QCOMPARE(quit.size(), 0);
    m_window->setHidesOnClose(false);
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void TestMainWindow::bringsBackItsLayout()
{
    QSettings file(m_folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    m_window->resize(1100, 700);
    m_window->saveLayout(file);
    Settings settings;
    settings.language = u"en"_s;
    MainWindow second(*m_client, settings, nullptr, m_clock);
    QCOMPARE(second.size(), QSize(1280, 800));
    second.restoreLayout(file);
    QCOMPARE(second.size(), QSize(1100, 700));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
