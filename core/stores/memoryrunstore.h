// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/stores/runstore.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>

namespace carillon {

/// Runs in memory.
class MemoryRunStore final : public RunStore
{
public:
    Result<Run> find(RunId id) const override;
    Result<std::vector<Run>> page(const RunQuery &query) const override;
    Result<std::vector<Run>> active() const override;
    Result<std::vector<Run>> latestEnded() const override;
    Result<RunId> highestId() const override { return RunId{m_highest}; }
    Result<bool> contains(RunId id) const override { return m_runs.contains(id.number); }
    Result<std::vector<JobId>> jobsAfter(const JobId &after, int limit) const override;
    Result<JobHistory> history(const JobId &job, int keep, int limit) const override;

    /// Conflict if an id or a due time of the new runs is already on record.
    Result<> check(const std::vector<Run> &newRuns) const;
    /// What check() has accepted; runs that are not on record cannot be changed.
    void apply(const Changes &changes);

private:
    /// One attempt at one due time: what may be on record only once.
    struct Claim
    {
        JobId job;
        Instant due;
        int epoch;
        int attempt;

        bool operator==(const Claim &) const = default;
        friend size_t qHash(const Claim &claim, size_t seed)
        {
            return qHashMulti(seed, claim.job, qint64(claim.due.time_since_epoch().count()),
                              claim.epoch, claim.attempt);
        }
    };

    void add(const Run &run);
    void change(const Run &run);
    void remove(RunId id);

    std::map<qint64, Run> m_runs;
    QHash<JobId, std::vector<qint64>> m_byJob; // ascending
    std::set<qint64> m_active;
    QSet<Claim> m_claims;
    qint64 m_highest = 0;
};

} // namespace carillon
