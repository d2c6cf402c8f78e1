// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/callexpression.h"
#include "core/jobs/httpaction.h"
#include "core/time/instant.h"
#include "core/util/textencoding.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <variant>

namespace carillon {

/// Where and with what a child process runs, whichever way it was described.
struct ProcessSurroundings
{
    QString folder = {};                        ///< empty: the profile's workspace
    QMap<QString, QString> environment = {};    ///< added to the user's own
    QString input = {};                         ///< what the process reads on stdin; empty: nothing
    TextEncoding encoding = TextEncoding::Auto; ///< of what it writes

    bool operator==(const ProcessSurroundings &) const = default;
};

/// A program with its arguments: no shell, unless asked for.
struct CommandAction
{
    QString program; ///< with `shell`: the command line, given to the shell as it stands
    QStringList arguments = {};
    bool shell = false;
    ProcessSurroundings surroundings = {};

    bool operator==(const CommandAction &) const = default;
};

/// A script file, run by the interpreter its extension or first line names.
struct ScriptAction
{
    QString path; ///< absolute, or relative to the profile's workspace
    QStringList arguments = {};
    ProcessSurroundings surroundings = {};

    bool operator==(const ScriptAction &) const = default;
};

/// Which Python does a call, and where it looks for modules.
struct PythonSurroundings
{
    QString interpreter = {}; ///< a name or path; empty: the one of the settings
    QStringList path = {}; ///< folders in sys.path, after the workspace; relative ones start there

    bool operator==(const PythonSurroundings &) const = default;
};

/// A Python callable, `package.module:object.attribute`, called in a Python worker.
struct PythonAction
{
    QString reference;
    QJsonArray arguments = {};
    QJsonObject keywords = {};
    PythonSurroundings python = {};

    bool operator==(const PythonAction &) const = default;
};

/// A class of a module below `tasks/` in the workspace: made with literals, then its `main()` is
/// called.
struct CallAction
{
    CallExpression call;
    PythonSurroundings python = {};

    bool operator==(const CallAction &) const = default;
};

/// Writes a line to the run's log.
struct LogAction
{
    QString text;

    bool operator==(const LogAction &) const = default;
};

/// Waits.
struct SleepAction
{
    Duration length{0};

    bool operator==(const SleepAction &) const = default;
};

/// Does nothing, successfully; for measuring and for trying schedules.
struct NoopAction
{
    bool operator==(const NoopAction &) const = default;
};

/// What a job does.
using Action = std::variant<NoopAction, LogAction, SleepAction, CommandAction, ScriptAction,
                            PythonAction, CallAction, HttpAction>;

/// The surroundings of an action that calls Python; null for others.
template <typename SomeAction>
auto *pythonOf(SomeAction &action)
{
    auto *const function = std::get_if<PythonAction>(&action);
    auto *const call = std::get_if<CallAction>(&action);
    auto *surroundings = function ? &function->python : nullptr;
    return call ? &call->python : surroundings;
}

} // namespace carillon
