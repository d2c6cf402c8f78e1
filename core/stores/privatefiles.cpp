// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/privatefiles.h"

#include "core/stores/storeerrors.h"

#include <QDir>
#include <QFile>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace carillon {

namespace {

constexpr auto readAndWrite = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

Result<> createPrivateFile(const QString &file)
{
    QFile created(file);
    // Asked for at once, so that nobody sees more than they may; and again, past the umask.
    if (!created.open(QIODevice::NewOnly | QIODevice::WriteOnly, readAndWrite) ||
        !created.setPermissions(readAndWrite))
        return storeerrors::notAllowed(file, created.errorString());
    return {};
}

bool createPrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    const QString parent = QFileInfo(folder).path();
    return parent != folder && createPrivateFolder(parent) &&
           QDir().mkdir(folder, readAndWrite | QFileDevice::ExeOwner);
}

bool syncFile(const QString &file)
{
    QFile written(file);
    if (!written.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return false;
#ifdef Q_OS_UNIX
    return ::fsync(written.handle()) == 0;
#else
    return ::_commit(written.handle()) == 0;
#endif
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

Result<> replaceFile(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(),
                            QFileInfo(to).filesystemFilePath(), failure);
    if (failure)
        return storeerrors::notAllowed(to, QString::fromLocal8Bit(failure.message()));
    syncFolder(QFileInfo(to).path());
    return {};
}

} // namespace carillon
