// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processtree.h"

#include <algorithm>
#include <csignal>
#include <libproc.h>
#include <sys/proc.h>
#include <sys/sysctl.h>
#include <unistd.h>

namespace carillon {

namespace {

/// KERN_PROCARGS2: the number of arguments, the path, padding, the arguments, the environment; all
/// but the number end with a NUL. Readable for the processes of the same user.
ProcessMark readMark(qint64 pid)
{
    int name[] = {CTL_KERN, KERN_PROCARGS2, static_cast<int>(pid)};
    size_t size = 0;
    if (::sysctl(name, 3, nullptr, &size, nullptr, 0) != 0)
        return 0;
    QByteArray texts(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (::sysctl(name, 3, texts.data(), &size, nullptr, 0) != 0)
        return 0;
    texts.truncate(static_cast<qsizetype>(size));
    const QByteArray assignment = '\0' + QByteArray(markVariable) + '=';
    const qsizetype found = texts.lastIndexOf(assignment);
    if (found < 0)
        return 0;
    const qsizetype from = found + assignment.size();
    const qsizetype end = texts.indexOf('\0', from);
    return markFromText(texts.mid(from, end < 0 ? -1 : end - from));
}

std::optional<ProcessInfo> readProcess(pid_t pid)
{
    proc_bsdinfo info{};
    if (::proc_pidinfo(pid, PROC_PIDTBSDINFO, 0, &info, sizeof info) != int(sizeof info))
        return {};
    ProcessInfo process;
    process.pid = pid;
    process.parent = info.pbi_ppid;
    process.group = info.pbi_pgid;
    process.session = ::getsid(pid);
    process.startTime = qint64(info.pbi_start_tvsec) * 1'000'000 + qint64(info.pbi_start_tvusec);
    process.isZombie = info.pbi_status == SZOMB;
    return process;
}

} // namespace

std::vector<ProcessInfo> listProcesses()
{
    std::vector<pid_t> pids(static_cast<size_t>(::proc_listallpids(nullptr, 0)) + 64);
    const int count =
        ::proc_listallpids(pids.data(), static_cast<int>(pids.size() * sizeof(pid_t)));
    pids.resize(static_cast<size_t>(std::max(count, 0)));
    std::vector<ProcessInfo> table;
    for (const pid_t pid : pids) {
        auto process = readProcess(pid);
        if (!process)
            continue; // another user's, or ended meanwhile
        process->mark = readMark(pid);
        table.push_back(*process);
    }
    return table;
}

std::optional<ProcessInfo> lookUpProcess(qint64 pid)
{
    return readProcess(static_cast<pid_t>(pid));
}

void signalProcess(const ProcessInfo &process, StopSignal signal)
{
    const auto found = lookUpProcess(process.pid);
    if (!found || found->startTime != process.startTime)
        return;
    const auto pid = static_cast<pid_t>(process.pid);
    ::kill(pid, signal == StopSignal::Force ? SIGKILL : SIGTERM);
    if (signal == StopSignal::Polite)
        ::kill(pid, SIGCONT);
}

QString bootName()
{
    char name[64] = {};
    size_t size = sizeof name - 1;
    if (::sysctlbyname("kern.bootsessionuuid", name, &size, nullptr, 0) != 0)
        return {};
    return QString::fromLatin1(name);
}

} // namespace carillon
