// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"
#include "core/stores/changes.h"

#include <QHash>
#include <QSqlQuery>

#include <vector>

namespace carillon {

class Database;
class MemoryJobStore;

/// As IndexedJob keeps it.
inline std::int32_t standingOf(qint64 number, bool hasItsName)
{
    return std::int32_t(hasItsName ? number : -number);
}

/// Where jobs stand in a database: the number by which runs name them, their next time, and their
/// newest run that has ended. Apart from the definitions, so that what changes with every run is
/// small.
class Standings
{
    Q_DISABLE_COPY_MOVE(Standings)

public:
    /// In place of the id and the name that a run has of its job.
    struct Reference
    {
        qint64 number = 0;
        bool hasName = false; ///< the name on record with the number is the one the run has
    };

    /// `jobs` knows the numbers of those that are there, so that hardly any are asked for. Both
    /// must outlive it.
    Standings(const Database &database, MemoryJobStore &jobs);

    Result<> prepare();

    /// The number of the job; 0 if it has none.
    Result<qint64> find(const JobId &job) const;

    // Inside a transaction, then either remember() or forget().

    /// Stores the next time of a job, and gives it a number if it has none.
    Result<> put(const Job &job);
    Result<> remove(const JobId &job);
    /// Gives the job of `run` a number if it has none.
    Result<Reference> of(const Run &run);
    /// write() records it as the newest run of that job, unless there is a newer one.
    void noteEnded(const Reference &job, const Run &run)
    {
        m_ended.push_back({job.number, run.id.number, run.job});
    }
    Result<> write(const std::vector<JobAdvance> &advances);

    /// The transaction is committed, and `jobs` knows these by now.
    void remember(const std::vector<Job> &jobs);
    /// It was not.
    void forget();

private:
    struct OnRecord
    {
        qint64 number = 0;
        QString name = {};
    };
    struct Ended
    {
        qint64 job = 0;
        qint64 run = 0; // 0: written already
        JobId id = {};
    };

    Result<> execute(QSqlQuery &query) const;
    Result<std::optional<OnRecord>> add(const JobId &job, const QString &name,
                                        std::optional<Instant> next);
    Result<OnRecord> onRecord(const JobId &job) const;
    Result<> advance(qint64 number, std::optional<Instant> next, qint64 ended);

    const Database &m_database;
    MemoryJobStore &m_jobs;
    QHash<JobId, OnRecord> m_asked; ///< in this transaction, and of jobs that are gone
    std::vector<Ended> m_ended;
    QSqlQuery m_add;
    mutable QSqlQuery m_find;
    QSqlQuery m_advance;
    QSqlQuery m_noteEnded;
    QSqlQuery m_advancePast;
    QSqlQuery m_retire;
    QSqlQuery m_removeUnused;
};

} // namespace carillon
