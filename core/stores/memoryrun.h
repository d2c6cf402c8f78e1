// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/run.h"

namespace carillon {

/// Nothing beyond its state and times is known of what became of it.
bool isPlain(const Run &run);
/// The same, and nobody asked for it: it fell due.
bool isPlainlyDue(const Run &run);

/// A run in memory, in a fifth of the space where there is little to tell of it, which is nearly
/// always. What is not asked for here is found in run().
class MemoryRun
{
public:
    MemoryRun() = default;
    explicit MemoryRun(const Run &run) { set(run); }

    void set(const Run &run);
    void dropTail();
    Run run(RunId id) const;

    const JobId &job() const { return m_job; }
    bool isActive() const { return m_state == RunState::Queued || m_state == RunState::Running; }
    /// Whether it stands for the due time that `other`, a run of the same job, stands for.
    bool isForSameTimeAs(const Run &other) const
    {
        return m_due == other.due && m_epoch == other.epoch && m_attempt == other.attempt;
    }

private:
    JobId m_job;
    QString m_jobName;
    std::optional<Instant> m_due;
    Instant m_started; // of a plain run; `never` if it has not
    Instant m_ended;
    std::int32_t m_epoch = 0;
    std::int32_t m_attempt = 1;
    RunState m_state = RunState::Queued;
    RunCause m_cause = RunCause::Schedule;
    Rare<Run> m_whole; // where it is not plain
};

} // namespace carillon
