// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editors/actionpage.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QPlainTextEdit;

namespace carillon::ui {

class EncodingCombo;
class EnvironmentTable;
class LinesEdit;
class PathEdit;

/// A child process: a program or a script, which share everything but what is started.
class ProcessPage : public ActionPage
{
    Q_OBJECT

public:
    enum class Kind { Program, Script };

    ProcessPage();

    /// What the kinds share stays; each keeps its own path.
    void setKind(Kind kind);

    std::vector<FieldChecks *> checks() const override;
    Result<Action> value() const override;
    void setValue(const Action &action) override;

protected:
    void retranslate() override;

private:
    void build();
    void connectFields();
    std::vector<Error> startProblems() const;
    std::vector<Error> problems() const;
    Result<ProcessSurroundings> surroundings() const;
    void setSurroundings(const ProcessSurroundings &surroundings);

    Kind m_kind = Kind::Program;
    FieldChecks *m_programChecks;
    FieldChecks *m_scriptChecks;
    FieldChecks *m_checks; ///< of what both kinds have
    QFormLayout *m_form;
    PathEdit *m_program;
    QCheckBox *m_shell;
    PathEdit *m_script;
    LinesEdit *m_arguments;
    PathEdit *m_folder;
    EnvironmentTable *m_environment;
    QPlainTextEdit *m_input;
    EncodingCombo *m_encoding;
    QLabel *m_programLabel;
    QLabel *m_scriptLabel;
    QLabel *m_argumentsLabel;
    QLabel *m_folderLabel;
    QLabel *m_environmentLabel;
    QLabel *m_inputLabel;
    QLabel *m_encodingLabel;
};

} // namespace carillon::ui
