// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/runjson.h"

namespace carillon {

namespace {

void insertTime(QJsonObject &object, const QString &key, const std::optional<Instant> &time)
{
    if (time)
        object.insert(key, toIso(*time));
}

void insertText(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

void insertUse(QJsonObject &object, const RunOutcome &outcome)
{
    using Seconds = std::chrono::duration<double>;
    if (outcome.userTime)
        object.insert(u"user_time"_qs, Seconds(*outcome.userTime).count());
    if (outcome.systemTime)
        object.insert(u"system_time"_qs, Seconds(*outcome.systemTime).count());
    if (outcome.peakMemory)
        object.insert(u"peak_memory"_qs, *outcome.peakMemory);
}

} // namespace

QString runStateWord(RunState state)
{
    switch (state) {
    case RunState::Queued: return u"queued"_qs;
    case RunState::Running: return u"running"_qs;
    case RunState::Success: return u"success"_qs;
    case RunState::Failed: return u"failed"_qs;
    case RunState::TimedOut: return u"timed out"_qs;
    case RunState::Stopped: return u"stopped"_qs;
    case RunState::Missed: return u"missed"_qs;
    case RunState::Skipped: return u"skipped"_qs;
    case RunState::Interrupted: return u"interrupted"_qs;
    }
    return {};
}

QString runCauseWord(RunCause cause)
{
    switch (cause) {
    case RunCause::Schedule: return u"schedule"_qs;
    case RunCause::CatchUp: return u"catch-up"_qs;
    case RunCause::Manual: return u"manual"_qs;
    case RunCause::Api: return u"api"_qs;
    case RunCause::Retry: return u"retry"_qs;
    case RunCause::After: return u"after"_qs;
    case RunCause::Rerun: return u"rerun"_qs;
    }
    return {};
}

QJsonObject runToJson(const Run &run)
{
    QJsonObject object{{u"id"_qs, run.id.number},
                       {u"job"_qs, run.job.text},
                       {u"name"_qs, run.jobName},
                       {u"state"_qs, runStateWord(run.state)},
                       {u"cause"_qs, runCauseWord(run.cause)},
                       {u"attempt"_qs, run.attempt},
                       {u"output_size"_qs, run.outputSize}};
    insertTime(object, u"due"_qs, run.due);
    insertTime(object, u"started"_qs, run.started);
    insertTime(object, u"ended"_qs, run.ended);
    if (run.outcome.exitCode)
        object.insert(u"exit_code"_qs, *run.outcome.exitCode);
    if (run.outcome.signal)
        object.insert(u"signal"_qs, *run.outcome.signal);
    if (!run.outcome.returnValue.isUndefined())
        object.insert(u"return_value"_qs, run.outcome.returnValue);
    insertText(object, u"by"_qs, run.by);
    if (run.source)
        object.insert(u"source"_qs, run.source->number);
    insertTime(object, u"not_before"_qs, run.notBefore);
    if (run.facts)
        object.insert(u"facts"_qs, runFactsToJson(*run.facts));
    insertUse(object, run.outcome);
    insertText(object, u"reason"_qs, run.outcome.reason);
    insertText(object, u"exception"_qs, run.outcome.exception);
    insertText(object, u"traceback"_qs, run.outcome.traceback);
    if (run.dueCount > 1) {
        object.insert(u"due_count"_qs, run.dueCount);
        insertTime(object, u"last_due"_qs, run.lastDue);
    }
    return object;
}

} // namespace carillon
