// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/trayicon.h"
#include "app/singleinstance.h"
#include "core/settings/settingsfile.h"
#include "core/util/language.h"
#include "core/util/logging.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace carillon {

namespace {

/// What the command line says counts for this time only and is never saved; main() has checked it.
Settings withArguments(Settings settings, const CommandLine &line)
{
    applyRedisArguments(line.redis, settings);
    if (const auto applied = applyApiArguments(line.api, settings.api); !applied)
        settings.api.isEnabled = false;
    return settings;
}

} // namespace

Desktop::Desktop(const Clock &clock, const CommandLine &line, QObject *parent)
    : QObject(parent),
      m_line(line),
      m_profile(line.profile),
      m_settings(loadSettings(m_profile.settingsFile())),
      m_engine(clock, {.profile = m_profile,
                       .settings = withArguments(m_settings, line),
                       .jobsFile = line.jobsFile,
                       .watchesJobsFile = line.watchesJobsFile})
{
    applyLanguage(m_settings.language);
    QApplication::setQuitOnLastWindowClosed(false);
}

Desktop::~Desktop()
{
    if (!m_window)
        return;
    QSettings layout(layoutFile(), QSettings::IniFormat);
    m_window->saveLayout(layout);
}

QString Desktop::layoutFile() const
{
    return m_profile.folder() + u"/window.ini"_s;
}

void Desktop::start()
{
    m_engine.start().then(this, [this](const Result<> &started) {
        if (started)
            open();
        else
            giveUp(started.error());
    });
}

void Desktop::open()
{
    m_client = std::make_unique<SchedulerClient>(m_engine.scheduler());
    m_window = std::make_unique<ui::MainWindow>(*m_client, m_settings);
    QSettings layout(layoutFile(), QSettings::IniFormat);
    m_window->restoreLayout(layout);
    connect(m_window.get(), &ui::MainWindow::settingsChanged, this, &Desktop::takeSettings);
    connect(m_window.get(), &ui::MainWindow::hideRequested, this, &Desktop::hideWindow);
    connect(m_window.get(), &ui::MainWindow::quitRequested, this, &Desktop::quit);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &Desktop::quit); // the session ends

    m_tray = std::make_unique<TrayIcon>(*m_window);
    connect(m_tray.get(), &TrayIcon::shown, this, &Desktop::adaptToTray);
    adaptToTray();
    m_raiseServer = std::make_unique<RaiseServer>(m_profile);
    connect(m_raiseServer.get(), &RaiseServer::raiseRequested, m_window.get(),
            &ui::MainWindow::bringUp);

    // Without a tray a hidden window could never be found again.
    if (!m_line.background)
        m_window->show();
    else if (!m_tray->isShown())
        m_window->showMinimized();
    emit ready();
}

void Desktop::quit()
{
    if (std::exchange(m_quits, true)) {
        m_engine.hurry();
        return;
    }
    if (m_window)
        m_window->hide();
    // exit(), since quit() asks the windows, and they may refuse.
    m_engine.stop().then(this, [] { QApplication::exit(0); });
}

void Desktop::adaptToTray()
{
    m_window->setHidesOnClose(m_tray->isShown() && m_settings.closeKeepsRunning);
}

void Desktop::hideWindow()
{
    m_window->hide();
    if (m_settings.closeExplained)
        return;
    m_tray->say(
        tr("Carillon keeps running"),
        tr("Your jobs run on while the window is closed. Click the bell to open it again."));
    m_settings.closeExplained = true;
    takeSettings(m_settings);
}

void Desktop::takeSettings(const Settings &settings)
{
    const bool explained = m_settings.closeExplained; // the window's copy does not know
    m_settings = settings;
    m_settings.closeExplained |= explained;
    adaptToTray();
    if (const auto saved = saveSettings(m_settings, m_profile.settingsFile()); !saved)
        m_window->showError(saved.error().message);
}

void Desktop::giveUp(const Error &error)
{
    m_ending = exitCodeFor(error.code);
    if (error.code == ErrorCode::AlreadyRunning && RaiseServer::raiseOther(m_profile)) {
        m_ending = ExitCode::Ended;
        QApplication::quit();
        return;
    }
    std::fprintf(stderr, "carillon: %s\n", qPrintable(error.message));
    auto *const box = new QMessageBox(QMessageBox::Critical, tr("Carillon could not start"), {},
                                      QMessageBox::Close);
    box->setObjectName(u"startFailureBox"_s);
    box->setTextFormat(Qt::PlainText); // paths come from anywhere
    box->setText(error.message);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, qApp, &QApplication::quit);
    box->open();
}

} // namespace carillon
