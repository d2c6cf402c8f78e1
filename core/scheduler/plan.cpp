// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/plan.h"

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

/// What is known of due times that were noticed late.
RunFacts lateFacts(const Job &job, Instant now, Hindrance hindrance)
{
    RunFacts facts;
    facts.hindrance = hindrance;
    facts.noticed = now;
    facts.missedRule = job.rules.missed;
    facts.grace = job.rules.grace;
    return facts;
}

/// One row for the due times from `first` to `last`.
PlannedRun missed(const Job &job, Instant first, Instant last, Instant now, Hindrance hindrance)
{
    return {RunState::Missed,
            RunCause::Schedule,
            first,
            last,
            countDue(*job.trigger, first, last),
            lateFacts(job, now, hindrance)};
}

PlannedRun queued(const Job &job, Instant due, Instant now)
{
    if (now - startOf(job, due) <= ordinaryLateness)
        return {RunState::Queued, RunCause::Schedule, due, due};
    return {RunState::Queued, RunCause::CatchUp, due, due, 1, lateFacts(job, now, Hindrance::None)};
}

Hindrance tooLate(const Job &job)
{
    return job.rules.missed == MissedRule::Skip ? Hindrance::MissedRule : Hindrance::TooLate;
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
        plan.runs.append(missed(job, first, last, now, tooLate(job)));
        return;
    }
    if (last != first) {
        // The one before the last: the largest member below it.
        const Instant before = lastDue(*job.trigger, first, last - tick);
        plan.runs.append(missed(job, first, before, now, Hindrance::Merged));
    }
    plan.runs.append(queued(job, last, now));
}

/// Runs each due time that is not too late, the newest `mostCatchUps` of them; the others are
/// recorded together.
void planEach(const Job &job, Instant last, Instant now, Plan &plan)
{
    QVarLengthArray<Instant, 8> kept; // newest first
    Instant at = last;
    while (kept.size() < job.rules.mostCatchUps && !isTooLate(job, at, now)) {
        kept.append(at);
        if (at == *job.next)
            break;
        at = lastDue(*job.trigger, *job.next, at - tick);
    }
    const bool allKept = !kept.isEmpty() && kept.last() == *job.next;
    if (!allKept)
        plan.runs.append(missed(job, *job.next, at, now,
                                isTooLate(job, at, now) ? tooLate(job) : Hindrance::TooMany));
    for (auto it = kept.crbegin(); it != kept.crend(); ++it)
        plan.runs.append(queued(job, *it, now));
}

/// Turns what would run into what the overlap rule leaves of it.
void applyOverlap(const Job &job, const Occupancy &occupancy, Plan &plan)
{
    int ahead = 0;
    for (PlannedRun &run : plan.runs) {
        const bool isLastOfAll = !plan.next && &run == &plan.runs.back();
        if (run.state != RunState::Queued || isLastOfAll)
            continue; // the last of all waits for its turn
        const Hindrance hindrance = overlapHindrance(job.rules, occupancy, ahead);
        if (hindrance == Hindrance::None)
            ++ahead;
        else
            refuse(run, hindrance, occupancy.inTheWay);
    }
}

} // namespace

Hindrance overlapHindrance(const Rules &rules, const Occupancy &occupancy, int ahead)
{
    if (occupancy.instances < rules.maxInstances)
        return Hindrance::None;
    switch (rules.overlap) {
    case OverlapRule::Skip: return Hindrance::Overlap;
    case OverlapRule::Queue:
        return occupancy.waiting + ahead < rules.mostQueued ? Hindrance::None
                                                            : Hindrance::QueueFull;
    case OverlapRule::Replace: return Hindrance::None;
    }
    return Hindrance::None;
}

void refuse(PlannedRun &run, Hindrance hindrance, std::optional<RunId> other, const QString &detail)
{
    if (!run.facts)
        run.facts.emplace();
    run.state = RunState::Skipped;
    run.cause = RunCause::Schedule;
    run.facts->hindrance = hindrance;
    run.facts->other = other;
    run.facts->detail = detail;
}

Plan plan(const Job &job, const Occupancy &occupancy, Instant now)
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
    applyOverlap(job, occupancy, plan);
    return plan;
}

} // namespace carillon
