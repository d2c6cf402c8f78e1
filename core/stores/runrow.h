// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

class QSqlQuery;

namespace carillon {

/// Reads the current row of the queries in runs.sql.
Run readRun(const QSqlQuery &row);
/// As readRun, for find_run.
Run readRunWithTail(const QSqlQuery &row);

/// Binds what insert_run asks for.
void bindNewRun(QSqlQuery &query, const Run &run);
/// Binds what update_run asks for.
void bindChangedRun(QSqlQuery &query, const Run &run);

} // namespace carillon
