// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/memoryrun.h"

#include <QHash>

namespace carillon {

/// The newest ended run of each job, without its tail.
class LatestRuns
{
public:
    void note(const Run &run);
    std::optional<Run> of(const JobId &job) const;

private:
    struct Latest
    {
        RunId id;
        MemoryRun run;
    };

    QHash<JobId, Latest> m_byJob;
};

} // namespace carillon
