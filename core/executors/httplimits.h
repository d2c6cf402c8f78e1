// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace carillon {

/// What holds for requests whose job sets nothing tighter.
struct HttpLimits
{
    int redirects = 10;
    qint64 body = 1024LL * 1024 * 1024; ///< bytes; a run that gets more has failed
    std::chrono::seconds time = std::chrono::hours(1);
    int atOnce = 200; ///< further requests wait for their turn
};

} // namespace carillon
