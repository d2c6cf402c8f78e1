// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

#include <cerrno>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace carillon {

/// Gives the program mounts of its own, as root or in a user name space; false if the system does
/// not let it. Call it first of all: no other thread may be there.
inline bool takeOwnMounts()
{
    const auto user = ::getuid();
    const auto group = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        const auto write = [](const char *file, const QByteArray &text) {
            QFile map(QString::fromLatin1(file));
            return map.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && map.write(text) > 0;
        };
        if (!write("/proc/self/setgroups", "deny") ||
            !write("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1") ||
            !write("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1"))
            return false;
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A file system of its own, in memory and small, in a folder that is there. Linux only.
class SmallFileSystem
{
    Q_DISABLE_COPY_MOVE(SmallFileSystem)

public:
    SmallFileSystem(const QString &folder, int megabytes) : m_folder(folder)
    {
        const QByteArray options = "size=" + QByteArray::number(megabytes) + "m";
        if (::mount("none", qPrintable(folder), "tmpfs", 0, options.constData()) != 0)
            qFatal("not mounted: %s", std::strerror(errno));
    }
    ~SmallFileSystem() { ::umount2(qPrintable(m_folder), MNT_DETACH); }

    /// Leaves no byte free.
    void fill()
    {
        QFile ballast(m_folder + u"/ballast"_qs);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
        for (int size = 64 * 1024; size > 0; size /= 2) {
            while (ballast.write(QByteArray(size, 'x')) == size) {}
        }
    }
    void makeRoom() { QVERIFY(QFile::remove(m_folder + u"/ballast"_qs)); }
    void makeReadOnly()
    {
        QCOMPARE(::mount(nullptr, qPrintable(m_folder), nullptr, MS_REMOUNT | MS_RDONLY, nullptr),
                 0);
    }

private:
    const QString m_folder;
};

} // namespace carillon
