// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/wakeuptimer.h"

#ifdef Q_OS_LINUX
#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace carillon {

#ifdef Q_OS_LINUX

namespace {

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

/// On the wall clock: only that one tells of being set.
itimerspec fromNow(std::chrono::microseconds wait)
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    // Zero would disarm it.
    const std::int64_t nanoseconds = now.tv_nsec + std::max<std::int64_t>(wait.count(), 1) * 1000;
    itimerspec when{};
    when.it_value.tv_sec = now.tv_sec + nanoseconds / nanosecondsPerSecond;
    when.it_value.tv_nsec = nanoseconds % nanosecondsPerSecond;
    return when;
}

} // namespace

WakeUpTimer::WakeUpTimer(QObject *parent)
    : QObject(parent),
      m_descriptor(::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
      m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WakeUpTimer::fired);
    if (m_descriptor < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &WakeUpTimer::onReadable);
}

WakeUpTimer::~WakeUpTimer()
{
    m_notifier.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WakeUpTimer::arm(std::chrono::microseconds wait)
{
    const itimerspec when = fromNow(wait);
    constexpr int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    // Fails with ECANCELED, but is armed, when the clock was set since.
    if (m_descriptor < 0 ||
        (::timerfd_settime(m_descriptor, flags, &when, nullptr) != 0 && errno != ECANCELED))
        m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

void WakeUpTimer::disarm()
{
    m_timer.stop();
    const itimerspec never{};
    if (m_descriptor >= 0)
        ::timerfd_settime(m_descriptor, 0, &never, nullptr);
}

void WakeUpTimer::onReadable()
{
    std::uint64_t expirations = 0;
    const auto size = ::read(m_descriptor, &expirations, sizeof expirations);
    if (size < 0 && errno == EAGAIN)
        return;   // armed anew meanwhile
    emit fired(); // it is time, or (ECANCELED) the clock was set
}

#else

WakeUpTimer::WakeUpTimer(QObject *parent) : QObject(parent), m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &WakeUpTimer::fired);
}

WakeUpTimer::~WakeUpTimer() = default;

void WakeUpTimer::arm(std::chrono::microseconds wait)
{
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

void WakeUpTimer::disarm()
{
    m_timer.stop();
}

void WakeUpTimer::onReadable() {}

#endif

} // namespace carillon
