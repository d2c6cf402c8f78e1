// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace carillon::samples {

/// Another program that has the same SQLite file open.
class RawDatabase
{
    Q_DISABLE_COPY_MOVE(RawDatabase)

public:
    explicit RawDatabase(const QString &file)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, m_name);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
    }
    ~RawDatabase() { QSqlDatabase::removeDatabase(m_name); }

    /// The first value of the answer, if there is one.
    QVariant run(const QString &statement, const QVariantList &values = {})
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        bool done = query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        done = done && query.exec();
        if (!done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        return query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name = u"raw"_qs;
};

} // namespace carillon::samples
