// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/jobtable.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

namespace carillon::ctl {

namespace {

constexpr int mostRunsPerPage = 1000; // of the API

/// Page by page, up to `limit` runs.
Result<QJsonArray> fetchRuns(ApiClient &client, QUrlQuery query, int limit)
{
    QJsonArray runs;
    QJsonValue next = QJsonValue::Null;
    do {
        QUrlQuery page = query;
        page.addQueryItem(u"limit"_qs, QString::number(std::min<qsizetype>(limit - runs.size(),
                                                                           mostRunsPerPage)));
        if (!next.isNull())
            page.addQueryItem(u"before"_qs, QString::number(next.toInteger()));
        const auto answer = client.get(u"/runs"_qs, page);
        if (!answer)
            return answer.error();
        for (const QJsonValue &run : answer->toObject().value(u"runs").toArray())
            runs.append(run);
        next = answer->toObject().value(u"next");
    } while (runs.size() < limit && next.isDouble());
    return runs;
}

Result<ExitCode> listRuns(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    QUrlQuery query;
    for (const QString &key : {u"job"_qs, u"state"_qs, u"since"_qs, u"until"_qs}) {
        // A plus would be a blank there.
        if (invocation.has(key))
            query.addQueryItem(key,
                               QString::fromLatin1(QUrl::toPercentEncoding(invocation.value(key))));
    }
    const auto runs = fetchRuns(**client, query, invocation.number(u"limit"_qs, 20));
    if (!runs)
        return runs.error();
    if (output.isJson())
        output.printJson(*runs);
    else if (runs->isEmpty() && output.terminal().isTerminal)
        output.remark(CoreText::tr("There are no such runs."));
    else
        output.printTable(runTable(*runs, output.terminal()));
    return ExitCode::Ended;
}

Result<ExitCode> showRun(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto run = (*client)->get(apiPath({u"runs"_qs, invocation.argument(0)}));
    if (!run)
        return run.error();
    if (output.isJson()) {
        output.printJson(*run);
        return ExitCode::Ended;
    }
    output.print(pairsText(runPairs(run->toObject(), output.terminal()), output.terminal()));
    const QString traceback = run->toObject().value(u"traceback").toString();
    if (!traceback.isEmpty())
        output.print(u'\n' + traceback);
    return ExitCode::Ended;
}

Result<ExitCode> stopRuns(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    ExitCode ending = ExitCode::Ended;
    QJsonArray stopped;
    for (const QString &run : invocation.arguments) {
        const auto answer = (*client)->post(apiPath({u"runs"_qs, run, u"stop"_qs}));
        if (!answer) {
            ending = output.fail(answer.error());
            continue;
        }
        stopped.append(run.toLongLong());
        if (!output.isJson())
            output.printLine(CoreText::tr("Stopping run %1.").arg(run));
    }
    if (output.isJson())
        output.printJson(QJsonObject{{u"stopping"_qs, stopped}});
    return ending;
}

Result<ExitCode> explainRun(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const auto answer =
        (*client)->get(apiPath({u"runs"_qs, invocation.argument(0), u"explain"_qs}));
    if (!answer)
        return answer.error();
    const QJsonArray facts = answer->toObject().value(u"facts").toArray();
    if (output.isJson()) {
        output.printJson(facts);
        return ExitCode::Ended;
    }
    const QString arrow = output.terminal().isTerminal ? u"→ "_qs : QString();
    for (const QJsonValue &fact : facts)
        output.printLine(arrow + harmless(fact.toObject().value(u"text").toString()));
    return ExitCode::Ended;
}

ArgumentSpec runArgument(ArgumentSpec::Need need)
{
    return {.name = u"RUN"_qs,
            .help = CoreText::tr("The number of the run."),
            .need = need,
            .offer = Offer::Runs,
            .isNumber = true};
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
                        {.name = u"state"_qs,
                         .help = CoreText::tr("Only runs in these states, with commas between "
                                              "them: success, failed, timed_out, stopped, missed, "
                                              "skipped, interrupted, queued, running."),
                         .value = u"STATES"_qs},
                        {.name = u"since"_qs,
                         .help = CoreText::tr("Only runs that were due then or later."),
                         .value = u"TIME"_qs},
                        {.name = u"until"_qs,
                         .help = CoreText::tr("Only runs that were due before then."),
                         .value = u"TIME"_qs},
                        {.name = u"limit"_qs,
                         .help = CoreText::tr("At most so many; default 20."),
                         .value = u"N"_qs,
                         .letter = u'n',
                         .least = 1,
                         .most = 100'000}},
            .examples = {{u"runs list --job backup --state failed,timed_out"_qs,
                          CoreText::tr("What went wrong with a job")}}};
}

CommandSpec runsShowCommand()
{
    return {.words = {u"runs"_qs, u"show"_qs},
            .summary = CoreText::tr("show a run"),
            .run = showRun,
            .arguments = {runArgument(ArgumentSpec::Need::One)}};
}

CommandSpec runsStopCommand()
{
    return {.words = {u"runs"_qs, u"stop"_qs},
            .summary = CoreText::tr("stop runs that go on, with all they have started"),
            .run = stopRuns,
            .arguments = {runArgument(ArgumentSpec::Need::OneOrMore)}};
}

CommandSpec explainCommand()
{
    return {.words = {u"explain"_qs},
            .summary = CoreText::tr("say how a run, or a due time without one, came about"),
            .run = explainRun,
            .arguments = {runArgument(ArgumentSpec::Need::One)}};
}

} // namespace carillon::ctl
