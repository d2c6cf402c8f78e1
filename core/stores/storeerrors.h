// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"
#include "core/util/result.h"

/// What stores say, worded for people. `file` is a path.
namespace carillon::storeerrors {

Error noSuchRun(RunId id);
Error alreadyRecorded();

/// `aliases` are those that there are.
Error noSuchStore(const QString &alias, const QStringList &aliases);

Error busy(const QString &file);
Error full(const QString &file);
/// `cause` is what the operating system says.
Error notAllowed(const QString &file, const QString &cause);
Error readOnly(const QString &file);
Error missing(const QString &file);
/// There is a file already that must not be replaced.
Error taken(const QString &file);

/// A file that is left as it is; `cause` is a whole sentence.
Error refused(const QString &file, const QString &cause);
Error damaged(const QString &file);
Error unreadable(const QString &file);
Error newer(const QString &file);
Error older(const QString &file);
Error halfRestored(const QString &file);

/// `refused`, and what can be done about it: `copy` is the newest one, empty if there is none.
Error withAdvice(const Error &refused, const QString &copy);

/// A fault of ours; what happened is in the log.
Error internal(const QString &file);

} // namespace carillon::storeerrors
