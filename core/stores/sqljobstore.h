// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/memoryjobstore.h"
#include "core/stores/standings.h"

#include <QSet>
#include <QSqlQuery>

#include <memory>

namespace carillon {

class Database;
struct ReadJob;

/// Jobs in a database, mirrored in memory.
///
/// A row whose definition cannot be read becomes a job with a `problem`, without trigger and
/// action. Its definition stays as it is until someone stores the job with a trigger or an action;
/// until then only its pause can be changed. Removed and stored again, it is what it was.
class SqlJobStore final : public JobStore
{
public:
    /// Reads all jobs. `database` must outlive it.
    static Result<std::unique_ptr<SqlJobStore>> load(const Database &database);

    const Job *find(const JobId &id) const override { return m_mirror.find(id); }
    std::vector<const Job *> all() const override { return m_mirror.all(); }
    int count() const override { return m_mirror.count(); }
    std::vector<const Job *> dueJobs(Instant now, int most) const override
    {
        return m_mirror.dueJobs(now, most);
    }
    std::optional<Instant> nextDue() const override { return m_mirror.nextDue(); }

    /// Ids of the jobs whose definition cannot be read.
    QStringList unreadable() const;

    Standings &standings() { return m_standings; }

    /// Inside a transaction; the mirror does not follow before remember().
    Result<> write(const Changes &changes);
    /// What runs have changed about jobs; after write() and SqlRunStore::write().
    Result<> writeAdvances(const Changes &changes);
    /// To be called once the transaction is committed.
    void remember(const Changes &changes);
    /// To be called if it was not.
    void forget() { m_standings.forget(); }

private:
    explicit SqlJobStore(const Database &database)
        : m_database(database),
          m_standings(database, m_mirror)
    {
    }

    Result<> prepare();
    Result<> readAll();
    void takeIn(ReadJob &read);
    bool keepsItsDefinition(const Job &job) const;
    Result<> put(const Job &job, const QString &definition);
    Result<> putRaw(const Job &job);
    Result<> execute(QSqlQuery &query) const;

    const Database &m_database;
    MemoryJobStore m_mirror;
    Standings m_standings;
    QSet<JobId> m_unreadable;
    qint64 m_lastPosition = 0;
    QSqlQuery m_put;
    QSqlQuery m_putRaw;
    QSqlQuery m_pause;
    QSqlQuery m_remove;
};

} // namespace carillon
