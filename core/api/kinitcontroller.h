// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kinitdesk.h"
#include "core/api/routetable.h"

namespace carillon {

/// `/kinit`: takes kinit's messages, and shows jobs and runs to its admin screens. Answers are
/// kinit's: `{"code": 200, "message": "success", "data": …}` with `count` for lists, and mistakes
/// in the same envelope, with status 200.
class KinitController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KinitController(Scheduler &scheduler, KinitDesk &desk, QObject *parent = nullptr);

    void addRoutes(RouteTable &routes);

private:
    void take(const ApiCall &call, ApiReply reply);
    ApiResponse tasks(const ApiCall &call) const;
    void records(const ApiCall &call, ApiReply reply);
    // The task that the query names by `_id`.
    ApiResponse task(const ApiCall &call) const;
    void save(const ApiCall &call, KinitOperation operation, ApiReply reply);
    void change(const ApiCall &call, KinitOperation operation, const ApiReply &reply);
    ApiResponse groups() const;

    Scheduler &m_scheduler;
    KinitDesk &m_desk;
};

} // namespace carillon
