// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/plan.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr Duration tick{1};

/// The last member of the trigger at or before `now`, given that `from` is one. first(x) ≤ now
/// holds exactly for x up to that member, so halving finds it in some fifty questions, however
/// many members lie between.
Instant lastDue(const Trigger &trigger, Instant from, Instant now)
{
    Instant low = from; // satisfies
    Instant high = now; // may not
    const auto holds = [&](Instant x) {
        const auto member = trigger.first(x);
        return member && *member <= now;
    };
    while (low < high) {
        const Instant middle = low + (high - low + tick) / 2;
        if (holds(middle))
            low = *trigger.first(middle);
        else
            high = middle - tick;
    }
    return low;
}

/// The due times from `first` to `last`, both included; stops counting at countedDueTimes.
int countDue(const Trigger &trigger, Instant first, Instant last)
{
    int count = 1;
    for (Instant at = first; at < last && count < countedDueTimes; ++count)
        at = trigger.first(at + tick).value_or(last);
    return count;
}

PlannedRun missed(const Trigger &trigger, Instant first, Instant last, const QString &reason)
{
    return {
        RunState::Missed, RunCause::Schedule, first, last, countDue(trigger, first, last), reason};
}

PlannedRun queued(const Job &job, Instant due, Instant now)
{
    const bool late = now - startOf(job, due) > ordinaryLateness;
    return {RunState::Queued, late ? RunCause::CatchUp : RunCause::Schedule, due, due, 1, {}};
}

QString graceReason()
{
    return CoreText::tr("Noticed too late: the allowed delay was over.");
}

bool isTooLate(const Job &job, Instant due, Instant now)
{
    const Duration late = now - startOf(job, due);
    if (job.rules.missed == MissedRule::Skip)
        return late > ordinaryLateness;
    return job.rules.grace && late > *job.rules.grace;
}

/// Runs the last due time, if it is not too late, and records the others together.
void planOnce(const Job &job, Instant last, Instant now, Plan &plan)
{
    const Instant first = *job.next;
    if (isTooLate(job, last, now)) {
        plan.runs.append(missed(*job.trigger, first, last, graceReason()));
        return;
    }
    if (last != first) {
        // The one before the last: the largest member below it.
        const Instant before = lastDue(*job.trigger, first, last - tick);
        plan.runs.append(missed(*job.trigger, first, before,
                                CoreText::tr("Merged into the run that was due last.")));
    }
    plan.runs.append(queued(job, last, now));
}

/// Runs each due time that is not too late, the newest mostCatchUpRuns of them; the others are
/// recorded together.
void planEach(const Job &job, Instant last, Instant now, Plan &plan)
{
    QVarLengthArray<Instant, mostCatchUpRuns> kept; // newest first
    Instant at = last;
    while (kept.size() < mostCatchUpRuns && !isTooLate(job, at, now)) {
        kept.append(at);
        if (at == *job.next)
            break;
        at = lastDue(*job.trigger, *job.next, at - tick);
    }
    const bool allKept = !kept.isEmpty() && kept.last() == *job.next;
    if (!allKept) {
        const bool full = kept.size() == mostCatchUpRuns;
        plan.runs.append(missed(*job.trigger, *job.next, at,
                                full ? CoreText::tr("Only the newest missed due times are run.")
                                     : graceReason()));
    }
    for (auto it = kept.crbegin(); it != kept.crend(); ++it)
        plan.runs.append(queued(job, *it, now));
}

/// Turns what would run into what the overlap rule leaves of it.
void applyOverlap(const Job &job, int running, Plan &plan)
{
    if (running < job.rules.maxInstances)
        return;
    for (PlannedRun &run : plan.runs) {
        const bool isLastOfAll = !plan.next && &run == &plan.runs.back();
        if (run.state != RunState::Queued || isLastOfAll)
            continue; // the last of all waits for its turn
        run.state = RunState::Skipped;
        run.cause = RunCause::Schedule;
        run.reason = CoreText::tr("The run before it was still going on.");
    }
}

} // namespace

Plan plan(const Job &job, int running, Instant now)
{
    Q_ASSERT(job.trigger && job.next && startOf(job, *job.next) <= now);
    Plan plan;
    // On time, which is nearly always, one question settles both.
    Instant last = *job.next;
    plan.next = job.trigger->first(last + tick);
    if (plan.next && startOf(job, *plan.next) <= now) {
        last = lastDue(*job.trigger, *plan.next, now);
        if (startOf(job, last) > now) // jitter still holds the newest back
            last = lastDue(*job.trigger, *plan.next, last - tick);
        plan.next = job.trigger->first(last + tick);
    }
    if (job.rules.missed == MissedRule::RunOnce)
        planOnce(job, last, now, plan);
    else
        planEach(job, last, now, plan);
    applyOverlap(job, running, plan);
    return plan;
}

} // namespace carillon
