// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"
#include "core/scheduler/scheduler.h"
#include "core/settings/settings.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThread>

#include <memory>

namespace carillon {

class ProfileLock;

/// Everything that decides, runs and remembers, wired together in a thread of its own. Stores,
/// executors and scheduler are built in that thread and torn down there in reverse order.
class Engine
{
    Q_DISABLE_COPY_MOVE(Engine)

public:
    struct Options
    {
        Profile profile;
        Settings settings;
        QString jobsFile = {}; ///< jobs to add or replace before the first tick; may be empty
        bool runsJobs = true; ///< false: starts only what is asked for by the socket of the profile
        bool watchesJobsFile = false; ///< adds and replaces again whenever the jobs file changes
        QString copier = QCoreApplication::applicationFilePath(); ///< see BackupProcess
    };

    /// `clock` must outlive the engine and be usable from its thread.
    Engine(const Clock &clock, Options options);
    /// Ends running jobs, records them as Interrupted and stops the thread.
    ~Engine();

    /// Call once. Fails if the profile is held by another engine, cannot be written, its database
    /// is refused or the jobs file has a mistake; nothing is left running then.
    QFuture<Result<>> start();

    /// Ends the engine in order: nothing starts any more, all runs are asked to end, and after ten
    /// seconds they are made to. The answer comes when none is left and that is recorded.
    QFuture<void> stop();
    /// Lets stop() wait no longer.
    void hurry();

    /// Valid once start() has succeeded, until the engine ends. Lives in the engine's thread: hand
    /// it to a SchedulerClient.
    Scheduler &scheduler() const;

    /// What became of the jobs of the settings and of the jobs file.
    Scheduler::Imported imported() const;

    /// Where HTTP is served; empty if it is not.
    QString apiUrl() const;

private:
    struct Parts;

    Result<> build();
    /// Adds the jobs of the settings and of the jobs file, once what they do has been tried out.
    QFuture<Result<>> importJobs();
    QFuture<Result<>> importSettings();
    QFuture<Result<>> importFile(const QString &file);
    QFuture<Result<>> importChecked(const Result<std::vector<JobEntry>> &entries);
    JobContext jobContext() const;
    Result<> importEntries(const std::vector<JobEntry> &entries);
    /// The end of start(), whichever way it went.
    Result<> finishStart(Result<> ready);
    Result<> startServing();
    Result<> startRunning();
    void watchJobsFile();
    void reread();

    const Clock &m_clock;
    Options m_options;
    QThread m_thread;
    bool m_isEnding = false; ///< in the thread
    QObject *m_context;      ///< lives in the thread
    std::unique_ptr<Parts> m_parts;
};

} // namespace carillon
