// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/pendingjobs.h"

#include "core/scheduler/jobplanning.h"
#include "core/stores/jobstore.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr QLatin1String orderKey("order");
constexpr QLatin1String sourceKey("source");       // the object it was read from
constexpr QLatin1String readAtKey("read_at");      // as of when, in microseconds
constexpr QLatin1String zoneKey("zone");           // and in which zone
constexpr QLatin1String firstKey("next_run_time"); // its first run, if somebody has said it

/// The rules that the object says, and `defaults` for those it does not.
Rules rulesOf(const Job &pending, const Rules &defaults)
{
    const QJsonObject source = pending.pending.value(sourceKey).toObject();
    if (source.isEmpty())
        return pending.rules;
    JobContext context{{Instant(Duration(pending.pending.value(readAtKey).toInteger()))}, defaults};
    if (const auto zone = Zone::named(pending.pending.value(zoneKey).toString()))
        context.trigger.zone = *zone;
    const auto again = jobFromJson(source, context);
    return again ? again->job.rules : pending.rules;
}

} // namespace

Job pendingJob(const JobEntry &entry, const TriggerContext &context, qint64 order)
{
    Job job = entry.job;
    job.next.reset();
    job.pending = QJsonObject{{orderKey, order}};
    if (!entry.source.isEmpty()) {
        job.pending.insert(sourceKey, entry.source);
        job.pending.insert(readAtKey, qint64(context.now.time_since_epoch().count()));
        job.pending.insert(zoneKey, context.zone.id());
    }
    if (entry.explicitNext)
        job.pending.insert(firstKey, qint64(entry.explicitNext->time_since_epoch().count()));
    return job;
}

Job stillPending(Job edited, const Job &before, std::optional<Instant> first)
{
    edited.pending = before.pending;
    edited.pending.remove(sourceKey);
    if (first)
        edited.pending.insert(firstKey, qint64(first->time_since_epoch().count()));
    edited.next.reset();
    return edited;
}

Job entering(Job pending, const Rules &defaults, Instant now)
{
    std::optional<Instant> first;
    if (const QJsonValue said = pending.pending.value(firstKey); said.isDouble())
        first = Instant(Duration(said.toInteger()));
    pending.rules = rulesOf(pending, defaults);
    pending.pending = {};
    return planned(std::move(pending), now, first);
}

std::vector<Job> pendingJobs(const JobStore &jobs)
{
    std::vector<Job> pending;
    for (const Job *job : jobs.all()) {
        if (job->isPending())
            pending.push_back(*job);
    }
    std::sort(pending.begin(), pending.end(),
              [](const Job &a, const Job &b) { return orderOf(a) < orderOf(b); });
    return pending;
}

qint64 orderOf(const Job &pending)
{
    return pending.pending.value(orderKey).toInteger();
}

} // namespace carillon
