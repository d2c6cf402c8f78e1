// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <QList>

#include <cstdint>
#include <functional>
#include <vector>

namespace carillon {

/// What happened. The numbers up to 65536 are APScheduler's; the ones above are ours.
enum class EventCode : std::uint32_t {
    SchedulerStarted = 1,
    SchedulerShutdown = 2,
    SchedulerPaused = 4,
    SchedulerResumed = 8,
    ExecutorAdded = 16,
    ExecutorRemoved = 32,
    JobStoreAdded = 64,
    JobStoreRemoved = 128,
    AllJobsRemoved = 256,
    JobAdded = 512,
    JobRemoved = 1024,
    JobModified = 2048,
    JobExecuted = 4096,
    JobError = 8192, ///< failed, timed out, stopped or interrupted
    JobMissed = 16384,
    JobSubmitted = 32768,
    JobMaxInstances = 65536,
    RunStarted = 131'072,
    JobCoalesced = 262'144, ///< due times that were merged into a later one
    RunSkipped = 524'288,   ///< for another reason than the number of instances
};

/// Every event there is.
inline constexpr std::uint32_t allEvents = 1'048'575;

/// Those of APScheduler.
inline constexpr std::uint32_t contractEvents = 131'071;

/// One event; which fields are filled follows from its code.
struct SchedulerEvent
{
    EventCode code = EventCode::SchedulerStarted;
    QString alias = {};    ///< of an executor or job store; for AllJobsRemoved empty: of all
    JobId job = {};        ///< of everything about jobs and runs
    QString jobStore = {}; ///< where that job is kept; empty while it is pending
    std::optional<RunId> run = {};
    RunCause cause = RunCause::Schedule;
    /// Of a run; nothing if it was started by hand.
    std::optional<Instant> scheduledRunTime = {};
    /// JobSubmitted, JobMaxInstances, JobMissed, JobCoalesced: the first and the last due time.
    QList<Instant> scheduledRunTimes = {};
    int dueCount = 1; ///< how many due times it stands for
    QJsonValue returnValue = QJsonValue::Undefined;
    QString exception = {};
    QString traceback = {};
    std::optional<Duration> duration = {}; ///< JobExecuted, JobError
};

/// Tells listeners what happens, in the engine thread, in the order in which it happens: submitted
/// before started before finished before removed. What a listener throws is logged and stops
/// nothing. Costs next to nothing while nobody listens.
class SchedulerEvents
{
public:
    using Listener = std::function<void(const SchedulerEvent &)>;

    /// `mask` is a sum of codes. Returns what removeListener() takes.
    int addListener(Listener listener, std::uint32_t mask = allEvents);
    void removeListener(int number);

    /// Whether anybody hears events of that code.
    bool wants(EventCode code) const { return (m_mask & std::uint32_t(code)) != 0; }

    /// Whether anybody hears anything.
    bool isHeard() const { return m_mask != 0; }

    void send(const SchedulerEvent &event) const;
    void send(EventCode code) const;
    void sendAlias(EventCode code, const QString &alias) const;
    void sendJob(EventCode code, const JobId &job, const QString &jobStore) const;
    /// A run was recorded: submitted, or why not.
    void sendDecided(const Run &run, const QString &jobStore) const;
    void sendStarted(const Run &run, const QString &jobStore) const;
    void sendEnded(const Run &run, const QString &jobStore) const;

private:
    struct Entry
    {
        int number;
        std::uint32_t mask;
        Listener listener;
    };

    std::vector<Entry> m_entries;
    std::uint32_t m_mask = 0; ///< of all listeners together
    int m_lastNumber = 0;
};

} // namespace carillon
