// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/launch.h"

#include <sys/types.h>

#include <optional>

/// The children of this program, on Linux. Safe to use beside QProcess and anything else that
/// waits for children of its own.
namespace carillon::offspring {

struct Spawned
{
    pid_t pid = 0;
    int processDescriptor = -1; ///< readable once the process has ended; the caller's
    QString problem = {};       ///< not started; the system's own text
};

/// The descriptors a child begins with.
struct Descriptors
{
    int input = -1;
    int output = -1;
    int errors = -1;
    int kept = -1; ///< one more, under the number it has; -1: none
};

/// Starts a child in a process group of its own, without a terminal, with default signals, the
/// descriptor limit this program was started with, the launch's mark, and no other descriptors.
/// Blocks for the millisecond that exec takes, whatever the size of this program.
Spawned spawn(const Launch &launch, const Descriptors &descriptors);

/// How a child ended.
struct Ended
{
    std::optional<int> status = {};        ///< wait4's; nothing if somebody else has waited for it
    std::chrono::microseconds userTime{0}; ///< with the descendants that were waited for
    std::chrono::microseconds systemTime{0};
    /// Bytes, of the largest process among them; nothing if it may be our own size, which the
    /// kernel counts as the child's before exec.
    std::optional<qint64> peakMemory = {};
};

/// Waits for a child that spawn() started; nothing while it is running.
std::optional<Ended> collect(pid_t pid);

/// Makes this program the parent of orphans below it, as init is that of all others.
void adoptOrphans();

/// Waits for orphans that have ended: those of runs, by their number alone, so that nobody else's
/// exit status is taken. Returns whether there are still children of any kind.
bool reapOrphans();

} // namespace carillon::offspring
