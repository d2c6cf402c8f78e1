// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/pendingjobs.h"
#include "core/stores/sqlstore.h"
#include "support/schedulerbench.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2024-05-06T09:00Z");

/// An engine that is stopped, on a real database.
struct StoppedEngine
{
    explicit StoppedEngine(const QString &folder)
    {
        auto opened = SqlStore::open(folder + u"/carillon.db"_qs);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        store = *std::move(opened);
        logs = std::make_unique<RunLogs>(QDir(folder));
        scheduler =
            std::make_unique<Scheduler>(clock, *store, executor, *logs, Scheduler::Options{folder});
        if (!scheduler->recover())
            qFatal("not recovered");
    }

    FakeClock clock{nine};
    FakeExecutor executor;
    std::unique_ptr<SqlStore> store;
    std::unique_ptr<RunLogs> logs;
    std::unique_ptr<Scheduler> scheduler;
};

/// What the killed program does: three jobs, each told of once it was accepted, and no more.
[[noreturn]] void addAndDie(const QString &folder)
{
    StoppedEngine engine(folder);
    for (const char *id : {"c", "a", "b"}) {
        if (engine.scheduler->addJob(intervalJob(id, nine + 1s, 10s)))
            std::printf("%s ", id);
    }
    std::fflush(stdout);
    std::raise(SIGKILL);
    std::abort();
}

} // namespace

/// Jobs that were added while the scheduler was stopped: accepted means durable.
class TestPendingJobs : public QObject
{
    Q_OBJECT

private slots:
    void surviveAKill();
    void readAgainWhatTheyLeaveOpen();
    void beginWhenTheyWereTold();
    void enterWhenTheSchedulerStarts();
    void runByHand();
    void takeDefaultsAsTheyEnter();
    void stayWhileTheStoreRefuses();
    void areEditedLikeOthers();
    void pauseAndResume();
    void areReplacedInTheirPlace();
    void startAfterNoOther();
    void keepTheirOrderThroughACrash();
};

void TestPendingJobs::surviveAKill()
{
    const QTemporaryDir folder;
    QProcess killed;
    killed.start(QCoreApplication::applicationFilePath(), {u"--add-and-die"_qs, folder.path()});
    QVERIFY(killed.waitForFinished());
    QCOMPARE(killed.exitStatus(), QProcess::CrashExit);
    QCOMPARE(killed.readAllStandardOutput(), QByteArray("c a b "));

    StoppedEngine engine(folder.path());
    QCOMPARE(engine.scheduler->overviews().size(), 3U);
    QStringList told;
    engine.scheduler->events().addListener(
        [&](const SchedulerEvent &event) {
            told.append(QString::number(quint32(event.code)) + event.job.text + event.jobStore);
        },
        quint32(EventCode::JobAdded) | quint32(EventCode::SchedulerStarted));
    QVERIFY(engine.scheduler->start());
    QCOMPARE(told, (QStringList{u"512cdefault"_qs, u"512adefault"_qs, u"512bdefault"_qs, u"1"_qs}));
    QCOMPARE(engine.store->jobs().nextDue(), std::optional(nine + 1s));
    QVERIFY(pendingJobs(engine.store->jobs()).empty());
}

void TestPendingJobs::readAgainWhatTheyLeaveOpen()
{
    const QJsonObject object{{u"id"_qs, u"j"_qs},
                             {u"func"_qs, u"carillon:noop"_qs},
                             {u"trigger"_qs, u"interval"_qs},
                             {u"misfire_grace_time"_qs, 7}};
    const JobContext context{{nine, Zone::utc()}};
    const JobEntry entry = jobFromJson(object, context).value();
    Rules defaults;
    defaults.maxInstances = 3;
    const Job waiting = pendingJob(entry, context.trigger, 1);
    const Job entered = entering(waiting, defaults, nine + 1h);
    QCOMPARE(entered.rules.maxInstances, 3);
    QCOMPARE(entered.rules.grace, std::optional<std::chrono::seconds>(7s));
    QVERIFY(!entered.isPending());
    const Job edited = stillPending(waiting, waiting); // somebody has seen what it would be
    QCOMPARE(entering(edited, defaults, nine).rules.maxInstances, 1);
}

void TestPendingJobs::beginWhenTheyWereTold()
{
    JobEntry entry{intervalJob("j", nine, 1h)};
    entry.explicitNext = nine + 90s;
    const Job waiting = pendingJob(entry, {nine}, 1);
    QVERIFY(!waiting.next);
    QCOMPARE(entering(waiting, {}, nine + 10s).next, std::optional(nine + 90s));
}

void TestPendingJobs::enterWhenTheSchedulerStarts()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(!bench.scheduler.addJob(intervalJob("b", nine, 10s))->next);
    QVERIFY(bench.scheduler.addJob(intervalJob("a", nine, 10s)));
    const auto again = bench.scheduler.addJob(intervalJob("b", nine, 10s));
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(again.error().message, u"A job with ID “b” already exists — try “b-2”."_qs);
    QCOMPARE(bench.store.jobs().count(), 2);
    QVERIFY(!bench.store.jobs().nextDue());
    QCOMPARE(bench.scheduler.overviews().size(), 2U);
    QVERIFY(!bench.scheduler.overview(JobId{u"a"_qs})->job.isFinished());
    bench.tick(25s);

    QStringList told;
    bench.scheduler.events().addListener([&](const SchedulerEvent &event) {
        told.append(u"%1 %2"_qs.arg(quint32(event.code)).arg(event.job.text));
    });
    QVERIFY(bench.scheduler.start());
    QCOMPARE(told, (QStringList{u"512 b"_qs, u"512 a"_qs, u"1 "_qs}));
    QCOMPARE(bench.store.jobs().all().front()->id.text, u"b"_qs);
    QCOMPARE(bench.store.jobs().find(JobId{u"b"_qs})->next, nine + 30s);
}

/// They go on waiting for the scheduler.
void TestPendingJobs::runByHand()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.addJob(intervalJob("a", nine, 10s)));
    const auto run = bench.scheduler.runNow(JobId{u"a"_qs});
    QVERIFY(run);
    bench.executor.finish(*run);
    bench.tick(25s);
    QCOMPARE(bench.history("a"), QStringList{u"Success manual"_qs});
    QVERIFY(bench.scheduler.isPending(JobId{u"a"_qs}));
    QVERIFY(bench.scheduler.start());
    QCOMPARE(bench.store.jobs().find(JobId{u"a"_qs})->next, nine + 30s);
}

void TestPendingJobs::takeDefaultsAsTheyEnter()
{
    SchedulerBench bench;
    Rules defaults;
    defaults.maxInstances = 3;
    Scheduler scheduler(bench.clock, bench.store, bench.executor, bench.logs,
                        {.workspace = bench.folder.path(), .jobDefaults = defaults});
    const JobContext context{{nine, Zone::utc()}};
    const QJsonObject object{{u"id"_qs, u"j"_qs},
                             {u"func"_qs, u"carillon:noop"_qs},
                             {u"trigger"_qs, u"interval"_qs},
                             {u"misfire_grace_time"_qs, 7}};
    QVERIFY(scheduler.addEntry(jobFromJson(object, context).value(), context));
    QCOMPARE(scheduler.overview(JobId{u"j"_qs})->job.rules.maxInstances, 1);
    QVERIFY(scheduler.start());
    const Job job = scheduler.overview(JobId{u"j"_qs})->job;
    QCOMPARE(job.rules.maxInstances, 3);
    QCOMPARE(job.rules.grace, 7s);
}

void TestPendingJobs::stayWhileTheStoreRefuses()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.addJob(dateJob("d", nine + 1h)));
    bench.store.fails = true;
    QCOMPARE(bench.scheduler.addJob(manualJob("m")).error().code, ErrorCode::StoreFull);
    QCOMPARE(bench.scheduler.start().error().message, u"No space left."_qs);
    QCOMPARE(bench.scheduler.state(), SchedulerState::Stopped);
    bench.store.fails = false;
    QVERIFY(bench.scheduler.start());
    QCOMPARE(bench.store.jobs().count(), 1);
}

void TestPendingJobs::areEditedLikeOthers()
{
    SchedulerBench bench;
    Job stored = bench.scheduler.addJob(dateJob("stored", nine + 1h)).value();
    QVERIFY(bench.scheduler.stop().result());
    Job pending = bench.scheduler.addJob(dateJob("pending", nine + 1h)).value();
    stored.name = u"one"_qs;
    pending.name = u"two"_qs;
    QVERIFY(bench.scheduler.changeJob(stored));
    QVERIFY(bench.scheduler.changeJob(pending));
    QCOMPARE(bench.store.jobs().find(stored.id)->name, u"one"_qs);
    QVERIFY(bench.scheduler.addJob(dateJob("gone", nine + 1h)));
    QVERIFY(bench.scheduler.removeJob(JobId{u"gone"_qs}));
    QVERIFY(bench.scheduler.start());
    QCOMPARE(bench.store.jobs().find(pending.id)->name, u"two"_qs);
    QCOMPARE(bench.store.jobs().count(), 2);
    QVERIFY(bench.scheduler.removeAllJobs());
    QCOMPARE(bench.scheduler.overviews().size(), 0U);
}

void TestPendingJobs::pauseAndResume()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    const JobId id = bench.scheduler.addJob(intervalJob("j", nine, 10s)).value().id;
    QVERIFY(bench.scheduler.pauseJob(id));
    QVERIFY(!bench.scheduler.resumeJob(id)->next);
    QVERIFY(bench.scheduler.pauseJob(id));
    QVERIFY(bench.scheduler.start());
    QVERIFY(bench.store.jobs().find(id)->paused);
    QVERIFY(!bench.store.jobs().find(id)->isPending());
    QCOMPARE(bench.scheduler.resumeJob(id)->next, nine);
}

void TestPendingJobs::areReplacedInTheirPlace()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    JobEntry entry{manualJob("a")};
    entry.job.name = u"another"_qs;
    entry.replaceExisting = true;
    QStringList told;
    bench.scheduler.events().addListener(
        [&](const SchedulerEvent &event) { told.append(event.job.text); },
        quint32(EventCode::JobAdded));
    QVERIFY(bench.scheduler.addEntry(entry, {{nine}}));
    QVERIFY(bench.scheduler.start());
    QCOMPARE(told, (QStringList{u"a"_qs, u"b"_qs}));
    QCOMPARE(bench.store.jobs().find(JobId{u"a"_qs})->name, u"another"_qs);
}

void TestPendingJobs::startAfterNoOther()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.addJob(manualJob("first")));
    QVERIFY(bench.scheduler.runNow(JobId{u"first"_qs}));
    QVERIFY(bench.scheduler.stop(false).result());
    Job follower = manualJob("follower");
    follower.rules.after.jobs = {JobId{u"first"_qs}};
    QVERIFY(bench.scheduler.addJob(follower));
    bench.executor.finishAll();
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 1);
    QVERIFY(bench.scheduler.start());
    QVERIFY(bench.scheduler.runNow(JobId{u"first"_qs}));
    bench.executor.finishAll();
    bench.scheduler.processDue(); // the end, and that another one follows
    bench.scheduler.processDue();
    QCOMPARE(bench.executor.requests.size(), 3);
}

void TestPendingJobs::keepTheirOrderThroughACrash()
{
    SchedulerBench bench;
    QVERIFY(bench.scheduler.stop().result());
    QVERIFY(bench.scheduler.addJob(manualJob("b")));
    QVERIFY(bench.scheduler.addJob(manualJob("a")));
    bench.executor.disconnect(&bench.scheduler);
    Scheduler next(bench.clock, bench.store, bench.executor, bench.logs, bench.options);
    QVERIFY(next.recover());
    QVERIFY(next.addJob(manualJob("0")));
    QStringList told;
    next.events().addListener([&](const SchedulerEvent &event) { told.append(event.job.text); },
                              quint32(EventCode::JobAdded));
    QVERIFY(next.start());
    QCOMPARE(told, (QStringList{u"b"_qs, u"a"_qs, u"0"_qs}));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--add-and-die") == 0)
        addAndDie(QString::fromLocal8Bit(argv[2]));
    TestPendingJobs test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pendingjobs.moc"
