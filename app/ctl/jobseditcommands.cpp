// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/editor.h"
#include "app/ctl/invocation.h"
#include "app/ctl/jobarguments.h"
#include "app/ctl/jobtable.h"
#include "app/ctl/output.h"
#include "core/jobs/jobrules.h"
#include "core/time/clock.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QJsonDocument>

namespace carillon::ctl {

namespace {

constexpr int windowGrace = 3600; // seconds; what a job made by hand in the window has, too

Result<ExitCode> tellJob(const Result<QJsonValue> &job, const QString &told, Output &output)
{
    if (!job)
        return job.error();
    if (output.isJson())
        output.printJson(*job);
    else
        output.printLine(told.arg(job->toObject().value(u"id").toString()));
    return ExitCode::Ended;
}

/// An ID made from the name that no job has.
Result<QString> freeId(ApiClient &client, const QString &name)
{
    const auto jobs = client.get(u"/jobs"_qs);
    if (!jobs)
        return jobs.error();
    QSet<QString> taken;
    for (const QJsonValue &job : jobs->toArray())
        taken.insert(job.toObject().value(u"id").toString());
    return suggestJobId(name, [&taken](const JobId &id) { return taken.contains(id.text); }).text;
}

Result<ExitCode> addJob(const Invocation &invocation, Output &output)
{
    const auto read = jobFromOptions(invocation, invocation.arguments.mid(1), SystemClock().now());
    if (!read)
        return output.failUsage(read.error());
    QJsonObject job = *read;
    if (!job.contains(u"func"))
        return output.failUsage(
            {ErrorCode::InvalidInput,
             CoreText::tr("What should the job do? A command after --, --shell, --script, --func, "
                          "--http or --file is accepted.")});
    const auto client = clientFor(invocation, WithoutStore::Create);
    if (!client)
        return client.error();
    job.insert(u"name"_qs, invocation.argument(0));
    if (!job.contains(u"trigger"))
        job.insert(u"trigger"_qs, u"manual"_qs);
    if (!job.contains(u"misfire_grace_time"))
        job.insert(u"misfire_grace_time"_qs, windowGrace);
    if (invocation.has(u"paused"_qs))
        job.insert(u"paused"_qs, true);
    if (invocation.has(u"replace"_qs))
        job.insert(u"replace_existing"_qs, true);
    if (invocation.has(u"id"_qs))
        job.insert(u"id"_qs, invocation.value(u"id"_qs));
    if (job.value(u"id").toString().isEmpty()) {
        const auto id = freeId(**client, invocation.argument(0));
        if (!id)
            return id.error();
        job.insert(u"id"_qs, *id);
    }
    return tellJob((*client)->post(u"/jobs"_qs, job), CoreText::tr("Added “%1”."), output);
}

Result<QJsonValue> replaceBy(ApiClient &client, const QString &id, const QByteArray &text)
{
    const auto value = parseJson(text);
    if (!value)
        return value.error();
    QJsonObject job = value->toObject();
    if (job.value(u"id").toString() != id)
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("The ID of a job never changes; “jobs duplicate” makes another "
                                  "one."),
                     u"id"_qs};
    job.insert(u"replace_existing"_qs, true);
    return client.post(u"/jobs"_qs, job);
}

Result<ExitCode> editInEditor(ApiClient &client, const QString &id, Output &output)
{
    const auto definition = client.get(apiPath({u"jobs"_qs, id, u"definition"_qs}));
    if (!definition)
        return definition.error();
    Result<QJsonValue> changed = *definition;
    const auto take = [&](const QByteArray &text) -> Result<> {
        changed = replaceBy(client, id, text);
        return changed ? Result<>() : changed.error();
    };
    const auto edited =
        editText(u"job.json"_qs, QJsonDocument(definition->toObject()).toJson(), take);
    if (!edited)
        return edited.error();
    if (*edited)
        return tellJob(changed, CoreText::tr("Changed “%1”."), output);
    output.remark(CoreText::tr("Nothing was changed."));
    return ExitCode::Ended;
}

Result<ExitCode> editJob(const Invocation &invocation, Output &output)
{
    const auto changes =
        jobFromOptions(invocation, invocation.arguments.mid(1), SystemClock().now());
    if (!changes)
        return output.failUsage(changes.error());
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const QString id = invocation.argument(0);
    if (changes->isEmpty())
        return editInEditor(**client, id, output);
    const auto definition = (*client)->get(apiPath({u"jobs"_qs, id, u"definition"_qs}));
    if (!definition)
        return definition.error();
    QJsonObject job = withChanges(definition->toObject(), *changes);
    job.insert(u"id"_qs, id);
    job.insert(u"replace_existing"_qs, true);
    return tellJob((*client)->post(u"/jobs"_qs, job), CoreText::tr("Changed “%1”."), output);
}

Result<ExitCode> duplicateJob(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto definition =
        (*client)->get(apiPath({u"jobs"_qs, invocation.argument(0), u"definition"_qs}));
    if (!definition)
        return definition.error();
    QJsonObject job = definition->toObject();
    const QString name =
        invocation.arguments.value(1, CoreText::tr("%1 (copy)").arg(job.value(u"name").toString()));
    const auto id = freeId(**client, name);
    if (!id)
        return id.error();
    job.insert(u"id"_qs, *id);
    job.insert(u"name"_qs, name);
    // Two jobs that do the same at the same times are seldom meant.
    if (!invocation.has(u"active"_qs) && job.value(u"trigger") != u"manual"_qs)
        job.insert(u"paused"_qs, true);
    return tellJob((*client)->post(u"/jobs"_qs, job), CoreText::tr("Added “%1”."), output);
}

ArgumentSpec commandArgument()
{
    return {.name = u"COMMAND"_qs,
            .help = CoreText::tr("A program with its arguments, after --."),
            .need = ArgumentSpec::Need::Any,
            .offer = Offer::Files};
}

} // namespace

CommandSpec jobsAddCommand()
{
    const QList<OptionSpec> options{
        {.name = u"id"_qs,
         .help = CoreText::tr("Its ID; else one is made from the name."),
         .value = u"ID"_qs},
        {.name = u"paused"_qs, .help = CoreText::tr("Add it paused.")},
        {.name = u"replace"_qs, .help = CoreText::tr("Replace the job whose ID it has.")}};
    return {.words = {u"jobs"_qs, u"add"_qs},
            .summary = CoreText::tr("add a job"),
            .run = addJob,
            .description = CoreText::tr("Without a schedule it runs only when started."),
            .arguments = {{.name = u"NAME"_qs, .help = CoreText::tr("What it is called.")},
                          commandArgument()},
            .options = options + jobOptions(),
            .examples = {{u"jobs add Backup --schedule \"0 3 * * *\" -- rsync -a /home /mnt"_qs,
                          CoreText::tr("A program every night")},
                         {u"jobs add Ping --schedule \"every 5 min\" --http https://example.org"_qs,
                          CoreText::tr("A web address every five minutes")},
                         {u"jobs add Report --func reports:daily --args \"[7]\" -s \"@daily\""_qs,
                          CoreText::tr("A Python function every day")}}};
}

CommandSpec jobsEditCommand()
{
    const QList<OptionSpec> options{
        {.name = u"name"_qs, .help = CoreText::tr("Its new name."), .value = u"NAME"_qs}};
    return {.words = {u"jobs"_qs, u"edit"_qs},
            .summary = CoreText::tr("change a job"),
            .run = editJob,
            .description =
                CoreText::tr("What the options say is changed, all else stays. Without any, the "
                             "job is opened as JSON in the editor that EDITOR names."),
            .arguments = {{.name = u"JOB"_qs,
                           .help = CoreText::tr("The ID of a job."),
                           .offer = Offer::Jobs},
                          commandArgument()},
            .options = options + jobOptions(),
            .examples = {{u"jobs edit backup --schedule \"0 4 * * *\" --timeout 3600"_qs,
                          CoreText::tr("At another time, for at most an hour")}}};
}

CommandSpec jobsDuplicateCommand()
{
    return {.words = {u"jobs"_qs, u"duplicate"_qs},
            .summary = CoreText::tr("add a copy of a job, paused if it has a schedule"),
            .run = duplicateJob,
            .arguments = {{.name = u"JOB"_qs,
                           .help = CoreText::tr("The ID of a job."),
                           .offer = Offer::Jobs},
                          {.name = u"NAME"_qs,
                           .help = CoreText::tr("What the copy is called."),
                           .need = ArgumentSpec::Need::Optional}},
            .options = {{.name = u"active"_qs, .help = CoreText::tr("Do not pause it.")}}};
}

} // namespace carillon::ctl
