// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/clockwatch.h"

namespace carillon {

ClockReading readingOf(const Clock &clock)
{
    return {clock.now(), clock.elapsed(), clock.slept()};
}

ClockNews ClockWatch::look(const ClockReading &reading)
{
    ClockNews news;
    news.before = m_last;
    news.now = reading.wall;
    const Duration awake = reading.elapsed - m_last.elapsed;
    const Duration slept = reading.slept - m_last.slept;
    const Duration step = reading.wall - m_last.wall - awake - slept;
    if (std::chrono::abs(step) > tolerance)
        news.step = step;
    if (slept > tolerance)
        news.slept = slept;
    if (awake > longestLook)
        news.unwatched = awake;
    m_last = reading;
    return news;
}

} // namespace carillon
