// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/restore.h"

#include "core/stores/databasecopy.h"
#include "core/stores/databasefile.h"
#include "core/stores/migrations.h"
#include "core/stores/privatefiles.h"
#include "core/stores/storeerrors.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QDir>
#include <QFileInfo>

namespace carillon {

namespace {

/// Once this file is there, the restore will happen, whoever does it.
QString decidedCopy(const QString &database)
{
    return database + u".restored"_qs;
}

/// A name for what is replaced; the one in use if an earlier attempt has moved some of it.
QString nameForReplaced(const QString &database)
{
    for (int number = 1;; ++number) {
        const QString name = u"%1.replaced-%2"_qs.arg(database).arg(number);
        const bool isOther =
            QFileInfo::exists(name + u"-wal"_qs) &&
            (QFileInfo::exists(database + u"-wal"_qs) || !QFileInfo::exists(database));
        if (!QFileInfo::exists(name) && !isOther)
            return name;
    }
}

/// The database last: as long as it is there, it is known what the logs belong to.
Result<QString> moveAside(const QString &database)
{
    QFile::remove(database + u"-shm"_qs);
    const QString aside = nameForReplaced(database);
    QString kept;
    for (const QString &suffix : {u"-wal"_qs, u"-journal"_qs, u""_qs}) {
        if (!QFileInfo::exists(database + suffix))
            continue;
        if (const auto moved = replaceFile(database + suffix, aside + suffix); !moved)
            return moved.error();
        kept = aside;
    }
    return kept;
}

Error notRestored(const QString &backup, const Error &cause)
{
    return {cause.code, CoreText::tr("“%1” was not restored. %2")
                            .arg(QDir::toNativeSeparators(backup), cause.message)};
}

Result<> decide(const QString &backup, const QString &database)
{
    const auto inspected = inspectDatabaseFile(backup, int(migrations().size()));
    if (!inspected)
        return inspected.error();
    if (!inspected->exists)
        return storeerrors::missing(backup);
    return copyDatabase(backup, decidedCopy(database));
}

} // namespace

bool isRestoreUnfinished(const QString &database)
{
    return QFileInfo::exists(decidedCopy(database));
}

Result<QString> finishRestore(const QString &database)
{
    if (!isRestoreUnfinished(database))
        return QString();
    const auto kept = moveAside(database);
    if (!kept)
        return kept;
    if (const auto placed = replaceFile(decidedCopy(database), database); !placed)
        return placed.error();
    log::store().info("{} was restored; what it replaces is in '{}'", database, *kept);
    return kept;
}

Result<QString> restoreDatabase(const QString &backup, const QString &database)
{
    if (const auto finished = finishRestore(database); !finished)
        return notRestored(backup, finished.error());
    if (const auto decided = decide(backup, database); !decided)
        return notRestored(backup, decided.error());
    return finishRestore(database);
}

} // namespace carillon
