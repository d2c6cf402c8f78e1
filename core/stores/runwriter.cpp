// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runwriter.h"

#include "core/stores/memoryrun.h"
#include "core/stores/runqueries.h"
#include "core/stores/runrow.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/standings.h"

#include <algorithm>

namespace carillon {

Result<> RunWriter::write(const Changes &changes)
{
    for (const Run &run : changes.newRuns) {
        if (const auto done = insert(run); !done)
            return done;
    }
    for (const Run &run : changes.changedRuns) {
        if (const auto done = update(run); !done)
            return done;
    }
    if (const auto removed = forEach(m_queries.remove, changes.removedRuns); !removed)
        return removed;
    if (const auto dropped = forEach(m_queries.dropTail, changes.droppedTails); !dropped)
        return dropped;
    if (changes.clock) {
        if (const auto recorded = recordClock(*changes.clock); !recorded)
            return recorded;
    }
    return raiseHighest(changes.newRuns);
}

Result<> RunWriter::insert(const Run &run)
{
    const auto job = m_standings.of(run);
    if (!job)
        return job.error();
    const bool plain = isPlainlyDue(run);
    QSqlQuery &query = plain ? m_queries.insertPlain : m_queries.insert;
    bindJob(query, *job, run);
    plain ? bindPlainNewRun(query, run) : bindNewRun(query, run);
    if (!run.isActive())
        m_standings.noteEnded(*job, run);
    const auto inserted = m_queries.execute(query);
    return inserted ? setTail(run) : inserted;
}

Result<> RunWriter::update(const Run &run)
{
    if (!run.isActive()) {
        const auto job = m_standings.of(run);
        if (!job)
            return job.error();
        m_standings.noteEnded(*job, run);
    }
    const bool plain = isPlain(run);
    QSqlQuery &query = plain ? m_queries.updatePlain : m_queries.update;
    plain ? bindPlainRun(query, run) : bindChangedRun(query, run);
    const auto updated = m_queries.execute(query);
    return updated ? setTail(run) : updated;
}

Result<> RunWriter::setTail(const Run &run)
{
    if (run.tail.isEmpty())
        return {};
    m_queries.setTail.bindValue(u":tail"_qs, run.tail);
    m_queries.setTail.bindValue(u":id"_qs, run.id.number);
    return m_queries.execute(m_queries.setTail);
}

Result<> RunWriter::forEach(QSqlQuery &query, const std::vector<RunId> &runs)
{
    for (const RunId run : runs) {
        query.bindValue(u":id"_qs, run.number);
        if (const auto done = m_queries.execute(query); !done)
            return done;
    }
    return {};
}

Result<> RunWriter::recordClock(const ClockRecord &record)
{
    m_queries.recordClock.bindValue(u":epoch"_qs, record.epoch);
    m_queries.recordClock.bindValue(u":last_seen"_qs, sqlvalues::fromInstant(record.lastSeen));
    return m_queries.execute(m_queries.recordClock);
}

Result<> RunWriter::raiseHighest(const std::vector<Run> &newRuns)
{
    qint64 highest = 0;
    for (const Run &run : newRuns)
        highest = std::max(highest, run.id.number);
    if (highest == 0)
        return {};
    m_queries.raiseHighest.bindValue(u":id"_qs, highest);
    return m_queries.execute(m_queries.raiseHighest);
}

} // namespace carillon
