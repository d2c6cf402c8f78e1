// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/housekeeping.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestHousekeeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void forgetsAndCopies();
    void leavesTheMomentToWhatIsDue();

private:
    int runsLeft() const { return int(m_store->runs().page({}).value().size()); }

    FakeClock m_clock{utc("2026-11-20T23:30Z")};
    FakeExecutor m_executor;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlStore> m_store;
    std::unique_ptr<RunLogs> m_logs;
    std::unique_ptr<Scheduler> m_scheduler;
};

void TestHousekeeping::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = SqlStore::open(m_folder->filePath(u"carillon.db"_qs));
    QVERIFY(opened);
    m_store = std::move(*opened);
    m_logs = std::make_unique<RunLogs>(QDir(m_folder->filePath(u"logs"_qs)));
    m_scheduler = std::make_unique<Scheduler>(m_clock, *m_store, m_executor, *m_logs,
                                              Scheduler::Options{m_folder->path()});
    Changes past;
    for (int i = 1; i <= 10; ++i) {
        Run run;
        run.id.number = i;
        run.job.text = u"gone"_qs;
        run.state = RunState::Success;
        run.ended = m_clock.now() - std::chrono::days(200 - i);
        past.newRuns.push_back(run);
    }
    QVERIFY(m_store->commit(past));
}

void TestHousekeeping::cleanup()
{
    m_scheduler.reset();
    m_store.reset();
    m_logs.reset();
    m_folder.reset();
}

void TestHousekeeping::forgetsAndCopies()
{
    const QString database = m_folder->filePath(u"carillon.db"_qs);
    Housekeeping housekeeping(m_clock, *m_store, *m_logs, *m_scheduler,
                              {.databases = {database}, .firstDelay = 0ms});
    housekeeping.start();
    QTRY_COMPARE(runsLeft(), 1); // the last result stays
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"backups/carillon-2026-11-20.db"_qs)));
}

void TestHousekeeping::leavesTheMomentToWhatIsDue()
{
    QVERIFY(m_scheduler->start());
    QVERIFY(m_scheduler->addJob(intervalJob("soon", m_clock.now() + 1s, 1h)));
    m_clock.advance(980ms);
    Housekeeping housekeeping(m_clock, *m_store, *m_logs, *m_scheduler, {.firstDelay = 0ms});
    housekeeping.start();
    QCoreApplication::processEvents();
    QCOMPARE(runsLeft(), 10);
    QTRY_COMPARE(runsLeft(), 1); // but not for ever
}

QTEST_GUILESS_MAIN(TestHousekeeping)
#include "tst_housekeeping.moc"
