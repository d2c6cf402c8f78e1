// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/standings.h"

class QSqlQuery;

namespace carillon {

/// Reads the current row of the queries in runs.sql.
Run readRun(const QSqlQuery &row);
/// As readRun, for find_run.
Run readRunWithTail(const QSqlQuery &row);

/// Binds whose run it is, for both ways to insert one.
void bindJob(QSqlQuery &query, const Standings::Reference &job, const Run &run);
/// Binds what else insert_plain_run asks for, which says it all of a run that isPlainlyDue().
void bindPlainNewRun(QSqlQuery &query, const Run &run);
/// Binds what else insert_run asks for.
void bindNewRun(QSqlQuery &query, const Run &run);
/// Binds what update_plain_run asks for, which says it all of a run that isPlain().
void bindPlainRun(QSqlQuery &query, const Run &run);
/// Binds what update_run asks for.
void bindChangedRun(QSqlQuery &query, const Run &run);

} // namespace carillon
