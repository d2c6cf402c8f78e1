// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/activeruns.h"

#include <algorithm>

namespace carillon {

void ActiveRuns::add(Run run, RunRequest request, int limit)
{
    m_byJob[run.job].append(run.id);
    const qint64 number = run.id.number;
    m_runs.insert_or_assign(number, ActiveRun{std::move(run), std::move(request), limit});
}

ActiveRun *ActiveRuns::find(RunId id)
{
    const auto it = m_runs.find(id.number);
    return it == m_runs.end() ? nullptr : &it->second;
}

Run ActiveRuns::take(RunId id)
{
    auto node = m_runs.extract(id.number);
    Q_ASSERT(!node.empty());
    Run run = std::move(node.mapped().run);
    const auto ofJob = m_byJob.find(run.job);
    ofJob->removeOne(id);
    if (ofJob->isEmpty())
        m_byJob.erase(ofJob);
    return run;
}

ActiveRun *ActiveRuns::nextWaiting(const JobId &job)
{
    int handedOver = 0;
    ActiveRun *waiting = nullptr;
    for (const RunId id : m_byJob.value(job)) {
        ActiveRun *const run = find(id);
        handedOver += run->handedOver ? 1 : 0;
        if (!run->handedOver && !waiting)
            waiting = run;
    }
    return waiting && handedOver < waiting->limit ? waiting : nullptr;
}

std::vector<Run> ActiveRuns::takeUnsaved()
{
    std::vector<Run> runs;
    for (const RunId id : std::exchange(m_unsaved, {})) {
        ActiveRun *const active = find(id);
        if (!active || !active->unsaved)
            continue; // ended meanwhile: its end says it all
        active->unsaved = false;
        runs.push_back(active->run);
    }
    return runs;
}

void ActiveRuns::markUnsaved(ActiveRun &run)
{
    if (!std::exchange(run.unsaved, true))
        m_unsaved.push_back(run.run.id);
}

std::vector<RunId> ActiveRuns::all() const
{
    std::vector<RunId> ids;
    ids.reserve(m_runs.size());
    for (const auto &entry : m_runs)
        ids.push_back(entry.second.run.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace carillon
