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
#include <QtConcurrentMap>

#include <algorithm>
#include <deque>

namespace carillon {

using namespace sqlvalues;

namespace {

constexpr QLatin1String pendingKey("pending"); // beside those of the wire form

/// In the order of load_jobs.
enum JobColumn {
    IdColumn,
    Definition,
    Next,
    Paused,
    Problem,
    Created,
    Changed,
    Position,
    StandingColumn,
    StandingName,
};

/// So many definitions are read in turns by all processors.
constexpr size_t readAtOnce = 4096;

Result<Job> readDefinition(const QByteArray &text)
{
    const auto document = parseJson(text);
    if (!document)
        return document.error();
    QJsonObject definition = document->toObject();
    const QJsonObject pending = definition.take(pendingKey).toObject();
    // Definitions say everything themselves, the context is never asked.
    auto entry = jobFromJson(definition, JobContext());
    if (!entry)
        return entry.error();
    entry->job.pending = pending;
    return std::move(entry->job);
}

QByteArray definitionOf(const Job &job)
{
    QJsonObject definition = jobToJson(job);
    if (job.isPending())
        definition.insert(pendingKey, job.pending);
    return toJsonText(definition);
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

/// A job as it is stored.
struct SqlJobStore::Row
{
    explicit Row(const QSqlQuery &row)
        : id(row.value(IdColumn).toString()),
          definition(row.value(Definition).toByteArray()),
          next(toOptionalInstant(row.value(Next))),
          paused(row.value(Paused).toBool()),
          problem(row.value(Problem).toString()),
          created(toInstant(row.value(Created))),
          changed(toInstant(row.value(Changed))),
          position(row.value(Position).toLongLong()),
          standing(row.value(StandingColumn).toInt()),
          standingName(row.value(StandingName).toString())
    {
    }

    QString id;
    QByteArray definition;
    std::optional<Instant> next;
    bool paused;
    QString problem;
    Instant created;
    Instant changed;
    qint64 position;
    int standing;
    QString standingName;
};

/// What a row means.
struct SqlJobStore::Reading
{
    const Row *row;
    Job job = {};
    std::optional<QString> mistake = {}; ///< why its definition cannot be read

    /// Usable from any thread.
    void read()
    {
        auto found = readDefinition(row->definition);
        if (!found)
            mistake = found.error().message;
        job = found ? *std::move(found) : placeholder(row->definition, row->id, *mistake);
    }
};

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
    auto rows = m_database.prepare(namedStatements(u":/sql/jobs.sql"_qs).value(u"load_jobs"_qs));
    if (!rows)
        return rows.error();
    if (const auto done = execute(*rows); !done)
        return done;
    std::deque<Row> stored;
    while (rows->next())
        stored.emplace_back(*rows);
    const QSqlError failure = rows->lastError();
    rows->finish();
    if (failure.isValid())
        return m_database.error(failure);
    std::sort(stored.begin(), stored.end(),
              [](const Row &a, const Row &b) { return a.position < b.position; });
    std::vector<Reading> batch;
    for (auto row = stored.begin(); row != stored.end();) {
        batch.clear();
        for (; row != stored.end() && batch.size() < readAtOnce; ++row)
            batch.push_back({&*row});
        QtConcurrent::blockingMap(batch, [](Reading &each) { each.read(); });
        std::for_each(batch.begin(), batch.end(), [this](Reading &each) { takeIn(each); });
    }
    // The pages with the definitions are not needed again soon.
    return m_database.execute(u"pragma shrink_memory"_qs);
}

void SqlJobStore::takeIn(Reading &reading)
{
    const Row &row = *reading.row;
    Job &job = reading.job;
    job.id.text = row.id;
    if (job.name == row.id)
        job.name = row.id; // one text in memory
    job.paused = row.paused;
    job.created = row.created;
    job.changed = row.changed;
    if (reading.mistake) {
        log::store().warn("The definition of job {} cannot be read: {}", row.id, *reading.mistake);
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
    for (const Job &job : changes.jobs) {
        if (const auto done = put(job); !done)
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
    m_put.bindValue(u":definition"_qs, QString::fromUtf8(definitionOf(job)));
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
    m_putRaw.bindValue(u":definition"_qs, job.rawDefinition);
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
