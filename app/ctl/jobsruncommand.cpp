// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/jobtable.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

namespace carillon::ctl {

namespace {

/// The newest run of the job that was asked for.
Result<QJsonObject> newestRun(ApiClient &client, const QString &id)
{
    const auto answer = client.get(apiPath({u"jobs"_qs, id, u"runs"_qs}),
                                   {{u"limit"_qs, u"1"_qs}, {u"cause"_qs, u"manual,api"_qs}});
    if (!answer)
        return answer.error();
    return answer->toObject().value(u"runs").toArray().at(0).toObject();
}

/// The API answers once the run has ended, with its failure as an error; the record says more.
Result<ExitCode> runJob(const Invocation &invocation, Output &output)
{
    const auto client = clientFor(invocation);
    if (!client)
        return client.error();
    const QString id = invocation.argument(0);
    const auto before = newestRun(**client, id);
    const auto answer = (*client)->post(apiPath({u"jobs"_qs, id, u"run"_qs}));
    const auto run = newestRun(**client, id);
    if (!run)
        return answer ? run.error() : answer.error();
    const bool isNew = !before || before->value(u"id") != run->value(u"id");
    if (!isNew || run->isEmpty())
        return answer ? Error{ErrorCode::Internal, CoreText::tr("There is no record of the run.")}
                      : answer.error();
    const bool succeeded = run->value(u"state").toString() == u"success";
    if (output.isJson())
        output.printJson(*run);
    else
        output.print(pairsText(runPairs(*run, output.terminal()), output.terminal()));
    return succeeded ? ExitCode::Ended : ExitCode::Failed;
}

} // namespace

CommandSpec jobsRunCommand()
{
    return {
        .words = {u"jobs"_qs, u"run"_qs},
        .summary = CoreText::tr("run a job now, and wait for its end"),
        .run = runJob,
        .description = CoreText::tr("The exit code is 0 if the run succeeds and 1 if not."),
        .arguments = {
            {.name = u"JOB"_qs, .help = CoreText::tr("The ID of a job."), .offer = Offer::Jobs}}};
}

} // namespace carillon::ctl
