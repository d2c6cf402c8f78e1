// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

namespace carillon {

/// Where a Redis server is, and who we are there.
struct RedisAddress
{
    QString host = {};
    quint16 port = 6379;
    QString socket = {}; ///< a path; then host and port mean nothing
    QString user = {};   ///< empty: the server's default user
    QString password = {};
    int database = 0;

    /// Without user and password, for people.
    QString text() const;

    bool operator==(const RedisAddress &) const = default;
};

/// Reads `redis://[[USER]:PASSWORD@]HOST[:PORT][/DATABASE]` and `unix://[[USER]:PASSWORD@]/PATH
/// [?db=DATABASE]`. The error does not repeat what may be a password.
Result<RedisAddress> redisAddressFromText(const QString &text);

} // namespace carillon
