// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/sqlstore.h"

#include "core/stores/backups.h"
#include "core/stores/database.h"
#include "core/stores/databasefile.h"
#include "core/stores/migrations.h"
#include "core/stores/restore.h"
#include "core/stores/sqljobstore.h"
#include "core/stores/sqlrunstore.h"
#include "core/stores/storeerrors.h"

namespace carillon {

class SqlStore::Private
{
public:
    // Queries must go before their connection: the order matters.
    Access access = Access::ReadWrite;
    std::unique_ptr<Database> database;
    std::unique_ptr<SqlJobStore> jobs;
    std::unique_ptr<SqlRunStore> runs;

    Result<> writeAll(const Changes &changes) const;
};

/// In one transaction.
Result<> SqlStore::Private::writeAll(const Changes &changes) const
{
    const auto transaction = Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    if (const auto written = jobs->write(changes); !written)
        return written;
    if (const auto written = runs->write(changes); !written)
        return written;
    if (const auto written = jobs->writeAdvances(changes); !written)
        return written;
    return (*transaction)->commit();
}

namespace {

/// Leaves a file that is fit to be opened, or says why not.
Result<> makeReady(const QString &file, SqlStore::Access access)
{
    const int newest = int(migrations().size());
    if (access == SqlStore::Access::ReadOnly && isRestoreUnfinished(file))
        return storeerrors::halfRestored(file);
    if (access == SqlStore::Access::ReadWrite) {
        if (const auto finished = finishRestore(file); !finished)
            return finished.error();
    }
    const auto inspected = inspectDatabaseFile(file, newest);
    if (!inspected)
        return inspected.error();
    if (access == SqlStore::Access::ReadWrite)
        return inspected->exists ? Result<>() : createDatabase(file, migrations());
    if (!inspected->exists)
        return storeerrors::missing(file);
    return inspected->version < newest ? storeerrors::older(file) : Result<>();
}

} // namespace

SqlStore::SqlStore(std::unique_ptr<Private> d) : d(std::move(d)) {}

SqlStore::~SqlStore() = default;

Result<std::unique_ptr<SqlStore>> SqlStore::open(const QString &file, Access access,
                                                 std::chrono::milliseconds busyTimeout)
{
    auto opened = openUnadvised(file, access, busyTimeout);
    if (!opened && opened.error().code == ErrorCode::Internal) // the schema is not what it says
        opened = storeerrors::damaged(file);
    if (!opened && opened.error().code == ErrorCode::StoreRefused)
        return storeerrors::withAdvice(opened.error(), backups::newest(file));
    return opened;
}

Result<std::unique_ptr<SqlStore>> SqlStore::openUnadvised(const QString &file, Access access,
                                                          std::chrono::milliseconds busyTimeout)
{
    if (const auto ready = makeReady(file, access); !ready)
        return ready.error();
    auto d = std::make_unique<Private>();
    d->access = access;
    const bool queryOnly = access == Access::ReadOnly;
    auto database = Database::open(file, {.queryOnly = queryOnly, .busyTimeout = busyTimeout});
    if (!database)
        return database.error();
    d->database = std::move(*database);
    if (!queryOnly) {
        if (const auto upgraded = upgradeDatabase(*d->database, migrations()); !upgraded)
            return upgraded.error();
    }
    auto jobs = SqlJobStore::load(*d->database);
    if (!jobs)
        return jobs.error();
    d->jobs = std::move(*jobs);
    auto runs = SqlRunStore::create(*d->database, d->jobs->standings());
    if (!runs)
        return runs.error();
    d->runs = std::move(*runs);
    return std::unique_ptr<SqlStore>(new SqlStore(std::move(d)));
}

const JobStore &SqlStore::jobs() const
{
    return *d->jobs;
}

const RunStore &SqlStore::runs() const
{
    return *d->runs;
}

Result<ClockRecord> SqlStore::clockRecord() const
{
    return d->runs->clockRecord();
}

Result<> SqlStore::commit(const Changes &changes)
{
    if (d->access == Access::ReadOnly)
        return storeerrors::readOnly(d->database->file());
    if (changes.isEmpty())
        return {};
    if (const auto committed = d->writeAll(changes); !committed) {
        d->jobs->forget();
        return committed;
    }
    d->jobs->remember(changes);
    return {};
}

} // namespace carillon
