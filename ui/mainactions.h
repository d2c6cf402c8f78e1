// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>

class QActionGroup;

namespace carillon::ui {

/// What the jobs that are selected allow.
struct ActionState
{
    int selected = 0;
    int running = 0;
    bool allPaused = false;
    bool hasLog = false;
};

/// The actions of the main window, shared by its menus, tool bar and tables. They only say what
/// is wished for; MainWindow connects them.
class MainActions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainActions)

public:
    explicit MainActions(QObject *parent);

    QAction *const newJob;
    QAction *const closeWindow;
    QAction *const quit;
    QAction *const undo;
    QAction *const redo;
    QAction *const duplicate;
    QAction *const remove;
    QAction *const selectAll;
    QAction *const find;
    QAction *const runNow;
    QAction *const stop;
    QAction *const pause; ///< or resume, when all selected jobs are paused
    QAction *const edit;
    QAction *const showLog;
    QAction *const jobsPage;
    QAction *const runsPage;
    QAction *const detailPane;
    QAction *const pauseAll; ///< checked while the scheduler is paused
    QAction *const about;

    QActionGroup *const themes;    ///< data: Settings::Theme as int
    QActionGroup *const languages; ///< data: as Settings::language
    QActionGroup *const zones;     ///< data: true for UTC

    void setState(const ActionState &state);
    void setSchedulerPaused(bool paused);
    /// What can be undone and redone; empty if nothing.
    void setHistory(const QString &undoable, const QString &redoable);
    void retranslate();

private:
    QAction *make(const char *objectName, const char *symbolName = nullptr);
    QActionGroup *makeGroup(const QVariantList &choices);
    void setShortcuts();
    void retranslateJobs();
    void retranslateView();
    void retranslateHistory();

    ActionState m_state;
    bool m_schedulerPaused = false;
    QString m_undoable;
    QString m_redoable;
};

} // namespace carillon::ui
