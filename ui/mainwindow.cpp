// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/scheduler/schedulerclient.h"
#include "core/util/language.h"
#include "ui/mainactions.h"
#include "ui/mainmenus.h"
#include "ui/pages/detailpane.h"
#include "ui/pages/jobspage.h"
#include "ui/pages/runspage.h"
#include "ui/widgets/bannerstrip.h"
#include "ui/widgets/statusfields.h"

#include <QCloseEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

// What the window shows; how it is put together is in mainwindowsetup.cpp, what people ask of it
// in mainwindowrequests.cpp.
namespace carillon::ui {

namespace {

constexpr int narrowWindow = 1080;

} // namespace

const Clock &MainWindow::systemClock()
{
    static const SystemClock clock;
    return clock;
}

void MainWindow::load()
{
    m_client.overviews().then(this, [this](const std::vector<JobOverview> &jobs) {
        m_jobs.setJobs(jobs);
        if (m_jobs.rowCount() > 0 && m_jobsPage->selectedJobs().empty())
            m_jobsPage->selectJob(m_jobs.at(m_jobs.index(0, 0))->job.id);
        m_jobsPage->setFocus();
        updateActions();
    });
}

void MainWindow::readJobsAgain()
{
    m_client.overviews().then(this, [this](const std::vector<JobOverview> &jobs) {
        m_jobs.setJobs(jobs);
        m_jobsPage->refresh();
        updateActions();
        emit summaryChanged();
        m_rereading.finish();
    });
}

void MainWindow::take(const SchedulerNews &news)
{
    m_jobs.setNow(m_clock.now());
    m_jobs.apply(news);
    if (news.manyJobs)
        m_rereading.request();
    m_jobsPage->apply(news);
    if (m_runsPage)
        m_runsPage->apply(news);
    m_banners->showFault(news.fault);
    if (news.paused != m_schedulerPaused) {
        m_schedulerPaused = news.paused;
        m_actions->setSchedulerPaused(news.paused);
        m_status->setSchedulerPaused(news.paused);
    }
    m_status->setNow(m_clock.now());
    emit summaryChanged();
}

void MainWindow::tick(Instant now)
{
    m_jobs.setNow(now);
    m_jobsPage->setNow(now);
    if (m_runsPage)
        m_runsPage->setNow(now);
    m_status->setNow(now);
    askForChannels();
}

/// Nobody tells when a channel comes or goes; it is asked for with the time.
void MainWindow::askForChannels()
{
    if (std::exchange(m_asksForChannels, true))
        return;
    m_client.health().then(this, [this](const Health &health) {
        m_asksForChannels = false;
        m_status->setChannels(health.channels);
    });
}

void MainWindow::updateTimeView()
{
    const TimeView view{m_clock.now(), m_showsUtc ? Zone::utc() : Zone::system(), QLocale()};
    m_jobs.setTimeView(view);
    m_jobsPage->setTimeView(view);
    if (m_runsPage)
        m_runsPage->setTimeView(view);
    m_status->setTimeView(view);
}

void MainWindow::updateActions()
{
    ActionState state;
    state.allPaused = true;
    const bool jobsShown = m_pages->currentWidget() == m_jobsPage;
    for (const JobId &id : jobsShown ? m_jobsPage->selectedJobs() : std::vector<JobId>()) {
        const JobOverview *overview = m_jobs.find(id);
        if (!overview)
            continue;
        ++state.selected;
        state.running += overview->running > 0 || overview->queued > 0 ? 1 : 0;
        state.allPaused = state.allPaused && overview->job.paused;
        state.hasLog = state.hasLog || overview->last || overview->running > 0;
    }
    m_actions->setState(state);
}

void MainWindow::updateHistory()
{
    const QUndoStack &stack = m_commands.undoStack();
    m_actions->setHistory(stack.undoText(), stack.redoText());
    if (!stack.canUndo())
        m_banners->hideUndo();
}

QString MainWindow::summary() const
{
    return m_status->summary();
}

void MainWindow::showPage(Page page)
{
    if (page == Page::Runs)
        m_pages->setCurrentWidget(&runsPage());
    else
        m_pages->setCurrentWidget(m_jobsPage);
    m_sidebar->setPage(page);
    m_filter->setEnabled(page == Page::Jobs);
    updateActions();
}

RunsPage &MainWindow::runsPage()
{
    if (!m_runsPage) {
        m_runsPage = new RunsPage(m_client);
        m_pages->addWidget(m_runsPage);
        connect(m_runsPage, &RunsPage::failed, this, &MainWindow::showError);
        updateTimeView();
    }
    return *m_runsPage;
}

void MainWindow::showSelection(JobSelection selection)
{
    m_jobs.setSelection(selection);
    m_sidebar->setSelection(selection);
    showPage(Page::Jobs);
}

void MainWindow::filter(const QString &typed)
{
    m_jobs.setWords(searchWords(typed));
    m_jobsPage->setTyped(typed);
}

void MainWindow::saveLayout(QSettings &settings) const
{
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/page"_s, m_pages->currentWidget() == m_jobsPage ? 0 : 1);
    m_jobsPage->saveLayout(settings);
    if (m_runsPage)
        m_runsPage->saveLayout(settings);
}

void MainWindow::restoreLayout(QSettings &settings)
{
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    const QRect room = screen()->availableGeometry();
    if (!room.intersects(frameGeometry()))
        move(room.topLeft());
    m_jobsPage->restoreLayout(settings);
    if (settings.value(u"window/page"_s).toInt() == 1) {
        runsPage().restoreLayout(settings);
        showPage(Page::Runs);
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_leaving) {
        event->accept();
        return;
    }
    event->ignore();
    if (m_hidesOnClose)
        emit hideRequested();
    else
        requestQuit();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::WindowStateChange)
        m_ticker.setActive(isVisible() && !isMinimized());
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    m_ticker.setActive(!isMinimized());
    QMainWindow::showEvent(event);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    m_ticker.setActive(false);
    QMainWindow::hideEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->setCompact(width() < narrowWindow);
}

} // namespace carillon::ui
