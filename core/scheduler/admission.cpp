// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/admission.h"

#include <limits>

namespace carillon {

Admission::Admission(QHash<QString, int> workers, QHash<QString, int> queueLimits)
    : m_workerLimits(std::move(workers)),
      m_queueLimits(std::move(queueLimits))
{
    m_workerLimits.insert(QString(), std::numeric_limits<int>::max());
}

Admission::Lane &Admission::laneFor(const Request &request)
{
    Lane &lane = m_lanes[{request.executor, request.queue}];
    if (lane.workers)
        return lane;
    lane.workers = &m_workers[request.executor];
    lane.workers->limit = m_workerLimits.value(request.executor, 1);
    if (!request.queue.isEmpty()) {
        lane.queue = &m_queues[request.queue];
        lane.queue->limit = m_queueLimits.value(request.queue, usualQueueLimit);
        lane.queue->lanes.push_back(&lane);
    }
    return lane;
}

/// Puts the lane where its first run and its queue want it.
void Admission::refresh(Lane &lane)
{
    const bool isOpen =
        !lane.waiting.empty() && (!lane.queue || lane.queue->taken < lane.queue->limit);
    const auto wanted = isOpen ? std::optional(*lane.waiting.begin()) : std::nullopt;
    if (lane.openAs == wanted)
        return;
    if (lane.openAs)
        lane.workers->open.erase(*lane.openAs);
    if (wanted)
        lane.workers->open.emplace(*wanted, &lane);
    lane.openAs = wanted;
}

void Admission::refreshSharing(Lane &lane)
{
    refresh(lane);
    if (lane.queue) {
        for (Lane *each : lane.queue->lanes)
            refresh(*each);
    }
}

void Admission::enqueue(const Request &request)
{
    Lane &lane = laneFor(request);
    const Rank rank(-request.priority, request.run);
    lane.waiting.insert(rank);
    m_entries.insert_or_assign(request.run.number, Entry{&lane, rank});
    refresh(lane);
}

std::optional<RunId> Admission::next()
{
    Workers *best = nullptr;
    for (auto &[alias, workers] : m_workers) {
        if (workers.open.empty() || workers.taken >= workers.limit)
            continue;
        if (!best || workers.open.begin()->first < best->open.begin()->first)
            best = &workers;
    }
    if (!best)
        return {};
    const auto [rank, lane] = *best->open.begin();
    lane->waiting.erase(rank);
    ++lane->workers->taken;
    if (lane->queue)
        ++lane->queue->taken;
    m_entries.at(rank.second.number).isIn = true;
    refreshSharing(*lane);
    return rank.second;
}

bool Admission::release(RunId run)
{
    const auto found = m_entries.find(run.number);
    if (found == m_entries.end())
        return false;
    const Entry entry = found->second;
    m_entries.erase(found);
    if (entry.isIn) {
        --entry.lane->workers->taken;
        if (entry.lane->queue)
            --entry.lane->queue->taken;
    } else {
        entry.lane->waiting.erase(entry.rank);
    }
    refreshSharing(*entry.lane);
    return true;
}

} // namespace carillon
