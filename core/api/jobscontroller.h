// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/jobanswers.h"
#include "core/api/runwaiters.h"
#include "core/jobs/jobjson.h"
#include "core/scheduler/groupedadds.h"

namespace carillon {

/// `/jobs`: list, add, show, change, remove, pause, resume and run jobs.
class JobsController : public QObject
{
    Q_OBJECT

public:
    /// All three must outlive it.
    JobsController(Scheduler &scheduler, JobAnswers &answers, const ApiOptions &options,
                   QObject *parent = nullptr);

    void addRoutes(RouteTable &routes);

private:
    void list(const ApiCall &call, ApiReply reply);
    void add(const ApiCall &call, ApiReply reply);
    void show(const ApiCall &call, ApiReply reply);
    void define(const ApiCall &call, ApiReply reply);
    void change(const ApiCall &call, ApiReply reply);
    void remove(const ApiCall &call, ApiReply reply);
    void pause(const ApiCall &call, ApiReply reply);
    void resume(const ApiCall &call, ApiReply reply);
    void run(const ApiCall &call, ApiReply reply);

    JobContext context() const;
    ApiResponse shown(const Job &job);
    ApiResponse answer(const Result<Job> &stored);
    void addOnceTried(const JobEntry &entry, const JobContext &context, ApiReply reply);
    void store(const Job &job, std::function<Result<Job>(Job)> how, ApiReply reply);

    Scheduler &m_scheduler;
    JobAnswers &m_answers;
    const ApiOptions &m_options;
    RunWaiters m_waiters;
    GroupedAdds m_adds;
};

} // namespace carillon
