// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QStringList>

namespace carillon {

class Database;

/// What a thorough look at a database has found.
struct DatabaseReport
{
    QString file;
    qint64 size = 0; ///< bytes, without what lies in the write-ahead log
    int version = 0; ///< of the schema
    qint64 jobs = 0;
    qint64 runs = 0;
    QStringList unreadableJobs = {}; ///< ids of jobs whose definition cannot be read
    QStringList damage = {};         ///< in SQLite's words; at most 20

    bool isSound() const { return damage.isEmpty(); }
};

/// Reads every page and compares every index with its table: seconds for a gigabyte. Changes
/// nothing and holds up nobody who writes; usable from any thread, beside a running engine.
/// StoreRefused where it is not a database of Carillon, or a newer one.
Result<DatabaseReport> checkDatabase(const QString &file);

/// The report for people, several lines.
QString reportText(const DatabaseReport &report);

/// What SQLite's own check complains about; empty if nothing. At most 20 lines.
Result<QStringList> findDamage(const Database &database);

} // namespace carillon
