// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/actioneditor.h"

#include "ui/editors/builtinpage.h"
#include "ui/editors/form.h"
#include "ui/editors/httppage.h"
#include "ui/editors/processpage.h"
#include "ui/editors/pythonpage.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace carillon::ui {

ActionEditor::ActionEditor()
    : m_kind(new QComboBox),
      m_process(new ProcessPage),
      m_python(new PythonPage),
      m_http(new HttpPage),
      m_builtIn(new BuiltInPage)
{
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        applyKind();
        emit valueChanged();
    });
    for (ActionPage *page :
         std::initializer_list<ActionPage *>{m_process, m_python, m_http, m_builtIn})
        connect(page, &ActionPage::valueChanged, this, &ActionEditor::valueChanged);
    applyKind();
    retranslate();
}

void ActionEditor::build()
{
    m_kind->setObjectName(u"editorActionKind"_qs);
    for (const Kind kind : {Kind::Program, Kind::Script, Kind::Python, Kind::Http, Kind::Log,
                            Kind::Wait, Kind::Nothing})
        m_kind->addItem({}, int(kind));
    auto *form = createForm();
    m_kindLabel = addField(form, m_kind);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_process);
    column->addWidget(m_python);
    column->addWidget(m_http);
    column->addWidget(m_builtIn);
    column->addStretch();
}

std::vector<FieldChecks *> ActionEditor::checks() const
{
    return page()->checks();
}

Result<Action> ActionEditor::value() const
{
    return page()->value();
}

void ActionEditor::setValue(const Action &action)
{
    const QSignalBlocker quiet(this);
    m_kind->setCurrentIndex(m_kind->findData(int(kindOf(action))));
    applyKind();
    page()->setValue(action);
}

ActionEditor::Kind ActionEditor::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

ActionEditor::Kind ActionEditor::kindOf(const Action &action)
{
    struct Visitor
    {
        Kind operator()(const NoopAction &) const { return Kind::Nothing; }
        Kind operator()(const LogAction &) const { return Kind::Log; }
        Kind operator()(const SleepAction &) const { return Kind::Wait; }
        Kind operator()(const CommandAction &) const { return Kind::Program; }
        Kind operator()(const ScriptAction &) const { return Kind::Script; }
        Kind operator()(const PythonAction &) const { return Kind::Python; }
        Kind operator()(const HttpAction &) const { return Kind::Http; }
        Kind operator()(const CallAction &) const { return Kind::Python; }
    };
    return std::visit(Visitor{}, action);
}

void ActionEditor::applyKind()
{
    const Kind now = kind();
    if (now == Kind::Program || now == Kind::Script)
        m_process->setKind(now == Kind::Script ? ProcessPage::Kind::Script
                                               : ProcessPage::Kind::Program);
    if (now >= Kind::Log)
        m_builtIn->setKind(BuiltInPage::Kind(int(now) - int(Kind::Log)));
    for (ActionPage *each :
         std::initializer_list<ActionPage *>{m_process, m_python, m_http, m_builtIn})
        each->setVisible(each == page());
}

ActionPage *ActionEditor::page() const
{
    switch (kind()) {
    case Kind::Program:
    case Kind::Script: return m_process;
    case Kind::Python: return m_python;
    case Kind::Http: return m_http;
    case Kind::Log:
    case Kind::Wait:
    case Kind::Nothing: break;
    }
    return m_builtIn;
}

void ActionEditor::retranslate()
{
    m_kindLabel->setText(tr("&Kind"));
    m_kind->setToolTip(tr("What the job does [func]"));
    m_kind->setItemText(int(Kind::Program), tr("Program"));
    m_kind->setItemText(int(Kind::Script), tr("Script"));
    m_kind->setItemText(int(Kind::Python), tr("Python function"));
    m_kind->setItemText(int(Kind::Http), tr("HTTP request"));
    m_kind->setItemText(int(Kind::Log), tr("In Carillon: write to the log"));
    m_kind->setItemText(int(Kind::Wait), tr("In Carillon: wait"));
    m_kind->setItemText(int(Kind::Nothing), tr("In Carillon: nothing"));
}

} // namespace carillon::ui
