// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/editors/editorpart.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace carillon::ui {

/// What a job is called and where it belongs. The ID is made from the name until the job has been
/// saved; from then on it can only be copied.
class GeneralEditor : public EditorPart
{
    Q_OBJECT

public:
    GeneralEditor();

    std::vector<FieldChecks *> checks() const override { return {m_checks}; }

    /// Writes the fields into `job`, or says what is wrong with them. An empty ID means that one is
    /// to be made from the name.
    Result<> applyTo(Job &job) const;
    /// A job that is not `saved` may still be given an ID.
    void setValue(const Job &job, bool saved);
    /// Follows a pause or resume from elsewhere.
    void setPaused(bool paused);

protected:
    void retranslate() override;

private:
    void build();
    std::vector<Error> problems() const;
    QStringList tags() const;
    void suggestId();

    FieldChecks *m_checks;
    QLineEdit *m_name;
    QLineEdit *m_id;
    QPushButton *m_copyId;
    QLineEdit *m_group;
    QLineEdit *m_tags;
    QPlainTextEdit *m_notes;
    QCheckBox *m_enabled;
    QLabel *m_nameLabel;
    QLabel *m_idLabel;
    QLabel *m_groupLabel;
    QLabel *m_tagsLabel;
    QLabel *m_notesLabel;
    QLabel *m_enabledLabel;
};

} // namespace carillon::ui
