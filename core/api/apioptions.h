// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/executoralias.h"
#include "core/jobs/rules.h"
#include "core/time/zone.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace carillon {

/// Who may call over HTTP.
struct LoginRules
{
    bool isRequired = true;
    /// SHA-256 of the token; empty: no token opens. It is a Bearer token, or the password of the
    /// user `carillon`.
    QByteArray tokenDigest = {};
    QString user = {};         ///< of a password somebody chose
    QString passwordHash = {}; ///< as passwordhash.h writes it; empty: no such password
};

/// What the API is told about its surroundings.
struct ApiOptions
{
    QString prefix = QStringLiteral("/scheduler");
    /// Which machines may run the scheduler: `*`, or names of hosts in lower case.
    QStringList allowedHosts = {QStringLiteral("*")};
    QString hostName = {}; ///< of this machine, in lower case
    Zone zone = {};        ///< of times without one
    Rules jobDefaults = {};
    QHash<QString, ExecutorAlias> executors = usualExecutors();
    QStringList functions = {}; ///< patterns with `*` for what `func` may be; empty: anything
    /// What clients may call this machine, beside the names of the loopback: `name` with any port,
    /// or `name:port`.
    QStringList names = {};
    QStringList proxies = {}; ///< addresses of those whose X-Forwarded-For counts
    LoginRules login = {};

    bool mayRunHere() const
    {
        return allowedHosts.contains(u"*") || allowedHosts.contains(hostName);
    }
};

} // namespace carillon
