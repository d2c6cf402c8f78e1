// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/poolexecutor.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace carillon {

/// A scheduler on a store, with everything it needs; any refusal ends the program.
class EngineBench
{
public:
    EngineBench(const Clock &clock, Store &store);

    void add(const std::vector<JobEntry> &entries);

    const Clock &clock;
    QTemporaryDir folder;
    RunLogs logs{QDir(folder.path())};
    PoolExecutor executor{2};
    Scheduler scheduler;
};

/// `count` noop jobs that are due every second from `first` on.
std::vector<JobEntry> noopJobs(int count, Instant first);

/// The next whole second that is more than `notice` away.
Instant soon(const Clock &clock, Duration notice);

/// Opens or creates the database in `folder`.
std::unique_ptr<SqlStore> openStore(const QTemporaryDir &folder);

/// Of values sorted here: 0.5 is the median, 1 the largest.
double quantile(std::vector<double> &values, double part);

/// Prints `NAME_p50` and `NAME_p99` in milliseconds.
void printQuantiles(const QString &name, std::vector<double> &milliseconds);

/// Seconds of processor time this program has used, in all its threads.
double processorSeconds();

/// Milliseconds that each of `count` appends of a page to a file in `folder` took until the disk
/// had it: what a commit cannot be faster than.
std::vector<double> syncTimes(const QString &folder, int count);

} // namespace carillon
