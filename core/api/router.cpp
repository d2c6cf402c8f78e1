// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/router.h"

#include "core/api/apierror.h"
#include "core/api/auth.h"
#include "core/api/eventstream.h"
#include "core/api/forwarded.h"
#include "core/api/guard.h"
#include "core/api/jobscontroller.h"
#include "core/api/kinitcontroller.h"
#include "core/api/metrics.h"
#include "core/api/openapi.h"
#include "core/api/percent.h"
#include "core/api/runscontroller.h"
#include "core/api/schedulecontroller.h"
#include "core/api/schedulercontroller.h"
#include "core/util/coretext.h"

namespace carillon {

/// In order of construction; destroyed in reverse.
struct Router::Parts
{
    Guard guard;
    Auth auth;
    JobAnswers answers;
    Metrics metrics;
    EventLog events;
    SchedulerController scheduler;
    JobsController jobs;
    RunsController runs;
    ScheduleController schedules;
    KinitDesk desk;
    KinitController kinit;

    Parts(Scheduler &engine, const ApiOptions &options)
        : guard(options.names),
          auth(options.login),
          answers(engine),
          metrics(engine, answers),
          events(engine),
          scheduler(engine, options),
          jobs(engine, answers, options),
          runs(engine),
          schedules(engine, options),
          desk(engine, options),
          kinit(engine, desk)
    {
    }
};

namespace {

/// Of the local socket, whatever the prefix for HTTP is.
constexpr QByteArrayView localPrefix = "/scheduler";

ApiResponse nothingHere()
{
    return errorResponse(404, CoreText::tr("There is nothing at this address."));
}

ApiResponse allowing(const Route &route, ApiResponse response)
{
    response.headers.append(ApiHeader{"Allow", route.allow});
    return response;
}

/// 200 without a body.
ApiResponse optionsResponse(const Route &route)
{
    ApiResponse response = emptyResponse();
    response.status = 200;
    return allowing(route, std::move(response));
}

ApiResponse plainText(const QByteArray &text)
{
    ApiResponse response = emptyResponse();
    response.status = 200;
    response.headers.prepend(ApiHeader{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"});
    response.body = text;
    return response;
}

ApiResponse eventResponse(EventLog &log, const ApiRequest &request)
{
    const QByteArray *lastId = request.header("last-event-id");
    ApiResponse response = emptyResponse();
    response.status = 200;
    response.headers.prepend(ApiHeader{"Content-Type", "text/event-stream"});
    response.stream = makeApiStream<EventStream>(log, lastId ? *lastId : QByteArray());
    return response;
}

} // namespace

Router::Router(Scheduler &scheduler, ApiOptions options)
    : m_scheduler(scheduler),
      m_options(std::move(options)),
      m_prefix(m_options.prefix.toUtf8()),
      m_parts(std::make_unique<Parts>(scheduler, m_options))
{
    addRoutes();
}

Router::~Router() = default;

/// What is asked for most comes first.
void Router::addRoutes()
{
    m_parts->jobs.addRoutes(m_routes);
    m_parts->scheduler.addRoutes(m_routes);
    m_parts->runs.addRoutes(m_routes);
    m_parts->schedules.addRoutes(m_routes);
    m_parts->kinit.addRoutes(m_routes);
    m_routes.add("GET", "/events", [this](const ApiCall &call, const ApiReply &reply) {
        reply(eventResponse(m_parts->events, call.request));
    });
    m_routes.add("GET", "/metrics", [this](const ApiCall &, const ApiReply &reply) {
        reply(plainText(m_parts->metrics.text()));
    });
    m_routes.add("GET", "/openapi.json", [this](const ApiCall &, const ApiReply &reply) {
        reply(jsonResponse(openApiText(m_options.prefix)));
    });
}

KinitDesk &Router::desk()
{
    return m_parts->desk;
}

std::optional<QByteArrayView> Router::pathBelow(const ApiRequest &request) const
{
    const bool isLocal = request.caller.transport == ApiCaller::Transport::Local;
    const QByteArrayView prefix = isLocal ? localPrefix : QByteArrayView(m_prefix);
    const QByteArrayView path = request.path;
    if (!path.startsWith(prefix))
        return {};
    return path.sliced(prefix.size());
}

void Router::answer(const ApiRequest &request, Reply reply)
{
    dispatchFor(request, [this, reply = std::move(reply)](ApiResponse response) {
        m_parts->metrics.countAnswer(response.status);
        reply(std::move(response));
    });
}

/// Behind a proxy it is the client who is told in the log and who has to log in.
void Router::dispatchFor(const ApiRequest &request, const Reply &reply)
{
    if (!m_options.proxies.contains(request.caller.address))
        return dispatch(request, reply);
    ApiRequest forwarded = request;
    forwarded.caller.address = clientAddress(request, m_options.proxies);
    dispatch(forwarded, reply);
}

void Router::dispatch(const ApiRequest &request, const Reply &reply)
{
    if (request.caller.transport == ApiCaller::Transport::Http) {
        if (auto refusal = m_parts->guard.refusal(request))
            return reply(*std::move(refusal));
    }
    const auto path = pathBelow(request);
    std::vector<QByteArrayView> raw;
    const Route *route = path ? m_routes.find(*path, raw) : nullptr;
    if (!route)
        return reply(nothingHere());
    if (request.method == "OPTIONS")
        return reply(optionsResponse(*route));
    const ApiHandler *handler = route->handler(request.method);
    if (!handler) {
        return reply(allowing(
            *route, errorResponse(405, CoreText::tr("This cannot be done at this address."))));
    }
    QStringList arguments;
    for (const QByteArrayView argument : raw) {
        const auto decoded = percentDecoded(argument);
        if (!decoded)
            return reply(errorResponse(400, CoreText::tr("The address cannot be decoded.")));
        arguments.append(*decoded);
    }
    callHandler(*handler, request, arguments, reply);
}

/// Once it is clear who calls.
void Router::callHandler(const ApiHandler &handler, const ApiRequest &request,
                         const QStringList &arguments, const Reply &reply)
{
    const auto go = [&handler, reply](const ApiRequest &checked, const QStringList &words,
                                      const Auth::Verdict &verdict) {
        if (verdict.refusal)
            reply(*verdict.refusal);
        else
            handler({checked, words, verdict.who}, reply);
    };
    const Instant now = m_scheduler.now();
    if (const auto verdict = m_parts->auth.verdict(request, now))
        return go(request, arguments, *verdict);
    m_parts->auth.tell(request, now, [go, request, arguments](const Auth::Verdict &verdict) {
        go(request, arguments, verdict);
    });
}

} // namespace carillon
