// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/engine.h"
#include "app/exitcode.h"
#include "core/scheduler/schedulerclient.h"

#include <memory>

namespace carillon {

class RaiseServer;
class TrayIcon;

namespace ui {
class MainWindow;
}

/// The desktop program: an engine, its window and its tray icon. Lives in the GUI thread.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(const Clock &clock, const CommandLine &line, QObject *parent = nullptr);
    ~Desktop() override;

    /// Returns at once; the window appears when the engine is up. Where it cannot be started, says
    /// why, or raises the program that holds the profile, and ends the application.
    void start();

    /// Ends the engine in order, then the application; asked again, at once.
    void quit();

    /// What the program should return when the application has ended.
    ExitCode ending() const { return m_ending; }

    /// Null until the engine is up.
    ui::MainWindow *window() const { return m_window.get(); }

signals:
    void ready();

private:
    void open();
    void giveUp(const Error &error);
    void hideWindow();
    void takeSettings(const Settings &settings);
    void adaptToTray();
    QString layoutFile() const;

    const CommandLine m_line;
    const Profile m_profile;
    Settings m_settings;
    ExitCode m_ending = ExitCode::Ended;
    Engine m_engine;
    bool m_quits = false;
    std::unique_ptr<SchedulerClient> m_client;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<TrayIcon> m_tray;
    std::unique_ptr<RaiseServer> m_raiseServer;
};

} // namespace carillon
