// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/pythonpage.h"

#include "core/jobs/funcreference.h"
#include "core/util/json.h"
#include "ui/editors/fieldchecks.h"
#include "ui/editors/form.h"
#include "ui/editors/linesedit.h"

#include <QFontDatabase>
#include <QJsonDocument>
#include <QLineEdit>

namespace carillon::ui {

namespace {

constexpr int pythonArgumentLines = 3;
constexpr int keywordLines = 5;

QString written(const QJsonDocument &document, QJsonDocument::JsonFormat format)
{
    return QString::fromUtf8(document.toJson(format)).trimmed();
}

} // namespace

PythonPage::PythonPage()
    : m_checks(new FieldChecks([this] { return problems(); }, this)),
      m_reference(new QLineEdit),
      m_arguments(new QPlainTextEdit),
      m_keywords(new QPlainTextEdit)
{
    m_reference->setObjectName(u"editorPythonReferenceEdit"_qs);
    m_arguments->setObjectName(u"editorPythonArgumentsEdit"_qs);
    m_keywords->setObjectName(u"editorPythonKeywordsEdit"_qs);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QPlainTextEdit *edit : {m_arguments, m_keywords})
        edit->setFont(fixed);
    shapeTextField(m_arguments, pythonArgumentLines);
    shapeTextField(m_keywords, keywordLines);
    auto *form = createForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_referenceLabel = addField(form, m_reference, m_checks->add({u"func"_qs}, m_reference));
    m_argumentsLabel = addField(form, m_arguments, m_checks->add({u"args"_qs}, m_arguments));
    m_keywordsLabel = addField(form, m_keywords, m_checks->add({u"kwargs"_qs}, m_keywords));
    const auto report = [this](const QWidget *field) {
        m_checks->edited(field);
        emit valueChanged();
    };
    connect(m_reference, &QLineEdit::textChanged, this, [=, this] { report(m_reference); });
    connect(m_arguments, &QPlainTextEdit::textChanged, this, [=, this] { report(m_arguments); });
    connect(m_keywords, &QPlainTextEdit::textChanged, this, [=, this] { report(m_keywords); });
    retranslate();
}

Result<Action> PythonPage::value() const
{
    if (const auto wrong = problems(); !wrong.empty())
        return wrong.front();
    auto action = actionFromFunc({m_reference->text().trimmed(), *arguments(), *keywords()});
    if (auto *const python = action ? pythonOf(*action) : nullptr)
        *python = m_python;
    return action;
}

std::vector<Error> PythonPage::problems() const
{
    std::vector<Error> wrong;
    const QString reference = m_reference->text().trimmed();
    if (reference.isEmpty())
        wrong.push_back({ErrorCode::InvalidInput,
                         tr("Which function? Type it as package.module:function."), u"func"_qs});
    else if (reference.startsWith(u"carillon:"))
        wrong.push_back(
            {ErrorCode::InvalidInput,
             tr("“%1” is not a Python function — choose another kind above.").arg(reference),
             u"func"_qs});
    const auto args = arguments();
    const auto kwargs = keywords();
    if (!args)
        wrong.push_back(args.error());
    if (!kwargs)
        wrong.push_back(kwargs.error());
    if (!wrong.empty() && wrong.front().field == u"func"_qs)
        return wrong;
    const auto action =
        actionFromFunc({reference, args ? *args : QJsonArray(), kwargs ? *kwargs : QJsonObject()});
    if (!action)
        wrong.insert(wrong.begin(), action.error());
    return wrong;
}

Result<QJsonArray> PythonPage::arguments() const
{
    const QString text = m_arguments->toPlainText().trimmed();
    if (text.isEmpty())
        return QJsonArray();
    const auto read = parseJson(text.toUtf8());
    if (!read)
        return Error{ErrorCode::InvalidInput, read.error().message, u"args"_qs};
    if (!read->isArray())
        return Error{ErrorCode::InvalidInput,
                     tr("This is a JSON object — use an array like [1, \"two\"]."), u"args"_qs};
    return read->toArray();
}

Result<QJsonObject> PythonPage::keywords() const
{
    const QString text = m_keywords->toPlainText().trimmed();
    if (text.isEmpty())
        return QJsonObject();
    const auto read = parseJson(text.toUtf8());
    if (!read)
        return Error{ErrorCode::InvalidInput, read.error().message, u"kwargs"_qs};
    if (!read->isObject())
        return Error{ErrorCode::InvalidInput,
                     tr("This is a JSON array — use an object like {\"name\": 1}."), u"kwargs"_qs};
    return read->toObject();
}

void PythonPage::setValue(const Action &action)
{
    const PythonSurroundings *const python = pythonOf(action);
    if (!python)
        return;
    m_python = *python;
    const QSignalBlocker quiet(this);
    const auto [func, arguments, keywords] = funcFromAction(action);
    m_reference->setText(func);
    m_arguments->setPlainText(arguments.isEmpty()
                                  ? QString()
                                  : written(QJsonDocument(arguments), QJsonDocument::Compact));
    m_keywords->setPlainText(
        keywords.isEmpty() ? QString() : written(QJsonDocument(keywords), QJsonDocument::Indented));
    m_checks->clear();
}

void PythonPage::retranslate()
{
    m_referenceLabel->setText(tr("&Function"));
    m_reference->setPlaceholderText(u"package.module:function"_qs);
    m_reference->setToolTip(tr("The function to call, looked for in the workspace first [func]"));
    m_argumentsLabel->setText(tr("&Arguments"));
    m_arguments->setPlaceholderText(u"[1, \"two\"]"_qs);
    m_arguments->setToolTip(tr("Arguments by position, as a JSON array [args]"));
    m_keywordsLabel->setText(tr("&Keyword arguments"));
    m_keywords->setPlaceholderText(u"{\"name\": \"value\"}"_qs);
    m_keywords->setToolTip(tr("Arguments by name, as a JSON object [kwargs]"));
}

} // namespace carillon::ui
