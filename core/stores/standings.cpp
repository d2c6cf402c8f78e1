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
        {&m_add, u"add_standing"_qs},
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

Result<Standings::OnRecord> Standings::onRecord(const JobId &job) const
{
    m_find.bindValue(u":job_id"_qs, job.text);
    if (const auto done = execute(m_find); !done)
        return done.error();
    OnRecord found;
    if (m_find.next())
        found = {m_find.value(0).toLongLong(), m_find.value(1).toString()};
    const QSqlError failure = m_find.lastError();
    m_find.finish();
    if (failure.isValid())
        return m_database.error(failure);
    return found;
}

/// Nothing if the job has a number already.
Result<std::optional<Standings::OnRecord>> Standings::add(const JobId &job, const QString &name,
                                                          std::optional<Instant> next)
{
    const QString kept = name.isNull() ? u""_qs : name;
    m_add.bindValue(u":job_id"_qs, job.text);
    m_add.bindValue(u":job_name"_qs, kept);
    m_add.bindValue(u":next_run_at"_qs, fromOptional(next));
    if (const auto done = execute(m_add); !done)
        return done.error();
    if (m_add.numRowsAffected() == 0)
        return std::optional<OnRecord>();
    const OnRecord added{m_add.lastInsertId().toLongLong(), kept};
    m_asked.insert(job, added);
    return std::optional(added);
}

Result<qint64> Standings::find(const JobId &job) const
{
    if (const IndexedJob *entry = m_jobs.entry(job); entry && entry->standing != 0)
        return qint64(std::abs(entry->standing));
    const auto found = onRecord(job);
    return found ? Result<qint64>(found->number) : found.error();
}

Result<> Standings::put(const Job &job)
{
    const auto added = add(job.id, job.name, job.next);
    if (!added)
        return added.error();
    if (*added)
        return {};
    const auto known = onRecord(job.id);
    if (!known)
        return known.error();
    m_asked.insert(job.id, *known);
    return advance(known->number, job.next, 0);
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
        return Reference{std::abs(entry->standing),
                         entry->standing > 0 && entry->job.name == run.jobName};
    const auto added = add(run.job, run.jobName, {});
    if (!added)
        return added.error();
    if (*added)
        return Reference{(*added)->number, (*added)->name == run.jobName};
    const auto found = onRecord(run.job);
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
        entry->standing = standingOf(asked->number, asked->name == entry->job.name);
    }
    forget();
}

void Standings::forget()
{
    m_asked.clear();
    m_ended.clear();
}

} // namespace carillon
