// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/scheduler/schedulertimer.h"
#include "enginebench.h"
#include "latenessfloor.h"
#include "support/jobbuilder.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QTimer>

namespace carillon {

namespace {

using namespace std::chrono_literals;

constexpr int latenessSeconds = 5;

/// How late the jobs start on the machine's own clock until `end`, in milliseconds.
std::vector<double> lateness(Store &store, const std::vector<JobEntry> &entries, Instant end)
{
    SystemClock clock;
    EngineBench bench(clock, store);
    SchedulerTimer timer(clock, bench.scheduler);
    bench.add(entries);
    std::vector<double> late;
    QObject::connect(
        &bench.scheduler, &Scheduler::runChanged, &bench.scheduler, [&late](const Run &run) {
            if (run.state == RunState::Success)
                late.push_back(
                    std::chrono::duration<double, std::milli>(*run.started - *run.due).count());
        });
    timer.start();
    QEventLoop loop;
    QTimer::singleShot(std::chrono::ceil<std::chrono::milliseconds>(end - clock.now()), &loop,
                       &QEventLoop::quit);
    loop.exec();
    return late;
}

void benchEverySecond(const QString &name, Store &store, int jobs)
{
    const Instant first = soon(SystemClock(), 1s);
    const auto end = first + latenessSeconds * 1s - 500ms;
    auto late = lateness(store, noopJobs(jobs, first), end);
    printFigure(name + u".lost"_qs, double(jobs * latenessSeconds - qint64(late.size())),
                u"runs"_qs, jobs * latenessSeconds);
    printQuantiles(name + u".lateness"_qs, late);
}

/// One-shot jobs, one at a time, at instants that no whole millisecond helps to hit.
std::vector<JobEntry> oneShots(int count, Instant first)
{
    std::vector<JobEntry> entries;
    Instant at = first;
    for (int i = 0; i < count; ++i) {
        at += 15ms + Duration(QRandomGenerator::global()->bounded(10'000));
        entries.push_back({dateJob(qPrintable(u"shot-%1"_qs.arg(i)), at)});
    }
    return entries;
}

void benchIdle(const QString &name, Store &store)
{
    constexpr int shots = 300;
    const auto entries = oneShots(shots, soon(SystemClock(), 0s));
    const Instant last = *entries.back().job.trigger->first({});
    auto late = lateness(store, entries, last + 200ms);
    printFigure(name + u".idle_lost"_qs, double(shots - qint64(late.size())), u"runs"_qs, shots);
    printQuantiles(name + u".idle_lateness"_qs, late);
}

} // namespace

void benchLateness()
{
    for (const int jobs : {1000, 10'000}) {
        const QString size = u"_%1k"_qs.arg(jobs / 1000);
        auto floor = latenessFloor(jobs, latenessSeconds);
        printQuantiles(u"engine.floor%1.lateness"_qs.arg(size), floor);
        MemoryStore memory;
        benchEverySecond(u"engine.memory"_qs + size, memory, jobs);
        QTemporaryDir folder;
        benchEverySecond(u"engine.sqlite"_qs + size, *openStore(folder), jobs);
    }
    MemoryStore memory;
    benchIdle(u"engine.memory"_qs, memory);
    QTemporaryDir folder;
    benchIdle(u"engine.sqlite"_qs, *openStore(folder));
    auto synced = syncTimes(folder.path(), 300);
    printQuantiles(u"engine.floor.sync"_qs, synced);
}

} // namespace carillon
