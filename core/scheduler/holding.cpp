// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/holding.h"

#include <algorithm>

namespace carillon {

std::optional<Instant> nextLook(const Rules &rules, Instant from, Instant now)
{
    const Instant look = now + std::chrono::minutes(1);
    const bool isNeverTooLate = !rules.grace && rules.missed != MissedRule::Skip;
    if (isNeverTooLate)
        return look;
    const Instant end =
        from + (rules.missed == MissedRule::Skip ? ordinaryLateness : Duration(*rules.grace));
    return now < end ? std::optional(std::min(look, end)) : std::nullopt;
}

void holdBack(const Job &job, const QString &unmet, Instant now, Plan &plan)
{
    for (PlannedRun &run : plan.runs) {
        if (run.state != RunState::Queued)
            continue;
        const bool isLastOfAll = !plan.next && &run == &plan.runs.back();
        const auto look =
            isLastOfAll ? nextLook(job.rules, startOf(job, run.due), now) : std::nullopt;
        if (!look) {
            refuse(run, Hindrance::Condition, {}, unmet);
            continue;
        }
        run.notBefore = look;
        if (!run.facts)
            run.facts.emplace();
        run.facts->hindrance = Hindrance::Condition;
        run.facts->detail = unmet;
    }
}

} // namespace carillon
