// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <vector>

namespace carillon {

/// Remembers jobs. Reading touches no disk; writing goes through Store::commit(). Pointers are
/// good until the next commit. Lives in the engine thread.
class JobStore
{
public:
    virtual ~JobStore() = default;

    /// Null if there is none by that id.
    virtual const Job *find(const JobId &id) const = 0;
    /// In the order in which they were added.
    virtual std::vector<const Job *> all() const = 0;
    virtual int count() const = 0;

    /// The jobs whose run for `next` starts (startOf) at or before `now`, at most `most` of them:
    /// those that start first, of equal ones those added first; in order of `next`.
    virtual std::vector<const Job *> dueJobs(Instant now, int most) const = 0;
    /// The earliest such start of all jobs.
    virtual std::optional<Instant> nextDue() const = 0;
};

} // namespace carillon
