// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/storedjobs.h"

#include "core/stores/database.h"
#include "core/stores/jobdefinition.h"
#include "core/stores/sqlvalues.h"
#include "core/stores/statements.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <span>

namespace carillon {

using namespace sqlvalues;

namespace {

/// In the order of load_jobs.
enum JobColumn {
    IdColumn,
    DefinitionColumn,
    NextColumn,
    PausedColumn,
    ProblemColumn,
    CreatedColumn,
    ChangedColumn,
    PositionColumn,
    StandingColumn,
    StandingNameColumn,
};

StoredJob storedJob(const QSqlQuery &row)
{
    return {.id = row.value(IdColumn).toString(),
            .definition = row.value(DefinitionColumn).toByteArray(),
            .next = toOptionalInstant(row.value(NextColumn)),
            .paused = row.value(PausedColumn).toBool(),
            .problem = row.value(ProblemColumn).toString(),
            .created = toInstant(row.value(CreatedColumn)),
            .changed = toInstant(row.value(ChangedColumn)),
            .position = row.value(PositionColumn).toLongLong(),
            .standing = row.value(StandingColumn).toInt(),
            .standingName = row.value(StandingNameColumn).toString()};
}

/// Usable from any thread.
ReadJob read(const StoredJob &row)
{
    auto found = readDefinition(row.definition);
    if (!found) {
        const QString mistake = found.error().message;
        return {&row, placeholder(row.definition, row.id, mistake), mistake};
    }
    return {&row, *std::move(found), {}};
}

/// Some jobs that are being read. Its memory serves again and again: it is the system's answer to
/// new memory that takes long.
struct Batch
{
    static constexpr size_t mostRows = 512;

    ~Batch() { reading.waitForFinished(); }

    std::vector<ReadJob> jobs;
    QFuture<void> reading;

    void begin(std::span<const StoredJob> rows)
    {
        reading = QtConcurrent::run([this, rows] {
            jobs.clear();
            std::transform(rows.begin(), rows.end(), std::back_inserter(jobs), read);
        });
    }
};

} // namespace

Result<std::vector<StoredJob>> storedJobs(const Database &database)
{
    auto query = database.prepare(namedStatements(u":/sql/jobs.sql"_qs).value(u"load_jobs"_qs));
    if (!query)
        return query.error();
    if (!query->exec())
        return database.error(query->lastError());
    std::vector<StoredJob> rows;
    while (query->next())
        rows.push_back(storedJob(*query));
    const QSqlError failure = query->lastError();
    query->finish();
    if (failure.isValid())
        return database.error(failure);
    std::sort(rows.begin(), rows.end(),
              [](const StoredJob &a, const StoredJob &b) { return a.position < b.position; });
    return rows;
}

void readJobs(const std::vector<StoredJob> &rows, const std::function<void(ReadJob &)> &takeIn)
{
    std::span<const StoredJob> left(rows);
    const auto begin = [&left](Batch &batch) {
        const auto some = left.first(std::min(left.size(), Batch::mostRows));
        left = left.subspan(some.size());
        batch.begin(some);
    };
    std::array<Batch, 4> batches;
    for (Batch &batch : batches)
        begin(batch);
    for (size_t done = 0, i = 0; done < rows.size(); i = (i + 1) % batches.size()) {
        Batch &batch = batches[i];
        batch.reading.waitForFinished();
        std::for_each(batch.jobs.begin(), batch.jobs.end(), takeIn);
        done += batch.jobs.size();
        begin(batch);
    }
}

} // namespace carillon
