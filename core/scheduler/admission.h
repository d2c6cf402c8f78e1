// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/ids.h"

#include <QHash>
#include <QString>

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace carillon {

/// Which of the runs whose turn has come may be handed to the executor now: each occupies a worker
/// of its executor's alias and, if it names one, a place in its queue. Of those that have both, the
/// one with the highest priority goes first, then the one decided first. Cheap at any number of
/// waiting runs: O(log n) for each.
class Admission
{
public:
    /// What holds where nobody has set a limit: runs of one queue go one after the other.
    static constexpr int usualQueueLimit = 1;

    /// How many at a time, by alias and by name of the queue. An alias that is not there has one
    /// worker.
    Admission(QHash<QString, int> workers, QHash<QString, int> queueLimits);

    struct Request
    {
        RunId run;
        QString executor; ///< alias; empty: needs no worker
        QString queue;    ///< empty: none
        int priority = 0;
    };
    void enqueue(const Request &request);
    /// The next run to go, which occupies its places from now on; nothing if none may.
    std::optional<RunId> next();
    /// The run has ended, or waits no longer. False if it was never enqueued.
    bool release(RunId run);

private:
    using Rank = std::pair<int, RunId>; ///< of a waiting run: priority turned round, then age
    struct Lane;
    struct Workers
    {
        int limit = 0;
        int taken = 0;
        /// The lanes from which a run may go once a worker is free, by their first run.
        std::map<Rank, Lane *> open = {};
    };
    struct Queue
    {
        int limit = 0;
        int taken = 0;
        std::vector<Lane *> lanes = {}; ///< at most one per alias
    };
    /// The runs that ask for the same places.
    struct Lane
    {
        Workers *workers = nullptr;
        Queue *queue = nullptr; ///< null: none
        std::set<Rank> waiting = {};
        std::optional<Rank> openAs = {}; ///< where it stands in Workers::open
    };
    struct Entry
    {
        Lane *lane;
        Rank rank;
        bool isIn = false; ///< it occupies its places
    };

    Lane &laneFor(const Request &request);
    static void refresh(Lane &lane);
    static void refreshSharing(Lane &lane);

    QHash<QString, int> m_workerLimits;
    QHash<QString, int> m_queueLimits;
    std::map<QString, Workers> m_workers;
    std::map<QString, Queue> m_queues;
    std::map<std::pair<QString, QString>, Lane> m_lanes;
    std::unordered_map<qint64, Entry> m_entries;
};

} // namespace carillon
