// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupprocess.h"
#include "app/housekeeping.h"
#include "core/scheduler/scheduler.h"
#include "core/stores/rawdatabase.h"
#include "core/stores/runlog.h"
#include "core/stores/sqlstore.h"
#include "support/fakeclock.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;
using namespace std::chrono_literals;

namespace {

const QString copier = QStringLiteral(CARILLONCTL);

} // namespace

class TestHousekeeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void forgetsAndCopies();
    void endsOnceItHasCopied();
    void endsAtOnceWhileCopying();
    void copiesNoLongerThanItsStarterLives();
    void copiesAgainWhatWasCutOff();
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
                              {.databases = {database}, .copier = copier, .firstDelay = 0ms});
    housekeeping.start();
    QTRY_COMPARE(runsLeft(), 1); // the last result stays
    QTRY_VERIFY(QFile::exists(m_folder->filePath(u"backups/carillon-2026-11-20.db"_qs)));
}

/// Or there would be no copy on the next day.
void TestHousekeeping::endsOnceItHasCopied()
{
    BackupProcess process(copier);
    process.start({m_folder->filePath(u"carillon.db"_qs)}, QDate(2026, 11, 20));
    QTRY_VERIFY_WITH_TIMEOUT(!process.isRunning(), 60'000);
    QVERIFY(QFile::exists(m_folder->filePath(u"backups/carillon-2026-11-20.db"_qs)));
}

/// Whatever the size of the database: an end does not wait for its copy, and leaves no half of it.
void TestHousekeeping::endsAtOnceWhileCopying()
{
    const QString database = m_folder->filePath(u"carillon.db"_qs);
    constexpr int megabytes = 200;
    samples::RawDatabase(database).run(
        u"create table ballast as with recursive number(n) as (select 1 union all "
        u"select n + 1 from number where n < %1) select randomblob(1000) as bytes from number"_qs
            .arg(megabytes * 1000));
    auto housekeeping = std::make_unique<Housekeeping>(
        m_clock, *m_store, *m_logs, *m_scheduler,
        Housekeeping::Options{.databases = {database}, .copier = copier, .firstDelay = 0ms});
    housekeeping->start();
    const QDir backups(m_folder->filePath(u"backups"_qs));
    const auto begun = [&] {
        const QFileInfoList files = backups.entryInfoList({u"*.part"_qs});
        return !files.isEmpty() && files.first().size() > 1'000'000;
    };
    QTRY_VERIFY_WITH_TIMEOUT(begun(), 60'000);
    QElapsedTimer watch;
    watch.start();
    housekeeping.reset();
    const qint64 length = watch.elapsed();
    qInfo("ended %lld ms after the wish, while %d MB were being copied", length, megabytes);
    QCOMPARE(backups.entryList(QDir::Files), QStringList());
    QVERIFY2(length < 1000, qPrintable(QString::number(length)));
}

/// A copy must not go on behind the back of the next engine.
void TestHousekeeping::copiesNoLongerThanItsStarterLives()
{
#ifndef Q_OS_UNIX
    QSKIP("needs a pipe that has a name");
#else
    const QString endless = m_folder->filePath(u"endless.db"_qs);
    QCOMPARE(::mkfifo(qPrintable(endless), 0600), 0);
    QProcess orphan;
    orphan.start(copier, {u"--back-up-databases"_qs, u"2026-11-20"_qs, endless});
    QVERIFY(orphan.waitForStarted());
    QVERIFY(!orphan.waitForFinished(300)); // it reads what never comes
    orphan.closeWriteChannel();
    QVERIFY(orphan.waitForFinished());
    QVERIFY(orphan.exitCode() != 0);
#endif
}

void TestHousekeeping::copiesAgainWhatWasCutOff()
{
    const QString database = m_folder->filePath(u"carillon.db"_qs);
    const QDir backups(m_folder->filePath(u"backups"_qs));
    QVERIFY(backups.mkpath(u"."_qs));
    QFile left(backups.filePath(u"carillon-2026-11-19.db.part"_qs));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    Housekeeping housekeeping(m_clock, *m_store, *m_logs, *m_scheduler,
                              {.databases = {database}, .copier = copier, .firstDelay = 0ms});
    housekeeping.start();
    QTRY_COMPARE(backups.entryList(QDir::Files), QStringList{u"carillon-2026-11-20.db"_qs});
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
