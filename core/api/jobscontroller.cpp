// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobscontroller.h"

#include "core/api/apierror.h"
#include "core/api/jobbody.h"
#include "core/api/jobobject.h"
#include "core/api/jobpatch.h"
#include "core/api/jsonbody.h"
#include "core/api/requestlog.h"
#include "core/jobs/runjson.h"
#include "core/scheduler/actionchecks.h"

namespace carillon {

namespace {

JobId jobOf(const ApiCall &call)
{
    return JobId{call.arguments.first()};
}

ApiResponse noSuchJob(const JobId &id)
{
    return errorResponse(404, u"Job %1 not found"_qs.arg(id.text));
}

ApiResponse idTaken(const JobId &id)
{
    return errorResponse(409, u"Job %1 already exists."_qs.arg(id.text));
}

/// What a Python function raised, without the name of the exception, as str() gives it; else why
/// the run failed.
QString failureText(const Run &run)
{
    const QString &exception = run.outcome.exception;
    const auto colon = exception.indexOf(u": ");
    if (colon >= 0)
        return exception.mid(colon + 2);
    if (!exception.isEmpty())
        return exception;
    return run.outcome.reason.isEmpty() ? runStateWord(run.state) : run.outcome.reason;
}

Caller callerOf(const ApiCall &call)
{
    if (call.request.caller.transport == ApiCaller::Transport::Local)
        return {};
    return {RunCause::Api, call.who};
}

} // namespace

JobsController::JobsController(Scheduler &scheduler, JobAnswers &answers, const ApiOptions &options,
                               QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_answers(answers),
      m_options(options),
      m_waiters(scheduler),
      m_adds(scheduler)
{
}

void JobsController::addRoutes(RouteTable &routes)
{
    const auto route = [this, &routes](const char *method, const char *path,
                                       void (JobsController::*does)(const ApiCall &, ApiReply)) {
        routes.add(method, path, [this, does](const ApiCall &call, ApiReply reply) {
            (this->*does)(call, std::move(reply));
        });
    };
    route("GET", "/jobs/{id}", &JobsController::show);
    route("DELETE", "/jobs/{id}", &JobsController::remove);
    route("PATCH", "/jobs/{id}", &JobsController::change);
    route("GET", "/jobs", &JobsController::list);
    route("POST", "/jobs", &JobsController::add);
    route("GET", "/jobs/{id}/definition", &JobsController::define);
    route("POST", "/jobs/{id}/pause", &JobsController::pause);
    route("POST", "/jobs/{id}/resume", &JobsController::resume);
    route("POST", "/jobs/{id}/run", &JobsController::run);
}

JobContext JobsController::context() const
{
    return {{m_scheduler.now(), m_options.zone}, m_options.jobDefaults};
}

/// The job as it is now, or as it was last if it is gone already.
ApiResponse JobsController::shown(const Job &job)
{
    const QByteArray text = m_answers.job(job.id);
    return text.isEmpty() ? jsonResponse(jobObject({job}, false)) : jsonResponse(text);
}

ApiResponse JobsController::answer(const Result<Job> &stored)
{
    return stored ? shown(*stored) : errorResponse(stored.error());
}

/// Stores a job once what it does has been tried out.
void JobsController::store(const Job &job, std::function<Result<Job>(Job)> how, ApiReply reply)
{
    QFuture<Result<Job>> stored = storeChecked(m_scheduler, job, std::move(how));
    if (stored.isFinished()) {
        reply(answer(stored.result()));
        return;
    }
    stored.then(this, [this, reply = std::move(reply)](const Result<Job> &result) {
        reply(answer(result));
    });
}

void JobsController::list(const ApiCall &, ApiReply reply)
{
    m_answers.list(std::move(reply));
}

void JobsController::show(const ApiCall &call, ApiReply reply)
{
    const JobId id = jobOf(call);
    const QByteArray text = m_answers.job(id);
    reply(text.isEmpty() ? noSuchJob(id) : jsonResponse(text));
}

/// What POST reads back to an equal job.
void JobsController::define(const ApiCall &call, ApiReply reply)
{
    const auto overview = m_scheduler.overview(jobOf(call));
    reply(overview ? jsonResponse(jobToJson(overview->job)) : noSuchJob(jobOf(call)));
}

void JobsController::add(const ApiCall &call, ApiReply reply)
{
    const auto body = readObjectBody(call.request.body);
    if (!body)
        return reply(errorResponse(body.error()));
    const JobContext context = this->context();
    const auto entry = jobFromBody(*body, context);
    if (!entry)
        return reply(errorResponse(entry.error()));
    if (const auto permitted = checkPermitted(entry->job, m_options); !permitted)
        return reply(errorResponse(permitted.error()));
    logChange(call, "adds", entry->job.id);
    addOnceTried(*entry, context, std::move(reply));
}

/// Together with what others add at this moment.
void JobsController::addOnceTried(const JobEntry &entry, const JobContext &context, ApiReply reply)
{
    const auto go = [this, entry, context, reply = std::move(reply)](const Result<Job> &tried) {
        if (!tried)
            return reply(errorResponse(tried.error()));
        JobEntry changed = entry;
        changed.job = *tried;
        m_adds.add(changed, context, [this, id = changed.job.id, reply](const Result<Job> &added) {
            const bool isTaken =
                !added && added.error().code == ErrorCode::Conflict && added.error().field == u"id";
            reply(isTaken ? idTaken(id) : answer(added));
        });
    };
    QFuture<Result<Job>> tried = triedOut(m_scheduler, entry.job);
    if (tried.isFinished())
        go(tried.result());
    else
        tried.then(this, go);
}

void JobsController::change(const ApiCall &call, ApiReply reply)
{
    const auto body = readObjectBody(call.request.body);
    if (!body)
        return reply(errorResponse(body.error()));
    const JobContext context = this->context();
    const auto patch = JobPatch::read(*body, context);
    if (!patch)
        return reply(errorResponse(patch.error()));
    const JobId id = jobOf(call);
    const auto before = m_scheduler.overview(id);
    const bool isElsewhere =
        before && !patch->jobStore().isEmpty() && patch->jobStore() != before->job.jobStore;
    if (!before || isElsewhere)
        return reply(noSuchJob(id));
    const auto changed = patch->applied(before->job, context);
    if (!changed)
        return reply(errorResponse(changed.error()));
    if (const auto permitted = checkPermitted(changed->job, m_options); !permitted)
        return reply(errorResponse(permitted.error()));
    logChange(call, "changes", id);
    const auto changeJob = [this, next = changed->next](const Job &job) {
        return next ? m_scheduler.changeJob(job, *next) : m_scheduler.changeJob(job);
    };
    store(changed->job, changeJob, std::move(reply));
}

void JobsController::remove(const ApiCall &call, ApiReply reply)
{
    const JobId id = jobOf(call);
    if (!m_scheduler.overview(id))
        return reply(noSuchJob(id));
    logChange(call, "removes", id);
    const auto removed = m_scheduler.removeJob(id);
    reply(removed ? emptyResponse() : errorResponse(removed.error()));
}

void JobsController::pause(const ApiCall &call, ApiReply reply)
{
    const JobId id = jobOf(call);
    if (!m_scheduler.overview(id))
        return reply(noSuchJob(id));
    logChange(call, "pauses", id);
    reply(answer(m_scheduler.pauseJob(id)));
}

void JobsController::resume(const ApiCall &call, ApiReply reply)
{
    const JobId id = jobOf(call);
    if (!m_scheduler.overview(id))
        return reply(noSuchJob(id));
    logChange(call, "resumes", id);
    reply(answer(m_scheduler.resumeJob(id)));
}

/// Answers when the run has ended, like the older server, which calls the function itself.
void JobsController::run(const ApiCall &call, ApiReply reply)
{
    const JobId id = jobOf(call);
    const auto job = m_scheduler.overview(id);
    if (!job)
        return reply(noSuchJob(id));
    logChange(call, "runs", id);
    const auto run = m_scheduler.runNow(id, true, callerOf(call));
    if (!run)
        return reply(errorResponse(run.error()));
    m_waiters.wait(*run, [this, job = job->job, reply = std::move(reply)](const Run &ended) {
        reply(ended.state == RunState::Success ? shown(job)
                                               : errorResponse(500, failureText(ended)));
    });
}

} // namespace carillon
