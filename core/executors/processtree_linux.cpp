// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processtree.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <string_view>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace carillon {

namespace {

/// A file of /proc, which has no size beforehand, up to `most` bytes.
QByteArray readProcFile(qint64 pid, const char *name, qsizetype most)
{
    std::array<char, 64> path{};
    std::snprintf(path.data(), path.size(), "/proc/%lld/%s", static_cast<long long>(pid), name);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    QByteArray bytes(std::min<qsizetype>(most, 4096), Qt::Uninitialized);
    qsizetype size = 0;
    while (size < most) {
        if (size == bytes.size())
            bytes.resize(std::min(most, 2 * bytes.size()));
        const ssize_t count = ::read(file, bytes.data() + size, size_t(bytes.size() - size));
        if (count <= 0)
            break;
        size += count;
    }
    ::close(file);
    bytes.truncate(size);
    return bytes;
}

/// `pid (name) state ppid pgrp session …`; a name may itself contain blanks and brackets.
bool readStat(const QByteArray &stat, ProcessInfo &process)
{
    const qsizetype nameEnd = stat.lastIndexOf(')');
    if (nameEnd < 0 || nameEnd + 4 > stat.size())
        return false;
    process.isZombie = stat.at(nameEnd + 2) == 'Z' || stat.at(nameEnd + 2) == 'X';
    const char *at = stat.constData() + nameEnd + 3;
    const char *const end = stat.constData() + stat.size();
    constexpr int startTimeField = 22;
    for (int field = 4; field <= startTimeField; ++field) {
        qint64 value = 0;
        const auto [next, error] = std::from_chars(std::min(at + 1, end), end, value);
        if (error != std::errc())
            return false;
        at = next;
        switch (field) {
        case 4: process.parent = value; break;
        case 5: process.group = value; break;
        case 6: process.session = value; break;
        case startTimeField: process.startTime = value; break;
        default: break;
        }
    }
    return true;
}

ProcessMark markInEnvironment(const QByteArray &environment)
{
    const QByteArray assignment = QByteArray(markVariable) + '=';
    const QByteArray all = '\0' + environment;
    const qsizetype found = all.indexOf('\0' + assignment);
    if (found < 0)
        return 0;
    const qsizetype from = found + 1 + assignment.size();
    const qsizetype end = all.indexOf('\0', from);
    return markFromText(all.mid(from, end < 0 ? -1 : end - from));
}

/// The limit, or the environment where something has lifted the limit. Other users' processes hide
/// both, and need not show them: they could not be ended either.
ProcessMark readMark(qint64 pid)
{
    rlimit limit{};
    if (::prlimit(static_cast<pid_t>(pid), RLIMIT_LOCKS, nullptr, &limit) != 0)
        return 0;
    if (limit.rlim_cur != RLIM_INFINITY)
        return limit.rlim_cur;
    constexpr qsizetype mostEnvironment = 1024 * 1024;
    return markInEnvironment(readProcFile(pid, "environ", mostEnvironment));
}

bool readProcess(qint64 pid, ProcessInfo &process)
{
    process.pid = pid;
    return readStat(readProcFile(pid, "stat", 4096), process);
}

} // namespace

std::vector<ProcessInfo> listProcesses()
{
    std::vector<ProcessInfo> table;
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir("/proc"), ::closedir);
    while (const dirent *const entry = folder ? ::readdir(folder.get()) : nullptr) {
        qint64 pid = 0;
        const std::string_view name(entry->d_name);
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
        ProcessInfo process;
        if (error != std::errc() || *end != '\0' || !readProcess(pid, process))
            continue;
        if (!process.isZombie)
            process.mark = readMark(pid);
        table.push_back(process);
    }
    return table;
}

std::optional<ProcessInfo> lookUpProcess(qint64 pid)
{
    ProcessInfo process;
    if (!readProcess(pid, process))
        return {};
    return process;
}

void signalProcess(const ProcessInfo &process, StopSignal signal)
{
    // The descriptor keeps hold of whoever has the number now; then we look who that is.
    const auto descriptor =
        static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0));
    if (descriptor < 0)
        return;
    const auto send = [descriptor](int number) {
        ::syscall(SYS_pidfd_send_signal, descriptor, number, nullptr, 0);
    };
    const auto found = lookUpProcess(process.pid);
    if (found && found->startTime == process.startTime) {
        send(signal == StopSignal::Force ? SIGKILL : SIGTERM);
        if (signal == StopSignal::Polite)
            send(SIGCONT);
    }
    ::close(descriptor);
}

QString bootName()
{
    static const QString name = [] {
        QFile file(u"/proc/sys/kernel/random/boot_id"_qs);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                              : QString();
    }();
    return name;
}

} // namespace carillon
