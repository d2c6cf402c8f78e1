// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainactions.h"
#include "ui/mainwindow.h"

#include <QMenu>
#include <QMenuBar>

namespace carillon::ui {

/// The menu bar of the main window.
struct MainWindow::Menus
{
    Menus(QMenuBar &bar, MainActions &actions);

    void retranslate();

    QMenu *file;
    QMenu *edit;
    QMenu *job;
    QMenu *view;
    QMenu *zone;
    QMenu *theme;
    QMenu *language;
    QMenu *scheduler;
    QMenu *help;
};

} // namespace carillon::ui
