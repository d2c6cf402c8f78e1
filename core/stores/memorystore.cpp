// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memorystore.h"

namespace carillon {

Result<> MemoryStore::commit(const Changes &changes)
{
    if (const auto checked = m_runs.check(changes.newRuns); !checked)
        return checked;
    m_jobs.apply(changes);
    m_runs.apply(changes);
    if (changes.clock)
        m_clock = *changes.clock;
    return {};
}

} // namespace carillon
