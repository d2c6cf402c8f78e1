// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QStringList>

namespace carillon {

/// Stands in the header of every database of Carillon: `Cari`.
constexpr quint32 databaseApplicationId = 0x43617269;

/// What can be learned about a database file without SQLite, whose opening already writes.
struct DatabaseFile
{
    bool exists = false;
    int version = 0; ///< of the schema
};

/// StoreRefused if what is there is not a whole database of Carillon, or one of a newer version
/// than `newestVersion`; NotAllowed if it cannot be read. Touches nothing.
Result<DatabaseFile> inspectDatabaseFile(const QString &file, int newestVersion);

/// What belongs to a database: the file itself and what SQLite keeps beside it.
QStringList databaseFiles(const QString &file);
void removeDatabaseFiles(const QString &file);

} // namespace carillon
