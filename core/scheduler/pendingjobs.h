// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobjson.h"

#include <vector>

namespace carillon {

class JobStore;

// Jobs that were added while the scheduler was stopped. They are stored like others, so that no
// crash loses them, have no next time, and enter the schedule when it starts, in the order in which
// they were added.

/// The job of `entry` as it waits; `context` is what the entry was read with, `order` its number
/// among those that wait.
Job pendingJob(const JobEntry &entry, const TriggerContext &context, qint64 order);

/// `edited` in the place of `before`, which waits: it goes on waiting, and leaves nothing open.
/// `first` is its first run, if somebody has said it.
Job stillPending(Job edited, const Job &before, std::optional<Instant> first = {});

/// As it enters the schedule at `now`: rules it leaves open are `defaults`.
Job entering(Job pending, const Rules &defaults, Instant now);

/// Those that wait, the first to enter first.
std::vector<Job> pendingJobs(const JobStore &jobs);

/// The number of a job that waits.
qint64 orderOf(const Job &pending);

} // namespace carillon
