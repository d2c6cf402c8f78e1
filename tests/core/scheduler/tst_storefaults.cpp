// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"
#include "support/unreliablestore.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

using Fault = UnreliableStore::Fault;

const Instant start = utc("2026-11-20T09:00Z");

/// A scheduler on a store that fails when it is told to.
struct FaultyBench
{
    FaultyBench(Store &inner, const QString &folder)
        : store(inner),
          logs(QDir(folder)),
          scheduler(clock, store, executor, logs, {folder})
    {
        if (!scheduler.recover() || !scheduler.start())
            qFatal("not recovered");
    }
    /// As the timer does: until nothing is due or left to be recorded, ending every run.
    void work(Instant until)
    {
        for (auto next = scheduler.nextWakeUp(); next && *next <= until;
             next = scheduler.nextWakeUp()) {
            if (*next > clock.now())
                clock.advance(*next - clock.now());
            scheduler.processDue();
            executor.finishAll();
        }
        if (clock.now() < until)
            clock.advance(until - clock.now());
    }

    FakeClock clock{start};
    UnreliableStore store;
    FakeExecutor executor;
    RunLogs logs;
    Scheduler scheduler;
};

} // namespace

/// What becomes of due times while the store refuses, or only says that it has.
class TestStoreFaults : public QObject
{
    Q_OBJECT

private slots:
    void everyDueTimeEndsInOneRun_data();
    void everyDueTimeEndsInOneRun();
    void aCommitThatWasMadeAfterAllStartsItsRun_data();
    void aCommitThatWasMadeAfterAllStartsItsRun();
    void whatSomebodyWasToldHasFailedDoesNotStart();
    void aJobChangedMeanwhileKeepsItsNewTime();
    void aRemovedJobDoesNotStart();
};

void TestStoreFaults::everyDueTimeEndsInOneRun_data()
{
    QTest::addColumn<bool>("inMemory");
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("before");
    QTest::addColumn<bool>("after");
    for (quint32 seed = 1; seed <= 6; ++seed) {
        const bool inMemory = seed > 2;
        const auto *const place = inMemory ? "memory" : "SQLite";
        QTest::addRow("%s, before the commit, seed %u", place, seed)
            << inMemory << seed << true << false;
        QTest::addRow("%s, after the commit, seed %u", place, seed)
            << inMemory << seed << false << true;
        QTest::addRow("%s, both, seed %u", place, seed) << inMemory << seed << true << true;
    }
}

void TestStoreFaults::everyDueTimeEndsInOneRun()
{
    QFETCH(bool, inMemory);
    QFETCH(quint32, seed);
    QFETCH(bool, before);
    QFETCH(bool, after);
    constexpr int jobs = 100;
    constexpr int dueTimes = 5;
    const QTemporaryDir folder;
    MemoryStore memory;
    auto file = SqlStore::open(folder.filePath(u"carillon.db"_qs));
    QVERIFY(file);
    FaultyBench bench(inMemory ? static_cast<Store &>(memory) : **file, folder.path());
    for (int i = 0; i < jobs; ++i) {
        const Instant first = start + (1 + i % 7) * 1s;
        Job job = intervalJob(qPrintable(u"job-%1"_qs.arg(i)), first, 60s, first + 60s * 4);
        job.rules.grace = std::chrono::seconds(30);
        QVERIFY(bench.scheduler.addJob(job));
    }
    QRandomGenerator random(seed);
    int faults = 0;
    bench.store.nextFault = [&] {
        if (random.bounded(5) != 0)
            return Fault::None;
        ++faults;
        if (before && after)
            return random.bounded(2) == 0 ? Fault::Before : Fault::After;
        return before ? Fault::Before : Fault::After;
    };
    bench.work(start + 10min);
    QVERIFY(faults >= 5);

    const auto runs = bench.store.runs().page({.limit = 10'000});
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(jobs * dueTimes));
    QSet<std::pair<QString, qint64>> recorded;
    for (const Run &run : *runs) {
        QCOMPARE(run.state, RunState::Success);
        recorded.insert({run.job.text, run.due->time_since_epoch().count()});
    }
    QCOMPARE(recorded.size(), jobs * dueTimes);
    QCOMPARE(bench.executor.requests.size(), jobs * dueTimes);
    QSet<qint64> started;
    for (const RunRequest &request : bench.executor.requests)
        started.insert(request.run.number);
    QCOMPARE(started.size(), jobs * dueTimes);
    for (const Job *job : bench.store.jobs().all())
        QVERIFY(!job->next);
}

void TestStoreFaults::aCommitThatWasMadeAfterAllStartsItsRun_data()
{
    QTest::addColumn<int>("failures");
    QTest::newRow("once") << 1;
    QTest::newRow("and so are the next ones") << 4;
}

void TestStoreFaults::aCommitThatWasMadeAfterAllStartsItsRun()
{
    QFETCH(int, failures);
    const QTemporaryDir folder;
    MemoryStore memory;
    FaultyBench bench(memory, folder.path());
    QVERIFY(bench.scheduler.addJob(intervalJob("j", start + 1s, 1h)));
    int left = failures;
    bench.store.nextFault = [&left] { return left-- > 0 ? Fault::After : Fault::None; };
    bench.clock.advance(1s);
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 0); // nothing starts while it is not known
    bench.work(start + 1min);
    QCOMPARE(bench.executor.requests.size(), 1);
    const auto runs = memory.runs().page({});
    QCOMPARE(runs->size(), size_t(1));
    QCOMPARE(runs->front().state, RunState::Success);
    QCOMPARE(memory.jobs().find({u"j"_qs})->next, std::optional(start + 1s + 1h));
}

void TestStoreFaults::whatSomebodyWasToldHasFailedDoesNotStart()
{
    const QTemporaryDir folder;
    MemoryStore memory;
    FaultyBench bench(memory, folder.path());
    QVERIFY(bench.scheduler.addJob(manualJob("j")));
    bench.store.nextFault = [] { return Fault::After; };
    QVERIFY(!bench.scheduler.runNow({u"j"_qs}));
    bench.store.nextFault = {};
    bench.work(start + 1min);
    QCOMPARE(bench.executor.requests.size(), 0);
    const auto runs = memory.runs().page({});
    QCOMPARE(runs->size(), size_t(1));
    QCOMPARE(runs->front().state, RunState::Skipped);
    QCOMPARE(runs->front().outcome.reason,
             u"The database reported this run as not recorded. It was not started."_qs);
    QVERIFY(bench.scheduler.runNow({u"j"_qs}));
}

void TestStoreFaults::aJobChangedMeanwhileKeepsItsNewTime()
{
    const QTemporaryDir folder;
    MemoryStore memory;
    FaultyBench bench(memory, folder.path());
    QVERIFY(bench.scheduler.addJob(intervalJob("j", start + 1s, 1h)));
    bench.clock.advance(1s);
    bench.store.nextFault = [] { return Fault::After; };
    bench.scheduler.processDue();
    bench.store.nextFault = {};
    QVERIFY(bench.scheduler.changeJob(dateJob("j", start + 5min)));
    bench.work(start + 1min);
    QCOMPARE(bench.executor.requests.size(), 1); // on record is on record
    QCOMPARE(memory.jobs().find({u"j"_qs})->next, std::optional(start + 5min));
}

void TestStoreFaults::aRemovedJobDoesNotStart()
{
    const QTemporaryDir folder;
    MemoryStore memory;
    FaultyBench bench(memory, folder.path());
    QVERIFY(bench.scheduler.addJob(intervalJob("j", start + 1s, 1h)));
    bench.clock.advance(1s);
    bench.store.nextFault = [] { return Fault::After; };
    bench.scheduler.processDue();
    bench.store.nextFault = {};
    QVERIFY(bench.scheduler.removeJob({u"j"_qs}));
    bench.work(start + 1min);
    QCOMPARE(bench.executor.requests.size(), 0);
    QCOMPARE(memory.runs().page({})->front().state, RunState::Skipped);
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
