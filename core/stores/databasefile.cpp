// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/databasefile.h"

#include "core/stores/storeerrors.h"
#include "core/util/coretext.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

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

/// The sum that SQLite takes over the beginning of a write-ahead log.
/// https://www.sqlite.org/fileformat.html#checksum_algorithm
std::pair<quint32, quint32> walSum(const QByteArray &header, bool isLittleEndian)
{
    const auto word = [&](qsizetype at) {
        return isLittleEndian ? qFromLittleEndian<quint32>(header.constData() + at)
                              : number(header, at);
    };
    quint32 first = 0;
    quint32 second = 0;
    for (qsizetype at = 0; at < 24; at += 8) {
        first += word(at) + second;
        second += word(at + 4) + first;
    }
    return {first, second};
}

/// Whether SQLite would pass over the write-ahead log, and with it the latest changes. A log that
/// was cut off or zeroed while it was begun has none yet.
bool isLogDamaged(const QString &log)
{
    constexpr qsizetype size = 32;
    constexpr quint32 littleEndian = 0x377f0682; // the next number: big-endian
    QFile source(log);
    if (!source.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = source.read(size);
    if (header.size() < size || header == QByteArray(size, '\0'))
        return false;
    const quint32 kind = number(header, 0);
    return (kind | 1) != (littleEndian | 1) ||
           walSum(header, kind == littleEndian) !=
               std::pair(number(header, 24), number(header, 28));
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
    if (isLogDamaged(file + u"-wal"_qs))
        return storeerrors::refused(file, CoreText::tr("“%1” with its latest changes is damaged.")
                                              .arg(QFileInfo(file + u"-wal"_qs).fileName()));
    // With a log, pages may be missing until SQLite has brought the file up to date from it.
    const bool isComplete = QFileInfo(file + u"-wal"_qs).size() == 0;
    if (version < 1 || (isComplete && isCutOff(header, info.size())))
        return storeerrors::damaged(file);
    return DatabaseFile{true, version};
}

QStringList databaseFiles(const QString &file)
{
    return {file, file + u"-wal"_qs, file + u"-journal"_qs, file + u"-shm"_qs};
}

void removeDatabaseFiles(const QString &file)
{
    const QStringList files = databaseFiles(file);
    for (const QString &each : files)
        QFile::remove(each);
}

} // namespace carillon
