// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

#include <deque>

namespace carillon {

/// How many due times were missed in the last 24 hours, to the minute.
class MissedCounter
{
public:
    /// Counts a run that is recorded as Missed; others are passed over.
    void add(const Run &run);
    /// So many, recorded at `ended`; not before those that were added last.
    void add(Instant ended, int missed);
    int lastDay(Instant now) const;

private:
    struct Minute
    {
        Instant begin;
        int missed;
    };

    std::deque<Minute> m_minutes; // at most those of a day
};

} // namespace carillon
