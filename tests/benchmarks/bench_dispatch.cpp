// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "enginebench.h"
#include "support/fakeclock.h"
#include "support/jobbuilder.h"

#include <QCoreApplication>

namespace carillon {

namespace {

using namespace std::chrono_literals;

/// Advances a clock second by second, as fast as the engine follows: what is due is decided,
/// recorded, done and its end recorded before the next second begins.
void benchRate(const QString &name, Store &store, int jobs, int seconds)
{
    FakeClock clock(utc("2026-01-01T00:00Z"));
    EngineBench bench(clock, store);
    Scheduler &scheduler = bench.scheduler;
    bench.add(noopJobs(jobs, clock.now() + 1s));
    int ended = 0;
    QObject::connect(&scheduler, &Scheduler::runChanged, &scheduler,
                     [&ended](const Run &run) { ended += run.state == RunState::Success; });
    const double before = processorSeconds();
    const Stopwatch watch;
    for (int second = 1; second <= seconds; ++second) {
        clock.advance(1s);
        scheduler.processDue();
        while (ended < jobs * second) {
            QCoreApplication::processEvents();
            scheduler.processDue();
        }
    }
    const double rate = jobs * seconds / watch.seconds();
    const double used = processorSeconds() - before;
    printFigure(name + u".dispatches"_qs, rate, u"1/s"_qs, jobs * seconds);
    printFigure(name + u".processor_time"_qs, used * 1e6 / (jobs * seconds), u"us"_qs,
                jobs * seconds);
}

} // namespace

void benchDispatch()
{
    MemoryStore memory;
    benchRate(u"engine.memory"_qs, memory, 1000, 100);
    QTemporaryDir folder;
    const auto durable = openStore(folder);
    benchRate(u"engine.sqlite"_qs, *durable, 1000, 30);
    QTemporaryDir large;
    benchRate(u"engine.sqlite.burst_10k"_qs, *openStore(large), 10'000, 1);
    QTemporaryDir largest;
    benchRate(u"engine.sqlite_100k"_qs, *openStore(largest), 100'000, 5);
}

} // namespace carillon
