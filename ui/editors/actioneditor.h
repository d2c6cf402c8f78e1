// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/action.h"
#include "ui/editors/editorpart.h"

class QComboBox;
class QLabel;

namespace carillon::ui {

class ActionPage;
class BuiltInPage;
class HttpPage;
class ProcessPage;
class PythonPage;

/// What a job does. Each kind keeps what was typed for it while another is chosen.
class ActionEditor : public EditorPart
{
    Q_OBJECT

public:
    ActionEditor();

    std::vector<FieldChecks *> checks() const override;

    Result<Action> value() const;
    void setValue(const Action &action);

protected:
    void retranslate() override;

private:
    /// In the order of the list.
    enum class Kind { Program, Script, Python, Http, Log, Wait, Nothing };

    void build();
    Kind kind() const;
    static Kind kindOf(const Action &action);
    void applyKind();
    ActionPage *page() const;

    QLabel *m_kindLabel;
    QComboBox *m_kind;
    ProcessPage *m_process;
    PythonPage *m_python;
    HttpPage *m_http;
    BuiltInPage *m_builtIn;
};

} // namespace carillon::ui
