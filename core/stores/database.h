// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QSqlQuery>

#include <chrono>
#include <memory>

class QSqlDatabase;
class QSqlError;

namespace carillon {

/// One connection to an SQLite file. Belongs to the thread that opened it; the queries made from
/// it must be gone before it goes.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    struct Options
    {
        bool queryOnly = false; ///< refuse every write through this connection
        bool untouched = false; ///< leave it as it is; a crash's journal is played back
        std::chrono::milliseconds busyTimeout{5000}; ///< how long to wait for a lock
    };

    /// The file must exist and have been inspected: opening it already writes.
    static Result<std::unique_ptr<Database>> open(const QString &file, const Options &options);
    ~Database();

    const QString &file() const { return m_file; }

    Result<> execute(const QString &statement) const;
    /// The first number that a query answers.
    Result<qint64> number(const QString &query) const;
    /// The first column of all rows.
    Result<QStringList> texts(const QString &query) const;
    Result<QSqlQuery> prepare(const QString &statement) const;

    /// What a failure of this connection means; its technical text goes to the log.
    Error error(const QSqlError &failure) const;

private:
    Database(QString file, QString connection);
    QSqlDatabase connection() const;
    static Result<> playBackJournal(const QString &file);
    Result<> setUp(const Options &options) const;

    QString m_file;
    QString m_connection;
};

/// Undone when it goes out of scope without a commit. Takes the write lock at the beginning, so
/// that waiting for it is covered by the busy time-out.
class Transaction
{
    Q_DISABLE_COPY(Transaction)

public:
    static Result<std::unique_ptr<Transaction>> begin(const Database &database);
    ~Transaction();

    Result<> commit();

private:
    explicit Transaction(const Database &database) : m_database(database) {}

    const Database &m_database;
    bool m_isOpen = true;
};

} // namespace carillon
