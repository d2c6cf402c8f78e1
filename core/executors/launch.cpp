// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/launch.h"

#include "core/executors/interpreter.h"
#include "core/util/coretext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace carillon {

namespace {

QStringList searchPath(const QProcessEnvironment &environment)
{
    const QString path = environment.value(u"PATH"_qs, u"/usr/local/bin:/usr/bin:/bin"_qs);
    return path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

QProcessEnvironment environmentOf(const RunRequest &request, const ProcessSurroundings &own,
                                  QProcessEnvironment environment)
{
    // Carillon itself may have been started by a run of another Carillon.
    environment.remove(u"CARILLON_SCHEDULED_TIME"_qs);
    const auto add = [&environment](const QMap<QString, QString> &variables) {
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
    };
    add(own.environment);
    add(variablesOf(request));
    return environment;
}

/// Python holds back what it prints into a pipe until 8 KiB have gathered or it ends; a log that
/// is being watched should show each line when it is printed.
void unbufferPython(Launch &launch)
{
    const QString variable = u"PYTHONUNBUFFERED"_qs;
    if (QFileInfo(launch.program).fileName().startsWith(u"python"_qs) &&
        !launch.environment.contains(variable))
        launch.environment.insert(variable, u"1"_qs);
}

/// What every launch of an executor starts from.
struct LaunchGround
{
    const ExecutorOptions &options;
    const QProcessEnvironment &environment;
};

Result<Launch> surroundingsOf(const RunRequest &request, const ProcessSurroundings &own,
                              const LaunchGround &ground, const QString &shown)
{
    Launch launch;
    launch.folder = QDir(ground.options.workspace).filePath(own.folder);
    launch.environment = environmentOf(request, own, ground.environment);
    launch.input = own.input.toUtf8();
    if (!QFileInfo(launch.folder).isDir())
        return Error{ErrorCode::NotFound,
                     CoreText::tr("Could not start “%1” — the working folder “%2” does not exist.")
                         .arg(shown, QDir::toNativeSeparators(launch.folder))};
    return launch;
}

Result<Launch> shellLaunch(Launch launch, const CommandAction &action)
{
#ifdef Q_OS_WIN
    launch.program = qEnvironmentVariable("COMSPEC", u"cmd.exe"_qs);
    launch.commandLine = u"/c "_qs + action.program; // cmd.exe has quoting rules of its own
#else
    launch.program = u"/bin/sh"_qs;
    launch.arguments = QStringList{u"-c"_qs, action.program, u"sh"_qs} + action.arguments;
#endif
    return launch;
}

Result<Launch> commandLaunch(const RunRequest &request, const CommandAction &action,
                             const LaunchGround &ground)
{
    const auto prepared = surroundingsOf(request, action.surroundings, ground, action.program);
    if (!prepared)
        return prepared.error();
    Launch launch = *prepared;
    if (action.shell)
        return shellLaunch(launch, action);
    const auto program =
        findProgram(action.program, launch.folder, launch.environment, action.program);
    if (!program)
        return program.error();
    launch.program = *program;
    launch.arguments = action.arguments;
    unbufferPython(launch);
    return launch;
}

/// The interpreter of a script that exists; one without programs if the file itself is a program.
Result<Interpreter> interpreterOf(const QString &path, const QString &shown, const QString &python)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::NotAllowed,
            CoreText::tr("Could not start “%1” — the file is not readable for you.").arg(shown)};
    Interpreter interpreter = interpreterFromFirstLine(file.readLine(512));
    if (interpreter.programs.isEmpty())
        interpreter = interpreterFromExtension(path, python);
    if (interpreter.programs.isEmpty() && !QFileInfo(path).isExecutable())
        return Error{ErrorCode::NotAllowed,
                     CoreText::tr("Could not start “%1” — no interpreter is known for this kind of "
                                  "file, it has no “#!” line, and it is not executable.")
                         .arg(shown)};
    return interpreter;
}

Result<QString> programOf(const Interpreter &interpreter, const Launch &launch,
                          const QString &shown)
{
    for (const QString &program : interpreter.programs) {
        const auto found = findProgram(program, launch.folder, launch.environment, program);
        if (found)
            return found;
    }
    const QString text =
        interpreter.isFromFirstLine
            ? CoreText::tr("Could not start “%1” — its first line asks for “%2”, which does not "
                           "exist or is not executable.")
            : CoreText::tr("Could not start “%1” — its interpreter “%2” is not in the job’s "
                           "search path.");
    return Error{ErrorCode::NotFound, text.arg(shown, interpreter.programs.first())};
}

Result<Launch> scriptLaunch(const RunRequest &request, const ScriptAction &action,
                            const LaunchGround &ground)
{
    const QString path = QDir(ground.options.workspace).filePath(action.path);
    if (!QFileInfo(path).isFile())
        return Error{
            ErrorCode::NotFound,
            CoreText::tr("Could not start “%1” — the file does not exist.").arg(action.path)};
    const auto prepared = surroundingsOf(request, action.surroundings, ground, action.path);
    if (!prepared)
        return prepared.error();
    const auto interpreter = interpreterOf(path, action.path, ground.options.pythonInterpreter);
    if (!interpreter)
        return interpreter.error();

    Launch launch = *prepared;
    launch.program = path;
    if (!interpreter->programs.isEmpty()) {
        const auto program = programOf(*interpreter, launch, action.path);
        if (!program)
            return program.error();
        launch.program = *program;
        launch.arguments = interpreter->arguments + QStringList{path};
    }
    launch.arguments += action.arguments;
    unbufferPython(launch);
    return launch;
}

/// Why a name was not found: a file of that name without permission, or none at all.
Error missing(const QString &program, const QStringList &folders, const QString &shown)
{
    for (const QString &folder : folders) {
        if (QFileInfo(QDir(folder).filePath(program)).isFile())
            return {ErrorCode::NotAllowed,
                    CoreText::tr("Could not start “%1” — the file is not executable for you.")
                        .arg(shown)};
    }
    if (QFileInfo(program).fileName() != program)
        return {ErrorCode::NotFound,
                CoreText::tr("Could not start “%1” — the file does not exist.").arg(shown)};
    return {ErrorCode::NotFound,
            CoreText::tr("Could not start “%1” — no such program in the job’s search path.")
                .arg(shown)};
}

} // namespace

QMap<QString, QString> variablesOf(const RunRequest &request)
{
    QMap<QString, QString> variables{
        {u"CARILLON_JOB_ID"_qs, request.job.text},
        {u"CARILLON_RUN_ID"_qs, QString::number(request.run.number)},
        {u"CARILLON_ATTEMPT"_qs, QString::number(request.attempt)},
    };
    if (request.due)
        variables.insert(u"CARILLON_SCHEDULED_TIME"_qs, toIso(*request.due));
    return variables;
}

Result<QString> findProgram(const QString &program, const QString &folder,
                            const QProcessEnvironment &environment, const QString &shown)
{
    // QProcess itself would search in our search path and start relative paths from our folder.
    const bool isPath = QFileInfo(program).fileName() != program;
    const QStringList folders = isPath ? QStringList{folder} : searchPath(environment);
    const QString wanted = isPath ? QDir(folder).filePath(program) : program;
    const QString found = QStandardPaths::findExecutable(wanted, folders);
    if (found.isEmpty())
        return missing(program, folders, shown);
    return found;
}

Result<Launch> launchFor(const RunRequest &request, const ExecutorOptions &options,
                         const QProcessEnvironment &own)
{
    const LaunchGround ground{options, own};
    if (const auto *command = std::get_if<CommandAction>(&request.action))
        return commandLaunch(request, *command, ground);
    if (const auto *script = std::get_if<ScriptAction>(&request.action))
        return scriptLaunch(request, *script, ground);
    return Error{ErrorCode::Internal, CoreText::tr("This action is not a process.")};
}

} // namespace carillon
