// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqljobstore.h"

#include "core/jobs/jobjson.h"
#include "core/stores/database.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/statements.h"
#include "core/util/coretext.h"
#include "core/util/json.h"
#include "core/util/logging.h"

#include <QSqlError>

namespace carillon {

using namespace sqlvalues;

namespace {

/// In the order of load_jobs.
enum JobColumn { IdColumn, Definition, Next, Paused, Problem, Created, Changed, Position };

Result<Job> readDefinition(const QByteArray &text)
{
    const auto document = parseJson(text);
    if (!document)
        return document.error();
    // Definitions say everything themselves, the context is never asked.
    auto entry = jobFromJson(document->toObject(), JobContext());
    if (!entry)
        return entry.error();
    return std::move(entry->job);
}

/// What is shown in place of a job that cannot be read.
Job placeholder(const QByteArray &definition, const QString &id, const QString &cause)
{
    Job job;
    const auto document = parseJson(definition);
    job.name = document ? document->toObject().value(u"name").toString(id) : id;
    job.rawDefinition = definition;
    job.problem = CoreText::tr("The stored definition of this job cannot be read: "
                               "%1 It is kept as it is.")
                      .arg(cause);
    return job;
}

bool isPlaceholder(const Job &job)
{
    return !job.trigger && std::holds_alternative<NoopAction>(job.action);
}

} // namespace

Result<std::unique_ptr<SqlJobStore>> SqlJobStore::load(const Database &database)
{
    std::unique_ptr<SqlJobStore> store(new SqlJobStore(database));
    if (const auto prepared = store->prepare(); !prepared)
        return prepared.error();
    if (const auto read = store->readAll(); !read)
        return read.error();
    return store;
}

Result<> SqlJobStore::prepare()
{
    const auto statements = namedStatements(u":/sql/jobs.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&m_put, u"put_job"_qs},       {&m_putRaw, u"put_raw_job"_qs},  {&m_pause, u"pause_job"_qs},
        {&m_remove, u"remove_job"_qs}, {&m_advance, u"advance_job"_qs},
    };
    for (const auto &[query, name] : queries) {
        auto prepared = m_database.prepare(statements.value(name));
        if (!prepared)
            return prepared.error();
        *query = std::move(*prepared);
    }
    return {};
}

Result<> SqlJobStore::readAll()
{
    auto rows = m_database.prepare(namedStatements(u":/sql/jobs.sql"_qs).value(u"load_jobs"_qs));
    if (!rows)
        return rows.error();
    if (const auto done = execute(*rows); !done)
        return done;
    while (rows->next())
        readRow(*rows);
    if (rows->lastError().isValid())
        return m_database.error(rows->lastError());
    return {};
}

void SqlJobStore::readRow(const QSqlQuery &row)
{
    const QString id = row.value(IdColumn).toString();
    const QByteArray definition = row.value(Definition).toByteArray();
    const auto read = readDefinition(definition);
    Job job = read ? *read : placeholder(definition, id, read.error().message);
    job.id.text = id;
    job.paused = row.value(Paused).toBool();
    job.created = toInstant(row.value(Created));
    job.changed = toInstant(row.value(Changed));
    if (read) {
        job.next = toOptionalInstant(row.value(Next));
        job.problem = row.value(Problem).toString();
    } else {
        log::store().warn("The definition of job {} cannot be read: {}", id, read.error().message);
        m_unreadable.insert(job.id);
    }
    m_mirror.put(job);
    m_lastPosition = std::max(m_lastPosition, row.value(Position).toLongLong());
}

QStringList SqlJobStore::unreadable() const
{
    QStringList ids;
    for (const JobId &id : m_unreadable)
        ids.append(id.text);
    ids.sort();
    return ids;
}

bool SqlJobStore::keepsItsDefinition(const Job &job) const
{
    return m_unreadable.contains(job.id) && isPlaceholder(job);
}

Result<> SqlJobStore::write(const Changes &changes)
{
    for (const Job &job : changes.jobs) {
        if (const auto done = put(job); !done)
            return done;
    }
    for (const JobId &id : changes.removedJobs) {
        m_remove.bindValue(u":id"_qs, id.text);
        if (const auto done = execute(m_remove); !done)
            return done;
    }
    for (const JobAdvance &advance : changes.advances) {
        if (m_unreadable.contains(advance.job))
            continue;
        m_advance.bindValue(u":next_run_at"_qs, fromOptional(advance.next));
        m_advance.bindValue(u":id"_qs, advance.job.text);
        if (const auto done = execute(m_advance); !done)
            return done;
    }
    return {};
}

Result<> SqlJobStore::put(const Job &job)
{
    if (keepsItsDefinition(job)) {
        m_pause.bindValue(u":paused"_qs, job.paused);
        m_pause.bindValue(u":changed_at"_qs, fromInstant(job.changed));
        m_pause.bindValue(u":id"_qs, job.id.text);
        return execute(m_pause);
    }
    if (job.hasOnlyRawDefinition())
        return putRaw(job);
    m_put.bindValue(u":id"_qs, job.id.text);
    m_put.bindValue(u":definition"_qs, QString::fromUtf8(toJsonText(jobToJson(job))));
    m_put.bindValue(u":next_run_at"_qs, fromOptional(job.next));
    m_put.bindValue(u":paused"_qs, job.paused);
    m_put.bindValue(u":problem"_qs, fromText(job.problem));
    m_put.bindValue(u":created_at"_qs, fromInstant(job.created));
    m_put.bindValue(u":changed_at"_qs, fromInstant(job.changed));
    m_put.bindValue(u":position"_qs, ++m_lastPosition);
    return execute(m_put);
}

Result<> SqlJobStore::putRaw(const Job &job)
{
    m_putRaw.bindValue(u":id"_qs, job.id.text);
    m_putRaw.bindValue(u":definition"_qs, job.rawDefinition);
    m_putRaw.bindValue(u":paused"_qs, job.paused);
    m_putRaw.bindValue(u":created_at"_qs, fromInstant(job.created));
    m_putRaw.bindValue(u":changed_at"_qs, fromInstant(job.changed));
    m_putRaw.bindValue(u":position"_qs, ++m_lastPosition);
    return execute(m_putRaw);
}

Result<> SqlJobStore::execute(QSqlQuery &query) const
{
    if (query.exec())
        return {};
    const Error failure = m_database.error(query.lastError());
    query.finish();
    return failure;
}

void SqlJobStore::remember(const Changes &changes)
{
    for (const Job &job : changes.jobs) {
        if (keepsItsDefinition(job)) {
            Job kept = *m_mirror.find(job.id);
            kept.paused = job.paused;
            kept.changed = job.changed;
            m_mirror.put(kept);
        } else {
            if (job.hasOnlyRawDefinition())
                m_unreadable.insert(job.id);
            else
                m_unreadable.remove(job.id);
            m_mirror.put(job);
        }
    }
    for (const JobId &id : changes.removedJobs) {
        m_unreadable.remove(id);
        m_mirror.remove(id);
    }
    for (const JobAdvance &advance : changes.advances) {
        if (!m_unreadable.contains(advance.job))
            m_mirror.advance(advance.job, advance.next);
    }
}

} // namespace carillon
