// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kinitcontroller.h"

#include "core/api/apierror.h"
#include "core/api/kinitfilter.h"
#include "core/api/kinitobjects.h"
#include "core/api/kinitrecords.h"
#include "core/api/percent.h"
#include "core/scheduler/scheduler.h"

#include <algorithm>

namespace carillon {

namespace {

int codeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound: return 404;
    case ErrorCode::StoreBusy: return 503;
    case ErrorCode::StoreFull: return 507;
    case ErrorCode::Internal: return 500;
    default: return 400;
    }
}

ApiResponse success(const QJsonValue &data, std::optional<qsizetype> count = {})
{
    QJsonObject envelope{{u"code"_qs, 200}, {u"message"_qs, u"success"_qs}, {u"data"_qs, data}};
    if (count)
        envelope.insert(u"count"_qs, *count);
    return jsonResponse(envelope);
}

ApiResponse failure(const Error &error)
{
    return jsonResponse({{u"code"_qs, codeOf(error)},
                         {u"message"_qs, error.message},
                         {u"data"_qs, QJsonValue::Null}});
}

KinitSender senderOf(const ApiCall &call)
{
    const bool isLocal = call.request.caller.transport == ApiCaller::Transport::Local;
    return {isLocal ? QString() : call.who};
}

JobId taskOf(const ApiCall &call)
{
    return {queryValue(call.request.query, "_id").value_or(QString())};
}

/// Carillon is the one consumer there is.
ApiResponse receipt(const Result<KinitDesk::Done> &done)
{
    if (!done)
        return failure(done.error());
    return success(QJsonObject{{u"subscribe_number"_qs, 1}, {u"is_active"_qs, done->isActive}});
}

bool fits(const Job &job, const KinitFilter &filter)
{
    return KinitFilter::fits(filter.name, job.name) &&
           (filter.id.isEmpty() || job.id.text == filter.id) &&
           (filter.group.isEmpty() || job.group == filter.group);
}

/// By one of the texts that are shown.
void sortBy(const QString &field, bool isDescending, std::vector<JobOverview> &jobs)
{
    std::vector<std::pair<QString, JobOverview>> keyed;
    for (JobOverview &job : jobs)
        keyed.emplace_back(kinitTask(job).value(field).toVariant().toString(), std::move(job));
    std::stable_sort(keyed.begin(), keyed.end(), [isDescending](const auto &a, const auto &b) {
        return isDescending ? b.first < a.first : a.first < b.first;
    });
    std::transform(keyed.begin(), keyed.end(), jobs.begin(),
                   [](auto &pair) { return std::move(pair.second); });
}

} // namespace

KinitController::KinitController(Scheduler &scheduler, KinitDesk &desk, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_desk(desk)
{
}

void KinitController::addRoutes(RouteTable &routes)
{
    routes.add("POST", "/kinit",
               [this](const ApiCall &call, ApiReply reply) { take(call, std::move(reply)); });
    routes.add("GET", "/kinit/tasks",
               [this](const ApiCall &call, const ApiReply &reply) { reply(tasks(call)); });
    for (const char *path : {"/kinit/records", "/kinit/task/records"})
        routes.add("GET", path, [this](const ApiCall &call, ApiReply reply) {
            records(call, std::move(reply));
        });
    routes.add("POST", "/kinit/tasks", [this](const ApiCall &call, ApiReply reply) {
        save(call, KinitOperation::AddJob, std::move(reply));
    });
    routes.add("PUT", "/kinit/tasks", [this](const ApiCall &call, ApiReply reply) {
        save(call, KinitOperation::UpdateJob, std::move(reply));
    });
    routes.add("DELETE", "/kinit/tasks", [this](const ApiCall &call, const ApiReply &reply) {
        change(call, KinitOperation::RemoveJob, reply);
    });
    routes.add("GET", "/kinit/task",
               [this](const ApiCall &call, const ApiReply &reply) { reply(task(call)); });
    routes.add("POST", "/kinit/task", [this](const ApiCall &call, const ApiReply &reply) {
        change(call, KinitOperation::RunOnce, reply);
    });
    routes.add("GET", "/kinit/task/group/options",
               [this](const ApiCall &, const ApiReply &reply) { reply(groups()); });
}

void KinitController::take(const ApiCall &call, ApiReply reply)
{
    m_desk.take(call.request.body, senderOf(call),
                [reply = std::move(reply)](const auto &done) { reply(receipt(done)); });
}

/// A task that is new, or all of one that is there.
void KinitController::save(const ApiCall &call, KinitOperation operation, ApiReply reply)
{
    KinitMessage message{operation};
    if (const auto read = message.readForm(call.request.body); !read)
        return reply(failure(read.error()));
    if (operation == KinitOperation::UpdateJob)
        message.job = taskOf(call);
    m_desk.take(std::move(message), senderOf(call),
                [reply = std::move(reply)](const auto &done) { reply(receipt(done)); });
}

void KinitController::change(const ApiCall &call, KinitOperation operation, const ApiReply &reply)
{
    KinitMessage message{operation};
    message.job = taskOf(call);
    m_desk.take(std::move(message), senderOf(call), [operation, reply](const auto &done) {
        const bool isRun = operation == KinitOperation::RunOnce;
        reply(!done ? failure(done.error()) : success(isRun ? QJsonValue(1) : QJsonValue(true)));
    });
}

ApiResponse KinitController::task(const ApiCall &call) const
{
    const auto overview = m_scheduler.overview(taskOf(call));
    return overview ? success(kinitTask(*overview)) : failure(overview.error());
}

ApiResponse KinitController::groups() const
{
    QStringList names;
    for (const JobOverview &each : m_scheduler.overviews()) {
        if (!each.job.group.isEmpty())
            names.append(each.job.group);
    }
    names.removeDuplicates();
    names.sort();
    QJsonArray options;
    for (const QString &name : std::as_const(names))
        options.append(QJsonObject{{u"value"_qs, name}});
    return success(options);
}

ApiResponse KinitController::tasks(const ApiCall &call) const
{
    const auto filter = KinitFilter::read(call.request.query);
    if (!filter)
        return failure(filter.error());
    std::vector<JobOverview> jobs = m_scheduler.overviews();
    std::erase_if(jobs, [&filter](const JobOverview &each) { return !fits(each.job, *filter); });
    std::stable_sort(jobs.begin(), jobs.end(), [](const JobOverview &a, const JobOverview &b) {
        return a.job.created > b.job.created;
    });
    if (!filter->orderField.isEmpty())
        sortBy(filter->orderField, filter->isDescending, jobs);
    const auto count = qsizetype(jobs.size());
    QJsonArray page;
    for (qsizetype i = filter->begin(); i < std::min(filter->end(), count); ++i)
        page.append(kinitTask(jobs[std::size_t(i)]));
    return success(page, count);
}

void KinitController::records(const ApiCall &call, ApiReply reply)
{
    const auto filter = KinitFilter::read(call.request.query);
    if (!filter)
        return reply(failure(filter.error()));
    const auto answer = [reply = std::move(reply)](const Result<QJsonArray> &page,
                                                   qsizetype count) {
        reply(page ? success(*page, count) : failure(page.error()));
    };
    auto *search = new KinitRecords(m_scheduler, m_desk, *filter, answer, this);
    search->begin();
}

} // namespace carillon
