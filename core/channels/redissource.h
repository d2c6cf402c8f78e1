// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/channelhealth.h"

#include <QObject>

namespace carillon {

/// A way in which a Redis server hands out messages.
class RedisSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The connection is open and has logged in. ready() or failed() follows.
    virtual void begin() = 0;
    /// The connection is lost; another one may begin later.
    virtual void end() = 0;
    /// Fills in its part.
    virtual void tell(ChannelHealth &health) const = 0;

signals:
    void ready();
    void failed(const QString &why);
};

} // namespace carillon
