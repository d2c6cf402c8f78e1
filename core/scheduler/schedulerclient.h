// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/joboverview.h"
#include "core/jobs/logchunk.h"
#include "core/jobs/runquery.h"
#include "core/scheduler/explain.h"
#include "core/scheduler/health.h"

#include <QFuture>
#include <QObject>

#include <vector>

namespace carillon {

class NewsCollector;
class Scheduler;

/// What has changed since the last news; the newest state of each thing, once.
struct SchedulerNews
{
    std::vector<JobOverview> jobs; ///< added or changed, also because a run of theirs changed
    std::vector<JobId> removedJobs;
    std::vector<Run> runs;     ///< added or changed, without tails, oldest first
    std::vector<RunId> output; ///< runs that wrote output
    bool manyJobs = false;     ///< too many changed to be told of: read them all again
    bool manyRuns = false;     ///< the same of runs and their output
    bool paused = false;       ///< the scheduler as a whole
    SchedulerState state = SchedulerState::Stopped;
    QString fault; ///< what keeps it from its work, for people; usually empty
};

/// What other threads hold of the scheduler: requests go to the engine thread and come back as
/// futures, changes come out as signals, at most ten times a second and never faster than they are
/// taken in. Only values cross.
///
/// Lives in the thread that created it. The scheduler must outlive it.
class SchedulerClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulerClient)

public:
    explicit SchedulerClient(Scheduler &scheduler, QObject *parent = nullptr);
    ~SchedulerClient() override;

    // As the functions of Scheduler. What a job does is tried out before it is stored, where
    // somebody has to: a Python function that exists and takes the arguments.
    QFuture<Result<Job>> addJob(const Job &job);
    QFuture<Result<Job>> changeJob(const Job &job);
    QFuture<Result<>> removeJob(const JobId &id);
    QFuture<Result<Job>> pauseJob(const JobId &id);
    QFuture<Result<Job>> resumeJob(const JobId &id);
    QFuture<Result<>> checkJob(const Job &job);
    QFuture<Result<RunId>> runNow(const JobId &id, bool alongside = false,
                                  const Caller &caller = {});
    QFuture<Result<>> stopRun(RunId run);
    QFuture<Result<>> stopJob(const JobId &id);
    QFuture<Result<>> setPaused(bool paused);

    QFuture<Result<>> start(bool paused = false);
    QFuture<Result<>> stop(bool wait = true);
    QFuture<Health> health();

    QFuture<std::vector<JobOverview>> overviews();
    QFuture<Result<JobOverview>> overview(const JobId &id);
    QFuture<Result<std::vector<Run>>> runs(const RunQuery &query);
    QFuture<Result<Run>> run(RunId id);
    QFuture<Result<std::vector<ExplainedFact>>> explain(RunId id);
    /// At most `most` bytes from `offset`; a negative offset counts from the end.
    QFuture<Result<LogChunk>> log(RunId id, qint64 offset, qint64 most);

signals:
    void changed(const carillon::SchedulerNews &news);

private:
    Scheduler *m_scheduler;
    NewsCollector *m_collector; ///< lives in the engine thread
};

} // namespace carillon

Q_DECLARE_METATYPE(carillon::SchedulerNews)
