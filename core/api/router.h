// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/routetable.h"

#include <memory>

namespace carillon {

class KinitDesk;
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
    using Reply = ApiReply;

    explicit Router(Scheduler &scheduler, ApiOptions options = {});
    ~Router();

    /// Most answers come before this returns, some later (a run that has to end first); those that
    /// are still awaited when the router goes never come. What `request` refers to is copied where
    /// it is needed longer.
    void answer(const ApiRequest &request, Reply reply);

    const RouteTable &routes() const { return m_routes; }

    /// For messages that come by other ways than requests; lives as long as the router.
    KinitDesk &desk();

private:
    struct Parts;

    void addRoutes();
    std::optional<QByteArrayView> pathBelow(const ApiRequest &request) const;
    void dispatchFor(const ApiRequest &request, const Reply &reply);
    void dispatch(const ApiRequest &request, const Reply &reply);
    void callHandler(const ApiHandler &handler, const ApiRequest &request,
                     const QStringList &arguments, const Reply &reply);

    Scheduler &m_scheduler;
    const ApiOptions m_options;
    QByteArray m_prefix;
    RouteTable m_routes;
    std::unique_ptr<Parts> m_parts;
};

} // namespace carillon
