// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"
#include "core/settings/settings.h"
#include "core/time/clock.h"

#include <memory>

namespace carillon {

class HttpTransport;
class KinitDesk;
class LocalTransport;
class Router;
class Scheduler;

/// What drives the scheduler from outside: over the socket in the profile always, over HTTP if the
/// settings say so. Lives in the engine thread.
class ApiServer
{
    Q_DISABLE_COPY_MOVE(ApiServer)

public:
    /// Both must outlive it.
    ApiServer(Scheduler &scheduler, const Clock &clock);
    ~ApiServer();

    /// Call once. InvalidInput or UnsafeSettings for settings that cannot be, PortTaken if somebody
    /// else listens there.
    Result<> start(const Profile &profile, const Settings &settings);

    /// Where HTTP is served, `http://127.0.0.1:8080/scheduler`; empty if it is not.
    const QString &url() const { return m_url; }

    /// For messages that come by other ways; once it is started, as long as it lives.
    KinitDesk &desk();

private:
    Result<> startHttp(const ApiSettings &settings);

    Scheduler &m_scheduler;
    const Clock &m_clock;
    QString m_url;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<LocalTransport> m_local;
    std::unique_ptr<HttpTransport> m_http;
};

/// Whether this machine may run the scheduler.
bool mayRunHere(const ApiSettings &settings);

} // namespace carillon
