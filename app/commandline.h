// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/apiarguments.h"
#include "app/redisarguments.h"
#include "core/util/result.h"

#include <QCommandLineOption>
#include <QMap>
#include <QStringList>

namespace carillon {

/// What was asked for on the command line of a program with an engine, checked.
struct CommandLine
{
    QString profile;  ///< empty: the user's own
    QString jobsFile; ///< empty: none
    bool watchesJobsFile = false;
    QString logLevel = QStringLiteral("info");
    ApiArguments api;
    RedisArguments redis;
    bool background = false; ///< start in the tray
    bool showsHelp = false;
    bool showsVersion = false;
};

/// What `carillon` and `carillonctl serve` both take.
QList<QCommandLineOption> engineOptions();

/// Values of engineOptions() by their names. InvalidInput naming the option and what is accepted.
Result<CommandLine> commandLineFrom(const QMap<QString, QString> &options);

/// The command line of `carillon`; `arguments` includes the program's name.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// The text of its --help.
QString helpText();

} // namespace carillon
