// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/eventobject.h"

#include "core/jobs/runjson.h"

namespace carillon {

namespace {

void insertIfAny(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void insertTimes(QJsonObject &object, const SchedulerEvent &event)
{
    if (event.scheduledRunTime)
        object.insert(u"scheduled_run_time"_qs, toIso(*event.scheduledRunTime));
    if (event.scheduledRunTimes.isEmpty())
        return;
    QJsonArray times;
    for (const Instant time : event.scheduledRunTimes)
        times.append(toIso(time));
    object.insert(u"scheduled_run_times"_qs, times);
    object.insert(u"due_count"_qs, event.dueCount);
}

} // namespace

QString eventName(EventCode code)
{
    switch (code) {
    case EventCode::SchedulerStarted: return u"scheduler_started"_qs;
    case EventCode::SchedulerShutdown: return u"scheduler_shutdown"_qs;
    case EventCode::SchedulerPaused: return u"scheduler_paused"_qs;
    case EventCode::SchedulerResumed: return u"scheduler_resumed"_qs;
    case EventCode::ExecutorAdded: return u"executor_added"_qs;
    case EventCode::ExecutorRemoved: return u"executor_removed"_qs;
    case EventCode::JobStoreAdded: return u"jobstore_added"_qs;
    case EventCode::JobStoreRemoved: return u"jobstore_removed"_qs;
    case EventCode::AllJobsRemoved: return u"all_jobs_removed"_qs;
    case EventCode::JobAdded: return u"job_added"_qs;
    case EventCode::JobRemoved: return u"job_removed"_qs;
    case EventCode::JobModified: return u"job_modified"_qs;
    case EventCode::JobExecuted: return u"job_executed"_qs;
    case EventCode::JobError: return u"job_error"_qs;
    case EventCode::JobMissed: return u"job_missed"_qs;
    case EventCode::JobSubmitted: return u"job_submitted"_qs;
    case EventCode::JobMaxInstances: return u"job_max_instances"_qs;
    case EventCode::RunStarted: return u"run_started"_qs;
    case EventCode::JobCoalesced: return u"job_coalesced"_qs;
    case EventCode::RunSkipped: return u"run_skipped"_qs;
    }
    return {};
}

QJsonObject eventObject(const SchedulerEvent &event, Instant now)
{
    QJsonObject object{{u"code"_qs, qint64(event.code)},
                       {u"event"_qs, eventName(event.code)},
                       {u"time"_qs, toIso(now)}};
    insertIfAny(object, u"alias"_qs, event.alias);
    insertIfAny(object, u"job_id"_qs, event.job.text);
    insertIfAny(object, u"jobstore"_qs, event.jobStore);
    insertTimes(object, event);
    insertIfAny(object, u"exception"_qs, event.exception);
    insertIfAny(object, u"traceback"_qs, event.traceback);
    if (event.run) {
        object.insert(u"run"_qs, event.run->number);
        object.insert(u"cause"_qs, runCauseWord(event.cause));
    }
    if (!event.returnValue.isUndefined())
        object.insert(u"retval"_qs, event.returnValue);
    if (event.duration)
        object.insert(u"duration"_qs, std::chrono::duration<double>(*event.duration).count());
    return object;
}

} // namespace carillon
