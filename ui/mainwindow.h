// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/time/clock.h"
#include "ui/jobcommands.h"
#include "ui/models/joblistmodel.h"
#include "ui/models/rereading.h"
#include "ui/models/ticker.h"
#include "ui/theme/theme.h"
#include "ui/widgets/sidebar.h"

#include <QMainWindow>
#include <QPointer>

class QLineEdit;
class QSettings;
class QStackedWidget;

namespace carillon {
class SchedulerClient;
struct SchedulerNews;
} // namespace carillon

namespace carillon::ui {

class BannerStrip;
class JobEditor;
class JobsPage;
class MainActions;
class RunsPage;
class StatusFields;

/// The frame: menus, tool bar, pages, status bar. What it shows arrives through SchedulerClient;
/// what people do goes to JobCommands.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `client` and `clock` must outlive it. Applies theme and language of `settings`.
    MainWindow(SchedulerClient &client, const Settings &settings, QWidget *parent = nullptr,
               const Clock &clock = systemClock());
    ~MainWindow() override;

    /// Closing then only asks for hiding; otherwise it asks for quitting.
    void setHidesOnClose(bool hides) { m_hidesOnClose = hides; }

    const JobListModel &jobs() const { return m_jobs; }
    bool isSchedulerPaused() const { return m_schedulerPaused; }
    /// The state of things in one line, for the tray.
    QString summary() const;

    void saveLayout(QSettings &settings) const;
    /// Pulls the window back onto a screen if it would lie outside all of them.
    void restoreLayout(QSettings &settings);

public slots:
    /// Shows the window, in front, whatever it was doing.
    void bringUp();
    void newJob();
    void showJob(const carillon::JobId &id);
    void runJob(const carillon::JobId &id);
    void setSchedulerPaused(bool paused);
    /// Asks first if jobs are running.
    void requestQuit();
    /// Something went wrong elsewhere; a sentence for people.
    void showError(const QString &message);

signals:
    void settingsChanged(const carillon::Settings &settings);
    /// The window was closed, and hiding is all that should happen.
    void hideRequested();
    void quitRequested();
    /// summary() or one of the numbers of jobs() has changed.
    void summaryChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static const Clock &systemClock();

    void build();
    void buildToolBar();
    void buildMenus();
    void connectParts();
    void connectActions();
    void connectCommands();
    void connectView();

    void load();
    void readJobsAgain();
    void take(const SchedulerNews &news);
    void tick(Instant now);
    void askForChannels();
    void updateTimeView();
    void updateActions();
    void updateHistory();
    void retranslate();

    std::vector<Job> selectedJobs() const;
    void showPage(Page page);
    RunsPage &runsPage();
    void showSelection(JobSelection selection);
    void filter(const QString &typed);
    void openEditor(const JobId &id);
    void openEditor(JobEditor *editor);
    void runSelected();
    void stopSelected();
    void togglePause();
    void confirmStop(const std::vector<JobId> &ids);
    void offerAlongside(const JobId &id, const QString &message);
    void showAbout();
    void changeSettings(const Settings &settings);
    void leave();

    SchedulerClient &m_client;
    const Clock &m_clock;
    Settings m_settings;
    Theme m_theme;
    Ticker m_ticker;
    JobListModel m_jobs;
    Rereading m_rereading; ///< of the jobs
    JobCommands m_commands;
    bool m_schedulerPaused = false;
    bool m_asksForChannels = false;
    bool m_showsUtc = false;
    bool m_hidesOnClose = false;
    bool m_leaving = false;

    MainActions *m_actions;
    Sidebar *m_sidebar;
    BannerStrip *m_banners;
    QStackedWidget *m_pages;
    JobsPage *m_jobsPage;
    RunsPage *m_runsPage = nullptr; ///< built when first shown
    QLineEdit *m_filter;
    StatusFields *m_status;
    struct Menus;
    std::unique_ptr<Menus> m_menus;
    QHash<JobId, QPointer<JobEditor>> m_editors;
};

} // namespace carillon::ui
