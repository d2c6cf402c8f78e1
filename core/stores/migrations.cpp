// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/migrations.h"

#include "core/stores/database.h"
#include "core/stores/databasecopy.h"
#include "core/stores/databasefile.h"
#include "core/stores/privatefiles.h"
#include "core/stores/statements.h"
#include "core/stores/storeerrors.h"
#include "core/util/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace carillon {

namespace {

std::vector<Migration> readMigrations()
{
    std::vector<Migration> steps;
    const QDir folder(u":/sql/migrations"_qs);
    const QStringList names = folder.entryList({u"*.sql"_qs}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened && name.first(4).toInt() == int(steps.size()) + 1);
        if (opened)
            steps.push_back({name.first(4).toInt(), QString::fromUtf8(file.readAll())});
    }
    return steps;
}

/// Inside a transaction.
Result<> apply(const Database &database, const Migration &step)
{
    const QStringList statements = splitStatements(step.script);
    for (const QString &statement : statements) {
        if (const auto done = database.execute(statement); !done)
            return done;
    }
    return database.execute(u"pragma user_version = %1"_qs.arg(step.version));
}

Result<> applyFrom(const Database &database, const std::vector<Migration> &steps, int version)
{
    for (size_t at = size_t(version); at < steps.size(); ++at) {
        if (const auto applied = apply(database, steps[at]); !applied)
            return applied;
    }
    return {};
}

Result<> fill(const QString &file, const std::vector<Migration> &steps)
{
    const auto database = Database::open(file, {});
    if (!database)
        return database.error();
    const auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.error();
    const auto named =
        (*database)->execute(u"pragma application_id = %1"_qs.arg(databaseApplicationId));
    if (!named)
        return named;
    if (const auto applied = applyFrom(**database, steps, 0); !applied)
        return applied;
    return (*transaction)->commit();
}

/// The copy must be whole before anything is changed.
Result<> copyAside(const Database &database, int version)
{
    const QString copy = u"%1.v%2"_qs.arg(database.file()).arg(version);
    if (const auto copied = copyDatabase(database.file(), copy, Existing::Replace); !copied)
        return copied;
    log::store().info("{} is upgraded; a copy of version {} is in {}", database.file(), version,
                      copy);
    return {};
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps = readMigrations();
    return steps;
}

Result<> createDatabase(const QString &file, const std::vector<Migration> &steps)
{
    const QString unfinished = file + u".new"_qs;
    removeDatabaseFiles(unfinished);
    if (const auto created = createPrivateFile(unfinished); !created)
        return created;
    if (const auto filled = fill(unfinished, steps); !filled) {
        removeDatabaseFiles(unfinished);
        return filled;
    }
    QFile finished(unfinished);
    if (!finished.rename(file)) // does not replace a file that has come into being meanwhile
        return storeerrors::notAllowed(file, finished.errorString());
    syncFolder(QFileInfo(file).path());
    return {};
}

Result<> upgradeDatabase(const Database &database, const std::vector<Migration> &steps)
{
    const auto version = database.number(u"pragma user_version"_qs);
    if (!version)
        return version.error();
    if (*version > qint64(steps.size()))
        return storeerrors::newer(database.file());
    const bool isOld = *version < qint64(steps.size());
    if (isOld) {
        if (const auto copied = copyAside(database, int(*version)); !copied)
            return copied;
    }
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto applied = applyFrom(database, steps, int(*version)); !applied)
        return applied;
    if (const auto committed = (*transaction)->commit(); !committed)
        return committed;
    // Into the file itself, whose header is what the next start looks at.
    return isOld ? database.execute(u"pragma wal_checkpoint(truncate)"_qs) : Result<>();
}

} // namespace carillon
