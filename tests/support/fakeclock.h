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

    /// Time passes: wall and monotonic clock both.
    void advance(Duration length)
    {
        m_now += length;
        m_elapsed += length;
    }
    /// Someone sets the wall clock; no time passes.
    void set(Instant wall) { m_now = wall; }

private:
    Instant m_now;
    Duration m_elapsed{0};
};

} // namespace carillon
