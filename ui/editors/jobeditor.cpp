// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/jobeditor.h"

#include "core/settings/settings.h"
#include "ui/editors/actioneditor.h"
#include "ui/editors/changedbanner.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/fieldmessage.h"
#include "ui/editors/form.h"
#include "ui/editors/generaleditor.h"
#include "ui/editors/jobsaver.h"
#include "ui/editors/previewpanel.h"
#include "ui/editors/ruleseditor.h"
#include "ui/editors/triggereditor.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace carillon::ui {

using namespace std::chrono_literals;

namespace {

Job newJob()
{
    Job job;
    job.action = CommandAction{};
    job.rules = windowJobDefaults();
    return job;
}

/// Equal but for where they stand: paused, next time, problem.
bool sameDefinition(const Job &left, Job right)
{
    right.paused = left.paused;
    right.next = left.next;
    right.problem = left.problem;
    right.created = left.created;
    right.changed = left.changed;
    return left == right;
}

QScrollArea *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace

JobEditor::JobEditor(SchedulerClient &client, const Clock &clock, const std::optional<Job> &job,
                     QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_client(client),
      m_clock(clock),
      m_original(job.value_or(newJob())),
      m_isNew(m_original.id.text.isEmpty()),
      m_saver(new JobSaver(client, this)),
      m_banner(new ChangedBanner),
      m_tabs(new QTabWidget),
      m_general(new GeneralEditor),
      m_trigger(new TriggerEditor(clock)),
      m_action(new ActionEditor),
      m_rules(new RulesEditor),
      m_preview(new PreviewPanel(clock)),
      m_problem(new FieldMessage(nullptr)),
      m_cancel(new QPushButton),
      m_save(new QPushButton),
      m_saveAndClose(new QPushButton)
{
    setObjectName(u"jobEditor"_qs);
    build();
    if (job)
        load(m_original);
    else
        loadAllButTrigger(m_original); // the trigger editor knows what to suggest
    connectParts();
    retranslate();
    updatePreview();
}

JobEditor::~JobEditor()
{
    // Fields that lose the focus as they go still report; by then we are half gone.
    for (EditorPart *part : parts())
        part->disconnect(this);
}

void JobEditor::build()
{
    m_tabs->setObjectName(u"editorTabs"_qs);
    m_problem->setObjectName(u"editorProblem"_qs);
    for (EditorPart *part : parts())
        m_tabs->addTab(scrolling(part), QString());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_tabs, 1);
    middle->addWidget(m_preview);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addLayout(middle, 1);
    column->addWidget(m_problem);
    column->addWidget(createFooter());
    setMinimumSize(760, 560);
    resize(900, 680);
}

QWidget *JobEditor::createFooter()
{
    m_cancel->setObjectName(u"editorCancelButton"_qs);
    m_save->setObjectName(u"editorSaveButton"_qs);
    m_saveAndClose->setObjectName(u"editorSaveCloseButton"_qs);
    m_saveAndClose->setDefault(true);
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    row->addWidget(m_saveAndClose);
    return footer;
}

void JobEditor::connectParts()
{
    for (EditorPart *part : parts())
        connect(part, &EditorPart::valueChanged, this, &JobEditor::noteEdit);
    connect(m_saver, &JobSaver::saved, this, &JobEditor::finishSaving);
    connect(m_saver, &JobSaver::failed, this, [this](const Error &error) {
        m_save->setEnabled(true);
        m_saveAndClose->setEnabled(true);
        showProblem(error);
    });
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveAndClose, &QPushButton::clicked, this, [this] { save(true); });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_save,
            &QPushButton::click);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(Qt::CTRL | Qt::Key(key), this), &QShortcut::activated, m_saveAndClose,
                &QPushButton::click);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);
    connect(&m_client, &SchedulerClient::changed, this, &JobEditor::follow);
    connect(m_banner, &ChangedBanner::reloadRequested, this, [this] {
        const Job elsewhere = *m_elsewhere; // loading forgets it
        load(elsewhere);
        updatePreview();
    });
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(400ms);
    connect(&m_typingPause, &QTimer::timeout, this, &JobEditor::checkInEngine);
    m_tick.setInterval(1s); // times in the preview pass while one looks at them
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            updatePreview();
    });
    m_tick.start();
}

void JobEditor::load(const Job &job)
{
    loadAllButTrigger(job);
    m_trigger->setValue(job.trigger);
}

void JobEditor::loadAllButTrigger(const Job &job)
{
    m_original = job;
    m_elsewhere.reset();
    m_general->setValue(job, !m_isNew);
    m_action->setValue(job.action);
    m_rules->setValue(job.rules);
    m_trigger->setRules(job.rules);
    m_problem->setProblem({});
    setWindowModified(false);
}

std::array<EditorPart *, 4> JobEditor::parts() const
{
    return {m_general, m_trigger, m_action, m_rules};
}

Result<Job> JobEditor::job() const
{
    Job edited = m_original;
    if (const auto applied = m_general->applyTo(edited); !applied)
        return applied.error();
    const auto trigger = m_trigger->value();
    if (!trigger)
        return trigger.error();
    const auto action = m_action->value();
    if (!action)
        return action.error();
    edited.trigger = *trigger;
    edited.action = *action;
    edited.rules = m_rules->value();
    return edited;
}

void JobEditor::noteEdit()
{
    ++m_edits;
    m_problem->setProblem({});
    const auto edited = job();
    const bool asBefore = edited && !m_isNew && *edited == m_original;
    setWindowModified(!asBefore);
    m_trigger->setRules(m_rules->value());
    m_typingPause.start();
    updatePreview();
}

void JobEditor::updatePreview()
{
    Job named = m_original;
    if (!m_general->applyTo(named))
        named.id = m_original.id;
    m_preview->setTrigger(m_trigger->value(), named.id);
}

/// Whether files and folders exist is for the engine to say; it does so before anything is saved.
void JobEditor::checkInEngine()
{
    Result<Job> edited = job();
    if (!edited)
        return;
    m_client.checkJob(*edited).then(this, [this, asked = m_edits](const Result<> &checked) {
        if (checked || asked != m_edits)
            return;
        for (const EditorPart *part : parts()) {
            for (FieldChecks *checks : part->checks())
                checks->show(checked.error(), false);
        }
    });
}

void JobEditor::showProblem(const Error &error)
{
    const auto all = parts();
    for (size_t tab = 0; tab < all.size(); ++tab) {
        for (FieldChecks *checks : all[tab]->checks()) {
            if (!checks->show(error))
                continue;
            m_tabs->setCurrentIndex(int(tab));
            checks->focus(error);
            return;
        }
    }
    m_problem->setProblem(error.message);
}

void JobEditor::save(bool thenClose)
{
    if (m_saver->isBusy())
        return;
    commitOpenCell();
    const auto edited = job();
    if (!edited) {
        showProblem(edited.error());
        return;
    }
    m_closesWhenSaved = thenClose;
    m_save->setEnabled(false);
    m_saveAndClose->setEnabled(false);
    if (m_isNew)
        m_saver->add(*edited);
    else
        m_saver->change(*edited);
}

/// A cell of a table counts only once it is left, which a shortcut does not do.
void JobEditor::commitOpenCell()
{
    QWidget *field = focusWidget();
    m_save->setFocus();
    if (field && field->isVisible())
        field->setFocus();
}

void JobEditor::finishSaving(const Job &stored)
{
    Job before = m_original;
    if (m_isNew)
        before.id = {};
    m_isNew = false;
    m_save->setEnabled(true);
    m_saveAndClose->setEnabled(true);
    m_banner->hide();
    load(stored);
    retranslate();
    updatePreview();
    emit saved(before, stored);
    if (m_closesWhenSaved)
        close();
}

void JobEditor::follow(const SchedulerNews &news)
{
    if (m_isNew || m_saver->isBusy())
        return;
    const auto ours = [this](const JobOverview &job) { return job.job.id == m_original.id; };
    const auto job = std::find_if(news.jobs.begin(), news.jobs.end(), ours);
    if (job != news.jobs.end())
        followJob(job->job);
    const auto &removed = news.removedJobs;
    if (std::find(removed.begin(), removed.end(), m_original.id) != removed.end())
        followRemoval();
    if (news.manyJobs)
        readAgain();
}

/// Too many jobs have changed to be told of each.
void JobEditor::readAgain()
{
    m_client.overview(m_original.id).then(this, [this](const Result<JobOverview> &job) {
        if (m_isNew || m_saver->isBusy())
            return;
        if (job && job->job.id == m_original.id)
            followJob(job->job);
        else if (!job && job.error().code == ErrorCode::NotFound)
            followRemoval();
    });
}

void JobEditor::followRemoval()
{
    m_isNew = true;
    setWindowModified(true);
    m_banner->showRemoved();
}

void JobEditor::followJob(const Job &job)
{
    if (sameDefinition(m_original, job)) {
        if (job.paused != m_original.paused)
            m_general->setPaused(job.paused);
        m_original = job;
        return;
    }
    if (!isWindowModified()) {
        load(job);
        updatePreview();
        return;
    }
    m_elsewhere = job;
    m_banner->showChanged();
}

void JobEditor::closeEvent(QCloseEvent *event)
{
    if (!isWindowModified()) {
        QWidget::closeEvent(event);
        return;
    }
    event->ignore();
    askWhetherToSave();
}

void JobEditor::askWhetherToSave()
{
    if (m_question) {
        m_question->raise();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, windowTitle().remove(u"[*]"_qs),
                                 tr("Save the changes to this job?"), QMessageBox::NoButton, this);
    m_question->setObjectName(u"editorUnsavedQuestion"_qs);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    auto *keep = m_question->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    auto *discarding = m_question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    auto *saving = m_question->addButton(tr("Save"), QMessageBox::AcceptRole);
    keep->setObjectName(u"editorKeepEditingButton"_qs);
    discarding->setObjectName(u"editorDiscardButton"_qs);
    saving->setObjectName(u"editorQuestionSaveButton"_qs);
    m_question->setDefaultButton(saving);
    m_question->setEscapeButton(keep);
    connect(discarding, &QPushButton::clicked, this, &JobEditor::discard);
    connect(saving, &QPushButton::clicked, this, [this] { save(true); });
    m_question->open();
}

void JobEditor::discard()
{
    setWindowModified(false);
    close();
}

void JobEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JobEditor::retranslate()
{
    setWindowTitle(m_isNew ? tr("New job[*]") : tr("Edit “%1”[*]").arg(m_original.name));
    m_tabs->setTabText(0, tr("General"));
    m_tabs->setTabText(1, tr("Schedule"));
    m_tabs->setTabText(2, tr("Action"));
    m_tabs->setTabText(3, tr("Rules"));
    setButtonText(m_cancel, tr("Cancel"));
    setButtonText(m_save, tr("Save"));
    setButtonText(m_saveAndClose, tr("Save and close"));
}

} // namespace carillon::ui
