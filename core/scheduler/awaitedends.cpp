// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/awaitedends.h"

#include "core/scheduler/dependencies.h"
#include "core/stores/runstore.h"

#include <algorithm>

namespace carillon {

namespace {

/// Runs end nearly in the order in which they were decided: behind so many that ended too early
/// nobody looks for one that did not.
constexpr int enoughUsed = 100;

/// Shows the runs of a job to `look`, newest first, until it has seen enough and returns true.
template <typename Look>
Result<> eachRun(const RunStore &runs, const JobId &job, Look look)
{
    RunQuery query{.job = job, .limit = 100};
    while (true) {
        const auto page = runs.page(query);
        if (!page)
            return page.error();
        for (const Run &run : *page) {
            if (look(run))
                return {};
        }
        if (page->empty())
            return {};
        query.before = page->back().id;
    }
}

/// When the run ended that started `follower` last; ends up to then are used up.
Result<std::optional<Instant>> lastUsed(const Job &follower, const RunStore &runs)
{
    std::optional<Run> last;
    const auto read = eachRun(runs, follower.id, [&](const Run &run) {
        if (run.cause == RunCause::After)
            last = run;
        return last.has_value();
    });
    if (!read)
        return read.error();
    if (!last)
        return std::optional<Instant>();
    const auto source = last->source ? runs.find(*last->source) : Result<Run>(Error());
    return source && source->ended ? source->ended : last->notBefore;
}

/// Runs that were tried again are no end; looks at runs from the newest on.
class FinalEnds
{
public:
    bool isFinal(const Run &run)
    {
        const bool isSecond = run.cause == RunCause::Retry || run.cause == RunCause::Rerun;
        const bool isRetried =
            m_sources.contains(run.id) || (isSecond && m_sources.contains(*run.source));
        if (isSecond)
            m_sources.insert(*run.source);
        return run.ended && !isRetried;
    }

private:
    QSet<RunId> m_sources;
};

} // namespace

Result<AwaitedEnds> awaitedEnds(const Job &follower, const RunStore &runs)
{
    const auto used = lastUsed(follower, runs);
    if (!used)
        return used.error();
    AwaitedEnds ends;
    std::optional<Instant> last;
    for (const JobId &job : follower.rules.after.jobs) {
        FinalEnds finals;
        int usedOnes = 0;
        const auto read = eachRun(runs, job, [&](const Run &run) {
            const bool isFinal = finals.isFinal(run);
            const bool isUsed =
                run.ended && (*run.ended < follower.changed || (*used && *run.ended <= **used));
            if (isUsed)
                return ++usedOnes > enoughUsed;
            if (!isFinal || !isWantedEnd(follower.rules.after.end, run.state))
                return false;
            ends.jobs.append(job);
            if (!last || *last < *run.ended) {
                last = run.ended;
                ends.last = run.id;
            }
            return true;
        });
        if (!read)
            return read.error();
    }
    return ends;
}

} // namespace carillon
