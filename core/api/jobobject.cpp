// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobobject.h"

#include "core/jobs/funcreference.h"
#include "core/jobs/jobjson.h"
#include "core/jobs/runjson.h"
#include "core/triggers/cronsyntax.h"
#include "core/triggers/scheduletext.h"

namespace carillon {

namespace {

QString twoDigitText(int number)
{
    return u"%1"_qs.arg(number, 2, 10, QChar(u'0'));
}

/// `CalendarIntervalTrigger(months=1, time='09:00:00+00:00', start_date='2026-11-20',
/// timezone='Etc/UTC')`, as APScheduler prints it.
QString printedCalendarInterval(const CalendarIntervalTrigger &trigger, const QJsonObject &args)
{
    QStringList parts;
    for (const QString &unit : {u"years"_qs, u"months"_qs, u"weeks"_qs, u"days"_qs}) {
        if (const int number = args.value(unit).toInt(); number != 0)
            parts.append(u"%1=%2"_qs.arg(unit).arg(number));
    }
    const int second = trigger.secondOfDay();
    QString time = twoDigitText(second / 3600) + u':' + twoDigitText(second / 60 % 60) + u':' +
                   twoDigitText(second % 60);
    const QString zone = trigger.zone().id();
    if (zone == Zone::utc().id() || zone.startsWith(u'+') || zone.startsWith(u'-'))
        time += offsetText(trigger.zone().offsetAt(Instant()));
    parts.append(u"time='%1'"_qs.arg(time));
    for (const QString &key : {u"start_date"_qs, u"end_date"_qs, u"timezone"_qs}) {
        if (args.contains(key))
            parts.append(u"%1='%2'"_qs.arg(key, args.value(key).toString()));
    }
    return u"CalendarIntervalTrigger(%1)"_qs.arg(parts.join(u", "));
}

/// A cron schedule written in another syntax, in APScheduler's fields where they can say it.
void insertCronFields(QJsonObject &object, const Trigger &trigger, const CronTrigger &cron)
{
    const auto texts = printCronFields(cron.fields().masks());
    object.insert(u"trigger"_qs, texts ? u"cron"_qs : scheduleExpression(trigger));
    object.insert(u"dialect"_qs, cronDialectName(cron.notation().dialect));
    for (int i = 0; texts && i < cronFieldCount; ++i) {
        if (const auto &text = (*texts)[std::size_t(i)])
            object.insert(cronFieldName(CronField(i)), *text);
    }
}

/// `form` is the trigger as jobToJson() writes it.
void insertTrigger(QJsonObject &object, const Trigger &trigger, const QJsonObject &form)
{
    const QString kind = form.value(u"kind").toString();
    const QJsonObject args = form.value(u"args").toObject();
    for (auto it = args.begin(); it != args.end(); ++it) {
        if (it.key() != u"start_open") // is for us: nobody chose that start
            object.insert(it.key(), it.value());
    }
    if (const auto *calendar = trigger.as<CalendarIntervalTrigger>())
        object.insert(u"trigger"_qs, printedCalendarInterval(*calendar, args));
    else if (const auto *cron = trigger.as<CronTrigger>(); cron && kind != u"cron")
        insertCronFields(object, trigger, *cron);
    else if (kind == u"date" || kind == u"interval" || kind == u"cron")
        object.insert(u"trigger"_qs, kind);
    else
        object.insert(u"trigger"_qs, scheduleExpression(trigger));
}

QJsonObject lastRunObject(const Run &run)
{
    QJsonObject object{{u"id"_qs, run.id.number}, {u"state"_qs, runStateWord(run.state)}};
    if (run.started)
        object.insert(u"started"_qs, toIso(*run.started));
    if (run.ended)
        object.insert(u"ended"_qs, toIso(*run.ended));
    return object;
}

QJsonValue nextTime(const Job &job)
{
    const auto next = nextStart(job);
    if (!next)
        return QJsonValue(QJsonValue::Null);
    return toIso(*next, job.trigger ? job.trigger->zoneAt(*job.next) : Zone());
}

} // namespace

QString jobStateWord(JobState state)
{
    switch (state) {
    case JobState::NeedsFixing: return u"needs_fixing"_qs;
    case JobState::Running: return u"running"_qs;
    case JobState::Queued: return u"queued"_qs;
    case JobState::Paused: return u"paused"_qs;
    case JobState::Finished: return u"finished"_qs;
    case JobState::Manual: return u"manual"_qs;
    case JobState::Scheduled: return u"scheduled"_qs;
    }
    return {};
}

QJsonObject jobObject(const JobOverview &overview, bool isPending)
{
    const Job &job = overview.job;
    QJsonObject object = jobToJson(job);
    object.remove(u"paused"_qs); // `state` and a next time of null say so
    object.insert(u"executor"_qs, job.executor);
    object.insert(u"jobstore"_qs, job.jobStore);
    const QJsonObject form = object.take(u"trigger").toObject();
    if (job.trigger)
        insertTrigger(object, *job.trigger, form);
    else
        object.insert(u"trigger"_qs, u"manual"_qs);
    if (!job.problem.isEmpty())
        object.insert(u"problem"_qs, job.problem);
    if (overview.last)
        object.insert(u"last_run"_qs, lastRunObject(*overview.last));
    if (isPending) {
        object.remove(u"max_instances"_qs);
        object.remove(u"misfire_grace_time"_qs);
        object.insert(u"state"_qs, job.paused ? u"paused"_qs : u"pending"_qs);
        return object;
    }
    object.insert(u"next_run_time"_qs, nextTime(job));
    object.insert(u"state"_qs, jobStateWord(overview.state()));
    return object;
}

} // namespace carillon
