// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlrunstore.h"

#include "core/stores/database.h"
#include "core/stores/memoryrun.h"
#include "core/stores/runrow.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/standings.h"
#include "core/stores/statements.h"
#include "core/stores/storeerrors.h"

#include <QSqlError>

#include <algorithm>
#include <functional>
#include <limits>

namespace carillon {

namespace {

/// The history of a job lies in parts of 2^17 runs of all jobs, see runs.sql.
constexpr int partBits = 17;

constexpr qint64 newestOfAll = std::numeric_limits<qint64>::max();

enum class Direction { NewestFirst, OldestFirst };

/// A bit for each of the states or causes that are accepted.
template <typename Value>
quint32 bits(const std::vector<Value> &accepted)
{
    quint32 mask = accepted.empty() ? ~0u : 0u;
    for (const Value each : accepted)
        mask |= 1u << unsigned(each);
    return mask;
}

/// Of a run that neither fell due nor started, `untimed` is the time: within no bounds there are.
void bindFilter(QSqlQuery &statement, const RunQuery &query)
{
    constexpr qint64 first = std::numeric_limits<qint64>::min();
    const qint64 since = query.since ? sqlvalues::fromInstant(*query.since).toLongLong() : first;
    const qint64 until =
        query.until ? sqlvalues::fromInstant(*query.until).toLongLong() - 1 : newestOfAll;
    statement.bindValue(u":from"_qs, query.from ? query.from->number : 0);
    statement.bindValue(u":states"_qs, bits(query.states));
    statement.bindValue(u":causes"_qs, bits(query.causes));
    statement.bindValue(u":since"_qs, since);
    statement.bindValue(u":until"_qs, until);
    statement.bindValue(u":untimed"_qs, query.since ? first : newestOfAll);
}

/// Looks at a part; true if it has had enough.
using PartWalk = std::function<Result<bool>(qint64 part)>;

} // namespace

struct SqlRunStore::Queries
{
    Queries(const Database &database, Standings &standings)
        : database(database),
          standings(standings)
    {
    }

    const Database &database;
    Standings &standings;
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
    Result<> insertRun(const Run &run);
    Result<> updateRun(const Run &run);
    Result<> writeTail(const Run &run);
    /// Does `walk` for the parts of the history in turn, until it has had enough.
    Result<> walkParts(Direction direction, qint64 before, const PartWalk &walk);
    Result<qint64> newestBeyond(qint64 job, qint64 keep);
    Result<> oldest(qint64 job, size_t limit, std::vector<JobHistory::Ended> &found);
    Result<std::vector<Run>> runs(QSqlQuery &query) const;
    /// The first column of the first row; 0 if there is none.
    Result<qint64> number(QSqlQuery &query) const;
};

Result<> SqlRunStore::Queries::prepare()
{
    const auto statements = namedStatements(u":/sql/runs.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&insert, u"insert_run"_qs},
        {&insertPlain, u"insert_plain_run"_qs},
        {&update, u"update_run"_qs},
        {&updatePlain, u"update_plain_run"_qs},
        {&setTail, u"set_tail"_qs},
        {&find, u"find_run"_qs},
        {&pageOfAll, u"page_of_all"_qs},
        {&pageOfJob, u"page_of_job"_qs},
        {&active, u"active_runs"_qs},
        {&latestEnded, u"latest_ended"_qs},
        {&highest, u"highest_run"_qs},
        {&raiseHighest, u"raise_highest_run"_qs},
        {&clockRecord, u"clock_record"_qs},
        {&recordClock, u"record_clock"_qs},
        {&missedByMinute, u"missed_by_minute"_qs},
        {&contains, u"contains_run"_qs},
        {&jobsAfter, u"jobs_after"_qs},
        {&parts, u"parts"_qs},
        {&latestRun, u"latest_run"_qs},
        {&oldestEnded, u"oldest_ended"_qs},
        {&countOfJob, u"count_of_job"_qs},
        {&newestBut, u"newest_but"_qs},
        {&remove, u"remove_run"_qs},
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
    const auto job = standings.of(run);
    if (!job)
        return job.error();
    const bool plain = isPlainlyDue(run);
    QSqlQuery &query = plain ? insertPlain : insert;
    bindJob(query, *job, run);
    plain ? bindPlainNewRun(query, run) : bindNewRun(query, run);
    if (!run.isActive())
        standings.noteEnded(*job, run);
    const auto inserted = execute(query);
    return inserted ? writeTail(run) : inserted;
}

Result<> SqlRunStore::Queries::updateRun(const Run &run)
{
    if (!run.isActive()) {
        const auto job = standings.of(run);
        if (!job)
            return job.error();
        standings.noteEnded(*job, run);
    }
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

Result<> SqlRunStore::Queries::walkParts(Direction direction, qint64 before, const PartWalk &walk)
{
    if (const auto done = execute(parts); !done)
        return done;
    const bool isEmpty = !parts.next() || parts.value(0).isNull();
    const qint64 oldest = parts.value(0).toLongLong();
    const qint64 newest = std::min(parts.value(1).toLongLong(), (before - 1) >> partBits);
    parts.finish();
    for (qint64 i = 0; !isEmpty && i <= newest - oldest; ++i) {
        const auto enough = walk(direction == Direction::NewestFirst ? newest - i : oldest + i);
        if (!enough)
            return enough.error();
        if (*enough)
            break;
    }
    return {};
}

/// The newest run of the job that is not among its newest `keep`; 0 if there is none.
Result<qint64> SqlRunStore::Queries::newestBeyond(qint64 job, qint64 keep)
{
    qint64 beyond = 0;
    const auto walked = walkParts(Direction::NewestFirst, newestOfAll, [&](qint64 part) {
        countOfJob.bindValue(u":part"_qs, part);
        countOfJob.bindValue(u":job"_qs, job);
        const auto count = number(countOfJob);
        if (!count)
            return Result<bool>(count.error());
        if (*count <= keep) {
            keep -= *count;
            return Result<bool>(false);
        }
        newestBut.bindValue(u":part"_qs, part);
        newestBut.bindValue(u":job"_qs, job);
        newestBut.bindValue(u":offset"_qs, keep);
        const auto found = number(newestBut);
        if (!found)
            return Result<bool>(found.error());
        beyond = *found;
        return Result<bool>(true);
    });
    return walked ? Result<qint64>(beyond) : walked.error();
}

Result<> SqlRunStore::Queries::oldest(qint64 job, size_t limit,
                                      std::vector<JobHistory::Ended> &found)
{
    return walkParts(Direction::OldestFirst, newestOfAll, [&](qint64 part) {
        if (found.size() >= limit)
            return Result<bool>(true);
        oldestEnded.bindValue(u":part"_qs, part);
        oldestEnded.bindValue(u":job"_qs, job);
        oldestEnded.bindValue(u":limit"_qs, qint64(limit - found.size()));
        if (const auto done = execute(oldestEnded); !done)
            return Result<bool>(done.error());
        while (oldestEnded.next())
            found.push_back({{oldestEnded.value(0).toLongLong()},
                             sqlvalues::toOptionalInstant(oldestEnded.value(1)),
                             sqlvalues::toOptionalInstant(oldestEnded.value(2))});
        const QSqlError failure = oldestEnded.lastError();
        oldestEnded.finish();
        return failure.isValid() ? Result<bool>(database.error(failure)) : Result<bool>(false);
    });
}

SqlRunStore::SqlRunStore(std::unique_ptr<Queries> queries) : m_queries(std::move(queries)) {}

SqlRunStore::~SqlRunStore() = default;

Result<std::unique_ptr<SqlRunStore>> SqlRunStore::create(const Database &database,
                                                         Standings &standings)
{
    auto queries = std::make_unique<Queries>(database, standings);
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
    const qint64 before = query.before ? query.before->number : newestOfAll;
    const int limit = std::max(0, query.limit);
    if (query.job)
        return pageOfJob(query, before, size_t(limit));
    QSqlQuery &statement = m_queries->pageOfAll;
    bindFilter(statement, query);
    statement.bindValue(u":before"_qs, before);
    statement.bindValue(u":limit"_qs, limit);
    return m_queries->runs(statement);
}

Result<std::vector<Run>> SqlRunStore::pageOfJob(const RunQuery &query, qint64 before,
                                                size_t limit) const
{
    const auto job = m_queries->standings.find(*query.job);
    if (!job)
        return job.error();
    const qint64 oldestPart = query.from ? query.from->number >> partBits : 0;
    std::vector<Run> page;
    const auto walked = m_queries->walkParts(Direction::NewestFirst, before, [&](qint64 part) {
        if (part < oldestPart)
            return Result<bool>(true);
        QSqlQuery &statement = m_queries->pageOfJob;
        bindFilter(statement, query);
        statement.bindValue(u":part"_qs, part);
        statement.bindValue(u":job"_qs, *job);
        statement.bindValue(u":before"_qs, before);
        statement.bindValue(u":limit"_qs, qint64(limit - page.size()));
        auto more = m_queries->runs(statement);
        if (!more)
            return Result<bool>(more.error());
        std::move(more->begin(), more->end(), std::back_inserter(page));
        return Result<bool>(page.size() >= limit);
    });
    return walked ? Result<std::vector<Run>>(std::move(page)) : walked.error();
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
    query.bindValue(u":since"_qs, fromInstant(since));
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
    const QSqlError failure = query.lastError();
    query.finish();
    if (failure.isValid())
        return m_queries->database.error(failure);
    return jobs;
}

Result<JobHistory> SqlRunStore::history(const JobId &id, int keep, int limit) const
{
    JobHistory history;
    const auto job = m_queries->standings.find(id);
    if (!job)
        return job.error();
    m_queries->latestRun.bindValue(u":job"_qs, *job);
    const auto latest = m_queries->number(m_queries->latestRun);
    if (!latest)
        return latest.error();
    history.newestEnded.number = *latest;
    const auto beyond = m_queries->newestBeyond(*job, keep);
    if (!beyond)
        return beyond.error();
    history.lastBeyond.number = *beyond;
    const auto listed = m_queries->oldest(*job, size_t(std::max(0, limit)), history.oldest);
    return listed ? Result<JobHistory>(std::move(history)) : listed.error();
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
