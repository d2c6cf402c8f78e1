// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/util/result.h"

class QSqlQuery;

namespace carillon {

class Standings;
struct RunQueries;

/// Brings what has changed about runs into a database, inside a transaction.
class RunWriter
{
public:
    /// Both must outlive it. `standings` gives the jobs their numbers, and is told who has ended.
    RunWriter(RunQueries &queries, Standings &standings)
        : m_queries(queries),
          m_standings(standings)
    {
    }

    Result<> write(const Changes &changes);

private:
    Result<> insert(const Run &run);
    Result<> update(const Run &run);
    Result<> setTail(const Run &run);
    Result<> forEach(QSqlQuery &query, const std::vector<RunId> &runs);
    Result<> recordClock(const ClockRecord &record);
    Result<> raiseHighest(const std::vector<Run> &newRuns);

    RunQueries &m_queries;
    Standings &m_standings;
};

} // namespace carillon
