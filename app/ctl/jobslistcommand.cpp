// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/ctl/timetext.h"
#include "app/profile.h"
#include "core/jobs/jobjson.h"
#include "core/stores/sqlstore.h"
#include "core/time/zone.h"
#include "core/triggers/scheduletext.h"
#include "core/util/coretext.h"

#include <QJsonArray>

namespace carillon::ctl {

namespace {

Cell standing(const Job &job)
{
    if (!job.problem.isEmpty())
        return {u"needs fixing"_qs, Tone::Bad};
    if (job.paused)
        return {u"paused"_qs, Tone::Warning};
    if (!job.trigger)
        return {u"manual"_qs};
    return job.next ? Cell{u"scheduled"_qs, Tone::Good} : Cell{u"finished"_qs, Tone::Dim};
}

Result<ExitCode> listJobs(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const auto store = SqlStore::open(profile.database(), SqlStore::Access::ReadOnly);
    if (!store)
        return store.error();
    Table table{{CoreText::tr("ID"), CoreText::tr("STATE"), CoreText::tr("NEXT RUN"),
                 CoreText::tr("SCHEDULE")}};
    QJsonArray json;
    for (const Job *job : (*store)->jobs().all()) {
        json.append(jobToJson(*job));
        table.rows.append({{job->id.text},
                           standing(*job),
                           {timeText(nextStart(*job), output.terminal())},
                           {scheduleText(job->trigger, QLocale(), Zone::system())}});
    }
    if (output.isJson())
        output.printJson(json);
    else
        output.printTable(table);
    return ExitCode::Ended;
}

} // namespace

CommandSpec jobsListCommand()
{
    return {.words = {u"jobs"_qs, u"list"_qs},
            .summary = CoreText::tr("list the jobs"),
            .run = listJobs};
}

} // namespace carillon::ctl
