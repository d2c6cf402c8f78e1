// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/databasefile.h"

#include "core/stores/storeerrors.h"
#include "core/util/coretext.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace carillon {

namespace {

// https://www.sqlite.org/fileformat.html#the_database_header
constexpr qsizetype headerSize = 100;
constexpr char magic[] = "SQLite format 3"; // with its NUL
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype changeCounterAt = 24;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype userVersionAt = 60;
constexpr qsizetype applicationIdAt = 68;
constexpr qsizetype pageCountValidForAt = 92;

quint32 number(const QByteArray &header, qsizetype at)
{
    return qFromBigEndian<quint32>(header.constData() + at);
}

/// Whether pages are missing at the end, as after an interrupted copy.
bool isCutOff(const QByteArray &header, qint64 size)
{
    const auto stored = qFromBigEndian<quint16>(header.constData() + pageSizeAt);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    if (pageSize < 512 || size % pageSize != 0)
        return true;
    const bool isCountValid =
        number(header, changeCounterAt) == number(header, pageCountValidForAt);
    return isCountValid && size < pageSize * number(header, pageCountAt);
}

/// Without a database, its write-ahead log would be taken for that of the next one.
Result<DatabaseFile> inspectAbsent(const QString &file)
{
    const QFileInfo log(file + u"-wal"_qs);
    if (!log.exists())
        return DatabaseFile{};
    return storeerrors::refused(
        file, CoreText::tr("The file is missing, but “%1” with its latest changes is there.")
                  .arg(log.fileName()));
}

} // namespace

Result<DatabaseFile> inspectDatabaseFile(const QString &file, int newestVersion)
{
    const QFileInfo info(file);
    if (!info.exists() && !info.isSymLink())
        return inspectAbsent(file);
    if (!info.isFile())
        return storeerrors::refused(file, CoreText::tr("It is not a regular file."));
    if (info.size() == 0)
        return storeerrors::refused(file, CoreText::tr("It is empty."));
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return storeerrors::notAllowed(file, source.errorString());
    const QByteArray header = source.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray(magic, sizeof magic)))
        return storeerrors::refused(file, CoreText::tr("It is not a database."));
    if (number(header, applicationIdAt) != databaseApplicationId)
        return storeerrors::refused(file, CoreText::tr("It belongs to another program."));
    const auto version = qint32(number(header, userVersionAt));
    if (version > newestVersion)
        return storeerrors::newer(file);
    // With a log, pages may be missing until SQLite has brought the file up to date from it.
    const bool isComplete = QFileInfo(file + u"-wal"_qs).size() == 0;
    if (version < 1 || (isComplete && isCutOff(header, info.size())))
        return storeerrors::damaged(file);
    return DatabaseFile{true, version};
}

Result<> createPrivateFile(const QString &file)
{
    QFile created(file);
    if (!created.open(QIODevice::NewOnly | QIODevice::WriteOnly,
                      QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return storeerrors::notAllowed(file, created.errorString());
    return {};
}

void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(folder)
#endif
}

} // namespace carillon
