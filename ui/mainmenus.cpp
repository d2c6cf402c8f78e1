// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainmenus.h"

#include <QActionGroup>

namespace carillon::ui {

MainWindow::Menus::Menus(QMenuBar &bar, MainActions &actions)
    : file(bar.addMenu(QString())),
      edit(bar.addMenu(QString())),
      job(bar.addMenu(QString())),
      view(bar.addMenu(QString())),
      zone(new QMenu(&bar)),
      theme(new QMenu(&bar)),
      language(new QMenu(&bar)),
      scheduler(bar.addMenu(QString())),
      help(bar.addMenu(QString()))
{
    file->addActions({actions.newJob});
    file->addSeparator();
    file->addActions({actions.closeWindow, actions.quit});
    edit->addActions({actions.undo, actions.redo});
    edit->addSeparator();
    edit->addActions({actions.duplicate, actions.remove, actions.selectAll});
    edit->addSeparator();
    edit->addActions({actions.find});
    job->addActions({actions.runNow, actions.stop, actions.pause});
    job->addSeparator();
    job->addActions({actions.edit, actions.duplicate, actions.remove});
    job->addSeparator();
    job->addActions({actions.showLog});
    view->addActions({actions.jobsPage, actions.runsPage});
    view->addSeparator();
    view->addActions({actions.detailPane});
    view->addSeparator();
    zone->addActions(actions.zones->actions());
    theme->addActions(actions.themes->actions());
    language->addActions(actions.languages->actions());
    for (QMenu *menu : {zone, theme, language})
        view->addMenu(menu);
    scheduler->addActions({actions.pauseAll});
    help->addActions({actions.about});
    retranslate();
}

void MainWindow::Menus::retranslate()
{
    file->setTitle(MainWindow::tr("&File"));
    edit->setTitle(MainWindow::tr("&Edit"));
    job->setTitle(MainWindow::tr("&Job"));
    view->setTitle(MainWindow::tr("&View"));
    zone->setTitle(MainWindow::tr("&Zone"));
    theme->setTitle(MainWindow::tr("&Theme"));
    language->setTitle(MainWindow::tr("&Language"));
    scheduler->setTitle(MainWindow::tr("&Scheduler"));
    help->setTitle(MainWindow::tr("&Help"));
}

} // namespace carillon::ui
