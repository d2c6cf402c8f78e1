// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlrunstore.h"

#include "core/stores/database.h"
#include "core/stores/runrow.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/statements.h"
#include "core/stores/storeerrors.h"

#include <QSqlError>

#include <algorithm>

namespace carillon {

struct SqlRunStore::Queries
{
    explicit Queries(const Database &database) : database(database) {}

    const Database &database;
    QSqlQuery insert;
    QSqlQuery insertFresh;
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
    QSqlQuery contains;
    QSqlQuery jobsAfter;
    QSqlQuery oldestEnded;
    QSqlQuery newestEnded;
    QSqlQuery lastBeyond;
    QSqlQuery remove;
    QSqlQuery dropTail;

    Result<> prepare();
    Result<> execute(QSqlQuery &query) const;
    Result<> insertRun(const Run &run);
    Result<> updateRun(const Run &run);
    Result<> writeTail(const Run &run);
    Result<std::vector<Run>> runs(QSqlQuery &query) const;
    /// The first column of the first row; 0 if there is none.
    Result<qint64> number(QSqlQuery &query) const;
};

Result<> SqlRunStore::Queries::prepare()
{
    const auto statements = namedStatements(u":/sql/runs.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&insert, u"insert_run"_qs},        {&insertFresh, u"insert_fresh_run"_qs},
        {&update, u"update_run"_qs},        {&updatePlain, u"update_plain_run"_qs},
        {&setTail, u"set_tail"_qs},         {&find, u"find_run"_qs},
        {&pageOfAll, u"page_of_all"_qs},    {&pageOfJob, u"page_of_job"_qs},
        {&active, u"active_runs"_qs},       {&latestEnded, u"latest_ended"_qs},
        {&highest, u"highest_run"_qs},      {&raiseHighest, u"raise_highest_run"_qs},
        {&clockRecord, u"clock_record"_qs}, {&recordClock, u"record_clock"_qs},
        {&contains, u"contains_run"_qs},    {&jobsAfter, u"jobs_after"_qs},
        {&oldestEnded, u"oldest_ended"_qs}, {&newestEnded, u"newest_ended"_qs},
        {&lastBeyond, u"last_beyond"_qs},   {&remove, u"remove_run"_qs},
        {&dropTail, u"drop_tail"_qs},
    };
    for (const auto &[query, name] : queries) {
        auto prepared = database.prepare(statements.value(name));
        if (!prepared)
            return prepared.error();
        *query = std::move(*prepared);
    }
    return {};
}

Result<> SqlRunStore::Queries::execute(QSqlQuery &query) const
{
    if (query.exec())
        return {};
    const Error failure = database.error(query.lastError());
    query.finish();
    return failure;
}

Result<> SqlRunStore::Queries::insertRun(const Run &run)
{
    const bool fresh = isFresh(run);
    fresh ? bindFreshRun(insertFresh, run) : bindNewRun(insert, run);
    const auto inserted = execute(fresh ? insertFresh : insert);
    return inserted ? writeTail(run) : inserted;
}

Result<> SqlRunStore::Queries::updateRun(const Run &run)
{
    const bool plain = isPlain(run);
    plain ? bindPlainRun(updatePlain, run) : bindChangedRun(update, run);
    const auto updated = execute(plain ? updatePlain : update);
    return updated ? writeTail(run) : updated;
}

Result<> SqlRunStore::Queries::writeTail(const Run &run)
{
    if (run.tail.isEmpty())
        return {};
    setTail.bindValue(u":tail"_qs, run.tail);
    setTail.bindValue(u":id"_qs, run.id.number);
    return execute(setTail);
}

Result<std::vector<Run>> SqlRunStore::Queries::runs(QSqlQuery &query) const
{
    if (const auto done = execute(query); !done)
        return done.error();
    std::vector<Run> runs;
    while (query.next())
        runs.push_back(readRun(query));
    const QSqlError failure = query.lastError();
    query.finish(); // an open read would hold up the checkpoint
    if (failure.isValid())
        return database.error(failure);
    return runs;
}

Result<qint64> SqlRunStore::Queries::number(QSqlQuery &query) const
{
    if (const auto done = execute(query); !done)
        return done.error();
    const qint64 number = query.next() ? query.value(0).toLongLong() : 0;
    const QSqlError failure = query.lastError();
    query.finish();
    if (failure.isValid())
        return database.error(failure);
    return number;
}

SqlRunStore::SqlRunStore(std::unique_ptr<Queries> queries) : m_queries(std::move(queries)) {}

SqlRunStore::~SqlRunStore() = default;

Result<std::unique_ptr<SqlRunStore>> SqlRunStore::create(const Database &database)
{
    auto queries = std::make_unique<Queries>(database);
    if (const auto prepared = queries->prepare(); !prepared)
        return prepared.error();
    return std::unique_ptr<SqlRunStore>(new SqlRunStore(std::move(queries)));
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
    QSqlQuery &statement = query.job ? m_queries->pageOfJob : m_queries->pageOfAll;
    if (query.job)
        statement.bindValue(u":job_id"_qs, query.job->text);
    statement.bindValue(u":before"_qs,
                        query.before ? query.before->number : std::numeric_limits<qint64>::max());
    statement.bindValue(u":limit"_qs, std::max(0, query.limit));
    return m_queries->runs(statement);
}

Result<std::vector<Run>> SqlRunStore::active() const
{
    return m_queries->runs(m_queries->active);
}

Result<std::vector<Run>> SqlRunStore::latestEnded() const
{
    return m_queries->runs(m_queries->latestEnded);
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
    const QSqlError failure = query.lastError();
    query.finish();
    if (failure.isValid())
        return m_queries->database.error(failure);
    return jobs;
}

Result<JobHistory> SqlRunStore::history(const JobId &job, int keep, int limit) const
{
    JobHistory history;
    m_queries->newestEnded.bindValue(u":job_id"_qs, job.text);
    const auto newest = m_queries->number(m_queries->newestEnded);
    if (!newest)
        return newest.error();
    history.newestEnded.number = *newest;
    m_queries->lastBeyond.bindValue(u":job_id"_qs, job.text);
    m_queries->lastBeyond.bindValue(u":keep"_qs, keep);
    const auto beyond = m_queries->number(m_queries->lastBeyond);
    if (!beyond)
        return beyond.error();
    history.lastBeyond.number = *beyond;

    QSqlQuery &query = m_queries->oldestEnded;
    query.bindValue(u":job_id"_qs, job.text);
    query.bindValue(u":limit"_qs, limit);
    if (const auto done = m_queries->execute(query); !done)
        return done.error();
    while (query.next())
        history.oldest.push_back({{query.value(0).toLongLong()},
                                  sqlvalues::toOptionalInstant(query.value(1)),
                                  sqlvalues::toOptionalInstant(query.value(2))});
    const QSqlError failure = query.lastError();
    query.finish();
    if (failure.isValid())
        return m_queries->database.error(failure);
    return history;
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

Result<> SqlRunStore::forEach(QSqlQuery &query, const std::vector<RunId> &runs)
{
    for (const RunId run : runs) {
        query.bindValue(u":id"_qs, run.number);
        if (const auto done = m_queries->execute(query); !done)
            return done;
    }
    return {};
}

Result<> SqlRunStore::write(const Changes &changes)
{
    qint64 highest = 0;
    for (const Run &run : changes.newRuns) {
        highest = std::max(highest, run.id.number);
        if (const auto done = m_queries->insertRun(run); !done)
            return done;
    }
    for (const Run &run : changes.changedRuns) {
        if (const auto done = m_queries->updateRun(run); !done)
            return done;
    }
    if (const auto removed = forEach(m_queries->remove, changes.removedRuns); !removed)
        return removed;
    if (const auto dropped = forEach(m_queries->dropTail, changes.droppedTails); !dropped)
        return dropped;
    if (changes.clock) {
        m_queries->recordClock.bindValue(u":epoch"_qs, changes.clock->epoch);
        m_queries->recordClock.bindValue(u":last_seen"_qs,
                                         sqlvalues::fromInstant(changes.clock->lastSeen));
        if (const auto done = m_queries->execute(m_queries->recordClock); !done)
            return done;
    }
    if (highest == 0)
        return {};
    m_queries->raiseHighest.bindValue(u":id"_qs, highest);
    return m_queries->execute(m_queries->raiseHighest);
}

} // namespace carillon
