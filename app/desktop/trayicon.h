// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <QMenu>
#include <QObject>
#include <QTimer>

#include <memory>

class QSystemTrayIcon;

namespace carillon {

namespace ui {
class MainWindow;
}

/// The icon in the tray with its menu. Appears as soon as there is a tray: some desktops start
/// theirs after us. `window` must outlive it.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(ui::MainWindow &window, QObject *parent = nullptr);
    ~TrayIcon() override;

    bool isShown() const { return m_icon != nullptr; }

    /// A notice beside the icon; nothing where there is none.
    void say(const QString &title, const QString &text);

signals:
    void shown();

private:
    void showWhenPossible();
    void refresh();
    void fillMenu();
    void toggleWindow();

    ui::MainWindow &m_window;
    QTimer m_lookout;
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace carillon
