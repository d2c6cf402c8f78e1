// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/watchdog.h"

#include "core/util/logging.h"

#include <QAbstractEventDispatcher>

namespace carillon {

Watchdog::Watchdog(const Clock &clock) : m_clock(clock), m_thread([this] { run(); }) {}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stops = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Watchdog::watch(QAbstractEventDispatcher &loop)
{
    QObject::connect(&loop, &QAbstractEventDispatcher::awake, &m_context, [this] { turn(); });
    QObject::connect(&loop, &QAbstractEventDispatcher::aboutToBlock, &m_context,
                     [this] { rest(); });
}

void Watchdog::turn()
{
    const Duration now = m_clock.elapsed();
    endTurn(now);
    m_turnBegan = now.count();
}

void Watchdog::rest()
{
    endTurn(m_clock.elapsed());
    m_turnBegan = resting;
}

void Watchdog::endTurn(Duration now)
{
    const qint64 began = m_turnBegan;
    if (began == resting || now - Duration(began) <= longestTurn)
        return;
    if (m_noticed.exchange(resting) != began)
        ++m_stalls; // it was over before the thread looked
    log::scheduler().warn("the engine was held up for {:.1f} s", double(now.count() - began) / 1e6);
}

void Watchdog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, longestTurn, [this] { return m_stops; }))
        look();
}

void Watchdog::look()
{
    const qint64 began = m_turnBegan;
    if (began == resting || m_clock.elapsed() - Duration(began) <= longestTurn)
        return;
    if (m_noticed.exchange(began) == began)
        return; // said already
    ++m_stalls;
    log::scheduler().warn("the engine has been held up for over a second");
}

} // namespace carillon
