// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <vector>

namespace carillon {

/// A job together with its place in the DueIndex.
struct IndexedJob
{
    Job job;
    qsizetype slot = -1; ///< -1: not waiting for a time
};

/// The jobs that wait for a time, as a binary heap that knows where each of them stands: moving
/// one costs O(log n) and allocates nothing. Refers to the jobs; each must be removed before it
/// goes.
class DueIndex
{
public:
    /// To be called after `entry.job.next` has changed.
    void update(IndexedJob &entry);
    void remove(IndexedJob &entry);

    std::optional<Instant> earliest() const;
    /// In order of their due times, ties by id. Looks only at what is due.
    std::vector<const Job *> dueAt(Instant now) const;

private:
    struct Node
    {
        Instant start; // of the run for the job's next due time
        IndexedJob *entry;
    };

    void place(qsizetype slot, const Node &node);
    void raise(qsizetype slot);
    void sink(qsizetype slot);

    std::vector<Node> m_heap;
};

} // namespace carillon
