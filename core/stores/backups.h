// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QDate>
#include <QString>

/// The copies that are made of a database day by day: `backups/carillon-2026-11-20.db` beside
/// `carillon.db`.
namespace carillon::backups {

/// How many are kept.
inline constexpr int mostKept = 7;

/// Where the copy of a day lies, or would lie.
QString fileOf(const QString &database, const QDate &day);

/// The youngest copy, daily or made before an upgrade; empty if there is none.
QString newest(const QString &database);

/// Removes what attempts that were cut off have left. Nobody may be making a copy.
void discardUnfinished(const QString &database);

/// Makes the copy of `today` and removes the oldest beyond mostKept; does nothing if there is one.
/// The answer is whether one was made. A damaged database is not copied, and then none of the
/// older copies goes. Takes seconds for a gigabyte; usable from any thread.
Result<bool> keepDaily(const QString &database, const QDate &today);

} // namespace carillon::backups
