// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/executoralias.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/joboverview.h"
#include "core/jobs/logchunk.h"
#include "core/jobs/runquery.h"
#include "core/scheduler/explain.h"
#include "core/scheduler/health.h"
#include "core/scheduler/missedcounter.h"
#include "core/scheduler/schedulerevents.h"
#include "core/time/clock.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPromise>
#include <QSet>

#include <memory>
#include <vector>

namespace carillon {

class ActiveRuns;
class Admission;
class ClockKeeper;
class CommitDoubt;
class Dependencies;
class Executor;
class LatestRuns;
class MachineConditions;
class RunLogs;
class Store;
class Watchdog;
struct ActiveRun;
struct Changes;

/// Starts jobs when their time has come, and keeps the record of it.
///
/// Knows nothing of threads, timers or SQL: it asks `clock` for the time, `store` for what is due,
/// hands the work to `executor` and its output to `logs`. All four must outlive it. Every decision
/// is committed before anything starts, so that a crash can neither lose nor double a due time.
/// Lives in the engine thread.
class Scheduler : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    struct Options
    {
        QString workspace = {};   ///< where relative script paths of jobs start
        Rules jobDefaults = {};   ///< of jobs added while stopped, where they leave rules open
        bool keepFinished = true; ///< false: a job goes once its last run has ended
        QHash<QString, ExecutorAlias> executors = usualExecutors();
        QHash<QString, int> queueLimits = {}; ///< else runs of a queue go one after the other
        /// May be null: every condition holds then. Must outlive the scheduler.
        MachineConditions *conditions = nullptr;
    };

    Scheduler(const Clock &clock, Store &store, Executor &executor, RunLogs &logs, Options options,
              QObject *parent = nullptr);
    ~Scheduler() override;

    /// Call once, before start(): ends what a previous life left running; its runs become
    /// Interrupted, but for retries that still wait.
    Result<> recover();

    // Jobs. A change is durable when these return; refused means nothing changed.

    /// An empty id is made from the name. Conflict if the id is taken. While stopped the job pends:
    /// it enters the schedule, and has a next time, when the scheduler starts.
    Result<Job> addJob(Job job);
    /// The same for a job object of somebody else; `context` is the one it was read with. With
    /// replaceExisting it takes the place of a job by that id, and is planned anew.
    Result<Job> addEntry(const JobEntry &entry, const JobContext &context);
    struct WantedEntry
    {
        JobEntry entry;
        JobContext context;
    };
    /// The same for several, which have nothing to do with each other, in few transactions: each
    /// has its own answer, in their order, and what is wrong with one does not harm the others.
    std::vector<Result<Job>> addEntries(const std::vector<WantedEntry> &wanted);
    struct Imported
    {
        int added = 0;
        int replaced = 0;
        int kept = 0; ///< known by id: unchanged, or not to be replaced
    };
    /// Adds the entries of a jobs file, all or none, in one transaction. An entry whose id is known
    /// replaces that job if it says so; an unchanged schedule keeps its place and its pause.
    /// `context` is the one they were read with.
    Result<Imported> importJobs(const std::vector<JobEntry> &entries, const JobContext &context);
    /// Replaces the definition of the job by that id. Planned anew from now if the trigger is
    /// another one, else its place in the schedule and its pause stay.
    Result<Job> changeJob(Job job);
    /// The same with a next time that the caller chose, for the next run only.
    Result<Job> changeJob(Job job, Instant next);
    Result<> removeJob(const JobId &id);
    /// Also those that pend, in one transaction.
    Result<> removeAllJobs();
    Result<Job> pauseJob(const JobId &id);
    /// Plans from now; what fell into the pause is not made up.
    Result<Job> resumeJob(const JobId &id);
    /// Every check that addJob and changeJob make on a definition, without storing it.
    Result<> checkJob(const Job &job) const;
    /// Whether the executor can do what the job does, where that has to be tried out. Answers at
    /// once if the job by that id does the same already.
    QFuture<Result<>> checkAction(const Job &job) const;

    // Runs. Those started by hand ask for no condition, but wait for a worker like others.

    /// Starts a run by hand, also of a paused job; uses up no due time. NotAllowed if the overlap
    /// rule forbids it, unless `alongside`; InvalidInput with the job's problem if it has one.
    Result<RunId> runNow(const JobId &id, bool alongside = false, const Caller &caller = {});
    /// NotFound if the run is not active.
    Result<> stopRun(RunId run);
    /// Stops all runs of a job; NotFound if there is none.
    Result<> stopJob(const JobId &id);

    // The scheduler as a whole. It begins stopped.

    SchedulerState state() const { return m_state; }
    /// Takes in the jobs that pend, then decides about what is due. Conflict unless it is stopped;
    /// where the store refuses it stays so, and nothing is lost.
    Result<> start(bool paused = false);
    /// Nothing is started by schedule from now on; runs that go on or wait for their turn are done.
    /// The answer comes at once, with `wait` when they have ended. NotAllowed if it is stopped.
    QFuture<Result<>> stop(bool wait = true);
    /// No run is started by schedule while paused; what falls due meanwhile follows the missed-run
    /// rules on resume. NotAllowed while stopped; else harmless when repeated.
    Result<> pause();
    Result<> resume();
    bool isPaused() const { return m_state == SchedulerState::Paused; }

    SchedulerEvents &events() { return m_events; }
    Health health() const;
    /// Whose count of stalls health() tells; may be null, must outlive the scheduler.
    void setWatchdog(const Watchdog *watchdog) { m_watchdog = watchdog; }
    /// Who tells health() of the channels; null: there are none.
    using ChannelTeller = std::function<std::vector<ChannelHealth>()>;
    void setChannels(ChannelTeller channels) { m_channels = std::move(channels); }

    Instant now() const { return m_clock.now(); }

    /// When processDue() should be called next; nothing while paused or with no job waiting.
    std::optional<Instant> nextWakeUp() const;

    /// Asks all runs to end, politely; they are recorded as Interrupted. Nothing starts afterwards.
    /// runsEnded() follows, not before this returns.
    void end();
    /// Ends all runs by force and records them as Interrupted. Nothing starts afterwards.
    void shutDown();

    // Questions

    std::vector<JobOverview> overviews() const;
    /// Of those in the store, in the order in which they were added.
    std::vector<JobId> storedJobs() const;
    /// Of those that wait for the scheduler to start, in the order in which they were added.
    std::vector<JobId> pendingJobs() const;
    bool isPending(const JobId &id) const;
    QStringList jobStores() const;
    Result<JobOverview> overview(const JobId &id) const;
    Result<std::vector<Run>> runs(const RunQuery &query) const;
    Result<Run> run(RunId id) const;
    /// How the run, or the record that there was none, came about.
    Result<std::vector<ExplainedFact>> explain(RunId id) const;
    Result<LogChunk> log(RunId id, qint64 offset, qint64 most) const;

public slots:
    /// Starts due jobs and moves them to their next times: those that are due first, if there are
    /// very many; nextWakeUp() is not after now then. Calling it early or twice is harmless.
    void processDue();

signals:
    void jobChanged(const carillon::JobId &id);
    void jobRemoved(const carillon::JobId &id);
    void runChanged(const carillon::Run &run);
    void outputArrived(carillon::RunId run);
    void stateChanged(carillon::SchedulerState state);
    /// After end(): nothing runs any more, and that is recorded.
    void runsEnded();
    /// nextWakeUp() may have become earlier.
    void wakeUpChanged();
    /// Something keeps the scheduler from doing its work; empty when it is over. For people.
    void faultChanged(const QString &fault);

private:
    // The scheduler as a whole
    void setState(SchedulerState state);
    void tellArrivals();
    void tellDepartures();
    Result<> takeInPending();
    Result<> interruptLeft(const std::vector<Run> &left);
    void startWaitedBefore();
    bool isIdle() const;
    void tellWhenIdle();

    // What must not stop the others
    Result<> save(const Changes &changes);
    void storeRefused(const Error &error, Instant now);
    void planSafely(const Job &job, Instant now, Changes &changes);
    void breakJob(const Job &job, const QString &problem, Changes &changes);
    void addProblems(Changes &changes) const;

    // One tick
    void tick(Instant now);
    void makeRoomForTick();
    bool planAnew(Instant now);
    void removeFinished();
    void planJob(const Job &job, Instant now, Changes &changes);
    void commitTick(Changes &changes, Instant now);
    Result<> commit(Changes &changes);
    void commitEach(const Changes &changes, Instant now);
    void startCommitted(Changes &changes);
    bool isOverAtOnce(const Run &run, const Job &job) const;
    void doAtOnce(Run &run) const;
    void tellDoneAtOnce(const Run &run);
    void endAtOnce(Run run, const Job &job);
    Result<> settleDoubt();
    Run neverStarted(Run run) const;

    // Life of a run
    Run newRun(const Job &job);
    void startInTurn(JobId job);
    void admit(ActiveRun &active);
    void handOverAdmitted();
    void makeRoom(const Run &newcomer, const Job &job);
    void replace(RunId unit, const Run &by);
    void handOver(ActiveRun &active);
    void onStarted(RunId id, const std::optional<ProcessIdentity> &process);
    static QString endingReason();
    void onOutput(RunId id, OutputChannel channel, const QByteArray &bytes);
    void onFinished(RunId id, const RunOutcome &outcome);
    void endRun(RunId id, const RunOutcome &outcome);

    // Runs that wait for their time
    void dropUnstartable(const Run &run);
    void addDelayed(const Run &run, const Job &job);
    void dropWaiting(RunId id);
    void dropDelayed(const JobId &job);
    void claimDelayed(Instant now);
    RunFacts obstacleFor(const Job &job, const Run &run) const;
    void holdOrSkip(ActiveRun &active, const Job &job, const RunFacts &why, Instant now);
    void startClaimed(Instant now);

    // Runs that follow from others
    void followUp(const Run &ended);
    void startAfter(const JobId &follower, RunId source);
    void restoreDependencies();
    Result<> checkDefinition(const Job &job) const;
    Result<> checkDependencies(const std::vector<Job> &saved) const;
    void breakFollowers(const Job &removed, Changes &changes) const;
    void noteDependencies(const Changes &changes);

    struct Addition;
    Result<Addition> addition(const JobEntry &entry, const JobContext &context);
    void storeGroup(std::vector<Addition> &group, std::vector<Result<Job>> &answers);
    Result<Job> store(const Job &job, std::optional<EventCode> told);
    static Error notSaved(const Error &error, const Job &job);
    void announce(const Job &job, std::optional<EventCode> told);
    bool isTaken(const JobId &id) const;
    QString storeOf(const JobId &id) const;
    Result<Job> found(const JobId &id) const;
    void setFault(const QString &fault);

    const Clock &m_clock;
    Store &m_store;
    Executor &m_executor;
    RunLogs &m_logs;
    Options m_options;

    SchedulerState m_state = SchedulerState::Stopped;
    bool m_ending = false;
    bool m_shutDown = false;
    SchedulerEvents m_events;
    std::unique_ptr<ClockKeeper> m_clockKeeper;
    std::optional<Instant> m_stateSince; ///< when it stopped or paused
    bool m_wasStarted = false;
    bool m_isAway = true;            ///< executors and stores have not come yet, or are gone
    qint64 m_lastPending = 0;        ///< the number of the job that was the last to pend
    std::vector<Run> m_waitedBefore; ///< retries and second attempts of the previous life
    std::vector<QPromise<Result<>>> m_stopPromises;
    QHash<JobId, QString> m_problems; ///< found outside of planning, not recorded yet
    QSet<JobId> m_maybeFinished;
    MissedCounter m_missed;
    std::optional<Instant> m_lastTick;
    std::optional<Instant> m_refusedSince;
    const Watchdog *m_watchdog = nullptr;
    ChannelTeller m_channels;
    qint64 m_lastRunId = 0;
    std::unique_ptr<ActiveRuns> m_active;
    std::unique_ptr<CommitDoubt> m_doubt;
    std::unique_ptr<Admission> m_admission;
    std::unique_ptr<Dependencies> m_dependencies;
    std::unique_ptr<LatestRuns> m_latest;
    std::unique_ptr<Changes> m_tick; ///< what the present tick decides
    std::vector<Run> m_ended;        ///< since the last commit
    std::vector<Run> m_followUps;    ///< what follows from those, recorded together with them
    QString m_fault;
    std::optional<Instant> m_retryAt; ///< while the store refuses
};

} // namespace carillon
