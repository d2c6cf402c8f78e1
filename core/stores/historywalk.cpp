// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/historywalk.h"

#include "core/stores/runqueries.h"
#include "core/stores/sqlvalues.h"

#include <algorithm>

namespace carillon {

namespace {

/// The newest run of the job that is not among its newest `keep`; 0 if there is none.
Result<qint64> newestBeyond(RunQueries &queries, qint64 job, qint64 keep)
{
    qint64 beyond = 0;
    const auto look = [&](qint64 part) -> Result<bool> {
        queries.countOfJob.bindValue(u":part"_qs, part);
        queries.countOfJob.bindValue(u":job"_qs, job);
        const auto count = queries.number(queries.countOfJob);
        if (!count)
            return count.error();
        if (*count <= keep) {
            keep -= *count;
            return false;
        }
        queries.newestBut.bindValue(u":part"_qs, part);
        queries.newestBut.bindValue(u":job"_qs, job);
        queries.newestBut.bindValue(u":offset"_qs, keep);
        const auto found = queries.number(queries.newestBut);
        if (!found)
            return found.error();
        beyond = *found;
        return true;
    };
    const auto walked = walkParts(queries, HistoryOrder::NewestFirst, newestOfAll, look);
    return walked ? Result<qint64>(beyond) : walked.error();
}

Result<std::vector<JobHistory::Ended>> oldestEnded(RunQueries &queries, qint64 job, size_t limit)
{
    std::vector<JobHistory::Ended> found;
    const auto look = [&](qint64 part) -> Result<bool> {
        if (found.size() >= limit)
            return true;
        QSqlQuery &query = queries.oldestEnded;
        query.bindValue(u":part"_qs, part);
        query.bindValue(u":job"_qs, job);
        query.bindValue(u":limit"_qs, qint64(limit - found.size()));
        if (const auto done = queries.execute(query); !done)
            return done.error();
        while (query.next())
            found.push_back({{query.value(0).toLongLong()},
                             sqlvalues::toOptionalInstant(query.value(1)),
                             sqlvalues::toOptionalInstant(query.value(2))});
        const auto finished = queries.finish(query);
        return finished ? Result<bool>(false) : finished.error();
    };
    const auto walked = walkParts(queries, HistoryOrder::OldestFirst, newestOfAll, look);
    return walked ? Result<std::vector<JobHistory::Ended>>(std::move(found)) : walked.error();
}

} // namespace

Result<> walkParts(RunQueries &queries, HistoryOrder order, qint64 before, const PartWalk &walk)
{
    QSqlQuery &parts = queries.parts;
    if (const auto done = queries.execute(parts); !done)
        return done;
    const bool isEmpty = !parts.next() || parts.value(0).isNull();
    const qint64 oldest = parts.value(0).toLongLong();
    const qint64 newest = std::min(parts.value(1).toLongLong(), partOfRun(before - 1));
    parts.finish();
    for (qint64 i = 0; !isEmpty && i <= newest - oldest; ++i) {
        const auto enough = walk(order == HistoryOrder::NewestFirst ? newest - i : oldest + i);
        if (!enough)
            return enough.error();
        if (*enough)
            break;
    }
    return {};
}

Result<JobHistory> historyOf(RunQueries &queries, qint64 job, int keep, int limit)
{
    queries.latestRun.bindValue(u":job"_qs, job);
    const auto latest = queries.number(queries.latestRun);
    if (!latest)
        return latest.error();
    const auto beyond = newestBeyond(queries, job, keep);
    if (!beyond)
        return beyond.error();
    auto oldest = oldestEnded(queries, job, size_t(std::max(0, limit)));
    if (!oldest)
        return oldest.error();
    return JobHistory{std::move(*oldest), RunId{*latest}, RunId{*beyond}};
}

} // namespace carillon
