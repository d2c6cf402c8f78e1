// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace carillon {

/// How long to wait before the next attempt: twice as long each time, up to a limit, and less by a
/// random part of up to a half, so that many who lost the same server do not come back together.
class Backoff
{
public:
    using Length = std::chrono::milliseconds;

    Backoff(Length first, Length longest) : m_first(first), m_longest(longest), m_next(first) {}

    /// `random` is at least 0 and below 1.
    Length next(double random);
    /// It went well.
    void reset() { m_next = m_first; }

private:
    Length m_first;
    Length m_longest;
    Length m_next;
};

} // namespace carillon
