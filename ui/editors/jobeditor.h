// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/scheduler/schedulerclient.h"
#include "core/time/clock.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QMessageBox;
class QPushButton;
class QTabWidget;

namespace carillon::ui {

class ActionEditor;
class ChangedBanner;
class EditorPart;
class FieldMessage;
class GeneralEditor;
class JobSaver;
class PreviewPanel;
class RulesEditor;
class TriggerEditor;

/// The window in which one job is made or changed. Saves through `client` and stays open until
/// that has succeeded; what is refused is shown under the field to blame.
class JobEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobEditor)

public:
    /// Nothing, or a job without an ID, makes a new job; the latter gives it what to start from.
    /// `client` and `clock` must outlive the window.
    JobEditor(SchedulerClient &client, const Clock &clock, const std::optional<Job> &job,
              QWidget *parent = nullptr);
    ~JobEditor() override;

    /// What the fields say now, or the first thing wrong with them.
    Result<Job> job() const;
    /// The job being edited; empty for one that has not been saved yet.
    const JobId &id() const { return m_original.id; }

signals:
    /// `before` has an empty ID if the job is new.
    void saved(const carillon::Job &before, const carillon::Job &after);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *createFooter();
    void connectParts();
    void load(const Job &job);
    void loadAllButTrigger(const Job &job);
    std::array<EditorPart *, 4> parts() const;
    void retranslate();

    void noteEdit();
    void updatePreview();
    void checkInEngine();
    void showProblem(const Error &error);

    void save(bool thenClose);
    void commitOpenCell();
    void finishSaving(const Job &stored);
    void askWhetherToSave();
    void discard();

    void follow(const SchedulerNews &news);
    void followJob(const Job &job);
    void followRemoval();
    void readAgain();

    SchedulerClient &m_client;
    const Clock &m_clock;
    Job m_original;
    std::optional<Job> m_elsewhere; ///< as it is stored now, if changed while edited here
    bool m_isNew = true;
    bool m_closesWhenSaved = false;
    int m_edits = 0; ///< tells answers to an earlier state of the fields from current ones
    QTimer m_typingPause;
    QTimer m_tick;

    JobSaver *m_saver;
    ChangedBanner *m_banner;
    QTabWidget *m_tabs;
    GeneralEditor *m_general;
    TriggerEditor *m_trigger;
    ActionEditor *m_action;
    RulesEditor *m_rules;
    PreviewPanel *m_preview;
    FieldMessage *m_problem;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_saveAndClose;
    QPointer<QMessageBox> m_question; ///< deletes itself when answered
};

} // namespace carillon::ui
