// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"

#include <QHash>

#include <unordered_map>
#include <vector>

namespace carillon {

/// A run that is not over.
struct ActiveRun
{
    Run run;
    RunRequest request;
    int limit = 1;           ///< it starts when fewer runs of its job than this are going on
    bool handedOver = false; ///< the executor has it; else it waits for its turn
    bool hasOutput = false;
    bool unsaved = false; ///< its row is behind `run`
};

/// The runs that are not over, by id and by job. Whether a job is running is read from here,
/// never from a counter that could leak.
class ActiveRuns
{
public:
    void add(Run run, RunRequest request, int limit);
    ActiveRun *find(RunId id);
    /// Takes a run that is over out.
    Run take(RunId id);

    int count(const JobId &job) const { return int(m_byJob.value(job).size()); }
    /// In the order in which they were added.
    QList<RunId> ofJob(const JobId &job) const { return m_byJob.value(job); }
    /// The first run of the job that waits, if it may start now.
    ActiveRun *nextWaiting(const JobId &job);
    bool isEmpty() const { return m_runs.empty(); }

    /// Those whose row is behind; they count as saved afterwards.
    std::vector<Run> takeUnsaved();
    void markUnsaved(ActiveRun &run);
    bool hasUnsaved() const { return !m_unsaved.empty(); }

    std::vector<RunId> all() const;

private:
    std::unordered_map<qint64, ActiveRun> m_runs;
    QHash<JobId, QList<RunId>> m_byJob;
    std::vector<RunId> m_unsaved;
};

} // namespace carillon
