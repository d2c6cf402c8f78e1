// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainactions.h"

#include "core/settings/settings.h"
#include "ui/theme/symbols.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace carillon::ui {

MainActions::MainActions(QObject *parent)
    : QObject(parent),
      newJob(make("newJobAction", "new")),
      closeWindow(make("closeWindowAction")),
      quit(make("quitAction")),
      undo(make("undoAction", "undo")),
      redo(make("redoAction", "redo")),
      duplicate(make("duplicateAction", "duplicate")),
      remove(make("deleteAction", "delete")),
      selectAll(make("selectAllAction")),
      find(make("findAction", "search")),
      runNow(make("runNowAction", "run")),
      stop(make("stopAction", "stop")),
      pause(make("pauseAction", "pause")),
      edit(make("editAction", "edit")),
      showLog(make("showLogAction", "log")),
      jobsPage(make("jobsPageAction", "jobs")),
      runsPage(make("runsPageAction", "runs")),
      detailPane(make("detailPaneAction")),
      pauseAll(make("pauseAllAction", "pause")),
      about(make("aboutAction")),
      themes(makeGroup(
          {int(Settings::Theme::System), int(Settings::Theme::Light), int(Settings::Theme::Dark)})),
      languages(makeGroup({QString(), u"en"_s, u"zh_CN"_s})),
      zones(makeGroup({false, true}))
{
    detailPane->setCheckable(true);
    detailPane->setChecked(true);
    setShortcuts();
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    retranslate();
}

QAction *MainActions::make(const char *objectName, const char *symbolName)
{
    auto *action = new QAction(this);
    action->setObjectName(QString::fromLatin1(objectName));
    if (symbolName)
        action->setIcon(symbol(QString::fromLatin1(symbolName)));
    return action;
}

QActionGroup *MainActions::makeGroup(const QVariantList &choices)
{
    auto *group = new QActionGroup(this);
    for (const QVariant &choice : choices) {
        QAction *action = group->addAction(QString());
        action->setCheckable(true);
        action->setData(choice);
    }
    return group;
}

void MainActions::setShortcuts()
{
    newJob->setShortcut(QKeySequence::New);
    closeWindow->setShortcut(QKeySequence::Close);
    quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    duplicate->setShortcut(QKeySequence(u"Ctrl+D"_s));
    remove->setShortcut(QKeySequence::Delete);
    selectAll->setShortcut(QKeySequence::SelectAll);
    find->setShortcut(QKeySequence::Find);
    runNow->setShortcuts({QKeySequence(u"F5"_s), QKeySequence(u"Ctrl+R"_s)});
    stop->setShortcut(QKeySequence(u"Shift+F5"_s));
    pause->setShortcut(QKeySequence(u"Space"_s));
    showLog->setShortcut(QKeySequence(u"F4"_s));
    jobsPage->setShortcut(QKeySequence(u"Ctrl+1"_s));
    runsPage->setShortcut(QKeySequence(u"Ctrl+2"_s));
    detailPane->setShortcut(QKeySequence(u"F9"_s));
    pauseAll->setShortcut(QKeySequence(u"Ctrl+Shift+P"_s));
    // Keys that also mean something in text fields and logs belong to the table alone.
    for (QAction *action : {remove, selectAll, pause})
        action->setShortcutContext(Qt::WidgetShortcut);
}

void MainActions::setState(const ActionState &state)
{
    m_state = state;
    const bool any = state.selected > 0;
    for (QAction *action : {runNow, pause, duplicate, remove})
        action->setEnabled(any);
    edit->setEnabled(any);
    stop->setEnabled(state.running > 0);
    showLog->setEnabled(state.hasLog);
    pause->setIcon(symbol(any && state.allPaused ? u"resume"_s : u"pause"_s));
    retranslateJobs();
}

void MainActions::setSchedulerPaused(bool paused)
{
    m_schedulerPaused = paused;
    pauseAll->setIcon(symbol(paused ? u"resume"_s : u"pause"_s));
    retranslateJobs();
}

void MainActions::setHistory(const QString &undoable, const QString &redoable)
{
    m_undoable = undoable;
    m_redoable = redoable;
    retranslateHistory();
}

void MainActions::retranslate()
{
    newJob->setText(tr("&New job…"));
    newJob->setIconText(tr("New"));
    closeWindow->setText(tr("&Close window"));
    quit->setText(tr("&Quit Carillon"));
    selectAll->setText(tr("Select &all"));
    find->setText(tr("&Find"));
    about->setText(tr("&About Carillon"));
    retranslateJobs();
    retranslateView();
    retranslateHistory();
}

void MainActions::retranslateJobs()
{
    runNow->setText(tr("&Run now"));
    runNow->setIconText(tr("Run"));
    stop->setText(tr("&Stop"));
    stop->setIconText(tr("Stop"));
    const bool resumes = m_state.selected > 0 && m_state.allPaused;
    pause->setText(resumes ? tr("R&esume") : tr("&Pause"));
    pause->setIconText(resumes ? tr("Resume") : tr("Pause"));
    edit->setText(tr("&Edit…"));
    edit->setIconText(tr("Edit"));
    duplicate->setText(tr("&Duplicate"));
    duplicate->setIconText(tr("Duplicate"));
    remove->setText(tr("De&lete"));
    remove->setIconText(tr("Delete"));
    showLog->setText(tr("Show l&og"));
    showLog->setIconText(tr("Log"));
    pauseAll->setText(m_schedulerPaused ? tr("&Resume all jobs") : tr("&Pause all jobs"));
    // A greyed action says why.
    for (QAction *action : {runNow, pause, edit, duplicate, remove}) {
        const QString name = action->iconText();
        action->setToolTip(m_state.selected > 0 ? name : tr("%1: select a job first").arg(name));
    }
    stop->setToolTip(m_state.running > 0 ? stop->iconText()
                                         : tr("Stop: no selected job is running"));
    showLog->setToolTip(m_state.hasLog ? tr("Show the log of the last run")
                                       : tr("Log: no selected job has run yet"));
}

void MainActions::retranslateView()
{
    jobsPage->setText(tr("&Jobs"));
    runsPage->setText(tr("&Runs"));
    detailPane->setText(tr("&Detail pane"));
    const QStringList themeNames{tr("&System"), tr("&Light"), tr("&Dark")};
    const QStringList languageNames{tr("&System"), u"&English"_s, u"简体中文"_s};
    const QStringList zoneNames{tr("&Local"), tr("&UTC")};
    const auto name = [](QActionGroup *group, const QStringList &names) {
        for (int i = 0; i < int(names.size()); ++i)
            group->actions().at(i)->setText(names.at(i));
    };
    name(themes, themeNames);
    name(languages, languageNames);
    name(zones, zoneNames);
}

void MainActions::retranslateHistory()
{
    undo->setEnabled(!m_undoable.isEmpty());
    redo->setEnabled(!m_redoable.isEmpty());
    undo->setText(m_undoable.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(m_undoable));
    redo->setText(m_redoable.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(m_redoable));
    undo->setToolTip(m_undoable.isEmpty() ? tr("Nothing to undo") : undo->text().remove(u'&'));
    redo->setToolTip(m_redoable.isEmpty() ? tr("Nothing to redo") : redo->text().remove(u'&'));
}

} // namespace carillon::ui
