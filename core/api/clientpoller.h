// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httpclients.h"
#include "core/api/socketpoller.h"

namespace carillon {

/// A new poller for the sockets of `clients`, who own it. What is found ready together is a batch.
inline SocketPoller &pollerOf(HttpClients &clients)
{
    auto *poller = new SocketPoller(&clients);
    QObject::connect(poller, &SocketPoller::started, &clients, &HttpClients::beginBatch);
    QObject::connect(poller, &SocketPoller::finished, &clients, &HttpClients::endBatch);
    return *poller;
}

} // namespace carillon
