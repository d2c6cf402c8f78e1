// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/schedulecontroller.h"

#include "core/api/apierror.h"
#include "core/api/jobbody.h"
#include "core/api/jsonbody.h"
#include "core/api/percent.h"
#include "core/api/schedulepreview.h"
#include "core/triggers/cronsyntax.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

namespace carillon {

namespace {

constexpr int mostTimes = 1000;

/// Chinese if the client asks for it, else English.
QLocale localeOf(const ApiRequest &request)
{
    const auto asked = queryValue(request.query, "language");
    const QByteArray *accepted = request.header("accept-language");
    const QString language = asked ? *asked : accepted ? QString::fromLatin1(*accepted) : QString();
    return language.startsWith(u"zh") ? QLocale(QLocale::Chinese) : QLocale::c();
}

Result<int> countOf(const ApiRequest &request)
{
    const auto count = readNumber(request.query, "count", 0, mostTimes);
    return count ? Result<int>(int(count->value_or(10))) : count.error();
}

/// The body of POST /words: a trigger as in the body of a job, and `count`.
Result<SchedulePreview> previewOfBody(QJsonObject body, const TriggerContext &context)
{
    SchedulePreview preview;
    preview.from = context.now;
    const QJsonValue count = body.take(u"count");
    if (!count.isUndefined()) {
        preview.count = count.toInt(-1);
        if (preview.count < 0 || preview.count > mostTimes)
            return invalidInput(
                "count",
                CoreText::tr("“count” must be a whole number from 0 to %1.").arg(mostTimes));
    }
    body.insert(u"id"_qs, u"preview"_qs);
    body.insert(u"func"_qs, u"carillon:noop"_qs);
    const auto entry = jobFromBody(body, {context});
    if (!entry)
        return entry.error();
    preview.trigger = entry->job.trigger;
    return preview;
}

/// The query of GET /words: `expr`, and `dialect` and `timezone` if they are not to be guessed.
Result<Trigger> triggerOfQuery(const QByteArray &query, TriggerContext context)
{
    const auto text = queryValue(query, "expr");
    if (!text)
        return invalidInput("expr", CoreText::tr("“%1” is missing.").arg(u"expr"_qs));
    QString dialect = queryValue(query, "dialect").value_or(QString());
    if (dialect.isEmpty()) {
        const auto readings = recogniseCron(*text);
        dialect = cronDialectName(readings.empty() ? CronDialect::Crontab
                                                   : readings.front().notation.dialect);
    }
    QJsonObject args{{u"expr"_qs, *text}, {u"dialect"_qs, dialect}};
    if (const auto zone = queryValue(query, "timezone"))
        args.insert(u"timezone"_qs, *zone);
    return triggerFromJson(u"expr"_qs, args, context);
}

} // namespace

ScheduleController::ScheduleController(Scheduler &scheduler, const ApiOptions &options,
                                       QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_options(options)
{
    m_pool.setMaxThreadCount(1); // whoever asks for much waits, others do not
}

ScheduleController::~ScheduleController()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ScheduleController::addRoutes(RouteTable &routes)
{
    const auto route = [this, &routes](const char *method, const char *path, auto does) {
        routes.add(method, path, [this, does](const ApiCall &call, const ApiReply &reply) {
            (this->*does)(call, reply);
        });
    };
    route("GET", "/jobs/{id}/next", &ScheduleController::next);
    route("GET", "/words", &ScheduleController::explainExpression);
    route("POST", "/words", &ScheduleController::explainTrigger);
}

/// Searches where nobody has to wait for it.
void ScheduleController::answer(const SchedulePreview &preview, const ApiReply &reply)
{
    m_pool.start([this, preview, reply] {
        const QByteArray text = toJsonText(previewObject(preview));
        QMetaObject::invokeMethod(this, [text, reply] { reply(jsonResponse(text)); });
    });
}

void ScheduleController::next(const ApiCall &call, const ApiReply &reply)
{
    const auto overview = m_scheduler.overview(JobId{call.arguments.first()});
    if (!overview)
        return reply(errorResponse(404, u"Job %1 not found"_qs.arg(call.arguments.first())));
    const auto count = countOf(call.request);
    if (!count)
        return reply(errorResponse(count.error()));
    const Job &job = overview->job;
    SchedulePreview preview{job.trigger, m_scheduler.now(),      job.next,
                            *count,      localeOf(call.request), m_options.zone};
    if (job.paused || !job.problem.isEmpty())
        preview.count = 0;
    answer(preview, reply);
}

void ScheduleController::explainExpression(const ApiCall &call, const ApiReply &reply)
{
    const auto count = countOf(call.request);
    if (!count)
        return reply(errorResponse(count.error()));
    const auto trigger = triggerOfQuery(call.request.query, {m_scheduler.now(), m_options.zone});
    if (!trigger)
        return reply(errorResponse(trigger.error()));
    answer({*trigger, m_scheduler.now(), {}, *count, localeOf(call.request), m_options.zone},
           reply);
}

void ScheduleController::explainTrigger(const ApiCall &call, const ApiReply &reply)
{
    const auto body = readObjectBody(call.request.body);
    if (!body)
        return reply(errorResponse(body.error()));
    auto preview = previewOfBody(*body, {m_scheduler.now(), m_options.zone});
    if (!preview)
        return reply(errorResponse(preview.error()));
    preview->locale = localeOf(call.request);
    preview->home = m_options.zone;
    answer(*preview, reply);
}

} // namespace carillon
