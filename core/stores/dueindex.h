// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <cstdint>
#include <vector>

namespace carillon {

/// A job together with its number in the DueIndex.
struct IndexedJob
{
    Job job;
    qint64 order = 0;         ///< grows with each job added; settles ties
    std::int32_t number = -1; ///< -1: not waiting for a time
    // Of a job that is also kept in a database, see Standings.
    std::int32_t standing = 0; ///< its number there; negative if under another name; 0: none
};

/// The jobs that wait for a time, as a heap that knows where each of them stands: moving one costs
/// O(log n) and allocates nothing. Refers to the jobs; each must be removed before it goes.
class DueIndex
{
public:
    /// To be called after `entry.job.next` has changed.
    void update(IndexedJob &entry);
    void remove(IndexedJob &entry);

    std::optional<Instant> earliest() const;
    /// At most `most` of those that start at or before `now`: the earliest starts, of equal ones
    /// those added first; in order of their due times. Looks at little more than it answers.
    std::vector<const Job *> dueAt(Instant now, int most) const;

private:
    struct Node
    {
        Instant start; // of the run for the job's next due time
        qint64 order;
        std::int32_t number;

        bool isBefore(const Node &other) const
        {
            return start != other.start ? start < other.start : order < other.order;
        }
    };
    /// Apart from the jobs, so that moving nodes about touches little memory.
    struct Place
    {
        IndexedJob *entry = nullptr;
        std::int32_t slot = 0; // in the heap; of a free number: the next free one, or -1
    };

    struct Found
    {
        Node node;
        size_t slot;
    };

    bool findStarting(Instant now, size_t most) const;
    void findFirstStarting(Instant now, size_t most) const;
    void place(size_t slot, const Node &node);
    void raise(size_t slot);
    void sink(size_t slot);
    std::int32_t takeNumber();

    std::vector<Node> m_heap;    // each node has four children
    std::vector<Place> m_places; // by number
    std::int32_t m_free = -1;
    mutable std::vector<Found> m_found; // by the search under way; keeps its memory
};

} // namespace carillon
