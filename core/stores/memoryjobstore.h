// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/changes.h"
#include "core/stores/dueindex.h"
#include "core/stores/jobstore.h"

#include <list>
#include <unordered_set>

namespace carillon {

/// Jobs in memory, cheap to ask for the next due time at any number of them.
class MemoryJobStore final : public JobStore
{
    Q_DISABLE_COPY_MOVE(MemoryJobStore)

public:
    MemoryJobStore() = default;

    const Job *find(const JobId &id) const override;
    std::vector<const Job *> all() const override;
    int count() const override { return int(m_jobs.size()); }
    std::vector<const Job *> dueJobs(Instant now, int most) const override
    {
        return m_due.dueAt(now, most);
    }
    std::optional<Instant> nextDue() const override { return m_due.earliest(); }

    /// Null if there is none by that id; good until the job is removed. For whoever keeps the jobs.
    IndexedJob *entry(const JobId &id);

    /// Jobs, then removals, then advances; unknown ids are passed over.
    void apply(const Changes &changes);

    /// A job that replaces another keeps its place in the order.
    IndexedJob &put(Job job);
    void remove(const JobId &id);
    void advance(const JobId &id, std::optional<Instant> next);

private:
    using Jobs = std::list<IndexedJob>; // in order of arrival, at addresses that stay

    /// Finds entries by the id that their jobs have.
    struct ById
    {
        using is_transparent = void;

        size_t operator()(const JobId &id) const { return qHash(id); }
        size_t operator()(Jobs::iterator entry) const { return qHash(entry->job.id); }
        bool operator()(const JobId &id, Jobs::iterator entry) const { return id == entry->job.id; }
        bool operator()(Jobs::iterator entry, const JobId &id) const { return id == entry->job.id; }
        bool operator()(Jobs::iterator a, Jobs::iterator b) const { return a == b; }
    };

    Jobs m_jobs;
    std::unordered_set<Jobs::iterator, ById, ById> m_byId; // smaller than a hash with the ids in it
    qint64 m_lastOrder = 0;
    DueIndex m_due;
};

} // namespace carillon
