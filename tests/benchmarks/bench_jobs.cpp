// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "enginebench.h"
#include "support/fakeclock.h"
#include "support/jobbuilder.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace carillon {

namespace {

using namespace std::chrono_literals;

const Instant start = utc("2026-01-01T00:00Z");
constexpr int manyJobs = 100'000;

/// The first ones lengthen the write-ahead log. Once that has been written back it is used again
/// from its start, which a disk does faster; that is how it goes on.
void benchAddingOne()
{
    constexpr int count = 300;
    constexpr int untilLogIsReused = 2700;
    FakeClock clock(start);
    QTemporaryDir folder;
    const auto store = openStore(folder);
    EngineBench bench(clock, *store);
    double synced = 0;
    for (const double each : syncTimes(folder.path(), count))
        synced += each / 1000;
    int added = 0;
    const auto secondsFor = [&](int jobs) {
        const Stopwatch watch;
        for (const int end = added + jobs; added < end; ++added) {
            const QString id = u"single-%1"_qs.arg(added);
            if (!bench.scheduler.addJob(intervalJob(qPrintable(id), start, 1h)))
                qFatal("refused");
        }
        return watch.seconds();
    };
    const double fresh = secondsFor(count);
    secondsFor(untilLogIsReused - count);
    const double seconds = secondsFor(count);
    printFigure(u"engine.floor.syncs"_qs, count / synced, u"1/s"_qs, count);
    printFigure(u"engine.sqlite.add_single"_qs, count / seconds, u"jobs/s"_qs, count);
    printFigure(u"engine.sqlite.add_single.of_floor"_qs, synced / seconds, u"ratio"_qs, count);
    printFigure(u"engine.sqlite.add_single.first.of_floor"_qs, synced / fresh, u"ratio"_qs, count);
}

/// Fills the database of `folder`; one job is due at `start`, the others an hour later.
void fill(const QTemporaryDir &folder, int jobs)
{
    FakeClock clock(start);
    const auto store = openStore(folder);
    EngineBench bench(clock, *store);
    auto entries = noopJobs(jobs, start + 1h);
    entries.back().job.trigger = IntervalTrigger::create(start + 1s, 1s).value();
    const Stopwatch watch;
    bench.add(entries);
    printFigure(u"engine.sqlite.add_batch_%1k"_qs.arg(jobs / 1000), watch.seconds(), u"s"_qs, jobs);
}

/// From opening the file to the recorded end of the job that is due.
void benchStartUp(const QTemporaryDir &folder, int jobs)
{
    FakeClock clock(start + 1s);
    const Stopwatch watch;
    const auto store = openStore(folder);
    EngineBench bench(clock, *store);
    bool ended = false;
    QObject::connect(&bench.scheduler, &Scheduler::runChanged, &bench.scheduler,
                     [&ended](const Run &run) { ended = ended || !run.isActive(); });
    while (!ended) {
        bench.scheduler.processDue();
        QCoreApplication::processEvents();
    }
    printFigure(u"engine.sqlite.start_up_%1k"_qs.arg(jobs / 1000), watch.seconds() * 1000, u"ms"_qs,
                jobs);
}

/// Bytes that are allocated at this moment, by all threads; 0 where nobody counts.
double allocated()
{
#ifdef __GLIBC__
    char *text = nullptr;
    size_t length = 0;
    FILE *const out = ::open_memstream(&text, &length);
    ::malloc_info(0, out);
    std::fclose(out);
    const QByteArray all(text, qsizetype(length));
    std::free(text);
    // The sums over all arenas are the last elements of their kind.
    const auto size = [&all](const QByteArray &element) {
        const QByteArray attribute = " size=\"";
        const qsizetype begin =
            all.indexOf(attribute, all.lastIndexOf('<' + element)) + attribute.size();
        return all.mid(begin, all.indexOf('"', begin) - begin).toDouble();
    };
    return size("system type=\"current\"") + size("total type=\"mmap\"") -
           size("total type=\"fast\"") - size("total type=\"rest\"");
#else
    return 0;
#endif
}

void benchMemory(const QTemporaryDir &filled)
{
    FakeClock clock(start);
    {
        MemoryStore memory;
        const double before = allocated();
        EngineBench bench(clock, memory);
        bench.add(noopJobs(manyJobs, start + 1h));
        printFigure(u"engine.memory.bytes_per_job"_qs, (allocated() - before) / manyJobs, u"B"_qs,
                    manyJobs);
    }
    const double before = allocated();
    const auto store = openStore(filled);
    EngineBench bench(clock, *store);
    printFigure(u"engine.sqlite.bytes_per_job"_qs, (allocated() - before) / manyJobs, u"B"_qs,
                manyJobs);
}

} // namespace

void benchJobs()
{
    benchAddingOne();
    for (const int jobs : {10'000, manyJobs}) {
        QTemporaryDir folder;
        fill(folder, jobs);
        if (jobs == manyJobs)
            benchMemory(folder);
        benchStartUp(folder, jobs);
    }
}

} // namespace carillon
