// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/apiarguments.h"
#include "core/util/result.h"

#include <QStringList>

namespace carillon {

/// What was asked for on the command line, checked.
struct CommandLine
{
    QString profile;  ///< empty: the user's own
    QString jobsFile; ///< empty: none
    QString logLevel = QStringLiteral("info");
    ApiArguments api;
    bool background = false; ///< start in the tray
    QStringList words;       ///< what is not an option: the command and its arguments
    QString job;             ///< --job of `runs list`
    int limit = 20;          ///< --limit of `runs list`
    bool raw = false;        ///< --raw of `logs`
    bool showsHelp = false;
    bool showsVersion = false;
};

enum class Program { Desktop, Console };

/// `arguments` includes the program's name. InvalidInput naming the option and what is accepted.
Result<CommandLine> parseCommandLine(Program program, const QStringList &arguments);

/// The text of --help.
QString helpText(Program program);

} // namespace carillon
