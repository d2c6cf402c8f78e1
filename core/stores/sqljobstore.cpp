// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqljobstore.h"

#include "core/stores/database.h"
#include "core/stores/jobdefinition.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/statements.h"
#include "core/stores/storedjobs.h"
#include "core/util/logging.h"

#include <QSqlError>

#include <algorithm>

namespace carillon {

using namespace sqlvalues;

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
        {&m_put, u"put_job"_qs},
        {&m_putRaw, u"put_raw_job"_qs},
        {&m_pause, u"pause_job"_qs},
        {&m_remove, u"remove_job"_qs},
    };
    for (const auto &[query, name] : queries) {
        auto prepared = m_database.prepare(statements.value(name));
        if (!prepared)
            return prepared.error();
        *query = std::move(*prepared);
    }
    return m_standings.prepare();
}

Result<> SqlJobStore::readAll()
{
    const auto rows = storedJobs(m_database);
    if (!rows)
        return rows.error();
    readJobs(*rows, [this](ReadJob &read) { takeIn(read); });
    // The pages with the definitions are not needed again soon.
    return m_database.execute(u"pragma shrink_memory"_qs);
}

void SqlJobStore::takeIn(ReadJob &read)
{
    const StoredJob &row = *read.row;
    Job &job = read.job;
    job.id.text = row.id;
    if (job.name == row.id)
        job.name = row.id; // one text in memory
    job.paused = row.paused;
    job.created = row.created;
    job.changed = row.changed;
    if (read.mistake) {
        log::store().warn("The definition of job {} cannot be read: {}", row.id, *read.mistake);
        m_unreadable.insert(job.id);
    } else {
        job.next = row.next;
        job.problem = row.problem;
    }
    IndexedJob &entry = m_mirror.put(std::move(job));
    entry.standing = standingOf(row.standing, row.standingName == entry.job.name);
    m_lastPosition = std::max(m_lastPosition, row.position);
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
    DefinitionWriter definitions(changes.jobs);
    for (const Job &job : changes.jobs) {
        if (const auto done = put(job, definitions.next()); !done)
            return done;
    }
    for (const JobId &id : changes.removedJobs) {
        m_remove.bindValue(u":id"_qs, id.text);
        if (const auto done = execute(m_remove); !done)
            return done;
        if (const auto done = m_standings.remove(id); !done)
            return done;
    }
    return {};
}

Result<> SqlJobStore::writeAdvances(const Changes &changes)
{
    if (m_unreadable.isEmpty())
        return m_standings.write(changes.advances);
    std::vector<JobAdvance> readable = changes.advances;
    std::erase_if(readable,
                  [this](const JobAdvance &each) { return m_unreadable.contains(each.job); });
    return m_standings.write(readable);
}

Result<> SqlJobStore::put(const Job &job, const QString &definition)
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
    m_put.bindValue(u":definition"_qs, definition);
    m_put.bindValue(u":paused"_qs, job.paused);
    m_put.bindValue(u":problem"_qs, fromText(job.problem));
    m_put.bindValue(u":created_at"_qs, fromInstant(job.created));
    m_put.bindValue(u":changed_at"_qs, fromInstant(job.changed));
    m_put.bindValue(u":position"_qs, ++m_lastPosition);
    const auto done = execute(m_put);
    return done ? m_standings.put(job) : done;
}

Result<> SqlJobStore::putRaw(const Job &job)
{
    m_putRaw.bindValue(u":id"_qs, job.id.text);
    m_putRaw.bindValue(u":definition"_qs, *job.rawDefinition);
    m_putRaw.bindValue(u":paused"_qs, job.paused);
    m_putRaw.bindValue(u":created_at"_qs, fromInstant(job.created));
    m_putRaw.bindValue(u":changed_at"_qs, fromInstant(job.changed));
    m_putRaw.bindValue(u":position"_qs, ++m_lastPosition);
    const auto done = execute(m_putRaw);
    return done ? m_standings.put(job) : done;
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
        if (m_unreadable.isEmpty() || !m_unreadable.contains(advance.job))
            m_mirror.advance(advance.job, advance.next);
    }
    m_standings.remember(changes.jobs);
}

} // namespace carillon
