// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/memoryrun.h"

namespace carillon {

namespace {

constexpr Instant never = Instant::min();

bool isPlain(const RunOutcome &outcome)
{
    return !outcome.exitCode && !outcome.signal && outcome.reason.isEmpty() &&
           outcome.returnValue.isUndefined() && outcome.exception.isEmpty() &&
           outcome.traceback.isEmpty() && outcome.processesEnded == 0 &&
           outcome.processesForced == 0 && !outcome.userTime && !outcome.systemTime &&
           !outcome.peakMemory;
}

std::optional<Instant> unlessNever(Instant instant)
{
    return instant == never ? std::nullopt : std::optional(instant);
}

} // namespace

bool isPlain(const Run &run)
{
    return isPlain(run.outcome) && run.dueCount == 1 && !run.lastDue && run.outputSize == 0 &&
           !run.facts && !run.process;
}

bool isPlainlyDue(const Run &run)
{
    return run.by.isEmpty() && !run.source && !run.notBefore && isPlain(run);
}

void MemoryRun::set(const Run &run)
{
    m_job = run.job;
    m_jobName = run.jobName;
    m_due = run.due;
    m_started = run.started.value_or(never);
    m_ended = run.ended.value_or(never);
    m_epoch = run.epoch;
    m_attempt = run.attempt;
    m_state = run.state;
    m_cause = run.cause;
    m_whole.reset();
    if (!isPlainlyDue(run) || run.outcome.state != RunOutcome().state || !run.tail.isEmpty())
        m_whole.emplace(run);
}

void MemoryRun::dropTail()
{
    if (m_whole)
        m_whole->tail.clear();
}

Run MemoryRun::run(RunId id) const
{
    if (m_whole)
        return *m_whole;
    Run run;
    run.id = id;
    run.job = m_job;
    run.jobName = m_jobName;
    run.state = m_state;
    run.cause = m_cause;
    run.due = m_due;
    run.epoch = m_epoch;
    run.attempt = m_attempt;
    run.started = unlessNever(m_started);
    run.ended = unlessNever(m_ended);
    return run;
}

} // namespace carillon
