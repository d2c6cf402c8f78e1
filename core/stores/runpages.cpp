// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runpages.h"

#include "core/stores/historywalk.h"
#include "core/stores/runqueries.h"
#include "core/stores/sqlvalues.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace carillon {

namespace {

/// A bit for each of the states or causes that are accepted.
template <typename Value>
quint32 bits(const std::vector<Value> &accepted)
{
    quint32 mask = accepted.empty() ? ~0u : 0u;
    for (const Value each : accepted)
        mask |= 1u << unsigned(each);
    return mask;
}

/// The first id that is too high.
qint64 endOf(const RunQuery &query)
{
    return query.before ? query.before->number : newestOfAll;
}

/// Of a run that neither fell due nor started, `untimed` is the time: within no bounds there are.
void bindFilter(QSqlQuery &statement, const RunQuery &query)
{
    constexpr qint64 first = std::numeric_limits<qint64>::min();
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const qint64 since = query.since ? sqlvalues::fromInstant(*query.since).toLongLong() : first;
    const qint64 until = query.until ? sqlvalues::fromInstant(*query.until).toLongLong() - 1 : last;
    statement.bindValue(u":before"_qs, endOf(query));
    statement.bindValue(u":from"_qs, query.from ? query.from->number : 0);
    statement.bindValue(u":states"_qs, bits(query.states));
    statement.bindValue(u":causes"_qs, bits(query.causes));
    statement.bindValue(u":since"_qs, since);
    statement.bindValue(u":until"_qs, until);
    statement.bindValue(u":untimed"_qs, query.since ? first : last);
}

} // namespace

Result<std::vector<Run>> pageOfAll(RunQueries &queries, const RunQuery &query)
{
    bindFilter(queries.pageOfAll, query);
    queries.pageOfAll.bindValue(u":limit"_qs, std::max(0, query.limit));
    return queries.runs(queries.pageOfAll);
}

Result<std::vector<Run>> pageOfJob(RunQueries &queries, const RunQuery &query, qint64 job)
{
    const auto limit = size_t(std::max(0, query.limit));
    const qint64 oldestPart = query.from ? partOfRun(query.from->number) : 0;
    std::vector<Run> page;
    const auto look = [&](qint64 part) -> Result<bool> {
        if (part < oldestPart)
            return true;
        QSqlQuery &statement = queries.pageOfJob;
        bindFilter(statement, query);
        statement.bindValue(u":part"_qs, part);
        statement.bindValue(u":job"_qs, job);
        statement.bindValue(u":limit"_qs, qint64(limit - page.size()));
        auto more = queries.runs(statement);
        if (!more)
            return more.error();
        std::move(more->begin(), more->end(), std::back_inserter(page));
        return page.size() >= limit;
    };
    const auto walked = walkParts(queries, HistoryOrder::NewestFirst, endOf(query), look);
    return walked ? Result<std::vector<Run>>(std::move(page)) : walked.error();
}

} // namespace carillon
