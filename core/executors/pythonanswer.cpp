// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonanswer.h"

#include "core/executors/launch.h"
#include "core/executors/outcometext.h"
#include "core/executors/pythonrefusal.h"
#include "core/util/json.h"

#include <QJsonDocument>

namespace carillon {

namespace {

/// JSON text as Python writes it may be more than QJsonDocument reads (`1e400` as an integer, very
/// deep nesting); then the text itself is the value.
QJsonValue valueFromText(const QByteArray &text)
{
    if (text == "null")
        return QJsonValue::Null;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text + ']');
    return document.isNull() ? QJsonValue(QString::fromUtf8(text)) : document.array().at(0);
}

QJsonObject variables(const RunRequest &request)
{
    QJsonObject environment;
    const QMap<QString, QString> variables = variablesOf(request);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

PythonAnswer failed(const QJsonObject &answer)
{
    RunOutcome outcome = failure(answer[u"exception"].toString());
    outcome.exception = outcome.reason;
    outcome.traceback = answer[u"traceback"].toString();
    const QJsonArray refused = answer[u"refused"].toArray();
    if (refused.isEmpty())
        return {outcome};
    const Error error = pythonRefusal(refused);
    outcome.reason = error.message;
    return {outcome, error.field};
}

} // namespace

QByteArray pythonRequest(const PythonCall &call)
{
    QJsonObject object{{u"environment"_qs, variables(call.request)}};
    if (call.onlyCheck)
        object.insert(u"check"_qs, true);
    if (const auto *function = std::get_if<PythonAction>(&call.request.action)) {
        object.insert(u"reference"_qs, function->reference);
        object.insert(u"arguments"_qs, function->arguments);
        object.insert(u"keywords"_qs, function->keywords);
        return toJsonText(object);
    }
    const CallExpression &expression = std::get<CallAction>(call.request.action).call;
    object.insert(u"module"_qs, u"tasks."_qs + expression.moduleName());
    object.insert(u"class"_qs, expression.className());
    QByteArray text = toJsonText(object);
    text.chop(1);
    return text + ",\"arguments\":" + expression.arguments() + '}';
}

std::optional<PythonAnswer> readPythonAnswer(const QByteArray &line)
{
    if (line.startsWith('v'))
        return PythonAnswer{{.returnValue = valueFromText(line.mid(1).trimmed())}};
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    if (answer[u"stale"].toBool())
        return {};
    if (const QJsonValue text = answer[u"text"]; text.isString())
        return PythonAnswer{{.returnValue = text}};
    return failed(answer);
}

} // namespace carillon
