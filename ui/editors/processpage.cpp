// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/processpage.h"

#include "ui/editors/encodingcombo.h"
#include "ui/editors/environmenttable.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/linesedit.h"
#include "ui/editors/pathedit.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace carillon::ui {

namespace {

constexpr int processArgumentLines = 4;
constexpr int inputLines = 2;

} // namespace

ProcessPage::ProcessPage()
    : m_programChecks(new FieldChecks([this] { return startProblems(); }, this)),
      m_scriptChecks(new FieldChecks([this] { return startProblems(); }, this)),
      m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_program(new PathEdit(u"editorProgramPathEdit"_qs, PathEdit::Kind::File)),
      m_shell(new QCheckBox),
      m_script(new PathEdit(u"editorScriptPathEdit"_qs, PathEdit::Kind::File)),
      m_arguments(new LinesEdit(u"editorArgumentsEdit"_qs, processArgumentLines)),
      m_folder(new PathEdit(u"editorFolderEdit"_qs, PathEdit::Kind::Folder)),
      m_environment(new EnvironmentTable(u"editorEnvironment"_qs)),
      m_input(new QPlainTextEdit),
      m_encoding(new EncodingCombo(u"editorEncodingCombo"_qs))
{
    build();
    connectFields();
    setKind(Kind::Program);
    retranslate();
}

void ProcessPage::build()
{
    m_shell->setObjectName(u"editorShellCheck"_qs);
    m_input->setObjectName(u"editorInputEdit"_qs);
    shapeTextField(m_input, inputLines);
    m_form = createForm(this);
    m_form->setContentsMargins(0, 0, 0, 0);
    // What the engine has to say about the first of `args` concerns the program or script.
    auto *program = new QVBoxLayout;
    program->addWidget(m_program);
    program->addWidget(m_shell);
    m_programLabel =
        addFields(m_form, program, m_program, m_programChecks->add({u"args"_qs}, m_program));
    m_scriptLabel = addField(m_form, m_script, m_scriptChecks->add({u"args"_qs}, m_script));
    m_argumentsLabel = addField(m_form, m_arguments);
    m_folderLabel = addField(m_form, m_folder, m_checks->add({u"cwd"_qs, u"kwargs"_qs}, m_folder));
    m_environmentLabel = addField(m_form, m_environment, m_checks->add({u"env"_qs}, m_environment));
    m_inputLabel = addField(m_form, m_input);
    m_encodingLabel = addField(m_form, m_encoding);
}

void ProcessPage::connectFields()
{
    connect(m_program, &PathEdit::pathChanged, this, [this] {
        m_programChecks->edited(m_program);
        emit valueChanged();
    });
    connect(m_script, &PathEdit::pathChanged, this, [this] {
        m_scriptChecks->edited(m_script);
        emit valueChanged();
    });
    connect(m_folder, &PathEdit::pathChanged, this, [this] {
        m_checks->edited(m_folder);
        emit valueChanged();
    });
    connect(m_environment, &EnvironmentTable::valueChanged, this, [this] {
        m_checks->edited(m_environment);
        emit valueChanged();
    });
    connect(m_shell, &QCheckBox::toggled, this, [this] {
        m_programChecks->edited(m_program);
        retranslate(); // a shell takes a command line, not a program
        emit valueChanged();
    });
    connect(m_arguments, &QPlainTextEdit::textChanged, this, &ProcessPage::valueChanged);
    connect(m_input, &QPlainTextEdit::textChanged, this, &ProcessPage::valueChanged);
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ProcessPage::valueChanged);
}

void ProcessPage::setKind(Kind kind)
{
    m_kind = kind;
    m_form->setRowVisible(0, kind == Kind::Program);
    m_form->setRowVisible(1, kind == Kind::Script);
}

std::vector<FieldChecks *> ProcessPage::checks() const
{
    return {m_kind == Kind::Program ? m_programChecks : m_scriptChecks, m_checks};
}

Result<Action> ProcessPage::value() const
{
    if (const auto wrong = startProblems(); !wrong.empty())
        return wrong.front();
    auto surroundings = this->surroundings();
    if (!surroundings)
        return surroundings.error();
    if (m_kind == Kind::Script)
        return Action(ScriptAction{m_script->path(), m_arguments->lines(), *surroundings});
    return Action(CommandAction{m_program->path(), m_arguments->lines(), m_shell->isChecked(),
                                *surroundings});
}

void ProcessPage::setValue(const Action &action)
{
    const QSignalBlocker quiet(this);
    if (const auto *command = std::get_if<CommandAction>(&action)) {
        m_program->setPath(command->program);
        m_shell->setChecked(command->shell);
        m_arguments->setLines(command->arguments);
        setSurroundings(command->surroundings);
    } else if (const auto *script = std::get_if<ScriptAction>(&action)) {
        m_script->setPath(script->path);
        m_arguments->setLines(script->arguments);
        setSurroundings(script->surroundings);
    }
    for (FieldChecks *checks : {m_programChecks, m_scriptChecks, m_checks})
        checks->clear();
}

std::vector<Error> ProcessPage::startProblems() const
{
    const auto missing = [](const QString &message) {
        return std::vector{Error{ErrorCode::InvalidInput, message, u"args"_qs}};
    };
    if (m_kind == Kind::Script && m_script->path().trimmed().isEmpty())
        return missing(tr("Which script? Choose a file or type its path."));
    if (m_kind == Kind::Program && m_program->path().trimmed().isEmpty())
        return missing(m_shell->isChecked() ? tr("Which command? Type it as in a terminal.")
                                            : tr("Which program? Type its name or path."));
    return {};
}

std::vector<Error> ProcessPage::problems() const
{
    const auto variables = m_environment->value();
    return variables ? std::vector<Error>{} : std::vector{variables.error()};
}

Result<ProcessSurroundings> ProcessPage::surroundings() const
{
    auto variables = m_environment->value();
    if (!variables)
        return variables.error();
    return ProcessSurroundings{m_folder->path(), *variables, m_input->toPlainText(),
                               m_encoding->value()};
}

void ProcessPage::setSurroundings(const ProcessSurroundings &surroundings)
{
    m_folder->setPath(surroundings.folder);
    m_environment->setValue(surroundings.environment);
    m_input->setPlainText(surroundings.input);
    m_encoding->setValue(surroundings.encoding);
}

void ProcessPage::retranslate()
{
    m_programLabel->setText(m_shell->isChecked() ? tr("&Command line") : tr("&Program"));
    m_program->setSpokenName(m_shell->isChecked() ? tr("Command line") : tr("Program"));
    m_program->setPlaceholderText(tr("A name in the search path, or a file"));
    m_program->setToolTip(tr("What to run: the first of the arguments [args]"));
    m_shell->setText(tr("Run in a &shell (pipes, variables)"));
    m_shell->setToolTip(tr("The command line is given to the shell as it stands [shell]"));
    m_scriptLabel->setText(tr("&Script"));
    m_script->setSpokenName(tr("Script"));
    m_script->setPlaceholderText(tr("A file; its extension or first line says how to run it"));
    m_script->setToolTip(tr("The script to run: the first of the arguments [args]"));
    m_argumentsLabel->setText(tr("&Arguments"));
    m_arguments->setPlaceholderText(tr("One per line"));
    m_arguments->setToolTip(tr("One argument per line, without quotes; Shift+Enter breaks a line "
                               "within an argument [args]"));
    m_folderLabel->setText(tr("Working &folder"));
    m_folder->setSpokenName(tr("Working folder"));
    m_folder->setPlaceholderText(tr("The workspace of the profile"));
    m_folder->setToolTip(tr("The folder the process starts in [cwd]"));
    m_environmentLabel->setText(tr("Environment"));
    m_environment->setToolTip(tr("Variables added to your own [env]"));
    m_inputLabel->setText(tr("Inp&ut"));
    m_input->setPlaceholderText(tr("Nothing"));
    m_input->setToolTip(tr("What the process reads from its standard input [stdin]"));
    m_encodingLabel->setText(tr("Output &encoding"));
    m_encoding->retranslate();
}

} // namespace carillon::ui
