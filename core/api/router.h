// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"

#include <functional>

namespace carillon {

class Scheduler;

/// Answers requests, whichever transport brings them.
///
/// Lives in the engine thread and asks `scheduler`, which must outlive it. Costs little per
/// request, so that a transport in a thread of its own may hand over many in one call.
class Router
{
    Q_DISABLE_COPY_MOVE(Router)

public:
    /// Called once per request, in the engine thread.
    using Reply = std::function<void(ApiResponse)>;

    explicit Router(Scheduler &scheduler);
    ~Router();

    /// Most answers come before this returns, some later (a run that has to end first); those that
    /// are still awaited when the router goes never come. What `request` refers to is copied where
    /// it is needed longer.
    void answer(const ApiRequest &request, Reply reply);

private:
    Scheduler &m_scheduler;
};

} // namespace carillon
