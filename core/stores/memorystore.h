// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stores/memoryjobstore.h"
#include "core/stores/memoryrunstore.h"
#include "core/stores/store.h"

namespace carillon {

/// Keeps everything until the program ends.
class MemoryStore final : public Store
{
public:
    const JobStore &jobs() const override { return m_jobs; }
    const RunStore &runs() const override { return m_runs; }
    Result<ClockRecord> clockRecord() const override { return m_clock; }
    int mostPerCommit() const override { return 10'000; }
    Result<> commit(const Changes &changes) override;

private:
    MemoryJobStore m_jobs;
    MemoryRunStore m_runs;
    ClockRecord m_clock;
};

} // namespace carillon
