// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonanswer.h"

#include "core/executors/launch.h"

#include <QJsonDocument>

namespace carillon {

namespace {

/// JSON text as Python writes it may be more than QJsonDocument reads (`1e400` as an integer, very
/// deep nesting); then the text itself is the value.
QJsonValue valueFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']');
    return document.isNull() ? QJsonValue(text) : document.array().at(0);
}

} // namespace

QByteArray pythonRequest(const RunRequest &request)
{
    const auto &action = std::get<PythonAction>(request.action);
    const QMap<QString, QString> variables = variablesOf(request);
    QJsonObject environment;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    const QJsonObject call{
        {u"reference"_qs, action.reference},
        {u"arguments"_qs, action.arguments},
        {u"keywords"_qs, action.keywords},
        {u"environment"_qs, environment},
    };
    return QJsonDocument(call).toJson(QJsonDocument::Compact) + '\n';
}

RunOutcome pythonOutcome(const QJsonObject &answer)
{
    const QString exception = answer[u"exception"].toString();
    if (!exception.isEmpty())
        return {.state = RunState::Failed,
                .reason = exception,
                .exception = exception,
                .traceback = answer[u"traceback"].toString()};
    const QJsonValue text = answer[u"text"];
    return {.state = RunState::Success,
            .returnValue = text.isString() ? text : valueFromText(answer[u"value"].toString())};
}

} // namespace carillon
