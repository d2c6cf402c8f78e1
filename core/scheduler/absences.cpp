// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/absences.h"

#include "core/scheduler/plan.h"

#include <algorithm>

namespace carillon {

void Absences::add(Absence kind, Instant from, Instant until)
{
    if (until <= from)
        return;
    for (AbsencePeriod &period : m_periods) {
        if (period.kind == kind && period.from == from) {
            period.until = std::max(period.until, until);
            return;
        }
    }
    if (m_periods.size() == mostKept)
        m_periods.pop_front();
    m_periods.push_back({kind, from, until});
}

const AbsencePeriod *Absences::covering(Instant due) const
{
    const AbsencePeriod *best = nullptr;
    // The order of the kinds settles ties: whoever was asleep was busy too, but that says less.
    const auto isBetter = [&best](const AbsencePeriod &period) {
        return !best || period.until > best->until ||
               (period.until == best->until && period.kind < best->kind);
    };
    for (const AbsencePeriod &period : m_periods) {
        if (period.from <= due && due < period.until && isBetter(period))
            best = &period;
    }
    return best;
}

void noteLateness(Run &run, const Job &job, Instant now, const Absences &absences)
{
    if (!run.due || now - startOf(job, *run.due) <= ordinaryLateness)
        return;
    if (!run.facts)
        run.facts.emplace();
    RunFacts &facts = *run.facts;
    facts.noticed = now;
    if (!facts.missedRule)
        facts.missedRule = job.rules.missed;
    if (!facts.grace)
        facts.grace = job.rules.grace;
    const AbsencePeriod *const absence = absences.covering(*run.due);
    if (!absence)
        return;
    facts.absence = absence->kind;
    facts.absentFrom = absence->from;
    facts.absentUntil = absence->until;
}

} // namespace carillon
