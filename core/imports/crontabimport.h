// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imports/importplan.h"

namespace carillon {

/// What a crontab leaves to its surroundings.
struct CrontabSurroundings
{
    QString home;               ///< where cron starts commands
    QString user = {};          ///< whose crontab it is
    bool hasUserColumn = false; ///< /etc/crontab and the files in /etc/cron.d
};

/// Reads a crontab as cronie and Debian's cron do: fields and `@daily`, `@reboot`, `%` in commands,
/// variables from the line on where they stand, among them SHELL, HOME, MAILTO, CRON_TZ and
/// RANDOM_DELAY. Comments right above a line become the notes of its job.
ImportPlan planFromCrontab(const QString &text, const CrontabSurroundings &surroundings);

/// A command of a crontab, taken apart at its first `%`.
struct CrontabCommand
{
    QString line;
    QString input = {}; ///< for stdin; further `%` are newlines

    bool operator==(const CrontabCommand &) const = default;
};
CrontabCommand readCrontabCommand(QStringView text);

} // namespace carillon
