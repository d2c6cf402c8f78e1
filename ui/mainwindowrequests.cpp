// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/util/language.h"
#include "ui/editors/jobeditor.h"
#include "ui/mainactions.h"
#include "ui/pages/jobspage.h"
#include "ui/widgets/bannerstrip.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace carillon::ui {

namespace {

constexpr int stopsWithoutAsking = 5;

/// A question that does not hold up the program; deletes itself when answered.
QMessageBox *makeQuestion(QWidget *parent, const QString &objectName, const QString &text)
{
    auto *box = new QMessageBox(parent);
    box->setObjectName(objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(u"Carillon"_s);
    box->setText(text);
    return box;
}

} // namespace

std::vector<Job> MainWindow::selectedJobs() const
{
    std::vector<Job> jobs;
    for (const JobId &id : m_jobsPage->selectedJobs()) {
        if (const JobOverview *overview = m_jobs.find(id))
            jobs.push_back(overview->job);
    }
    return jobs;
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::newJob()
{
    openEditor(new JobEditor(m_client, m_clock, std::nullopt, this));
}

void MainWindow::openEditor(const JobId &id)
{
    if (JobEditor *open = m_editors.value(id)) {
        open->show();
        open->raise();
        open->activateWindow();
        return;
    }
    const JobOverview *overview = m_jobs.find(id);
    if (!overview)
        return;
    auto *editor = new JobEditor(m_client, m_clock, overview->job, this);
    m_editors.insert(id, editor);
    openEditor(editor);
}

void MainWindow::openEditor(JobEditor *editor)
{
    editor->setWindowFlag(Qt::Window);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &JobEditor::saved, this, [this, editor](const Job &before, const Job &after) {
        m_editors.insert(after.id, editor);
        m_commands.noteSaved(before, after);
    });
    editor->show();
}

void MainWindow::showJob(const JobId &id)
{
    showPage(Page::Jobs);
    if (!m_jobs.indexOf(id).isValid() && m_jobs.find(id))
        showSelection(JobSelection::All);
    if (m_jobs.find(id))
        m_jobsPage->selectJob(id);
}

void MainWindow::runJob(const JobId &id)
{
    m_commands.runNow(id);
}

void MainWindow::setSchedulerPaused(bool paused)
{
    m_commands.setSchedulerPaused(paused);
}

void MainWindow::runSelected()
{
    for (const JobId &id : m_jobsPage->selectedJobs())
        m_commands.runNow(id);
}

void MainWindow::stopSelected()
{
    std::vector<JobId> running;
    for (const JobId &id : m_jobsPage->selectedJobs()) {
        const JobOverview *overview = m_jobs.find(id);
        if (overview && (overview->running > 0 || overview->queued > 0))
            running.push_back(id);
    }
    if (int(running.size()) > stopsWithoutAsking) {
        confirmStop(running);
        return;
    }
    for (const JobId &id : running)
        m_commands.stop(id);
}

void MainWindow::confirmStop(const std::vector<JobId> &ids)
{
    QMessageBox *box =
        makeQuestion(this, u"stopBox"_s, tr("Stop %n running job(s)?", "", int(ids.size())));
    QPushButton *stop = box->addButton(tr("Stop them"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep running"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, [this, ids] {
        for (const JobId &id : ids)
            m_commands.stop(id);
    });
    box->open();
}

void MainWindow::togglePause()
{
    const std::vector<Job> jobs = selectedJobs();
    const bool allPaused =
        std::all_of(jobs.begin(), jobs.end(), [](const Job &job) { return job.paused; });
    m_commands.setPaused(jobs, !allPaused);
}

void MainWindow::offerAlongside(const JobId &id, const QString &message)
{
    QMessageBox *box = makeQuestion(this, u"alongsideBox"_s, message);
    const JobOverview *overview = m_jobs.find(id);
    if (overview)
        box->setInformativeText(overview->job.name);
    QPushButton *run = box->addButton(tr("Run alongside"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    connect(run, &QPushButton::clicked, this, [this, id] { m_commands.runAlongside(id); });
    box->open();
}

void MainWindow::showError(const QString &message)
{
    m_banners->showError(message);
}

void MainWindow::requestQuit()
{
    const int running = m_jobs.counts()[size_t(JobSelection::Running)];
    if (running == 0) {
        leave();
        return;
    }
    bringUp();
    QMessageBox *box = makeQuestion(this, u"quitBox"_s, tr("%n job(s) are running.", "", running));
    QPushButton *stop = box->addButton(tr("Stop them and quit"), QMessageBox::DestructiveRole);
    connect(stop, &QPushButton::clicked, this, &MainWindow::leave);
    if (m_hidesOnClose) {
        QPushButton *keep =
            box->addButton(tr("Keep running in background"), QMessageBox::AcceptRole);
        connect(keep, &QPushButton::clicked, this, &MainWindow::hideRequested);
    }
    box->setDefaultButton(box->addButton(tr("Cancel"), QMessageBox::RejectRole));
    box->open();
}

/// From here on closing means closing: the application closes all windows when it quits.
void MainWindow::leave()
{
    m_leaving = true;
    emit quitRequested();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->setWindowTitle(tr("About Carillon"));
    box->setText(tr("Carillon %1").arg(QStringLiteral(CARILLON_VERSION)));
    box->setInformativeText(tr("Decides when work runs, runs it, remembers what happened and "
                               "shows it.\n\nFree software under the GNU General Public License, "
                               "version 3 or later."));
    box->open();
}

void MainWindow::changeSettings(const Settings &settings)
{
    const bool otherLanguage = settings.language != m_settings.language;
    m_settings = settings;
    m_theme.setChoice(settings.theme);
    if (otherLanguage)
        applyLanguage(settings.language);
    emit settingsChanged(m_settings);
}

} // namespace carillon::ui
