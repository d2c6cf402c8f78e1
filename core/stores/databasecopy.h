// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>

namespace carillon {

/// What becomes of a file that is where the copy shall be.
enum class Existing { Keep, Replace };

/// Copies a database as it is at one instant while others go on writing to it, and checks the copy.
/// It is one file that only its owner may read, in its place only once it is whole and synced.
///
/// By `vacuum into`: SQLite's backup interface would need the driver's handle, which Qt has none
/// to give where it brings its own SQLite, and begins anew whenever another connection commits.
///
/// Takes seconds for a gigabyte; usable from any thread. Conflict if there is a file to be kept,
/// StoreFull where there is no space, StoreRefused if the database is damaged.
Result<> copyDatabase(const QString &database, const QString &copy,
                      Existing existing = Existing::Keep);

/// Where a copy grows until it is whole.
QString unfinishedCopy(const QString &copy);

} // namespace carillon
