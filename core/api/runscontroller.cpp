// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runscontroller.h"

#include "core/api/apierror.h"
#include "core/api/logrange.h"
#include "core/api/logstream.h"
#include "core/api/percent.h"
#include "core/api/requestlog.h"
#include "core/api/runfilter.h"
#include "core/api/runsearch.h"
#include "core/jobs/runjson.h"

namespace carillon {

namespace {

ApiResponse noSuchRun(const ApiCall &call)
{
    return errorResponse(404, u"Run %1 not found"_qs.arg(call.arguments.first()));
}

/// 0, which no run has, for what is no number.
RunId runOf(const ApiCall &call)
{
    return RunId{call.arguments.first().toLongLong()};
}

QString factKindWord(FactKind kind)
{
    switch (kind) {
    case FactKind::Cause: return u"cause"_qs;
    case FactKind::Due: return u"due"_qs;
    case FactKind::Absence: return u"absence"_qs;
    case FactKind::Noticed: return u"noticed"_qs;
    case FactKind::Rule: return u"rule"_qs;
    case FactKind::Obstacle: return u"obstacle"_qs;
    case FactKind::Waited: return u"waited"_qs;
    case FactKind::Started: return u"started"_qs;
    case FactKind::Ended: return u"ended"_qs;
    case FactKind::Recorded: return u"recorded"_qs;
    }
    return {};
}

QJsonObject factObject(const ExplainedFact &fact)
{
    QJsonObject object{{u"kind"_qs, factKindWord(fact.kind)}, {u"text"_qs, fact.text}};
    if (fact.at)
        object.insert(u"at"_qs, toIso(*fact.at));
    if (fact.until)
        object.insert(u"until"_qs, toIso(*fact.until));
    return object;
}

ApiResponse pageResponse(const std::vector<Run> &page, std::optional<RunId> next)
{
    QJsonArray runs;
    for (const Run &run : page)
        runs.append(runToJson(run));
    const QJsonValue key = next ? QJsonValue(next->number) : QJsonValue(QJsonValue::Null);
    return jsonResponse({{u"runs"_qs, runs}, {u"next"_qs, key}});
}

} // namespace

RunsController::RunsController(Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler)
{
}

void RunsController::addRoutes(RouteTable &routes)
{
    routes.add("GET", "/runs", [this](const ApiCall &call, ApiReply reply) {
        const auto job = queryValue(call.request.query, "job");
        list(call, job ? std::optional(JobId{*job}) : std::nullopt, std::move(reply));
    });
    routes.add("GET", "/jobs/{id}/runs", [this](const ApiCall &call, ApiReply reply) {
        list(call, JobId{call.arguments.first()}, std::move(reply));
    });
    const auto route = [this, &routes](const char *method, const char *path, auto does) {
        routes.add(method, path, [this, does](const ApiCall &call, const ApiReply &reply) {
            reply((this->*does)(call));
        });
    };
    route("GET", "/runs/{id}", &RunsController::show);
    route("GET", "/runs/{id}/explain", &RunsController::explain);
    route("GET", "/runs/{id}/log", &RunsController::log);
    route("POST", "/runs/{id}/stop", &RunsController::stop);
}

/// Newest first. Pages stay as they are while runs are added: the key of the next one is that of
/// the last run on this one.
void RunsController::list(const ApiCall &call, const std::optional<JobId> &job, ApiReply reply)
{
    auto query = runQueryFrom(call.request.query);
    if (!query)
        return reply(errorResponse(query.error()));
    query->job = job;
    const auto found = [reply = std::move(reply)](const Result<std::vector<Run>> &page,
                                                  std::optional<RunId> next) {
        reply(page ? pageResponse(*page, next) : errorResponse(page.error()));
    };
    (new RunSearch(m_scheduler, *query, found, this))->begin();
}

ApiResponse RunsController::show(const ApiCall &call) const
{
    const auto run = m_scheduler.run(runOf(call));
    return run ? jsonResponse(runToJson(*run)) : noSuchRun(call);
}

ApiResponse RunsController::explain(const ApiCall &call) const
{
    const auto facts = m_scheduler.explain(runOf(call));
    if (!facts)
        return noSuchRun(call);
    QJsonArray told;
    for (const ExplainedFact &fact : *facts)
        told.append(factObject(fact));
    return jsonResponse({{u"facts"_qs, told}});
}

ApiResponse RunsController::stop(const ApiCall &call)
{
    const auto run = m_scheduler.run(runOf(call));
    if (!run)
        return noSuchRun(call);
    if (!run->isActive())
        return errorResponse(409, u"Run %1 is not running"_qs.arg(run->id.number));
    logChange(call, "stops a run of", run->job);
    const auto stopped = m_scheduler.stopRun(run->id);
    return stopped ? emptyResponse() : errorResponse(stopped.error());
}

ApiResponse RunsController::log(const ApiCall &call) const
{
    const RunId id = runOf(call);
    const auto run = m_scheduler.run(id);
    if (!run)
        return noSuchRun(call);
    const auto beginning = m_scheduler.log(id, 0, 1);
    if (!beginning)
        return errorResponse(beginning.error());
    const auto range = LogRange::read(call.request, beginning->size);
    if (!range)
        return errorResponse(range.error());
    if (!range->isSatisfiable(beginning->size))
        return unsatisfiable(beginning->size);
    ApiResponse response = logResponse(*range, beginning->size, beginning->complete);
    response.stream = makeApiStream<LogStream>(m_scheduler, id, range->part, beginning->encoding);
    return response;
}

} // namespace carillon
