// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/database.h"

#include "core/stores/storeerrors.h"
#include "core/util/logging.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace carillon {

namespace {

// https://www.sqlite.org/rescode.html; the low byte of an extended code is the primary one.
enum ResultCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    InputOutput = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26,
    PrimaryKeyTaken = 1555,
    UniqueKeyTaken = 2067,
};

QString newConnectionName()
{
    static std::atomic<int> count = 0;
    return u"carillon-%1"_qs.arg(++count);
}

} // namespace

Database::Database(QString file, QString connection)
    : m_file(std::move(file)),
      m_connection(std::move(connection))
{
}

Database::~Database()
{
    connection().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, const Options &options)
{
    if (options.untouched && QFile::exists(file + u"-journal"_qs)) {
        if (const auto played = playBackJournal(file); !played)
            return played.error();
    }
    const QString name = newConnectionName();
    std::unique_ptr<Database> database(new Database(file, name));
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_qs, name);
    // As an address, because only that can forbid SQLite to create the file.
    connection.setDatabaseName(QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) +
                               (options.untouched ? u"?mode=ro"_qs : u"?mode=rw"_qs));
    connection.setConnectOptions(
        u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_qs.arg(options.busyTimeout.count()));
    if (!connection.open())
        return database->error(connection.lastError());
    if (const auto ready = database->setUp(options); !ready)
        return ready.error();
    return database;
}

/// A crash may leave the old content of pages beside the file; nobody can read it before they are
/// put back, and that takes writing (https://www.sqlite.org/lockingv3.html#hot_journals).
Result<> Database::playBackJournal(const QString &file)
{
    const auto database = open(file, {.queryOnly = true});
    if (!database)
        return database.error();
    const auto tables = (*database)->number(u"select count(*) from sqlite_schema"_qs);
    return tables ? Result<>() : tables.error();
}

Result<> Database::setUp(const Options &options) const
{
    // A few ticks of ten thousand jobs fit into the cache and between two checkpoints, so that a
    // page that changes often is written back once.
    QStringList settings{u"pragma foreign_keys = on"_qs, u"pragma synchronous = full"_qs,
                         u"pragma cache_size = -32768"_qs, u"pragma wal_autocheckpoint = 8192"_qs};
    if (options.queryOnly)
        settings.append(u"pragma query_only = on"_qs);
    else if (!options.untouched)
        settings.append(u"pragma journal_mode = wal"_qs);
    for (const QString &setting : settings) {
        if (const auto set = execute(setting); !set)
            return set;
    }
    return {};
}

Result<> Database::execute(const QString &statement) const
{
    QSqlQuery query(connection());
    if (!query.exec(statement))
        return error(query.lastError());
    return {};
}

Result<qint64> Database::number(const QString &statement) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(statement) || !query.next())
        return error(query.lastError());
    return query.value(0).toLongLong();
}

Result<QStringList> Database::texts(const QString &statement) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return error(query.lastError());
    QStringList texts;
    while (query.next())
        texts.append(query.value(0).toString());
    if (query.lastError().isValid())
        return error(query.lastError());
    return texts;
}

Result<QSqlQuery> Database::prepare(const QString &statement) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return error(query.lastError());
    return query;
}

Error Database::error(const QSqlError &failure) const
{
    const int code = failure.nativeErrorCode().toInt();
    log::store().warn("{}: SQLite says {} ({})", m_file, failure.databaseText(), code);
    if (code == UniqueKeyTaken || code == PrimaryKeyTaken)
        return storeerrors::alreadyRecorded();
    switch (code & 0xff) {
    case Busy:
    case Locked: return storeerrors::busy(m_file);
    case Full: return storeerrors::full(m_file);
    case Permission:
    case ReadOnlyFile:
    case CannotOpen: return storeerrors::notAllowed(m_file, failure.databaseText());
    case Corrupt:
    case NotADatabase: return storeerrors::damaged(m_file);
    case InputOutput: return storeerrors::unreadable(m_file);
    default: return storeerrors::internal(m_file);
    }
}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database &database)
{
    if (const auto begun = database.execute(u"begin immediate"_qs); !begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    // Fails if SQLite has rolled back by itself, which is just as well.
    if (auto rollback = m_database.prepare(u"rollback"_qs))
        rollback->exec();
}

Result<> Transaction::commit()
{
    const auto committed = m_database.execute(u"commit"_qs);
    if (committed)
        m_isOpen = false;
    return committed;
}

} // namespace carillon
