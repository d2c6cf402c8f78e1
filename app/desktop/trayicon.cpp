// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/trayicon.h"

#include "ui/mainwindow.h"
#include "ui/theme/symbols.h"

#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace carillon {

namespace {

constexpr std::chrono::seconds lookoutInterval{3};
constexpr int mostJobsInMenu = 10;

} // namespace

TrayIcon::TrayIcon(ui::MainWindow &window, QObject *parent) : QObject(parent), m_window(window)
{
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_window, &ui::MainWindow::summaryChanged, this, &TrayIcon::refresh);
    connect(&m_lookout, &QTimer::timeout, this, &TrayIcon::showWhenPossible);
    m_lookout.setTimerType(Qt::CoarseTimer);
    m_lookout.start(lookoutInterval);
    showWhenPossible();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::showWhenPossible()
{
    // Asked before the icon is made: without a tray Qt warns about its own missing signal.
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_lookout.stop();
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(&m_menu);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    toggleWindow();
            });
    fillMenu();
    refresh();
    m_icon->show();
    emit shown();
}

void TrayIcon::refresh()
{
    if (!m_icon)
        return;
    const ui::JobCounts &counts = m_window.jobs().counts();
    QString shape = u"tray-idle"_s;
    if (m_window.isSchedulerPaused())
        shape = u"tray-paused"_s;
    else if (counts[size_t(ui::JobSelection::Running)] > 0)
        shape = u"tray-running"_s;
    else if (counts[size_t(ui::JobSelection::Failed)] > 0)
        shape = u"tray-failure"_s;
    m_icon->setIcon(ui::symbol(shape));
    m_icon->setToolTip(m_window.summary());
}

void TrayIcon::fillMenu()
{
    m_menu.clear();
    m_menu.addAction(m_window.summary())->setEnabled(false);
    m_menu.addSeparator();

    QMenu *const run = m_menu.addMenu(tr("&Run"));
    const ui::JobListModel &jobs = m_window.jobs();
    for (int row = 0; row < std::min(jobs.rowCount(), mostJobsInMenu); ++row) {
        const Job &job = jobs.at(jobs.index(row, 0))->job;
        // A single & in a name would become a mnemonic.
        QAction *const action = run->addAction(QString(job.name).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, &m_window,
                [this, id = job.id] { m_window.runJob(id); });
    }
    run->setEnabled(!run->isEmpty());

    const bool paused = m_window.isSchedulerPaused();
    m_menu.addAction(paused ? tr("R&esume") : tr("&Pause all"), &m_window,
                     [this, paused] { m_window.setSchedulerPaused(!paused); });
    m_menu.addSeparator();
    m_menu.addAction(tr("&Open Carillon"), &m_window, &ui::MainWindow::bringUp);
    m_menu.addAction(tr("&New job…"), &m_window, [this] {
        m_window.bringUp();
        m_window.newJob();
    });
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit Carillon"), &m_window, &ui::MainWindow::requestQuit);
}

void TrayIcon::toggleWindow()
{
    if (m_window.isVisible() && m_window.isActiveWindow())
        m_window.hide();
    else
        m_window.bringUp();
}

void TrayIcon::say(const QString &title, const QString &text)
{
    if (m_icon)
        m_icon->showMessage(title, text, QSystemTrayIcon::Information);
}

} // namespace carillon
