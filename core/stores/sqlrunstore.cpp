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
    QSqlQuery update;
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

    Result<> prepare();
    Result<> execute(QSqlQuery &query) const;
    Result<std::vector<Run>> runs(QSqlQuery &query) const;
};

Result<> SqlRunStore::Queries::prepare()
{
    const auto statements = namedStatements(u":/sql/runs.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&insert, u"insert_run"_qs},        {&update, u"update_run"_qs},
        {&setTail, u"set_tail"_qs},         {&find, u"find_run"_qs},
        {&pageOfAll, u"page_of_all"_qs},    {&pageOfJob, u"page_of_job"_qs},
        {&active, u"active_runs"_qs},       {&latestEnded, u"latest_ended"_qs},
        {&highest, u"highest_run"_qs},      {&raiseHighest, u"raise_highest_run"_qs},
        {&clockRecord, u"clock_record"_qs}, {&recordClock, u"record_clock"_qs},
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
    const auto writeTail = [this](const Run &run) -> Result<> {
        if (run.tail.isEmpty())
            return {};
        m_queries->setTail.bindValue(u":tail"_qs, run.tail);
        m_queries->setTail.bindValue(u":id"_qs, run.id.number);
        return m_queries->execute(m_queries->setTail);
    };
    qint64 highest = 0;
    for (const Run &run : changes.newRuns) {
        highest = std::max(highest, run.id.number);
        bindNewRun(m_queries->insert, run);
        if (const auto done = m_queries->execute(m_queries->insert); !done)
            return done;
        if (const auto done = writeTail(run); !done)
            return done;
    }
    for (const Run &run : changes.changedRuns) {
        bindChangedRun(m_queries->update, run);
        if (const auto done = m_queries->execute(m_queries->update); !done)
            return done;
        if (const auto done = writeTail(run); !done)
            return done;
    }
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
