// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/commandspec.h"
#include "core/time/instant.h"

#include <QJsonObject>

namespace carillon::ctl {

struct Invocation;

/// What `jobs add` and `jobs edit` take to say what a job is.
QList<OptionSpec> jobOptions();

/// The keys of a job object that these options and the command's words say, and no others;
/// `command` is the program with its arguments, if one was given.
Result<QJsonObject> jobFromOptions(const Invocation &invocation, const QStringList &command,
                                   Instant now);

/// The job with these keys in place of its own. Keyword arguments and variables of the environment
/// are added to those there are; if it does something else from now on, what only a program has
/// around it stays for another program.
QJsonObject withChanges(const QJsonObject &job, const QJsonObject &changes);

} // namespace carillon::ctl
