// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/standings.h"

#include "core/stores/database.h"
#include "core/stores/memoryjobstore.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/statements.h"

#include <QSqlError>

#include <algorithm>

namespace carillon {

using namespace sqlvalues;

Standings::Standings(const Database &database, MemoryJobStore &jobs)
    : m_database(database),
      m_jobs(jobs)
{
}

Result<> Standings::prepare()
{
    const auto statements = namedStatements(u":/sql/standings.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&m_put, u"put_standing"_qs},
        {&m_find, u"find_standing"_qs},
        {&m_advance, u"advance"_qs},
        {&m_noteEnded, u"note_ended"_qs},
        {&m_advancePast, u"advance_past"_qs},
        {&m_retire, u"retire"_qs},
        {&m_removeUnused, u"remove_unused"_qs},
    };
    for (const auto &[query, name] : queries) {
        auto prepared = m_database.prepare(statements.value(name));
        if (!prepared)
            return prepared.error();
        *query = std::move(*prepared);
    }
    return {};
}

Result<> Standings::execute(QSqlQuery &query) const
{
    if (query.exec())
        return {};
    const Error failure = m_database.error(query.lastError());
    query.finish();
    return failure;
}

/// The answer of a query for number and name.
Result<Standings::OnRecord> Standings::ask(QSqlQuery &query) const
{
    if (const auto done = execute(query); !done)
        return done.error();
    OnRecord found;
    if (query.next())
        found = {query.value(0).toLongLong(), query.value(1).toString()};
    const QSqlError failure = query.lastError();
    query.finish();
    if (failure.isValid())
        return m_database.error(failure);
    return found;
}

Result<Standings::OnRecord> Standings::onRecord(const JobId &job) const
{
    m_find.bindValue(u":job_id"_qs, job.text);
    return ask(m_find);
}

Result<Standings::OnRecord> Standings::give(const JobId &job, const QString &name,
                                            std::optional<Instant> next)
{
    m_put.bindValue(u":job_id"_qs, job.text);
    m_put.bindValue(u":job_name"_qs, name.isNull() ? u""_qs : name);
    m_put.bindValue(u":next_run_at"_qs, fromOptional(next));
    const auto given = ask(m_put);
    if (given)
        m_asked.insert(job, *given);
    return given;
}

Result<qint64> Standings::find(const JobId &job) const
{
    if (const IndexedJob *entry = m_jobs.entry(job); entry && entry->standing != 0)
        return qint64(entry->standing);
    const auto found = onRecord(job);
    return found ? Result<qint64>(found->number) : found.error();
}

Result<> Standings::put(const Job &job)
{
    const auto given = give(job.id, job.name, job.next);
    return given ? Result<>() : given.error();
}

Result<> Standings::remove(const JobId &job)
{
    m_asked.remove(job);
    for (QSqlQuery *query : {&m_retire, &m_removeUnused}) {
        query->bindValue(u":job_id"_qs, job.text);
        if (const auto done = execute(*query); !done)
            return done;
    }
    return {};
}

Result<Standings::Reference> Standings::of(const Run &run)
{
    if (!m_asked.isEmpty()) {
        const auto asked = m_asked.constFind(run.job);
        if (asked != m_asked.constEnd())
            return Reference{asked->number, asked->name == run.jobName};
    }
    if (const IndexedJob *entry = m_jobs.entry(run.job); entry && entry->standing != 0)
        return Reference{entry->standing,
                         entry->isNamedAsStanding && entry->job.name == run.jobName};
    auto found = onRecord(run.job);
    if (found && found->number == 0)
        found = give(run.job, run.jobName, {});
    if (!found)
        return found.error();
    m_asked.insert(run.job, *found);
    return Reference{found->number, found->name == run.jobName};
}

Result<> Standings::advance(qint64 number, std::optional<Instant> next, qint64 ended)
{
    QSqlQuery &query = ended == 0 ? m_advance : m_advancePast;
    query.bindValue(u":next_run_at"_qs, fromOptional(next));
    if (ended != 0)
        query.bindValue(u":run"_qs, ended);
    query.bindValue(u":number"_qs, number);
    return execute(query);
}

Result<> Standings::write(const std::vector<JobAdvance> &advances)
{
    // Runs that were over when they were decided stand in the order of the advances.
    auto ended = m_ended.begin();
    for (const JobAdvance &each : advances) {
        qint64 number = 0;
        qint64 run = 0;
        for (; ended != m_ended.end() && ended->id == each.job; ++ended) {
            number = ended->job;
            run = std::max(run, std::exchange(ended->run, 0));
        }
        if (number == 0) {
            const auto found = find(each.job);
            if (!found)
                return found.error();
            number = *found;
        }
        if (const auto done = advance(number, each.next, run); !done)
            return done;
    }
    for (const Ended &each : m_ended) {
        if (each.run == 0)
            continue;
        m_noteEnded.bindValue(u":run"_qs, each.run);
        m_noteEnded.bindValue(u":number"_qs, each.job);
        if (const auto done = execute(m_noteEnded); !done)
            return done;
    }
    m_ended.clear();
    return {};
}

void Standings::remember(const std::vector<Job> &jobs)
{
    for (const Job &job : jobs) {
        const auto asked = m_asked.constFind(job.id);
        IndexedJob *const entry = m_jobs.entry(job.id);
        if (asked == m_asked.constEnd() || !entry)
            continue;
        entry->standing = std::int32_t(asked->number);
        entry->isNamedAsStanding = asked->name == entry->job.name;
    }
    forget();
}

void Standings::forget()
{
    m_asked.clear();
    m_ended.clear();
}

} // namespace carillon
