// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schedulercontroller.h"

#include "core/api/apierror.h"
#include "core/api/jsonbody.h"
#include "core/api/requestlog.h"
#include "core/api/statewords.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QFuture>

namespace carillon {

namespace {

ApiResponse isNotRunning()
{
    return errorResponse(400, u"Scheduler is not running"_qs);
}

/// Whether a shutdown waits for runs. Only `{"wait": false}` says no, whatever else is in the body;
/// a value that is no object and not empty is a mistake.
Result<bool> waitOf(const QByteArray &body)
{
    const auto value = readJsonBody(body);
    if (!value || value->isObject())
        return !value || value->toObject().value(u"wait") != QJsonValue(false);
    const bool isNothing = value->isNull() || *value == QJsonValue(false) ||
                           *value == QJsonValue(0) || *value == QJsonValue(QString()) ||
                           *value == QJsonValue(QJsonArray());
    if (isNothing)
        return true;
    return Error{ErrorCode::InvalidInput, CoreText::tr("A JSON object is expected.")};
}

QString channelStateWord(ChannelHealth::State state)
{
    switch (state) {
    case ChannelHealth::State::Connecting: return u"connecting"_qs;
    case ChannelHealth::State::Connected: return u"connected"_qs;
    case ChannelHealth::State::Waiting: break;
    }
    return u"waiting"_qs;
}

QJsonObject channelObject(const ChannelHealth &channel)
{
    QJsonArray refusals;
    for (const RefusedMessage &refusal : channel.refusals)
        refusals.append(QJsonObject{{u"at"_qs, toIso(refusal.at)},
                                    {u"message"_qs, refusal.text},
                                    {u"reason"_qs, refusal.why}});
    QJsonObject object{{u"name"_qs, channel.name},
                       {u"source"_qs, channel.source},
                       {u"state"_qs, channelStateWord(channel.state)},
                       {u"since"_qs, toIso(channel.since)},
                       {u"accepted"_qs, qint64(channel.accepted)},
                       {u"refused"_qs, qint64(channel.refused)},
                       {u"lost"_qs, qint64(channel.lost)},
                       {u"waiting"_qs, channel.waiting},
                       {u"refusals"_qs, refusals}};
    if (channel.retryAt)
        object.insert(u"retry_at"_qs, toIso(*channel.retryAt));
    if (!channel.problem.isEmpty())
        object.insert(u"problem"_qs, channel.problem);
    return object;
}

QJsonValue timeOrNull(const std::optional<Instant> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

} // namespace

SchedulerController::SchedulerController(Scheduler &scheduler, const ApiOptions &options,
                                         QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_options(options)
{
}

void SchedulerController::addRoutes(RouteTable &routes)
{
    routes.add("GET", "", [this](const ApiCall &, const ApiReply &reply) { reply(info()); });
    routes.add("POST", "/start",
               [this](const ApiCall &call, const ApiReply &reply) { reply(start(call)); });
    routes.add("POST", "/shutdown",
               [this](const ApiCall &call, ApiReply reply) { shutdown(call, std::move(reply)); });
    routes.add("POST", "/pause", [this](const ApiCall &call, const ApiReply &reply) {
        reply(setPaused(call, true));
    });
    routes.add("POST", "/resume", [this](const ApiCall &call, const ApiReply &reply) {
        reply(setPaused(call, false));
    });
    routes.add("GET", "/health",
               [this](const ApiCall &, const ApiReply &reply) { reply(health()); });
}

ApiResponse SchedulerController::info() const
{
    const SchedulerState state = m_scheduler.state();
    return jsonResponse({{u"allowed_hosts"_qs, QJsonArray::fromStringList(m_options.allowedHosts)},
                         {u"current_host"_qs, m_options.hostName},
                         {u"running"_qs, state != SchedulerState::Stopped},
                         {u"state"_qs, schedulerStateWord(state)},
                         {u"timezone"_qs, m_options.zone.id()},
                         {u"version"_qs, QStringLiteral(CARILLON_VERSION)}});
}

ApiResponse SchedulerController::start(const ApiCall &call)
{
    if (m_scheduler.state() != SchedulerState::Stopped)
        return errorResponse(400, u"Scheduler is already running"_qs);
    if (!m_options.mayRunHere()) {
        return errorResponse(
            403, CoreText::tr("The scheduler may not run on “%1”: the settings name the hosts "
                              "where it may.")
                     .arg(m_options.hostName));
    }
    logChange(call, "starts the scheduler");
    const auto started = m_scheduler.start();
    return started ? emptyResponse() : errorResponse(started.error());
}

void SchedulerController::shutdown(const ApiCall &call, ApiReply reply)
{
    if (m_scheduler.state() == SchedulerState::Stopped)
        return reply(isNotRunning());
    const auto waits = waitOf(call.request.body);
    if (!waits)
        return reply(errorResponse(waits.error()));
    logChange(call, "stops the scheduler");
    const auto answer = [](const Result<> &stopped) {
        return stopped ? emptyResponse() : errorResponse(stopped.error());
    };
    QFuture<Result<>> stopped = m_scheduler.stop(*waits);
    if (stopped.isFinished())
        return reply(answer(stopped.result()));
    stopped.then(this, [reply = std::move(reply), answer](const Result<> &result) {
        reply(answer(result));
    });
}

ApiResponse SchedulerController::setPaused(const ApiCall &call, bool paused)
{
    if (m_scheduler.state() == SchedulerState::Stopped)
        return isNotRunning();
    logChange(call, paused ? "pauses the scheduler" : "resumes the scheduler");
    const auto done = paused ? m_scheduler.pause() : m_scheduler.resume();
    return done ? emptyResponse() : errorResponse(done.error());
}

/// 503 while something keeps the scheduler from its work, for those who look at nothing else.
ApiResponse SchedulerController::health() const
{
    const Health health = m_scheduler.health();
    const bool isWell = health.fault.isEmpty();
    QJsonObject object{{u"status"_qs, isWell ? u"ok"_qs : u"fault"_qs},
                       {u"state"_qs, schedulerStateWord(health.state)},
                       {u"last_tick"_qs, timeOrNull(health.lastTick)},
                       {u"clock_epoch"_qs, health.clockEpoch},
                       {u"clock_set_at"_qs, timeOrNull(health.clockSetAt)},
                       {u"running"_qs, health.running},
                       {u"queued"_qs, health.queued},
                       {u"missed_24h"_qs, health.missed},
                       {u"stalls"_qs, health.stalls}};
    if (!isWell)
        object.insert(u"fault"_qs, health.fault);
    QJsonArray channels;
    for (const ChannelHealth &channel : health.channels)
        channels.append(channelObject(channel));
    object.insert(u"channels"_qs, channels);
    return jsonResponse(toJsonText(object), isWell ? 200 : 503);
}

} // namespace carillon
