// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/rules.h"

#include <QStringList>

namespace carillon {

/// The HTTP API. Keys with the older server's names have its meanings.
struct ApiSettings
{
    bool isEnabled = false; ///< [SCHEDULER_API_ENABLED, or SCHEDULER_VIEWS_ENABLED]
    QString listen = QStringLiteral("127.0.0.1:8080"); ///< [api/listen] `[ADDRESS:]PORT`
    QString prefix = QStringLiteral("/scheduler");     ///< [SCHEDULER_API_PREFIX]
    /// [SCHEDULER_ENDPOINT_PREFIX] of the names that routes had in the older server; kept, and
    /// without effect, since nothing of it was on the wire.
    QString endpointPrefix = QStringLiteral("scheduler.");
    QStringList allowedHosts = {QStringLiteral("*")}; ///< [SCHEDULER_ALLOWED_HOSTS]
    bool asksForLogin = true;     ///< [api/auth] `on`, `off`; off on this machine alone
    QString user = {};            ///< [api/user] with a password of its own, beside the token
    QString passwordHash = {};    ///< [api/password_hash]
    QStringList names = {};       ///< [api/names] what else clients may call this machine
    QStringList proxies = {};     ///< [api/proxies] addresses whose X-Forwarded-For counts
    QStringList functions = {};   ///< [api/functions] what `func` may be; empty: anything
    QString certificate = {};     ///< [api/certificate] PEM file; empty: no TLS
    QString key = {};             ///< [api/key]
    bool allowsPlainHttp = false; ///< [api/allow_plain_http] beyond this machine
    QString timezone = {}; ///< [SCHEDULER_TIMEZONE] of times without one; empty: the system's
    Rules jobDefaults =
        {}; ///< [SCHEDULER_JOB_DEFAULTS/…] coalesce, misfire_grace_time, max_instances

    bool operator==(const ApiSettings &) const = default;
};

} // namespace carillon
