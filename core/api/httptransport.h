// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpendpoint.h"
#include "core/api/httpservice.h"

namespace carillon {

/// Carries a router over HTTP. Lives in the engine thread; see HttpService.
class HttpTransport
{
    Q_DISABLE_COPY_MOVE(HttpTransport)

public:
    /// `clock` must outlive it and be usable from any thread.
    HttpTransport(HttpService::Handler handler, const Clock &clock,
                  const ServerLimits &limits = {});

    /// Call once. UnsafeSettings if checkEndpoint() refuses, PortTaken if another program listens
    /// there, NotAllowed if a certificate cannot be used or the system refuses. Never listens in
    /// any other way than it was told to.
    Result<> listen(const HttpEndpoint &endpoint);

    /// 0 before listen() has succeeded.
    quint16 port() const { return m_port; }

private:
    HttpService m_service;
    quint16 m_port = 0;
};

} // namespace carillon
