// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Scheduler that deals with commits of which it is not known whether they happened.
#include "core/scheduler/activeruns.h"
#include "core/scheduler/commitdoubt.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/store.h"
#include "core/util/logging.h"

namespace carillon {

/// Runs that are on record after all start now; their jobs move on first. What was asked for by
/// somebody who was told that it failed does not start.
Result<> Scheduler::settleDoubt()
{
    if (m_doubt->isEmpty())
        return {};
    if (const auto asked = m_doubt->ask(m_store.runs()); !asked)
        return asked;
    Changes behind;
    behind.advances = m_doubt->missingAdvances(m_store.jobs());
    Result<> saved;
    if (!behind.isEmpty())
        saved = save(behind);
    Changes settled;
    for (Run &run : m_doubt->takeSettled(m_store.jobs())) {
        log::scheduler().info(
            "run {} of {} is on record although its commit was reported as failed", run.id.number,
            run.job.text);
        const Job *const job = m_store.jobs().find(run.job);
        // Recorded again it would be refused as known already.
        std::erase_if(m_followUps, [&](const Run &each) { return each.id == run.id; });
        if (run.isActive() && !((run.due || run.notBefore) && job)) {
            m_ended.push_back(neverStarted(std::move(run)));
            continue;
        }
        if (job)
            settled.advances.push_back({job->id, job->next});
        settled.newRuns.push_back(std::move(run));
    }
    startCommitted(settled);
    return saved;
}

Run Scheduler::neverStarted(Run run) const
{
    run.state = RunState::Skipped;
    run.ended = m_clock.now();
    run.outcome.state = RunState::Skipped;
    run.outcome.reason = tr("The database reported this run as not recorded. It was not started.");
    return run;
}

} // namespace carillon
