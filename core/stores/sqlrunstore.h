// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/stores/runstore.h"

#include <memory>

namespace carillon {

class Database;
class Standings;
struct RunQueries;

/// Runs in a database.
class SqlRunStore final : public RunStore
{
    Q_DISABLE_COPY_MOVE(SqlRunStore)

public:
    /// Both must outlive it.
    static Result<std::unique_ptr<SqlRunStore>> create(const Database &database,
                                                       Standings &standings);
    ~SqlRunStore() override;

    Result<Run> find(RunId id) const override;
    Result<std::vector<Run>> page(const RunQuery &query) const override;
    Result<std::vector<Run>> active() const override;
    Result<std::vector<Run>> latestEnded() const override;
    Result<RunId> highestId() const override;
    Result<std::map<Instant, int>> missedByMinute(Instant since) const override;
    Result<bool> contains(RunId id) const override;
    Result<std::vector<JobId>> jobsAfter(const JobId &after, int limit) const override;
    Result<JobHistory> history(const JobId &job, int keep, int limit) const override;
    Result<ClockRecord> clockRecord() const;

    /// Inside a transaction, before Standings::write().
    Result<> write(const Changes &changes);

private:
    SqlRunStore(std::unique_ptr<RunQueries> queries, Standings &standings);

    std::unique_ptr<RunQueries> m_queries;
    Standings &m_standings;
};

} // namespace carillon
