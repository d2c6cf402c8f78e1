// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitobjects.h"

#include "core/imports/kinitschedule.h"
#include "core/jobs/funcreference.h"
#include "core/jobs/runjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon {

namespace {

const Zone &clocks()
{
    static const Zone zone = [] {
        const auto named = Zone::named(kinitZone());
        return named ? *named : Zone::fixed(std::chrono::hours(8));
    }();
    return zone;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(kinitTime(*time, clocks())) : QJsonValue(QJsonValue::Null);
}

QJsonValue isoOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

/// JSON in ASCII alone, as Python's json.dumps() writes it.
QString asciiJson(const QJsonValue &value)
{
    QString text;
    for (const QChar character : toJsonText(value)) {
        if (character.unicode() < 0x80)
            text += character;
        else
            text += u"\\u%1"_qs.arg(int(character.unicode()), 4, 16, QChar(u'0'));
    }
    return text;
}

QString asciiJson(const QString &text)
{
    return text.isEmpty() ? u"null"_qs : asciiJson(QJsonValue(text));
}

QString outcomeWord(RunState state)
{
    switch (state) {
    case RunState::Success: return u"success"_qs;
    case RunState::Missed: return u"missed"_qs;
    case RunState::Skipped: return u"skipped"_qs;
    default: return u"error"_qs;
    }
}

double secondsOf(const Run &run)
{
    if (!run.started || !run.ended)
        return 0;
    return std::chrono::duration<double>(*run.ended - *run.started).count();
}

/// What kinit copies from the definition.
void insertDefinition(QJsonObject &record, const Job *job)
{
    const KinitSchedule schedule = job ? writeKinitSchedule(job->trigger) : KinitSchedule();
    const QString call = job ? funcFromAction(job->action).func : QString();
    record.insert(u"job_class"_qs, textOrNull(call));
    record.insert(u"group"_qs, textOrNull(job ? job->group : QString()));
    record.insert(u"exec_strategy"_qs, textOrNull(schedule.strategy));
    record.insert(u"expression"_qs, textOrNull(schedule.expression));
}

} // namespace

QJsonObject kinitTask(const JobOverview &overview)
{
    const Job &job = overview.job;
    const KinitSchedule schedule = writeKinitSchedule(job.trigger);
    return {
        {u"_id"_qs, job.id.text},
        {u"name"_qs, job.name},
        {u"group"_qs, textOrNull(job.group)},
        {u"job_class"_qs, funcFromAction(job.action).func},
        {u"exec_strategy"_qs, schedule.strategy},
        {u"expression"_qs, textOrNull(schedule.expression)},
        {u"is_active"_qs, job.next.has_value()},
        {u"remark"_qs, textOrNull(job.notes)},
        {u"start_date"_qs, textOrNull(schedule.start)},
        {u"end_date"_qs, textOrNull(schedule.end)},
        {u"timezone"_qs, textOrNull(schedule.zone)},
        {u"create_datetime"_qs, timeOrNull(job.created)},
        {u"update_datetime"_qs, timeOrNull(job.changed)},
        {u"last_run_datetime"_qs, timeOrNull(overview.last ? overview.last->ended : std::nullopt)}};
}

QJsonObject kinitRecord(const Run &run, const Job *job)
{
    const auto start = run.due ? run.due : run.started;
    const Instant written = kinitRecordTime(run);
    const QString exception =
        run.outcome.exception.isEmpty() ? run.outcome.reason : run.outcome.exception;
    QJsonObject record{
        {u"_id"_qs, QString::number(run.id.number)},
        {u"job_id"_qs, kinitTaskId(run.job)},
        {u"name"_qs, run.jobName},
        {u"start_time"_qs, timeOrNull(start)},
        {u"end_time"_qs, timeOrNull(run.ended)},
        {u"process_time"_qs, secondsOf(run)},
        {u"retval"_qs,
         run.outcome.returnValue.isUndefined() ? u"null"_qs : asciiJson(run.outcome.returnValue)},
        {u"exception"_qs, run.state == RunState::Success ? u"null"_qs : asciiJson(exception)},
        {u"traceback"_qs, asciiJson(run.outcome.traceback)},
        {u"create_datetime"_qs, timeOrNull(written)},
        {u"update_datetime"_qs, timeOrNull(written)},
        {u"run_id"_qs, run.id.number},
        {u"outcome"_qs, outcomeWord(run.state)},
        {u"state"_qs, runStateWord(run.state)},
        {u"cause"_qs, runCauseWord(run.cause)},
        {u"scheduled"_qs, isoOrNull(run.due)},
        {u"started"_qs, isoOrNull(run.started)},
        {u"ended"_qs, isoOrNull(run.ended)}};
    insertDefinition(record, job);
    return record;
}

QJsonObject kinitRecord(const KinitDesk::Refusal &refusal)
{
    const KinitMessage &message = refusal.message;
    const QJsonValue at = timeOrNull(refusal.at);
    return {{u"_id"_qs, QJsonValue::Null},
            {u"job_id"_qs, message.job.text},
            {u"name"_qs, message.definition.value(u"name").toString(message.job.text)},
            {u"job_class"_qs, message.definition.value(u"func")},
            {u"group"_qs, QJsonValue::Null},
            {u"exec_strategy"_qs, message.schedule.strategy},
            {u"expression"_qs, textOrNull(message.schedule.expression)},
            {u"start_time"_qs, at},
            {u"end_time"_qs, at},
            {u"process_time"_qs, 0},
            {u"retval"_qs, asciiJson(CoreText::tr("The task was not added"))},
            {u"exception"_qs, asciiJson(refusal.why)},
            {u"traceback"_qs, u"null"_qs},
            {u"create_datetime"_qs, at},
            {u"update_datetime"_qs, at},
            {u"run_id"_qs, QJsonValue::Null},
            {u"outcome"_qs, u"add_failed"_qs},
            {u"state"_qs, u"add_failed"_qs},
            {u"cause"_qs, u"api"_qs},
            {u"scheduled"_qs, QJsonValue::Null},
            {u"started"_qs, QJsonValue::Null},
            {u"ended"_qs, QJsonValue::Null}};
}

QString kinitTaskId(const JobId &job)
{
    const auto suffix = job.text.lastIndexOf(u"-temp-"_qs);
    return suffix > 0 ? job.text.left(suffix) : job.text;
}

Instant kinitRecordTime(const Run &run)
{
    if (run.ended)
        return *run.ended;
    return run.lastDue.value_or(run.due.value_or(Instant()));
}

} // namespace carillon
