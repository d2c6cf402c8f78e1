// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/pendingjobs.h"

#include <algorithm>

namespace carillon {

Job PendingJobs::Pending::job(const Rules &defaults) const
{
    Job job = entry.job;
    if (entry.source.isEmpty())
        return job;
    if (const auto again = jobFromJson(entry.source, {context, defaults}))
        job.rules = again->job.rules;
    return job;
}

std::vector<PendingJobs::Pending>::iterator PendingJobs::iteratorTo(const JobId &id)
{
    return std::find_if(m_jobs.begin(), m_jobs.end(),
                        [&id](const Pending &pending) { return pending.entry.job.id == id; });
}

const Job *PendingJobs::find(const JobId &id) const
{
    for (const Pending &pending : m_jobs) {
        if (pending.entry.job.id == id)
            return &pending.entry.job;
    }
    return nullptr;
}

void PendingJobs::replace(const Job &job)
{
    const auto found = iteratorTo(job.id);
    Q_ASSERT(found != m_jobs.end());
    found->entry.job = job;
    found->entry.source = {}; // somebody has said what it leaves open
}

bool PendingJobs::remove(const JobId &id)
{
    const auto found = iteratorTo(id);
    if (found == m_jobs.end())
        return false;
    m_jobs.erase(found);
    return true;
}

} // namespace carillon
