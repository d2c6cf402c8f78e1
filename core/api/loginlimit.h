// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <QHash>

namespace carillon {

/// Counts wrong logins: ten per address and minute are looked at.
class LoginLimit
{
public:
    /// Whether one more login from there would be looked at.
    bool isReached(const QString &address, Instant now) const;
    void add(const QString &address, Instant now);
    /// One that was counted before its outcome was known was right after all.
    void takeBack(const QString &address);

private:
    struct Count
    {
        Instant since;
        int number = 0;
    };

    QHash<QString, Count> m_counts;
};

} // namespace carillon
