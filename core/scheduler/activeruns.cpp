// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/activeruns.h"

#include <algorithm>

namespace carillon {

QList<RunId> &ActiveRuns::OfJob::at(RunStage stage)
{
    if (stage == RunStage::Delayed)
        return delayed;
    return stage == RunStage::InTurn ? inTurn : goingOn;
}

void ActiveRuns::add(ActiveRun active)
{
    const RunId id = active.run.id;
    m_byJob[active.run.job].at(active.stage).append(id);
    m_runs.insert_or_assign(id.number, std::move(active));
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
    ofJob->at(node.mapped().stage).removeOne(id);
    if (ofJob->isEmpty())
        m_byJob.erase(ofJob);
    return run;
}

void ActiveRuns::move(ActiveRun &run, RunStage stage)
{
    OfJob &ofJob = m_byJob[run.run.job];
    ofJob.at(run.stage).removeOne(run.run.id);
    ofJob.at(stage).append(run.run.id);
    run.stage = stage;
}

void ActiveRuns::release(ActiveRun &run)
{
    Q_ASSERT(run.stage == RunStage::Delayed);
    move(run, RunStage::InTurn);
}

void ActiveRuns::admit(ActiveRun &run)
{
    Q_ASSERT(run.stage == RunStage::InTurn);
    move(run, RunStage::Admitted);
}

bool ActiveRuns::goesOn(const OfJob &runs, RunId unit) const
{
    return std::any_of(runs.goingOn.begin(), runs.goingOn.end(),
                       [&](RunId id) { return get(id).unit == unit; });
}

Occupancy ActiveRuns::occupancy(const JobId &job) const
{
    Occupancy occupancy;
    const auto found = m_byJob.constFind(job);
    if (found == m_byJob.constEnd())
        return occupancy;
    const auto count = [&](RunId id) {
        ++occupancy.instances;
        if (!occupancy.inTheWay || id < *occupancy.inTheWay)
            occupancy.inTheWay = id;
    };
    for (const RunId id : found->goingOn) {
        if (!get(id).replacedBy)
            count(id);
    }
    RunId counted;
    for (const RunId id : found->inTurn) {
        const RunId unit = get(id).unit;
        if (goesOn(*found, unit))
            continue; // one instance with the run of the unit that goes on
        ++occupancy.waiting;
        if (std::exchange(counted, unit) != unit)
            count(id);
    }
    return occupancy;
}

QList<RunId> ActiveRuns::ofJob(const JobId &job) const
{
    const auto found = m_byJob.constFind(job);
    return found == m_byJob.constEnd() ? QList<RunId>()
                                       : found->goingOn + found->inTurn + found->delayed;
}

QList<RunId> ActiveRuns::ofUnit(const JobId &job, RunId unit) const
{
    QList<RunId> runs = ofJob(job);
    runs.removeIf([&](RunId id) { return get(id).unit != unit; });
    return runs;
}

ActiveRun *ActiveRuns::nextInTurn(const JobId &job)
{
    const auto found = m_byJob.constFind(job);
    if (found == m_byJob.constEnd())
        return nullptr;
    for (const RunId id : found->inTurn) {
        ActiveRun *const run = find(id);
        if (found->goingOn.size() < run->limit && !goesOn(*found, run->unit))
            return run;
    }
    return nullptr;
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
