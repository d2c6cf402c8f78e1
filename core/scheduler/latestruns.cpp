// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/latestruns.h"

namespace carillon {

void LatestRuns::note(const Run &run)
{
    Latest &latest = m_byJob[run.job];
    latest.id = run.id;
    latest.run.set(run);
    latest.run.dropTail();
}

std::optional<Run> LatestRuns::of(const JobId &job) const
{
    const auto latest = m_byJob.constFind(job);
    if (latest == m_byJob.constEnd())
        return {};
    return latest->run.run(latest->id);
}

} // namespace carillon
