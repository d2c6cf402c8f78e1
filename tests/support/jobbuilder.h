// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

namespace carillon {

/// `2024-03-31T02:00Z`, as an instant; for literals in tests.
inline Instant utc(const char *text)
{
    return parseInstant(QString::fromLatin1(text), Zone::utc()).value();
}

/// A noop job every `step` from `start` on, with the contract's rules.
inline Job intervalJob(const char *id, Instant start, Duration step,
                       std::optional<Instant> end = {})
{
    Job job;
    job.id = JobId{QString::fromLatin1(id)};
    job.name = job.id.text;
    job.trigger = IntervalTrigger::create(start, step, end).value();
    job.action = NoopAction{};
    return job;
}

inline Job dateJob(const char *id, Instant when)
{
    Job job;
    job.id = JobId{QString::fromLatin1(id)};
    job.name = job.id.text;
    job.trigger = DateTrigger(when, Zone::utc());
    return job;
}

inline Job manualJob(const char *id)
{
    Job job;
    job.id = JobId{QString::fromLatin1(id)};
    job.name = job.id.text;
    return job;
}

} // namespace carillon
