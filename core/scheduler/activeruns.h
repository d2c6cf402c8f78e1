// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/jobs/executoralias.h"
#include "core/scheduler/outputwatch.h"
#include "core/scheduler/plan.h"

#include <QHash>

#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace carillon {

/// How far a run that is not over has come.
enum class RunStage : std::uint8_t {
    Delayed,    ///< waits for its time: a retry, or a condition that does not hold yet
    InTurn,     ///< waits until fewer runs of its job go on
    Admitted,   ///< its turn has come; waits for a free worker
    HandedOver, ///< the executor has it
};

/// A run that is not over.
struct ActiveRun
{
    Run run;
    RunRequest request;
    RunId unit;    ///< the first of the runs that run one after the other and count as one
    int limit = 1; ///< its turn comes when fewer runs of its job than this go on
    Instant delayedUntil = {}; ///< in stage Delayed
    RunStage stage = RunStage::InTurn;
    std::optional<RunId> replacedBy = {}; ///< it was told to stop because that run takes its place
    bool hasOutput = false;
    bool unsaved = false;                    ///< its row is behind `run`
    std::unique_ptr<OutputWatch> watch = {}; ///< where the success rule asks for output

    /// Not where it is over before a worker would have woken up.
    bool needsWorker() const;
};

/// Started by a person, in whichever way.
bool isByHand(const Run &run);

/// A retry that waits for its time: nothing is lost if the program goes down meanwhile.
bool stillWaits(const Run &run);

/// A run that is on record, and what its executor has to know of `job`, as it is now.
ActiveRun newActiveRun(const Run &run, const Job &job, ExecutorKind kind);

/// The run as it ended with `outcome`, which the success rule may turn into a failure.
Run endedRun(ActiveRun active, RunOutcome outcome, Instant now);

/// The runs that are not over, by id and by job. Whether a job is running is read from here,
/// never from a counter that could leak.
class ActiveRuns
{
public:
    /// In stage Delayed or InTurn; `active.unit` names an active run or `active` itself.
    void add(ActiveRun active);
    ActiveRun *find(RunId id);
    /// Takes a run that is over out.
    ActiveRun take(RunId id);

    /// A delayed run waits until then instead.
    void delay(ActiveRun &run, Instant until);
    /// Those whose time has come, in its order.
    std::vector<RunId> delayedUntil(Instant now) const;
    /// When the first of the delayed runs has its time.
    std::optional<Instant> earliestDelayed() const;

    /// Delayed → InTurn.
    void release(ActiveRun &run);
    /// InTurn → Admitted.
    void admit(ActiveRun &run);

    Occupancy occupancy(const JobId &job) const;
    /// Those that go on, oldest first, then those in turn, then the delayed ones.
    QList<RunId> ofJob(const JobId &job) const;
    /// The active runs of that unit, in order.
    QList<RunId> ofUnit(const JobId &job, RunId unit) const;
    /// The first run of the job whose turn it is; null if none may start now.
    ActiveRun *nextInTurn(const JobId &job);
    bool isEmpty() const { return m_runs.empty(); }
    /// None of that job.
    bool isIdle(const JobId &job) const { return !m_byJob.contains(job); }

    /// Those whose row is behind; they count as saved afterwards.
    std::vector<Run> takeUnsaved();
    void markUnsaved(ActiveRun &run);
    bool hasUnsaved() const { return !m_unsaved.empty(); }

    std::vector<RunId> all() const;

private:
    struct OfJob
    {
        QList<RunId> goingOn; // Admitted and HandedOver: at most one of a unit
        QList<RunId> inTurn;  // the runs of a unit stand together
        QList<RunId> delayed;

        QList<RunId> &at(RunStage stage);
        bool isEmpty() const { return goingOn.isEmpty() && inTurn.isEmpty() && delayed.isEmpty(); }
    };

    const ActiveRun &get(RunId id) const { return m_runs.at(id.number); }
    bool goesOn(const OfJob &runs, RunId unit) const;
    void move(ActiveRun &run, RunStage stage);

    std::unordered_map<qint64, ActiveRun> m_runs;
    QHash<JobId, OfJob> m_byJob;
    std::set<std::pair<Instant, RunId>> m_delayed;
    std::vector<RunId> m_unsaved;
};

} // namespace carillon
