// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/routetable.h"
#include "core/scheduler/scheduler.h"

#include <QThreadPool>

namespace carillon {

/// What a schedule means: the next times of a job, and any trigger in words.
class ScheduleController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ScheduleController(Scheduler &scheduler, const ApiOptions &options, QObject *parent = nullptr);
    ~ScheduleController() override;

    void addRoutes(RouteTable &routes);

private:
    void next(const ApiCall &call, const ApiReply &reply);
    void explainExpression(const ApiCall &call, const ApiReply &reply);
    void explainTrigger(const ApiCall &call, const ApiReply &reply);
    void answer(const struct SchedulePreview &preview, const ApiReply &reply);

    Scheduler &m_scheduler;
    const ApiOptions &m_options;
    QThreadPool m_pool;
};

} // namespace carillon
