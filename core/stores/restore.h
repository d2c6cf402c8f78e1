// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>

namespace carillon {

/// Puts a copy of `backup` in the place of `database`. Nobody may have the database open: hold the
/// lock of the profile. What was there, damaged or not, is kept beside it, as
/// `<database>.replaced-1` and so on with its write-ahead log; the answer is that name, empty if
/// there was nothing.
///
/// A backup that is damaged, foreign, empty or newer is refused with StoreRefused, and nothing is
/// changed. Killed at any instant, the old database is in its place, or the new one is once
/// finishRestore() has run.
Result<QString> restoreDatabase(const QString &backup, const QString &database);

/// Ends a restore that was cut off after the backup was copied; does nothing if there was none.
/// To be called before the database is opened for writing; the answer as of restoreDatabase().
Result<QString> finishRestore(const QString &database);

/// Whether finishRestore() has something to do.
bool isRestoreUnfinished(const QString &database);

} // namespace carillon
