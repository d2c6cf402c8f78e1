// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/funcreference.h"

#include "core/jobs/outputencoding.h"
#include "core/util/coretext.h"
#include "core/util/json.h"
#include "core/util/quoted.h"

#include <QRegularExpression>

#include <cmath>

namespace carillon {

namespace {

/// The arguments of a process: texts, with numbers and truth values written as text.
Result<QStringList> textArguments(const QJsonArray &args)
{
    QStringList texts;
    for (qsizetype i = 0; i < args.size(); ++i) {
        const QJsonValue &arg = args.at(i);
        if (arg.isString())
            texts.append(arg.toString());
        else if (arg.isDouble() || arg.isBool())
            texts.append(toJsonText(arg));
        else
            return invalidInput("args",
                                CoreText::tr("Argument %1 must be text or a number.").arg(i + 1));
        if (texts.last().contains(QChar(u'\0')))
            return invalidInput("args",
                                CoreText::tr("Argument %1 contains a NUL character.").arg(i + 1));
    }
    return texts;
}

/// Reads `cwd`, `env`, `stdin` and `encoding`; the error's field is `kwargs`.
ProcessSurroundings readSurroundings(JsonFields &fields)
{
    ProcessSurroundings surroundings;
    surroundings.folder = fields.text("cwd");
    surroundings.input = fields.text("stdin");
    const QJsonObject variables = fields.object("env");
    for (auto it = variables.begin(); it != variables.end(); ++it) {
        if (!it.value().isString() || it.key().isEmpty() || it.key().contains(u'='))
            fields.refuse("env", CoreText::tr("“env” must map names of variables to texts."));
        surroundings.environment.insert(it.key(), it.value().toString());
    }
    surroundings.encoding = readEncoding(fields);
    return surroundings;
}

Error inKeywords(const Error &error)
{
    return invalidInput("kwargs", CoreText::tr("kwargs: %1").arg(error.message));
}

QJsonObject writeSurroundings(const ProcessSurroundings &surroundings)
{
    QJsonObject kwargs;
    if (!surroundings.folder.isEmpty())
        kwargs.insert(u"cwd"_qs, surroundings.folder);
    if (!surroundings.input.isEmpty())
        kwargs.insert(u"stdin"_qs, surroundings.input);
    if (!surroundings.environment.isEmpty()) {
        QJsonObject variables;
        for (auto it = surroundings.environment.begin(); it != surroundings.environment.end(); ++it)
            variables.insert(it.key(), it.value());
        kwargs.insert(u"env"_qs, variables);
    }
    writeEncoding(kwargs, surroundings.encoding);
    return kwargs;
}

Result<Action> readCommand(const FuncReference &reference)
{
    auto texts = textArguments(reference.args);
    if (!texts)
        return texts.error();
    if (texts->isEmpty() || texts->first().trimmed().isEmpty())
        return invalidInput("args",
                            CoreText::tr("A command needs a program as its first argument."));
    JsonFields fields(reference.kwargs);
    CommandAction action;
    action.surroundings = readSurroundings(fields);
    action.shell = fields.flag("shell", false);
    if (const auto read = fields.finish(); !read)
        return inKeywords(read.error());
    action.program = texts->takeFirst();
    action.arguments = *texts;
    return Action(action);
}

Result<Action> readScript(const FuncReference &reference)
{
    auto texts = textArguments(reference.args);
    if (!texts)
        return texts.error();
    if (texts->isEmpty() || texts->first().trimmed().isEmpty())
        return invalidInput(
            "args",
            CoreText::tr("A script job needs the path of the script as its first argument."));
    JsonFields fields(reference.kwargs);
    ScriptAction action;
    action.surroundings = readSurroundings(fields);
    if (const auto read = fields.finish(); !read)
        return inKeywords(read.error());
    action.path = texts->takeFirst();
    action.arguments = *texts;
    return Action(action);
}

Result<Action> readLog(const FuncReference &reference)
{
    const auto texts = textArguments(reference.args);
    if (!texts)
        return texts.error();
    return Action(LogAction{texts->join(u' ')});
}

Result<Action> readSleep(const FuncReference &reference)
{
    constexpr double longest = 366.0 * 24 * 3600;
    const double seconds = reference.args.size() == 1 ? reference.args.at(0).toDouble(-1) : -1;
    if (!(seconds >= 0 && seconds <= longest))
        return invalidInput(
            "args", CoreText::tr("carillon:sleep takes one number of seconds, 0 to 31622400."));
    return Action(SleepAction{Duration(std::llround(seconds * 1e6))});
}

Result<Action> readNoop(const FuncReference &reference)
{
    if (!reference.args.isEmpty())
        return invalidInput("args", CoreText::tr("carillon:noop takes no arguments."));
    return Action(NoopAction{});
}

Result<Action> readOwnFunction(const FuncReference &reference)
{
    if (reference.func == u"carillon:command")
        return readCommand(reference);
    if (reference.func == u"carillon:script")
        return readScript(reference);
    if (reference.func == u"carillon:http") {
        const auto http = httpFromJson(reference.args, reference.kwargs);
        return http ? Result<Action>(Action(*http)) : http.error();
    }
    if (!reference.kwargs.isEmpty())
        return invalidInput(
            "kwargs", CoreText::tr("%1 takes no keyword arguments.").arg(oneLine(reference.func)));
    if (reference.func == u"carillon:log")
        return readLog(reference);
    if (reference.func == u"carillon:sleep")
        return readSleep(reference);
    if (reference.func == u"carillon:noop")
        return readNoop(reference);
    return invalidInput(
        "func", CoreText::tr("“%1” is not known; accepted: carillon:command, carillon:script, "
                             "carillon:http, carillon:log, carillon:sleep, carillon:noop and "
                             "package.module:function of Python.")
                    .arg(oneLine(reference.func)));
}

Result<Action> readCall(const FuncReference &reference)
{
    const auto call = CallExpression::parse(reference.func);
    if (!call)
        return call.error();
    if (!reference.args.isEmpty() || !reference.kwargs.isEmpty())
        return invalidInput(reference.args.isEmpty() ? "kwargs" : "args",
                            CoreText::tr("A call like package.module.Class(\"text\", 1) has its "
                                         "arguments in its brackets and takes no others."));
    return Action(CallAction{*call});
}

/// A name with dots or brackets after it: what is wrong with it has a column.
bool looksLikeACall(const QString &func)
{
    static const QRegularExpression form(u"^\\s*[^\\W\\d][^:(]*[.(]"_qs,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return form.match(func).hasMatch() && !func.section(u'(', 0, 0).contains(u':');
}

} // namespace

Result<Action> actionFromFunc(const FuncReference &reference)
{
    if (reference.func.startsWith(u"carillon:"))
        return readOwnFunction(reference);
    // Python names, Unicode included, joined by dots.
    static const QRegularExpression form(
        u"^[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*:[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*$"_qs,
        QRegularExpression::UseUnicodePropertiesOption);
    if (!form.match(reference.func).hasMatch()) {
        if (looksLikeACall(reference.func))
            return readCall(reference);
        return invalidInput(
            "func", CoreText::tr("“%1” is not a function; package.module:function, "
                                 "package.module.Class(…), carillon:command or carillon:script "
                                 "are accepted.")
                        .arg(oneLine(reference.func)));
    }
    return Action(PythonAction{reference.func, reference.args, reference.kwargs});
}

namespace {

struct FuncWriter
{
    FuncReference operator()(const NoopAction &) const { return {u"carillon:noop"_qs, {}, {}}; }
    FuncReference operator()(const LogAction &action) const
    {
        return {u"carillon:log"_qs, {action.text}, {}};
    }
    FuncReference operator()(const SleepAction &action) const
    {
        const double seconds = double(action.length.count()) / 1e6;
        return {u"carillon:sleep"_qs, {seconds}, {}};
    }
    FuncReference operator()(const CommandAction &action) const
    {
        QJsonObject kwargs = writeSurroundings(action.surroundings);
        if (action.shell)
            kwargs.insert(u"shell"_qs, true);
        QJsonArray args = QJsonArray::fromStringList(action.arguments);
        args.prepend(action.program);
        return {u"carillon:command"_qs, args, kwargs};
    }
    FuncReference operator()(const ScriptAction &action) const
    {
        QJsonArray args = QJsonArray::fromStringList(action.arguments);
        args.prepend(action.path);
        return {u"carillon:script"_qs, args, writeSurroundings(action.surroundings)};
    }
    FuncReference operator()(const PythonAction &action) const
    {
        return {action.reference, action.arguments, action.keywords};
    }
    FuncReference operator()(const CallAction &action) const
    {
        return {action.call.text(), {}, {}};
    }
    FuncReference operator()(const HttpAction &action) const
    {
        return {u"carillon:http"_qs, {action.url}, httpKeywords(action)};
    }
};

} // namespace

FuncReference funcFromAction(const Action &action)
{
    return std::visit(FuncWriter{}, action);
}

} // namespace carillon
