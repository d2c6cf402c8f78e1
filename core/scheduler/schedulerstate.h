// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace carillon {

/// What the scheduler as a whole is doing. The numbers are those of the API.
enum class SchedulerState : std::uint8_t {
    Stopped = 0,
    Running = 1,
    Paused = 2, ///< nothing is started by schedule
};

} // namespace carillon
