// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/jobtable.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

namespace carillon::ctl {

namespace {

bool fitsFilter(const QJsonObject &job, const Invocation &invocation)
{
    const auto holds = [&](const char *option, const QString &actual) {
        const QString name = QString::fromLatin1(option);
        return !invocation.has(name) || invocation.value(name) == actual;
    };
    QString state = job.value(u"state").toString();
    return holds("state", state.replace(u'_', u'-')) &&
           holds("group", job.value(u"group").toString());
}

Result<ExitCode> listJobs(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto all = (*client)->get(u"/jobs"_qs);
    if (!all)
        return all.error();
    QJsonArray jobs;
    for (const QJsonValue &job : all->toArray()) {
        if (fitsFilter(job.toObject(), invocation))
            jobs.append(job);
    }
    if (output.isJson()) {
        output.printJson(jobs);
        return ExitCode::Ended;
    }
    if (jobs.isEmpty() && output.terminal().isTerminal)
        output.remark(CoreText::tr("There are no jobs. “carillonctl jobs add” makes one."));
    else
        output.printTable(jobTable(jobs, output.terminal()));
    return ExitCode::Ended;
}

void printNext(const QJsonObject &preview, Output &output)
{
    const QJsonArray times = preview.value(u"next").toArray();
    if (!times.isEmpty())
        output.printLine(u'\n' + CoreText::tr("Next times"));
    for (const QJsonValue &time : times)
        output.printLine(u"  "_qs + apiTimeText(time, output.terminal()));
}

Result<ExitCode> showJob(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const QString id = invocation.argument(0);
    const auto job = (*client)->get(apiPath({u"jobs"_qs, id}));
    if (!job)
        return job.error();
    if (output.isJson()) {
        output.printJson(*job);
        return ExitCode::Ended;
    }
    const auto preview =
        (*client)->get(apiPath({u"jobs"_qs, id, u"next"_qs}), {{u"count"_qs, u"5"_qs}});
    const QJsonObject about = preview ? preview->toObject() : QJsonObject();
    output.print(
        pairsText(jobPairs(job->toObject(), about.value(u"words").toString(), output.terminal()),
                  output.terminal()));
    if (output.terminal().isTerminal)
        printNext(about, output);
    return ExitCode::Ended;
}

/// Does the same with each job; goes on after one that fails, and says so in the end.
Result<ExitCode> withEachJob(const Invocation &invocation, Output &output,
                             const std::function<Result<QJsonValue>(ApiClient &, QString)> &does,
                             const QString &done)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    ExitCode ending = ExitCode::Ended;
    QJsonArray answers;
    for (const QString &id : invocation.arguments) {
        const auto answer = does(**client, id);
        if (!answer) {
            ending = output.fail(answer.error());
            continue;
        }
        answers.append(answer->isUndefined() ? QJsonValue(QJsonObject{{u"id"_qs, id}}) : *answer);
        if (!output.isJson())
            output.printLine(done.arg(id));
    }
    if (output.isJson())
        output.printJson(answers);
    return ending;
}

Result<ExitCode> removeJobs(const Invocation &invocation, Output &output)
{
    const auto does = [](ApiClient &client, const QString &id) {
        return client.remove(apiPath({u"jobs"_qs, id}));
    };
    return withEachJob(invocation, output, does, CoreText::tr("Removed “%1”."));
}

Result<ExitCode> pauseJobs(const Invocation &invocation, Output &output)
{
    const auto does = [](ApiClient &client, const QString &id) {
        return client.post(apiPath({u"jobs"_qs, id, u"pause"_qs}));
    };
    return withEachJob(invocation, output, does, CoreText::tr("Paused “%1”."));
}

Result<ExitCode> resumeJobs(const Invocation &invocation, Output &output)
{
    const auto does = [](ApiClient &client, const QString &id) {
        return client.post(apiPath({u"jobs"_qs, id, u"resume"_qs}));
    };
    return withEachJob(invocation, output, does, CoreText::tr("Resumed “%1”."));
}

/// Stops all runs of the job that go on or wait.
Result<QJsonValue> stopRunsOf(ApiClient &client, const QString &id)
{
    const auto active =
        client.get(apiPath({u"jobs"_qs, id, u"runs"_qs}), {{u"state"_qs, u"queued,running"_qs}});
    if (!active)
        return active;
    const QJsonArray runs = active->toObject().value(u"runs").toArray();
    if (runs.isEmpty())
        return Error{ErrorCode::NotFound, CoreText::tr("“%1” is not running.").arg(id)};
    for (const QJsonValue &run : runs) {
        const QString number = QString::number(run.toObject().value(u"id").toInteger());
        const auto stopped = client.post(apiPath({u"runs"_qs, number, u"stop"_qs}));
        if (!stopped)
            return stopped;
    }
    return QJsonValue(QJsonObject{{u"id"_qs, id}, {u"stopped"_qs, runs.size()}});
}

Result<ExitCode> stopJobs(const Invocation &invocation, Output &output)
{
    return withEachJob(invocation, output, stopRunsOf, CoreText::tr("Stopped “%1”."));
}

ArgumentSpec jobArgument(ArgumentSpec::Need need)
{
    return {.name = u"JOB"_qs,
            .help = CoreText::tr("The ID of a job."),
            .need = need,
            .offer = Offer::Jobs};
}

CommandSpec forJobs(const QString &verb, const QString &summary, CommandSpec::Run run)
{
    return {.words = {u"jobs"_qs, verb},
            .summary = summary,
            .run = run,
            .arguments = {jobArgument(ArgumentSpec::Need::OneOrMore)}};
}

} // namespace

CommandSpec jobsListCommand()
{
    return {.words = {u"jobs"_qs, u"list"_qs},
            .summary = CoreText::tr("list the jobs"),
            .run = listJobs,
            .options = {{.name = u"state"_qs,
                         .help = CoreText::tr("Only jobs in this state."),
                         .value = u"STATE"_qs,
                         .accepted = {u"scheduled"_qs, u"running"_qs, u"queued"_qs, u"paused"_qs,
                                      u"finished"_qs, u"manual"_qs, u"needs-fixing"_qs}},
                        {.name = u"group"_qs,
                         .help = CoreText::tr("Only jobs of this group."),
                         .value = u"GROUP"_qs}},
            .examples = {{u"jobs list --state paused | cut -f1"_qs,
                          CoreText::tr("The IDs of all jobs that are paused")}}};
}

CommandSpec jobsShowCommand()
{
    return {.words = {u"jobs"_qs, u"show"_qs},
            .summary = CoreText::tr("show a job, with its next times"),
            .run = showJob,
            .arguments = {jobArgument(ArgumentSpec::Need::One)}};
}

CommandSpec jobsRemoveCommand()
{
    return forJobs(u"remove"_qs, CoreText::tr("remove jobs; their runs stay"), removeJobs);
}

CommandSpec jobsPauseCommand()
{
    return forJobs(u"pause"_qs, CoreText::tr("let jobs no longer run by their schedules"),
                   pauseJobs);
}

CommandSpec jobsResumeCommand()
{
    return forJobs(u"resume"_qs, CoreText::tr("let jobs run by their schedules again"), resumeJobs);
}

CommandSpec jobsStopCommand()
{
    return forJobs(u"stop"_qs, CoreText::tr("stop the runs of jobs that go on"), stopJobs);
}

} // namespace carillon::ctl
