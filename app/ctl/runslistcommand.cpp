// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/ctl/timetext.h"
#include "app/profile.h"
#include "core/jobs/runjson.h"
#include "core/stores/sqlstore.h"
#include "core/time/zone.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon::ctl {

namespace {

QString runLengthText(const Run &run)
{
    return run.started && run.ended ? lengthText(*run.ended - *run.started) : u"-"_qs;
}

QString resultText(const Run &run)
{
    if (!run.outcome.exception.isEmpty())
        return run.outcome.exception;
    if (!run.outcome.reason.isEmpty())
        return run.outcome.reason;
    return run.outcome.returnValue.isUndefined() ? QString() : toJsonText(run.outcome.returnValue);
}

Result<ExitCode> listRuns(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    const auto store = SqlStore::open(profile.database(), SqlStore::Access::ReadOnly);
    if (!store)
        return store.error();
    RunQuery query;
    if (invocation.has(u"job"_qs))
        query.job = JobId{invocation.value(u"job"_qs)};
    query.limit = invocation.number(u"limit"_qs, 20);
    const auto runs = (*store)->runs().page(query);
    if (!runs)
        return runs.error();
    Table table{{CoreText::tr("RUN"), CoreText::tr("JOB"), CoreText::tr("STATE"),
                 CoreText::tr("DUE"), CoreText::tr("STARTED"), CoreText::tr("DURATION"),
                 CoreText::tr("RESULT")}};
    QJsonArray json;
    for (const Run &run : *runs) {
        json.append(runToJson(run));
        table.rows.append({{QString::number(run.id.number)},
                           {run.job.text},
                           {runStateWord(run.state)},
                           {timeText(run.due, output.terminal())},
                           {timeText(run.started, output.terminal())},
                           {runLengthText(run)},
                           {resultText(run)}});
    }
    if (output.isJson())
        output.printJson(json);
    else
        output.printTable(table);
    return ExitCode::Ended;
}

} // namespace

CommandSpec runsListCommand()
{
    return {.words = {u"runs"_qs, u"list"_qs},
            .summary = CoreText::tr("list the newest runs"),
            .run = listRuns,
            .options = {{.name = u"job"_qs,
                         .help = CoreText::tr("Only runs of this job."),
                         .value = u"ID"_qs,
                         .letter = u'j',
                         .offer = Offer::Jobs},
                        {.name = u"limit"_qs,
                         .help = CoreText::tr("At most so many; default 20."),
                         .value = u"N"_qs,
                         .letter = u'n',
                         .least = 1,
                         .most = 100'000}}};
}

} // namespace carillon::ctl
