// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"

#include <QMap>

namespace carillon::ctl {

/// What was asked for on the command line, checked against what the command takes.
struct Invocation
{
    QStringList words; ///< of the command; with --help possibly only the first of them
    QStringList arguments = {};
    QMap<QString, QStringList> options = {}; ///< by name, in the order in which they came

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const
    {
        return has(option) ? options.value(option).last() : otherwise;
    }
    QStringList values(const QString &option) const { return options.value(option); }
    int number(const QString &option, int otherwise) const
    {
        return has(option) ? value(option).toInt() : otherwise;
    }
    QString argument(qsizetype index) const { return arguments.value(index); }

    bool operator==(const Invocation &) const = default;
};

/// Reads the words after the program's name. Options may stand anywhere, as `--name VALUE`,
/// `--name=VALUE`, `-n VALUE` or `-nVALUE`; after `--` there are only arguments. `help WORD…` is
/// `WORD… --help`. InvalidInput in a sentence that names what is wrong and what is accepted; where
/// help or the version is asked for, nothing else is wrong.
Result<Invocation> parseInvocation(const std::vector<CommandSpec> &commands,
                                   const QStringList &words);

} // namespace carillon::ctl
