// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpservice.h"

namespace carillon {

/// Carries a router over a socket in the profile, in HTTP as well. Only the same user is let in, so
/// that no login is needed. Lives in the engine thread; see HttpService.
class LocalTransport
{
    Q_DISABLE_COPY_MOVE(LocalTransport)

public:
    /// `clock` must outlive it and be usable from any thread.
    LocalTransport(HttpService::Handler handler, const Clock &clock,
                   const ServerLimits &limits = {});

    /// Call once, and only while holding the profile's lock: takes the place of a dead predecessor.
    /// `socket` is a path; on Windows, the name of a pipe is made from it.
    Result<> listen(const QString &socket);

private:
    HttpService m_service;
};

} // namespace carillon
