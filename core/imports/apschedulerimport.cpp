// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/apschedulerimport.h"

#include "core/time/zone.h"
#include "core/triggers/triggerjson.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <algorithm>

namespace carillon {

namespace {

/// The zone is not told, but the offset of the next time is.
void setZoneOfCron(ImportEntry &entry, QJsonObject &args, const QString &nextRun, const Zone &zone)
{
    const auto written = parseWrittenTime(nextRun);
    if (!written || !written->offset) {
        entry.notes += CoreText::tr("The server does not tell the time zone; it is read in %1.")
                           .arg(zone.id());
        args.insert(u"timezone"_qs, zone.id());
        return;
    }
    const Instant next(written->local.time_since_epoch() - *written->offset);
    if (zone.offsetAt(next) == *written->offset) {
        args.insert(u"timezone"_qs, zone.id());
        return;
    }
    const QString offset = offsetText(*written->offset);
    args.insert(u"timezone"_qs, offset);
    entry.notes += CoreText::tr("The server tells the offset %1, but not the time zone: the job "
                                "follows no clock changes.")
                       .arg(offset);
}

bool hasLength(const QJsonObject &args)
{
    static const QStringList units{u"weeks"_qs, u"days"_qs, u"hours"_qs, u"minutes"_qs,
                                   u"seconds"_qs};
    return std::any_of(units.begin(), units.end(),
                       [&args](const QString &unit) { return args.contains(unit); });
}

void setTriggerOf(ImportEntry &entry, const QJsonObject &object, const Zone &zone)
{
    const QString kind = object.value(u"trigger").toString();
    if (kind == u"manual") { // as Carillon says it
        entry.job.insert(u"trigger"_qs, kind);
        return;
    }
    const QStringList known{u"date"_qs, u"interval"_qs, u"cron"_qs};
    if (!known.contains(kind)) {
        entry.refuse(CoreText::tr("The server tells the trigger only as text: %1.").arg(kind));
        return;
    }
    QJsonObject args;
    for (const QString &name : triggerArguments(kind)) {
        if (const QJsonValue value = object.value(name); !value.isUndefined() && !value.isNull())
            args.insert(name, value);
    }
    if (kind == u"interval" && !hasLength(args)) {
        entry.refuse(CoreText::tr("The server does not tell how long the interval is: it is "
                                  "shorter than a second."));
        return;
    }
    if (kind == u"cron" && !args.contains(u"timezone"))
        setZoneOfCron(entry, args, object.value(u"next_run_time").toString(), zone);
    entry.job.insert(u"trigger"_qs, QJsonObject{{u"kind"_qs, kind}, {u"args"_qs, args}});
}

/// Only Carillon says so; with others a job without a next time may have been paused.
bool isPaused(const QJsonObject &object)
{
    const QString state = object.value(u"state").toString();
    return state.isEmpty() ? object.value(u"next_run_time").isNull() : state == u"paused";
}

ImportEntry entryOfServer(const QJsonObject &object, int place, const Zone &zone)
{
    ImportEntry entry{place, object.value(u"id").toString()};
    if (!object.value(u"func").isString()) {
        entry.refuse(CoreText::tr("The server does not tell its function: it was added in code."));
        return entry;
    }
    for (const QString &key :
         {u"id"_qs, u"name"_qs, u"func"_qs, u"args"_qs, u"kwargs"_qs, u"max_instances"_qs,
          u"misfire_grace_time"_qs, u"coalesce"_qs, u"executor"_qs}) {
        if (object.contains(key))
            entry.job.insert(key, object.value(key));
    }
    if (isPaused(object)) {
        entry.job.insert(u"paused"_qs, true);
        entry.notes += CoreText::tr("Has no next time, so it was paused or finished; it is "
                                    "imported paused.");
    }
    setTriggerOf(entry, object, zone);
    return entry;
}

} // namespace

Result<ImportPlan> planFromApscheduler(const QByteArray &json, const Zone &zone)
{
    const auto value = parseJson(json);
    if (!value)
        return value.error();
    if (!value->isArray())
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("The answer of the server is no list of jobs.")};
    ImportPlan plan;
    const QJsonArray jobs = value->toArray();
    for (const QJsonValue &job : jobs)
        plan.entries.push_back(entryOfServer(job.toObject(), int(plan.entries.size()) + 1, zone));
    plan.remarks += CoreText::tr("The functions must be found here, too: in the workspace of the "
                                 "profile, or with “python” in the job.");
    return plan;
}

} // namespace carillon
