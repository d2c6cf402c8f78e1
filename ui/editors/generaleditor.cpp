// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/generaleditor.h"

#include "core/jobs/jobrules.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/linesedit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace carillon::ui {

namespace {

constexpr int noteLines = 6;

} // namespace

GeneralEditor::GeneralEditor()
    : m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_name(new QLineEdit),
      m_id(new QLineEdit),
      m_copyId(new QPushButton),
      m_group(new QLineEdit),
      m_tags(new QLineEdit),
      m_notes(new QPlainTextEdit),
      m_enabled(new QCheckBox)
{
    build();
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        suggestId();
        m_checks->edited(m_name);
        emit valueChanged();
    });
    connect(m_id, &QLineEdit::textChanged, this, [this] {
        m_checks->edited(m_id);
        emit valueChanged();
    });
    for (QLineEdit *edit : {m_group, m_tags})
        connect(edit, &QLineEdit::textChanged, this, &GeneralEditor::valueChanged);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &GeneralEditor::valueChanged);
    connect(m_enabled, &QCheckBox::toggled, this, &GeneralEditor::valueChanged);
    connect(m_copyId, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_id->text()); });
    retranslate();
}

void GeneralEditor::build()
{
    m_name->setObjectName(u"editorNameEdit"_qs);
    m_id->setObjectName(u"editorIdEdit"_qs);
    m_copyId->setObjectName(u"editorCopyIdButton"_qs);
    m_group->setObjectName(u"editorGroupEdit"_qs);
    m_tags->setObjectName(u"editorTagsEdit"_qs);
    m_notes->setObjectName(u"editorNotesEdit"_qs);
    m_enabled->setObjectName(u"editorEnabledCheck"_qs);
    m_enabled->setChecked(true);
    shapeTextField(m_notes, noteLines);
    auto *form = createForm(this);
    m_nameLabel = addField(form, m_name, m_checks->add({u"name"_qs}, m_name));
    auto *idRow = new QHBoxLayout;
    idRow->addWidget(m_id);
    idRow->addWidget(m_copyId);
    m_idLabel = addFields(form, idRow, m_id, m_checks->add({u"id"_qs}, m_id));
    m_groupLabel = addField(form, m_group, m_checks->add({u"group"_qs}, m_group));
    m_tagsLabel = addField(form, m_tags, m_checks->add({u"tags"_qs}, m_tags));
    m_notesLabel = addField(form, m_notes);
    m_enabledLabel = addField(form, m_enabled);
}

Result<> GeneralEditor::applyTo(Job &job) const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    job.name = m_name->text().trimmed();
    job.id.text = m_id->text();
    job.group = m_group->text().trimmed();
    job.tags = tags();
    job.notes = m_notes->toPlainText();
    job.paused = !m_enabled->isChecked();
    return {};
}

void GeneralEditor::setValue(const Job &job, bool saved)
{
    const QSignalBlocker quiet(this);
    m_name->setText(job.name);
    m_id->setText(job.id.text);
    m_id->setReadOnly(saved);
    m_copyId->setVisible(saved);
    m_group->setText(job.group);
    m_tags->setText(job.tags.join(u", "_qs));
    m_notes->setPlainText(job.notes);
    m_enabled->setChecked(!job.paused);
    suggestId();
    m_checks->clear();
}

void GeneralEditor::setPaused(bool paused)
{
    const QSignalBlocker quiet(this);
    m_enabled->setChecked(!paused);
}

std::vector<Error> GeneralEditor::problems() const
{
    if (m_name->text().trimmed().isEmpty())
        return {Error{ErrorCode::InvalidInput, tr("A job needs a name."), u"name"_qs}};
    return {};
}

QStringList GeneralEditor::tags() const
{
    QStringList tags;
    for (const QString &part : m_tags->text().replace(u'，', u',').split(u',')) {
        const QString tag = part.trimmed();
        if (!tag.isEmpty() && !tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

void GeneralEditor::suggestId()
{
    const QString name = m_name->text().trimmed();
    const auto isFree = [](const JobId &) { return false; };
    m_id->setPlaceholderText(name.isEmpty() ? tr("Made from the name")
                                            : suggestJobId(name, isFree).text);
}

void GeneralEditor::retranslate()
{
    m_nameLabel->setText(tr("&Name"));
    m_name->setToolTip(tr("What the job is called [name]"));
    m_idLabel->setText(tr("&ID"));
    m_id->setToolTip(tr("How other programs call the job; fixed once it is saved [id]"));
    setButtonText(m_copyId, tr("Copy"));
    m_copyId->setAccessibleName(tr("Copy the ID"));
    m_groupLabel->setText(tr("&Group"));
    m_tagsLabel->setText(tr("&Tags"));
    m_tags->setPlaceholderText(tr("Separated by commas"));
    m_notesLabel->setText(tr("No&tes"));
    m_enabledLabel->setText(QString());
    m_enabled->setText(tr("&Enabled"));
    m_enabled->setToolTip(tr("A job that is not enabled is paused: it runs only by hand."));
    suggestId();
}

} // namespace carillon::ui
