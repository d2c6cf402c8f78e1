// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/jobs/run.h"

#include <deque>

namespace carillon {

/// A stretch of the wall clock in which nobody looked whether something was due.
struct AbsencePeriod
{
    Absence kind = Absence::None;
    Instant from;
    Instant until;

    bool operator==(const AbsencePeriod &) const = default;
};

/// The recent absences, a bounded number of them.
class Absences
{
public:
    /// Extends the absence of that kind that began at `from`, if there is one. Does nothing if
    /// `until` is not after `from`.
    void add(Absence kind, Instant from, Instant until);

    /// The one that kept `due` from being noticed: of those that cover it the one that lasted
    /// longest into the present; null if there is none.
    const AbsencePeriod *covering(Instant due) const;

private:
    static constexpr std::size_t mostKept = 64;

    std::deque<AbsencePeriod> m_periods; // oldest first
};

/// Notes in the facts of `run`, about whose due time `job` was asked at `now`, why that was late
/// and which rules it met; nothing if it was on time. Leaves what is known already.
void noteLateness(Run &run, const Job &job, Instant now, const Absences &absences);

} // namespace carillon
