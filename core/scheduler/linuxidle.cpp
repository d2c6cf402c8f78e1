// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/linuxidle.h"

#include "core/scheduler/desktopidle.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <ctime>

namespace carillon {

namespace {

std::chrono::nanoseconds sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

LinuxIdle::LinuxIdle() : LinuxIdle(Options()) {}

LinuxIdle::LinuxIdle(const Options &options) : m_options(options)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LinuxIdle::ask);
    m_asker.setMaxThreadCount(1);
    ask();
}

LinuxIdle::~LinuxIdle() = default;

std::optional<std::chrono::seconds> LinuxIdle::idleFor() const
{
    if (!m_askedAt)
        return std::chrono::seconds(0);
    if (!m_told)
        return {};
    const bool isGood = sinceBoot() - *m_askedAt <= m_options.goodFor;
    return isGood ? std::chrono::floor<std::chrono::seconds>(*m_told) : std::chrono::seconds(0);
}

void LinuxIdle::ask()
{
    QtConcurrent::run(&m_asker, desktopIdle, m_options.answerLimit)
        .then(this, [this](std::optional<std::chrono::milliseconds> answer) { take(answer); });
}

void LinuxIdle::take(std::optional<std::chrono::milliseconds> answer)
{
    m_told = answer;
    m_askedAt = sinceBoot();
    m_timer.start(answer ? m_options.interval : m_options.intervalInVain);
}

} // namespace carillon
