// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/stores/memoryrun.h"
#include "core/stores/runstore.h"

#include <QHash>
#include <QSet>

#include <map>
#include <utility>
#include <vector>

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
    Result<std::map<Instant, int>> missedByMinute(Instant since) const override;
    Result<bool> contains(RunId id) const override { return m_runs.contains(id.number); }
    Result<std::vector<JobId>> jobsAfter(const JobId &after, int limit) const override;
    Result<JobHistory> history(const JobId &job, int keep, int limit) const override;

    /// All of them, or none: Conflict if an id or a due time is already on record.
    Result<> add(const std::vector<Run> &newRuns);
    /// The other changes; runs that are not on record cannot be changed.
    void apply(const Changes &changes);

private:
    struct OfJob
    {
        std::vector<qint64> ids; // ascending
        /// The newest epoch and due time: what lies beyond is not on record, without a search.
        std::pair<int, Instant> newest{-1, {}};
    };

    bool isTaken(const OfJob &ofJob, const Run &run) const;
    bool add(const Run &run);
    void change(const Run &run);
    void remove(qint64 id);

    std::map<qint64, MemoryRun> m_runs;
    QHash<JobId, OfJob> m_byJob;
    QSet<qint64> m_active;
    qint64 m_highest = 0;
};

} // namespace carillon
