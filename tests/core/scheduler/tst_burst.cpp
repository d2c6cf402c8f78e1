// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/poolexecutor.h"
#include "core/scheduler/scheduler.h"
#include "core/scheduler/schedulerclient.h"
#include "core/scheduler/schedulertimer.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/jobbuilder.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <set>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

constexpr int burst = 10'000;

/// Everything an engine is made of, on a real database; built and used in one thread.
struct BurstEngine
{
    explicit BurstEngine(const Clock &clock, const QString &folder)
        : store(SqlStore::open(folder + u"/carillon.db"_qs).value()),
          logs(QDir(folder)),
          scheduler(clock, *store, executor, logs, {folder}),
          timer(clock, scheduler)
    {
        if (!scheduler.recover() || !scheduler.start())
            qFatal("the scheduler does not start");
    }

    void add(int jobs, Instant first)
    {
        std::vector<JobEntry> entries;
        for (int i = 0; i < jobs; ++i)
            entries.push_back({intervalJob(qPrintable(u"job-%1"_qs.arg(i)), first, 1s)});
        if (!scheduler.importJobs(entries, {{first, Zone::utc()}}))
            qFatal("the jobs are refused");
    }

    std::unique_ptr<SqlStore> store;
    PoolExecutor executor{2};
    RunLogs logs;
    Scheduler scheduler;
    SchedulerTimer timer;
};

/// In bytes; 0 where that is not told.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_qs);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestBurst : public QObject
{
    Q_OBJECT

private slots:
    void runsTenThousandAtOneInstant();
    void staysAsSmallAsItWas();
};

void TestBurst::runsTenThousandAtOneInstant()
{
    QTemporaryDir folder;
    FakeClock clock(utc("2026-01-01T00:00Z"));
    QThread thread;
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    std::unique_ptr<BurstEngine> engine;
    const auto inEngine = [&](const std::function<void()> &work) {
        QMetaObject::invokeMethod(&context, work, Qt::BlockingQueuedConnection);
    };
    inEngine([&] {
        engine = std::make_unique<BurstEngine>(clock, folder.path());
        engine->add(burst, clock.now() + 1s);
        clock.advance(1s);
    });
    SchedulerClient client(engine->scheduler);
    inEngine([&] { engine->timer.start(); });

    // Questions asked meanwhile find the loop turning.
    qint64 longest = 0;
    int ended = 0;
    for (int question = 0; ended < burst; ++question) {
        QElapsedTimer watch;
        watch.start();
        const auto overviews = client.overviews().result();
        longest = std::max(longest, watch.elapsed());
        QCOMPARE(int(overviews.size()), burst);
        ended = int(std::count_if(overviews.begin(), overviews.end(),
                                  [](const JobOverview &each) { return each.last.has_value(); }));
        QVERIFY2(question < 1000, "the burst does not end");
    }
    QVERIFY2(longest < 2000, qPrintable(u"answered after %1 ms"_qs.arg(longest)));

    const auto runs = client.runs({.limit = 2 * burst}).result().value();
    std::set<QString> jobs;
    for (const Run &run : runs) {
        QCOMPARE(run.state, RunState::Success);
        QCOMPARE(run.due, std::optional(clock.now()));
        jobs.insert(run.job.text);
    }
    QCOMPARE(int(runs.size()), burst);
    QCOMPARE(int(jobs.size()), burst);
    inEngine([&] { engine->timer.stop(); });
    inEngine([&] { engine.reset(); });
    thread.quit();
    thread.wait();
}

/// An hour at a thousand firings a second with CARILLON_SOAK_SECONDS=3600; less by default.
void TestBurst::staysAsSmallAsItWas()
{
    constexpr int jobs = 1000;
    constexpr int warmUp = 400;                       // the database's cache has its full size then
    constexpr qint64 allowedGrowth = 8 * 1024 * 1024; // the index of the write-ahead log settles
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("CARILLON_SOAK_SECONDS", &given);
    const int seconds = given ? wanted : 600;
    if (residentMemory() == 0)
        QSKIP("this system does not tell how much memory a process has");
    QTemporaryDir folder;
    FakeClock clock(utc("2026-01-01T00:00Z"));
    BurstEngine engine(clock, folder.path());
    engine.add(jobs, clock.now() + 1s);
    qint64 before = 0;
    for (int second = 0; second < seconds; ++second) {
        if (second == warmUp)
            before = residentMemory();
        clock.advance(1s);
        engine.scheduler.processDue(); // decides and runs
        engine.scheduler.processDue(); // records the ends
        QCoreApplication::processEvents();
    }
    const qint64 after = residentMemory();
    const auto newest = engine.scheduler.runs({.limit = 1});
    QCOMPARE(newest.value().front().id.number, qint64(jobs) * seconds);
    const QString figures = u"%1 KiB, of them %2 KiB more after %3 firings"_qs.arg(after / 1024)
                                .arg((after - before) / 1024)
                                .arg(jobs * (seconds - warmUp));
    qInfo("%s", qPrintable(figures));
    QVERIFY2(after - before < allowedGrowth, qPrintable(figures));
}

QTEST_GUILESS_MAIN(TestBurst)
#include "tst_burst.moc"
