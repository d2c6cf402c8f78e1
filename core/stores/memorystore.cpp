// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memorystore.h"

namespace carillon {

Result<> MemoryStore::commit(const Changes &changes)
{
    if (const auto added = m_runs.add(changes.newRuns); !added)
        return added;
    m_jobs.apply(changes);
    m_runs.apply(changes);
    if (changes.clock)
        m_clock = *changes.clock;
    return {};
}

} // namespace carillon
