// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/instant.h"

#include <optional>

namespace carillon {

/// How a child process ended, what it used, and what a stop took with it.
struct ProcessEnd
{
    std::optional<int> exitCode = {};
    std::optional<int> signal = {};
    int processesEnded = 0;
    int processesForced = 0;
    // With its descendants, as far as the platform tells.
    std::optional<Duration> userTime = {};
    std::optional<Duration> systemTime = {};
    std::optional<qint64> peakMemory = {}; ///< bytes, of the largest of them
};

} // namespace carillon
