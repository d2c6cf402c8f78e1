// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/runscontroller.h"

#include "core/api/apierror.h"
#include "core/api/logrange.h"
#include "core/api/logstream.h"
#include "core/api/percent.h"
#include "core/api/requestlog.h"
#include "core/api/runfilter.h"
#include "core/jobs/runjson.h"

namespace carillon {

namespace {

/// How many rows a filter looks at for one answer; where it finds little, the next page goes on.
constexpr int mostRowsLookedAt = 3000;

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

} // namespace

void RunsController::addRoutes(RouteTable &routes)
{
    routes.add("GET", "/runs", [this](const ApiCall &call, const ApiReply &reply) {
        const auto job = queryValue(call.request.query, "job");
        reply(list(call, job ? std::optional(JobId{*job}) : std::nullopt));
    });
    routes.add("GET", "/jobs/{id}/runs", [this](const ApiCall &call, const ApiReply &reply) {
        reply(list(call, JobId{call.arguments.first()}));
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

/// Newest first. The key of the next page is that of the last row looked at, so that pages stay
/// as they are while runs are added.
ApiResponse RunsController::list(const ApiCall &call, const std::optional<JobId> &job) const
{
    const auto filter = RunFilter::read(call.request.query);
    if (!filter)
        return errorResponse(filter.error());
    RunQuery query{job, filter->before, std::max(filter->limit, 200)};
    QJsonArray found;
    bool isLast = false;
    for (int looked = 0; looked < mostRowsLookedAt && !isLast && found.size() < filter->limit;) {
        const auto page = m_scheduler.runs(query);
        if (!page)
            return errorResponse(page.error());
        isLast = int(page->size()) < query.limit;
        looked += int(page->size());
        for (const Run &run : *page) {
            if (found.size() == filter->limit) {
                isLast = false;
                break;
            }
            query.before = run.id;
            if (filter->fits(run))
                found.append(runToJson(run));
        }
    }
    const bool goesOn = !isLast && query.before;
    return jsonResponse(
        {{u"runs"_qs, found},
         {u"next"_qs, goesOn ? QJsonValue(query.before->number) : QJsonValue(QJsonValue::Null)}});
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
