// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/executors/poolexecutor.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/schedulertimer.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/jobbuilder.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace carillon {

namespace {

using namespace std::chrono_literals;

const Instant start = utc("2026-01-01T00:00Z");

std::vector<JobEntry> noopJobs(int count, Instant first)
{
    std::vector<JobEntry> entries;
    for (int i = 0; i < count; ++i) {
        Job job = intervalJob(qPrintable(u"job-%1"_qs.arg(i)), first, 1s);
        entries.push_back({job, false, {}, {}});
    }
    return entries;
}

/// Advances a clock second by second, as fast as the engine follows: what is due is decided,
/// recorded, done and its end recorded before the next second begins.
double dispatchesPerSecond(Store &store, int jobs, int seconds)
{
    FakeClock clock(start);
    QTemporaryDir folder;
    RunLogs logs{QDir(folder.path())};
    PoolExecutor executor(2);
    Scheduler scheduler(clock, store, executor, logs, {folder.path()});
    if (!scheduler.recover() ||
        !scheduler.importJobs(noopJobs(jobs, start + 1s), {{start, Zone::utc()}}))
        qFatal("the benchmark's jobs were refused");
    int ended = 0;
    QObject::connect(&scheduler, &Scheduler::runChanged, &scheduler,
                     [&ended](const Run &run) { ended += run.state == RunState::Success; });
    const Stopwatch watch;
    for (int second = 1; second <= seconds; ++second) {
        clock.advance(1s);
        scheduler.processDue();
        while (ended < jobs * second) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            scheduler.processDue();
        }
    }
    return jobs * seconds / watch.seconds();
}

/// Lateness of the starts on the machine's own clock, in milliseconds.
void lateness(Store &store, const QString &name)
{
    constexpr int jobs = 1000;
    constexpr int seconds = 5;
    SystemClock clock;
    QTemporaryDir folder;
    RunLogs logs{QDir(folder.path())};
    PoolExecutor executor(2);
    Scheduler scheduler(clock, store, executor, logs, {folder.path()});
    SchedulerTimer timer(clock, scheduler);
    const Instant first = std::chrono::ceil<std::chrono::seconds>(clock.now()) + 1s;
    if (!scheduler.recover() ||
        !scheduler.importJobs(noopJobs(jobs, first), {{clock.now(), Zone::utc()}}))
        qFatal("the benchmark's jobs were refused");
    std::vector<double> late;
    QObject::connect(&scheduler, &Scheduler::runChanged, &scheduler, [&late](const Run &run) {
        if (run.state == RunState::Success)
            late.push_back(
                std::chrono::duration<double, std::milli>(*run.started - *run.due).count());
    });
    timer.start();
    QEventLoop loop;
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(first - clock.now()) +
                           seconds * 1s - 500ms,
                       &loop, &QEventLoop::quit);
    loop.exec();
    std::sort(late.begin(), late.end());
    const auto n = qint64(late.size());
    if (n == 0)
        qFatal("nothing ran");
    printFigure(name + u".lateness_p50"_qs, late.at(late.size() / 2), u"ms"_qs, n);
    printFigure(name + u".lateness_p99"_qs, late.at(late.size() * 99 / 100), u"ms"_qs, n);
    printFigure(name + u".lost"_qs, double(jobs * seconds - n), u"runs"_qs, jobs * seconds);
}

std::unique_ptr<SqlStore> openStore(const QTemporaryDir &folder)
{
    auto store = SqlStore::open(folder.filePath(u"carillon.db"_qs));
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return *std::move(store);
}

void benchAdding()
{
    constexpr int single = 300;
    constexpr int batch = 10'000;
    FakeClock clock(start);
    QTemporaryDir folder;
    RunLogs logs{QDir(folder.path())};
    PoolExecutor executor(1);
    const auto store = openStore(folder);
    Scheduler scheduler(clock, *store, executor, logs, {folder.path()});
    const Stopwatch one;
    for (int i = 0; i < single; ++i) {
        if (!scheduler.addJob(intervalJob(qPrintable(u"single-%1"_qs.arg(i)), start, 1h)))
            qFatal("refused");
    }
    printFigure(u"engine.sqlite.add_single"_qs, single / one.seconds(), u"jobs/s"_qs, single);
    const Stopwatch many;
    if (!scheduler.importJobs(noopJobs(batch, start + 1h), {{start, Zone::utc()}}))
        qFatal("refused");
    printFigure(u"engine.sqlite.add_batch"_qs, batch / many.seconds(), u"jobs/s"_qs, batch);
}

/// From opening the file to being ready to dispatch.
void benchStartUp()
{
    constexpr int jobs = 10'000;
    QTemporaryDir folder;
    FakeClock clock(start);
    RunLogs logs{QDir(folder.path())};
    PoolExecutor executor(1);
    {
        const auto store = openStore(folder);
        Scheduler scheduler(clock, *store, executor, logs, {folder.path()});
        if (!scheduler.importJobs(noopJobs(jobs, start + 1h), {{start, Zone::utc()}}))
            qFatal("refused");
    }
    const Stopwatch watch;
    const auto store = openStore(folder);
    Scheduler scheduler(clock, *store, executor, logs, {folder.path()});
    if (!scheduler.recover())
        qFatal("not recovered");
    scheduler.processDue();
    printFigure(u"engine.sqlite.start_up_10k"_qs, watch.seconds() * 1000, u"ms"_qs, jobs);
}

} // namespace

void benchEngine()
{
    constexpr int jobs = 1000;
    MemoryStore memory;
    printFigure(u"engine.memory.dispatches"_qs, dispatchesPerSecond(memory, jobs, 100), u"1/s"_qs,
                jobs * 100);
    QTemporaryDir folder;
    const auto durable = openStore(folder);
    printFigure(u"engine.sqlite.dispatches"_qs, dispatchesPerSecond(*durable, jobs, 30), u"1/s"_qs,
                jobs * 30);
    MemoryStore memoryForLateness;
    lateness(memoryForLateness, u"engine.memory"_qs);
    QTemporaryDir second;
    const auto durableForLateness = openStore(second);
    lateness(*durableForLateness, u"engine.sqlite"_qs);
    benchAdding();
    benchStartUp();
}

} // namespace carillon
