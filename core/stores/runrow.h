// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

class QSqlQuery;

namespace carillon {

/// Reads the current row of the queries in runs.sql.
Run readRun(const QSqlQuery &row);
/// As readRun, for find_run.
Run readRunWithTail(const QSqlQuery &row);

/// It was due and is decided, and nothing else is known of it: insert_fresh_run says it all.
bool isFresh(const Run &run);
/// Nothing beyond its state and times is known of what became of it: update_plain_run says it all.
bool isPlain(const Run &run);

/// Binds what insert_fresh_run asks for.
void bindFreshRun(QSqlQuery &query, const Run &run);
/// Binds what insert_run asks for.
void bindNewRun(QSqlQuery &query, const Run &run);
/// Binds what update_plain_run asks for.
void bindPlainRun(QSqlQuery &query, const Run &run);
/// Binds what update_run asks for.
void bindChangedRun(QSqlQuery &query, const Run &run);

} // namespace carillon
