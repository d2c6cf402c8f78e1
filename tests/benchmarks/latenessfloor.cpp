// SPDX-License-Identifier: GPL-3.0-or-later
#include "latenessfloor.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/timerfd.h>
#include <unistd.h>

#include <cstdint>
#include <ctime>
#include <functional>
#include <queue>
#endif

namespace carillon {

#ifdef Q_OS_LINUX

namespace {

constexpr std::int64_t second = 1'000'000'000;

std::int64_t realTime()
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * second + now.tv_nsec;
}

void waitUntil(int alarm, std::int64_t at)
{
    const itimerspec when{{}, {at / second, at % second}};
    timerfd_settime(alarm, TFD_TIMER_ABSTIME, &when, nullptr);
    std::uint64_t expired = 0;
    while (read(alarm, &expired, sizeof expired) < 0) {}
}

} // namespace

std::vector<double> latenessFloor(int jobs, int seconds)
{
    using Entry = std::pair<std::int64_t, int>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> due;
    const std::int64_t first = (realTime() / second + 2) * second;
    for (int i = 0; i < jobs; ++i)
        due.emplace(first, i);
    std::vector<double> late;
    late.reserve(size_t(jobs) * size_t(seconds));
    const int alarm = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC);
    while (due.top().first < first + seconds * second) {
        waitUntil(alarm, due.top().first);
        for (std::int64_t now = realTime(); due.top().first <= now; now = realTime()) {
            const auto [at, job] = due.top();
            due.pop();
            late.push_back(double(now - at) / 1e6);
            due.emplace(at + second, job);
        }
    }
    close(alarm);
    return late;
}

#else

std::vector<double> latenessFloor(int, int)
{
    return {};
}

#endif

} // namespace carillon
