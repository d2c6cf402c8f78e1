// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/routetable.h"
#include "core/scheduler/scheduler.h"

namespace carillon {

/// `/runs`, and what a job has run: lists, single runs, why they came about, their output.
class RunsController : public QObject
{
    Q_OBJECT

public:
    /// `scheduler` must outlive it.
    explicit RunsController(Scheduler &scheduler, QObject *parent = nullptr);

    void addRoutes(RouteTable &routes);

private:
    void list(const ApiCall &call, const std::optional<JobId> &job, ApiReply reply);
    ApiResponse show(const ApiCall &call) const;
    ApiResponse explain(const ApiCall &call) const;
    ApiResponse stop(const ApiCall &call);
    ApiResponse log(const ApiCall &call) const;

    Scheduler &m_scheduler;
};

} // namespace carillon
