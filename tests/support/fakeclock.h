// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"

namespace carillon {

/// A clock that stands still until a test moves it. Use from one thread.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant start) : m_now(start) {}

    Instant now() const override { return m_now; }
    Duration elapsed() const override { return m_elapsed; }
    Duration slept() const override { return m_slept; }

    /// Time passes: wall and monotonic clock both.
    void advance(Duration length)
    {
        m_now += length;
        m_elapsed += length;
    }
    /// The machine sleeps: only the wall clock goes on.
    void sleep(Duration length)
    {
        m_now += length;
        m_slept += length;
    }
    /// Someone sets the wall clock; no time passes.
    void set(Instant wall) { m_now = wall; }

private:
    Instant m_now;
    Duration m_elapsed{0};
    Duration m_slept{0};
};

} // namespace carillon
