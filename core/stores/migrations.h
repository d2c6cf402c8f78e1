// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>

#include <vector>

namespace carillon {

class Database;

/// One step of the schema, from version `version - 1`.
struct Migration
{
    int version = 0;
    QString script;
};

/// All steps from an empty database on, from the files `:/sql/migrations/0001_initial.sql` and
/// so on; step n is at index n - 1.
const std::vector<Migration> &migrations();

/// Makes a database of the newest version where there is no file. At any instant there is either
/// none or a whole one.
Result<> createDatabase(const QString &file, const std::vector<Migration> &steps);

/// Takes a database to the newest version in one transaction; before that, a copy is put beside
/// it as `<file>.v<old version>`. Fails with StoreBusy or NotAllowed where it cannot be written.
Result<> upgradeDatabase(const Database &database, const std::vector<Migration> &steps);

} // namespace carillon
