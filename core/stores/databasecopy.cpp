// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/databasecopy.h"

#include "core/stores/database.h"
#include "core/stores/databasecheck.h"
#include "core/stores/databasefile.h"
#include "core/stores/migrations.h"
#include "core/stores/privatefiles.h"
#include "core/stores/storeerrors.h"

#include <QFileInfo>
#include <QSqlError>

namespace carillon {

namespace {

Result<> fillCopy(const Database &database, const QString &copy)
{
    auto vacuum = database.prepare(u"vacuum into ?"_qs);
    if (!vacuum)
        return vacuum.error();
    vacuum->bindValue(0, copy);
    if (vacuum->exec())
        return {};
    const Error failure = database.error(vacuum->lastError());
    return failure.code == ErrorCode::StoreFull ? storeerrors::full(copy) : failure;
}

/// A copy in which an index is made anew says nothing about the one it was made from.
Result<> checkSoundness(const QString &file)
{
    const auto database = Database::open(file, {.untouched = true});
    if (!database)
        return database.error();
    const auto damage = findDamage(**database);
    if (!damage)
        return damage.error();
    return damage->isEmpty() ? Result<>() : storeerrors::damaged(file);
}

Result<> writeCopy(const QString &database, const QString &copy)
{
    if (const auto sound = checkSoundness(database); !sound)
        return sound;
    if (const auto created = createPrivateFile(copy); !created)
        return created;
    {
        const auto source = Database::open(database, {.untouched = true});
        if (!source)
            return source.error();
        if (const auto filled = fillCopy(**source, copy); !filled)
            return filled;
    }
    if (!syncFile(copy))
        return storeerrors::unreadable(copy);
    // Of whatever version: the steps of an upgrade under test may be more than there are.
    const auto inspected = inspectDatabaseFile(copy, std::numeric_limits<int>::max());
    if (!inspected)
        return inspected.error();
    return checkSoundness(copy);
}

} // namespace

QString unfinishedCopy(const QString &copy)
{
    return copy + u".part"_qs;
}

Result<> copyDatabase(const QString &database, const QString &copy, Existing existing)
{
    if (existing == Existing::Keep && QFileInfo::exists(copy))
        return storeerrors::taken(copy);
    const QString unfinished = unfinishedCopy(copy);
    removeDatabaseFiles(unfinished); // of an attempt that was cut off
    auto written = writeCopy(database, unfinished);
    if (written)
        written = replaceFile(unfinished, copy);
    if (!written)
        removeDatabaseFiles(unfinished);
    return written;
}

} // namespace carillon
