// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

class QAbstractEventDispatcher;

namespace carillon {

/// Notices, in a thread of its own, when the engine's event loop does not turn for over a second,
/// and says so in the log: once while it lasts, and once with its length when it is over.
class Watchdog
{
public:
    static constexpr Duration longestTurn = std::chrono::seconds(1);

    /// `clock` must outlive it and be usable from any thread.
    explicit Watchdog(const Clock &clock);
    ~Watchdog();
    Watchdog(const Watchdog &) = delete;
    Watchdog &operator=(const Watchdog &) = delete;

    /// To be called in the thread of the loop, whose dispatcher this is, and which made this
    /// object.
    void watch(QAbstractEventDispatcher &loop);

    /// A turn of the loop begins; the one before it is over.
    void turn();
    /// The loop waits for something to do.
    void rest();

    /// How often the loop was held up, the present time included. From any thread.
    int stalls() const { return m_stalls; }

private:
    static constexpr qint64 resting = -1;

    void run();
    void look();
    void endTurn(Duration now);

    const Clock &m_clock;
    std::atomic<qint64> m_turnBegan = resting; ///< in Clock::elapsed(), µs
    std::atomic<int> m_stalls = 0;
    std::atomic<qint64> m_noticed = resting; ///< the turn that the thread has spoken about
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stops = false;
    QObject m_context; ///< of the connections to the loop
    std::thread m_thread;
};

} // namespace carillon
