// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/jobplanning.h"

namespace carillon {

Job planned(Job job, Instant now, std::optional<Instant> explicitNext)
{
    job.next.reset();
    if (job.trigger && !job.paused && job.problem.isEmpty())
        job.next = explicitNext ? explicitNext : job.trigger->initial(now);
    return job;
}

Job replanned(Job edited, const Job &before, Instant now)
{
    edited.created = before.created;
    if (!edited.hasOnlyRawDefinition()) {
        edited.rawDefinition.reset();
        edited.problem.clear(); // a definition that passed the checks has none
    }
    const bool samePlace = edited.trigger == before.trigger && edited.paused == before.paused &&
                           before.problem.isEmpty();
    if (!samePlace)
        return planned(std::move(edited), now);
    edited.next = before.next;
    return edited;
}

Job paused(Job job)
{
    job.paused = true;
    job.next.reset();
    return job;
}

Job resumed(Job job, Instant now)
{
    if (!job.paused)
        return job;
    job.paused = false;
    return planned(std::move(job), now);
}

} // namespace carillon
