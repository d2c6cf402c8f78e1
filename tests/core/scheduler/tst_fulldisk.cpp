// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"
#include "core/stores/databasecheck.h"
#include "core/stores/databasecopy.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"
#include "support/smallfilesystem.h"

#include <QDir>
#include <QTemporaryDir>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const Instant nine = utc("2026-11-20T09:00Z");

/// The engine's parts on a disk of three megabytes.
struct SmallEngine
{
    explicit SmallEngine(const QString &folder) : file(folder + u"/carillon.db"_qs)
    {
        auto opened = SqlStore::open(file);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        store = *std::move(opened);
        logs = std::make_unique<RunLogs>(QDir(folder + u"/logs"_qs));
        scheduler =
            std::make_unique<Scheduler>(clock, *store, executor, *logs, Scheduler::Options{folder});
        if (!scheduler->recover() || !scheduler->start())
            qFatal("not started");
    }
    int succeeded(const char *job) const
    {
        const auto runs = store->runs().page({.job = JobId{QString::fromLatin1(job)}});
        return int(std::count_if(runs->begin(), runs->end(),
                                 [](const Run &run) { return run.state == RunState::Success; }));
    }

    QString file;
    FakeClock clock{nine};
    FakeExecutor executor;
    std::unique_ptr<SqlStore> store;
    std::unique_ptr<RunLogs> logs;
    std::unique_ptr<Scheduler> scheduler;
};

} // namespace

/// What R14 promises of a file system that is full or lets nobody write, on a real one.
class TestFullDisk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void refusesChangesAndHeals();
    void startsNothingThatIsNotRecorded();
    void goesOnWithoutRoomForOutput();
    void makesNoHalfCopy();
    void doesNotOpenWhatItMayNotWrite();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SmallFileSystem> m_disk;
};

void TestFullDisk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_disk = std::make_unique<SmallFileSystem>(m_folder->path(), 3);
}

void TestFullDisk::cleanup()
{
    m_disk.reset();
    m_folder.reset();
}

void TestFullDisk::refusesChangesAndHeals()
{
    SmallEngine engine(m_folder->path());
    m_disk->fill();
    // What was allocated before takes some more.
    int added = 0;
    Result<Job> last = engine.scheduler->addJob(manualJob("0"));
    while (last && ++added < 10'000)
        last = engine.scheduler->addJob(manualJob(qPrintable(QString::number(added))));
    QVERIFY(!last);
    QCOMPARE(last.error().code, ErrorCode::StoreFull);
    QVERIFY2(last.error().message.contains(u"carillon.db"_qs), qPrintable(last.error().message));
    QCOMPARE(int(engine.scheduler->overviews().size()), added);

    m_disk->makeRoom();
    QVERIFY(engine.scheduler->addJob(manualJob("afterwards")));
    engine.scheduler.reset();
    engine.store.reset();
    const auto report = checkDatabase(engine.file);
    QVERIFY(report);
    QVERIFY2(report->isSound(), qPrintable(report->damage.join(u'\n')));
    QCOMPARE(report->jobs, added + 1);
}

void TestFullDisk::startsNothingThatIsNotRecorded()
{
    SmallEngine engine(m_folder->path());
    QVERIFY(engine.scheduler->addJob(intervalJob("often", nine + 1s, 1s)));
    QVERIFY(engine.scheduler->addJob(dateJob("once", nine + 1h)));
    m_disk->fill();
    int recorded = 0;
    while (engine.scheduler->health().fault.isEmpty()) {
        QVERIFY(++recorded < 10'000);
        engine.clock.advance(1s);
        engine.scheduler->processDue();
        engine.executor.finishAll();
    }
    const auto started = engine.executor.requests.size();
    for (int i = 0; i < 30; ++i) {
        engine.clock.advance(1s);
        engine.scheduler->processDue();
    }
    QCOMPARE(engine.executor.requests.size(), started);
    QVERIFY(engine.scheduler->health().fault.contains(u"carillon.db"_qs));

    m_disk->makeRoom();
    engine.clock.advance(nine + 1h - engine.clock.now());
    for (int i = 0; i < 3; ++i) {
        engine.scheduler->processDue();
        engine.executor.finishAll();
        engine.clock.advance(10ms);
    }
    QCOMPARE(engine.scheduler->health().fault, QString());
    QCOMPARE(engine.succeeded("once"), 1);
    QVERIFY(engine.succeeded("often") > 0);
}

void TestFullDisk::goesOnWithoutRoomForOutput()
{
    SmallEngine engine(m_folder->path());
    QVERIFY(engine.scheduler->addJob(manualJob("chatty")));
    QVERIFY(engine.scheduler->runNow({u"chatty"_qs}));
    const RunId run = engine.executor.running.first();
    // Twice what the disk has room for.
    for (int i = 0; i < 100; ++i)
        emit engine.executor.wroteOutput(run, QByteArray(64 * 1024, 'o'));
    engine.executor.finishAll();
    for (int i = 0; i < 3; ++i) {
        engine.clock.advance(2s);
        engine.scheduler->processDue();
    }
    QVERIFY(engine.scheduler->health().fault.contains(u"carillon.db"_qs));

    // Somebody makes room by removing the log.
    QVERIFY(QDir(m_folder->filePath(u"logs"_qs)).removeRecursively());
    engine.clock.advance(2s);
    engine.scheduler->processDue();
    const auto ended = engine.scheduler->run(run);
    QVERIFY(ended);
    QCOMPARE(ended->state, RunState::Success);
    QCOMPARE(ended->outputSize, qint64(100) * 64 * 1024); // counted, kept as far as it went
}

void TestFullDisk::makesNoHalfCopy()
{
    const QString file = m_folder->filePath(u"carillon.db"_qs);
    {
        auto store = SqlStore::open(file);
        QVERIFY(store);
        Run run;
        run.id.number = 1;
        run.job.text = u"a"_qs;
        run.state = RunState::Success;
        run.due = nine;
        run.ended = nine;
        run.tail = QByteArray(1'000'000, 't');
        QVERIFY((*store)->commit({.newRuns = {run}}));
    }
    const auto copied = copyDatabase(file, m_folder->filePath(u"copy.db"_qs));
    m_disk->fill();
    const auto refused = copyDatabase(file, m_folder->filePath(u"second.db"_qs));
    QVERIFY(copied);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreFull);
    QVERIFY(refused.error().message.contains(u"second.db"_qs));
    QCOMPARE(QDir(m_folder->path()).entryList({u"second*"_qs}), QStringList());
}

void TestFullDisk::doesNotOpenWhatItMayNotWrite()
{
    const QString file = m_folder->filePath(u"carillon.db"_qs);
    QVERIFY(SqlStore::open(file));
    m_disk->makeReadOnly();
    const auto refused = SqlStore::open(file);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotAllowed);
    QVERIFY(refused.error().message.contains(u"carillon.db"_qs));
    const auto created = SqlStore::open(m_folder->filePath(u"new.db"_qs));
    QVERIFY(!created);
    QCOMPARE(created.error().code, ErrorCode::NotAllowed);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"carillon.db"_qs});
}

int main(int argc, char *argv[])
{
    if (!takeOwnMounts()) {
        // A container may forbid it; tst_database fills a database to its last page instead.
        std::puts("SKIP: this system lets nobody mount a file system of his own");
        return 0;
    }
    QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
