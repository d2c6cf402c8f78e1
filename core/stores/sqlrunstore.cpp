// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlrunstore.h"

#include "core/stores/database.h"
#include "core/stores/historywalk.h"
#include "core/stores/runpages.h"
#include "core/stores/runqueries.h"
#include "core/stores/runrow.h"
#include "core/stores/runwriter.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/standings.h"
#include "core/stores/storeerrors.h"

#include <QSqlError>

namespace carillon {

SqlRunStore::SqlRunStore(std::unique_ptr<RunQueries> queries, Standings &standings)
    : m_queries(std::move(queries)),
      m_standings(standings)
{
}

SqlRunStore::~SqlRunStore() = default;

Result<std::unique_ptr<SqlRunStore>> SqlRunStore::create(const Database &database,
                                                         Standings &standings)
{
    auto queries = std::make_unique<RunQueries>(database);
    if (const auto prepared = queries->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<SqlRunStore>(new SqlRunStore(std::move(queries), standings));
}

Result<Run> SqlRunStore::find(RunId id) const
{
    QSqlQuery &query = m_queries->find;
    query.bindValue(u":id"_qs, id.number);
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    Result<Run> found = storeerrors::noSuchRun(id);
    if (query.next())
        found = readRunWithTail(query);
    else if (query.lastError().isValid())
        found = m_queries->database.error(query.lastError());
    query.finish();
    return found;
}

Result<std::vector<Run>> SqlRunStore::page(const RunQuery &query) const
{
    if (!query.job)
        return pageOfAll(*m_queries, query);
    const auto job = m_standings.find(*query.job);
    return job ? pageOfJob(*m_queries, query, *job) : job.error();
}

Result<std::vector<Run>> SqlRunStore::active() const
{
    return m_queries->runs(m_queries->active);
}

Result<std::vector<Run>> SqlRunStore::latestEnded() const
{
    auto latest = m_queries->runs(m_queries->latestEnded);
    // Asked once, at the start: it has read a page of every job, and most will be idle.
    if (const auto shrunk = m_queries->database.execute(u"pragma shrink_memory"_qs); !shrunk)
        return shrunk.error();
    return latest;
}

Result<RunId> SqlRunStore::highestId() const
{
    QSqlQuery &query = m_queries->highest;
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    const qint64 highest = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return RunId{highest};
}

Result<std::map<Instant, int>> SqlRunStore::missedByMinute(Instant since) const
{
    QSqlQuery &query = m_queries->missedByMinute;
    query.bindValue(u":since"_qs, sqlvalues::fromInstant(since));
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    std::map<Instant, int> missed;
    while (query.next())
        missed.emplace(Instant(std::chrono::minutes(query.value(0).toLongLong())),
                       query.value(1).toInt());
    query.finish();
    return missed;
}

Result<bool> SqlRunStore::contains(RunId id) const
{
    m_queries->contains.bindValue(u":id"_qs, id.number);
    const auto found = m_queries->number(m_queries->contains);
    return found ? Result<bool>(*found == 1) : found.error();
}

Result<std::vector<JobId>> SqlRunStore::jobsAfter(const JobId &after, int limit) const
{
    QSqlQuery &query = m_queries->jobsAfter;
    query.bindValue(u":after"_qs, after.text.isNull() ? u""_qs : after.text);
    query.bindValue(u":limit"_qs, limit);
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    std::vector<JobId> jobs;
    while (query.next())
        jobs.push_back({query.value(0).toString()});
    const auto finished = m_queries->finish(query);
    return finished ? Result<std::vector<JobId>>(std::move(jobs)) : finished.error();
}

Result<JobHistory> SqlRunStore::history(const JobId &id, int keep, int limit) const
{
    const auto job = m_standings.find(id);
    return job ? historyOf(*m_queries, *job, keep, limit) : job.error();
}

Result<ClockRecord> SqlRunStore::clockRecord() const
{
    QSqlQuery &query = m_queries->clockRecord;
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    ClockRecord record;
    if (query.next()) {
        record.epoch = query.value(0).toInt();
        record.lastSeen = sqlvalues::toInstant(query.value(1));
    }
    query.finish();
    return record;
}

Result<> SqlRunStore::write(const Changes &changes)
{
    return RunWriter(*m_queries, m_standings).write(changes);
}

} // namespace carillon
