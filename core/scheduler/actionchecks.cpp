// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/actionchecks.h"

#include "core/jobs/funcreference.h"
#include "core/jobs/pythonjson.h"
#include "core/scheduler/scheduler.h"
#include "core/util/json.h"

#include <QPromise>
#include <QSet>

#include <deque>
#include <memory>

namespace carillon {

namespace {

/// The same for equal actions only.
QByteArray keyOf(const Action &action)
{
    const FuncReference reference = funcFromAction(action);
    return toJsonText(QJsonObject{{u"func"_qs, reference.func},
                                  {u"args"_qs, reference.args},
                                  {u"kwargs"_qs, reference.kwargs},
                                  {u"python"_qs, pythonToJson(action)}});
}

/// The checks of several jobs, on their way.
struct ChecksUnderWay
{
    Scheduler &scheduler;
    std::deque<Job> jobs = {};
    QPromise<Result<>> answer = {};

    void finish(const Result<> &result)
    {
        answer.addResult(result);
        answer.finish();
    }
};

Error inJob(const Job &job, const Error &error)
{
    return {error.code, u"%1, %2: %3"_qs.arg(job.id.text, error.field, error.message), error.field};
}

void goOn(const std::shared_ptr<ChecksUnderWay> &checks)
{
    while (!checks->jobs.empty()) {
        const Job job = std::move(checks->jobs.front());
        checks->jobs.pop_front();
        QFuture<Result<>> check = checks->scheduler.checkAction(job);
        if (!check.isFinished()) {
            check.then(&checks->scheduler, [checks, job](const Result<> &checked) {
                checked ? goOn(checks) : checks->finish(inJob(job, checked.error()));
            });
            return;
        }
        if (const Result<> checked = check.result(); !checked) {
            checks->finish(inJob(job, checked.error()));
            return;
        }
    }
    checks->finish({});
}

/// A date that was not too late when the job came, and has passed while it was tried out, is now.
Job onTime(Job job, Scheduler &scheduler, Instant came)
{
    const DateTrigger *const date = job.trigger ? job.trigger->as<DateTrigger>() : nullptr;
    const Instant now = scheduler.now();
    if (!date || date->when() > now || (job.rules.grace && came - date->when() > *job.rules.grace))
        return job;
    const auto known = scheduler.overview(job.id);
    if (!known || known->job.trigger != job.trigger)
        job.trigger = Trigger(DateTrigger(now, date->zone())).withJitter(job.trigger->jitter());
    return job;
}

} // namespace

QFuture<Result<Job>> triedOut(Scheduler &scheduler, const Job &job)
{
    if (const auto checked = scheduler.checkJob(job); !checked)
        return QtFuture::makeReadyFuture(Result<Job>(checked.error()));
    QFuture<Result<>> check = scheduler.checkAction(job);
    if (check.isFinished()) {
        const Result<> checked = check.result();
        return QtFuture::makeReadyFuture(checked ? Result<Job>(job) : checked.error());
    }
    const Instant came = scheduler.now();
    return check.then(&scheduler, [&scheduler, job, came](const Result<> &checked) {
        return checked ? Result<Job>(onTime(job, scheduler, came)) : checked.error();
    });
}

QFuture<Result<Job>> storeChecked(Scheduler &scheduler, const Job &job,
                                  std::function<Result<Job>(Job)> store)
{
    const auto goOn = [store = std::move(store)](const Result<Job> &tried) {
        return tried ? store(*tried) : tried;
    };
    QFuture<Result<Job>> tried = triedOut(scheduler, job);
    return tried.isFinished() ? QtFuture::makeReadyFuture(goOn(tried.result()))
                              : tried.then(&scheduler, goOn);
}

QFuture<Result<>> checkActions(Scheduler &scheduler, const std::vector<JobEntry> &entries)
{
    const auto checks = std::make_shared<ChecksUnderWay>(ChecksUnderWay{scheduler});
    checks->answer.start();
    const QFuture<Result<>> answer = checks->answer.future();
    QSet<QByteArray> seen;
    for (const JobEntry &entry : entries) {
        if (!pythonOf(entry.job.action)) // the others have nothing to try
            continue;
        const bool isKept = !entry.replaceExisting && scheduler.overview(entry.job.id);
        const QByteArray key = isKept ? QByteArray() : keyOf(entry.job.action);
        if (isKept || seen.contains(key))
            continue;
        seen.insert(key);
        checks->jobs.push_back(entry.job);
    }
    goOn(checks);
    return answer;
}

} // namespace carillon
