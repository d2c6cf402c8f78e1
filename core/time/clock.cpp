// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/clock.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX) || defined(Q_OS_MACOS)
#include <ctime>
#endif

namespace carillon {

namespace {

#if defined(Q_OS_LINUX) || defined(Q_OS_MACOS)

#ifdef Q_OS_LINUX
constexpr clockid_t awakeClock = CLOCK_MONOTONIC;
constexpr clockid_t alwaysClock = CLOCK_BOOTTIME;
#else
constexpr clockid_t awakeClock = CLOCK_UPTIME_RAW;
constexpr clockid_t alwaysClock = CLOCK_MONOTONIC_RAW;
#endif

Duration read(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::floor<Duration>(std::chrono::seconds(time.tv_sec) +
                                        std::chrono::nanoseconds(time.tv_nsec));
}

#endif

} // namespace

Instant SystemClock::now() const
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

#if defined(Q_OS_LINUX) || defined(Q_OS_MACOS)

Duration SystemClock::elapsed() const
{
    return read(awakeClock);
}

Duration SystemClock::slept() const
{
    return read(alwaysClock) - read(awakeClock);
}

#else

Duration SystemClock::elapsed() const
{
    return std::chrono::floor<Duration>(std::chrono::steady_clock::now().time_since_epoch());
}

Duration SystemClock::slept() const
{
    return Duration::zero();
}

#endif

} // namespace carillon
