// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/spawn.h"

#include "core/executors/cloneexec.h"
#include "core/executors/exectexts.h"
#include "core/executors/processtree.h"

#include <mutex>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_set>

namespace carillon::offspring {

namespace {

/// Children are the whole program's, so this is too.
struct Family
{
    std::mutex mutex; ///< held while spawning: a child is known before anybody can wait for it
    std::unordered_set<pid_t> children;
};

Family &family()
{
    static Family instance;
    return instance;
}

std::chrono::microseconds lengthOf(const timeval &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

/// What the kernel says of the child includes us, whose memory it shared before exec.
std::optional<qint64> peakOf(const rusage &usage)
{
    rusage own{};
    ::getrusage(RUSAGE_SELF, &own);
    // The kernel's counters are exact only to some pages for each processor.
    static const long doubt = 1024 * ::sysconf(_SC_NPROCESSORS_CONF);
    if (usage.ru_maxrss <= own.ru_maxrss + doubt)
        return {};
    return qint64(usage.ru_maxrss) * 1024;
}

/// Ours by adoption: not in our own process group, where the children of QProcess and of libraries
/// are, and not started here.
bool isOrphan(const Family &own, const ProcessInfo &process)
{
    return process.isZombie && process.parent == ::getpid() && process.group != ::getpgrp() &&
           !own.children.contains(static_cast<pid_t>(process.pid));
}

bool reap(const Family &own, const std::optional<ProcessInfo> &process)
{
    return process && isOrphan(own, *process) &&
           ::waitpid(static_cast<pid_t>(process->pid), nullptr, WNOHANG) > 0;
}

} // namespace

Spawned spawn(const Launch &launch, const Descriptors &descriptors)
{
    const ExecTexts texts(launch);
    Family &own = family();
    const std::lock_guard lock(own.mutex);
    Spawned spawned = cloneAndExec(texts, launch.mark, descriptors);
    if (spawned.problem.isEmpty())
        own.children.insert(spawned.pid);
    return spawned;
}

std::optional<Ended> collect(pid_t pid)
{
    Family &own = family();
    const std::lock_guard lock(own.mutex);
    int status = 0;
    rusage usage{};
    const pid_t found = ::wait4(pid, &status, WNOHANG, &usage);
    if (found == 0)
        return {};
    own.children.erase(pid);
    Ended ended;
    if (found < 0)
        return ended;
    ended.status = status;
    ended.userTime = lengthOf(usage.ru_utime);
    ended.systemTime = lengthOf(usage.ru_stime);
    ended.peakMemory = peakOf(usage);
    return ended;
}

void adoptOrphans()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

bool reapOrphans()
{
    const Family &own = family();
    const std::lock_guard lock(family().mutex);
    siginfo_t info{};
    // Looks without waiting. Who has ended first is told again and again until somebody waits.
    const auto look = [&info] {
        info.si_pid = 0;
        return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    };
    bool hasChildren = look();
    while (hasChildren && info.si_pid != 0 && reap(own, lookUpProcess(info.si_pid)))
        hasChildren = look();
    if (hasChildren && info.si_pid != 0) { // one that is not for us to wait for hides the others
        for (const ProcessInfo &process : listProcesses())
            reap(own, process);
    }
    return hasChildren;
}

} // namespace carillon::offspring
