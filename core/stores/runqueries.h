// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "core/util/result.h"

#include <QSqlQuery>

#include <vector>

namespace carillon {

class Database;

/// The statements of runs.sql, prepared, and how their answers are read.
struct RunQueries
{
    /// `database` must outlive it.
    explicit RunQueries(const Database &database) : database(database) {}

    const Database &database;
    QSqlQuery insert;
    QSqlQuery insertPlain;
    QSqlQuery update;
    QSqlQuery updatePlain;
    QSqlQuery setTail;
    QSqlQuery find;
    QSqlQuery pageOfAll;
    QSqlQuery pageOfJob;
    QSqlQuery active;
    QSqlQuery latestEnded;
    QSqlQuery highest;
    QSqlQuery raiseHighest;
    QSqlQuery clockRecord;
    QSqlQuery recordClock;
    QSqlQuery missedByMinute;
    QSqlQuery contains;
    QSqlQuery jobsAfter;
    QSqlQuery parts;
    QSqlQuery latestRun;
    QSqlQuery oldestEnded;
    QSqlQuery countOfJob;
    QSqlQuery newestBut;
    QSqlQuery remove;
    QSqlQuery dropTail;

    Result<> prepare();
    Result<> execute(QSqlQuery &query) const;
    /// Ends the reading of an answer; fails if that broke off.
    Result<> finish(QSqlQuery &query) const;
    /// All rows, without tails.
    Result<std::vector<Run>> runs(QSqlQuery &query) const;
    /// The first column of the first row; 0 if there is none.
    Result<qint64> number(QSqlQuery &query) const;
};

} // namespace carillon
