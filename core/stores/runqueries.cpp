// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/runqueries.h"

#include "core/stores/database.h"
#include "core/stores/runrow.h"
#include "core/stores/statements.h"

#include <QSqlError>

namespace carillon {

Result<> RunQueries::prepare()
{
    const auto statements = namedStatements(u":/sql/runs.sql"_qs);
    const std::pair<QSqlQuery *, QString> queries[] = {
        {&insert, u"insert_run"_qs},
        {&insertPlain, u"insert_plain_run"_qs},
        {&update, u"update_run"_qs},
        {&updatePlain, u"update_plain_run"_qs},
        {&setTail, u"set_tail"_qs},
        {&find, u"find_run"_qs},
        {&pageOfAll, u"page_of_all"_qs},
        {&pageOfJob, u"page_of_job"_qs},
        {&active, u"active_runs"_qs},
        {&latestEnded, u"latest_ended"_qs},
        {&highest, u"highest_run"_qs},
        {&raiseHighest, u"raise_highest_run"_qs},
        {&clockRecord, u"clock_record"_qs},
        {&recordClock, u"record_clock"_qs},
        {&missedByMinute, u"missed_by_minute"_qs},
        {&contains, u"contains_run"_qs},
        {&jobsAfter, u"jobs_after"_qs},
        {&parts, u"parts"_qs},
        {&latestRun, u"latest_run"_qs},
        {&oldestEnded, u"oldest_ended"_qs},
        {&countOfJob, u"count_of_job"_qs},
        {&newestBut, u"newest_but"_qs},
        {&remove, u"remove_run"_qs},
        {&dropTail, u"drop_tail"_qs},
    };
    for (const auto &[query, name] : queries) {
        auto prepared = database.prepare(statements.value(name));
        if (!prepared)
            return prepared.error();
        *query = std::move(*prepared);
    }
    return {};
}

Result<> RunQueries::execute(QSqlQuery &query) const
{
    if (query.exec())
        return {};
    const Error failure = database.error(query.lastError());
    query.finish();
    return failure;
}

Result<> RunQueries::finish(QSqlQuery &query) const
{
    const QSqlError failure = query.lastError();
    query.finish(); // an open read would hold up the checkpoint
    return failure.isValid() ? Result<>(database.error(failure)) : Result<>();
}

Result<std::vector<Run>> RunQueries::runs(QSqlQuery &query) const
{
    if (const auto done = execute(query); !done)
        return done.error();
    std::vector<Run> runs;
    while (query.next())
        runs.push_back(readRun(query));
    const auto finished = finish(query);
    return finished ? Result<std::vector<Run>>(std::move(runs)) : finished.error();
}

Result<qint64> RunQueries::number(QSqlQuery &query) const
{
    if (const auto done = execute(query); !done)
        return done.error();
    const qint64 number = query.next() ? query.value(0).toLongLong() : 0;
    const auto finished = finish(query);
    return finished ? Result<qint64>(number) : finished.error();
}

} // namespace carillon
