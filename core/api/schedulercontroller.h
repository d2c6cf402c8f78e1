// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/routetable.h"
#include "core/scheduler/scheduler.h"

namespace carillon {

/// The scheduler as a whole: what it is doing, start, shutdown, pause, resume, health.
class SchedulerController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    SchedulerController(Scheduler &scheduler, const ApiOptions &options, QObject *parent = nullptr);

    void addRoutes(RouteTable &routes);

private:
    ApiResponse info() const;
    ApiResponse start(const ApiCall &call);
    void shutdown(const ApiCall &call, ApiReply reply);
    ApiResponse setPaused(const ApiCall &call, bool paused);
    ApiResponse health() const;

    Scheduler &m_scheduler;
    const ApiOptions &m_options;
};

} // namespace carillon
