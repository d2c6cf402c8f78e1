// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/clock.h"

namespace carillon {

Instant SystemClock::now() const
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

Duration SystemClock::elapsed() const
{
    return std::chrono::floor<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace carillon
