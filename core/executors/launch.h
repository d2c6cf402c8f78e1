// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/executoroptions.h"
#include "core/executors/processmark.h"
#include "core/util/result.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace carillon {

/// A child process to be: everything resolved and checked.
struct Launch
{
    QString program; ///< absolute
    QStringList arguments = {};
    QString commandLine = {}; ///< Windows only: further arguments, passed on as they stand
    QString folder = {};
    QProcessEnvironment environment = {};
    QByteArray input = {}; ///< empty: stdin is the null device
    ProcessMark mark = 0;  ///< what it and its descendants are recognised by
};

/// How to do a CommandAction or ScriptAction, starting from the environment `own`. Fails with one
/// sentence for the run's record if the program, script, interpreter or working folder is missing
/// or may not be executed.
Result<Launch> launchFor(const RunRequest &request, const ExecutorOptions &options,
                         const QProcessEnvironment &own);

/// The CARILLON_… variables that tell a process which run it belongs to.
QMap<QString, QString> variablesOf(const RunRequest &request);

/// A program by path or by name in the environment's search path, as an absolute path. A path that
/// is relative starts at `folder`. `shown` is the name to use in the error.
Result<QString> findProgram(const QString &program, const QString &folder,
                            const QProcessEnvironment &environment, const QString &shown);

} // namespace carillon
