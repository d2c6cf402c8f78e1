// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace carillon {

/// What clients may ask of a server. Tests shorten the times; nothing else has reason to.
struct ServerLimits
{
    qsizetype head = 16 * 1024;   ///< bytes of the request line and the headers
    int headers = 100;            ///< lines, trailers included
    qsizetype body = 1024 * 1024; ///< bytes
    /// Connections at a time; a further one takes the place of whichever has kept its request back
    /// for longest.
    int connections = 64;
    /// From accepting, or from the first byte of a later request, to the whole request.
    std::chrono::milliseconds requestTime = std::chrono::seconds(10);
    std::chrono::milliseconds idleTime = std::chrono::seconds(15); ///< between two requests
    /// In each such span a client takes some of what waits for it.
    std::chrono::milliseconds stallTime = std::chrono::seconds(10);
    /// How long a client that was refused may go on sending.
    std::chrono::milliseconds drainTime = std::chrono::seconds(2);
};

} // namespace carillon
