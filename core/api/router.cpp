// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/router.h"

#include "core/api/apierror.h"
#include "core/scheduler/scheduler.h"

namespace carillon {

Router::Router(Scheduler &scheduler) : m_scheduler(scheduler) {}

Router::~Router() = default;

void Router::answer(const ApiRequest &request, Reply reply)
{
    if (request.path == "/scheduler" && request.method == "GET")
        reply(jsonResponse({{u"running"_qs, m_scheduler.state() != SchedulerState::Stopped}}));
    else
        reply(errorResponse(404, u"Not found"_qs));
}

} // namespace carillon
