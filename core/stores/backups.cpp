// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/backups.h"

#include "core/stores/databasecopy.h"
#include "core/stores/privatefiles.h"
#include "core/stores/storeerrors.h"
#include "core/util/logging.h"

#include <QDir>

namespace carillon::backups {

namespace {

QDir folderOf(const QString &database)
{
    return QDir(QFileInfo(database).absolutePath() + u"/backups"_qs);
}

/// Oldest first. Days that a clock showed by mistake count like others.
QFileInfoList dailies(const QString &database, const QString &ending = u".db"_qs)
{
    const QString pattern =
        QFileInfo(database).completeBaseName() + u"-[0-9]*-[0-9]*-[0-9]*"_qs + ending;
    return folderOf(database).entryInfoList({pattern}, QDir::Files, QDir::Name);
}

} // namespace

QString fileOf(const QString &database, const QDate &day)
{
    const QString name =
        u"%1-%2.db"_qs.arg(QFileInfo(database).completeBaseName(), day.toString(Qt::ISODate));
    return folderOf(database).filePath(name);
}

QString newest(const QString &database)
{
    const QFileInfo info(database);
    QFileInfoList all =
        info.absoluteDir().entryInfoList({info.fileName() + u".v*"_qs}, QDir::Files);
    all.removeIf([](const QFileInfo &each) { return each.suffix() == u"part"; });
    all += dailies(database);
    const auto youngest =
        std::max_element(all.begin(), all.end(), [](const QFileInfo &a, const QFileInfo &b) {
            return a.lastModified() < b.lastModified();
        });
    return youngest == all.end() ? QString() : youngest->absoluteFilePath();
}

void discardUnfinished(const QString &database)
{
    for (const QFileInfo &file : dailies(database, u".db.part*"_qs))
        QFile::remove(file.filePath());
}

Result<bool> keepDaily(const QString &database, const QDate &today)
{
    const QString copy = fileOf(database, today);
    if (QFileInfo::exists(copy))
        return false;
    const QDir folder = folderOf(database);
    if (!createPrivateFolder(folder.path()))
        return storeerrors::notAllowed(folder.path(), qt_error_string());
    discardUnfinished(database);
    if (const auto copied = copyDatabase(database, copy); !copied)
        return copied.error();
    log::store().info("{} was copied to {}", database, copy);
    QFileInfoList kept = dailies(database);
    while (kept.size() > mostKept)
        QFile::remove(kept.takeFirst().filePath());
    return true;
}

} // namespace carillon::backups
