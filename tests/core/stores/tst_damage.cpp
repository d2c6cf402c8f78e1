// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/backups.h"
#include "core/stores/databasecheck.h"
#include "core/stores/rawdatabase.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>

using namespace carillon;
using namespace carillon::samples;

using Spoiler = std::function<void(const QString &file)>;
Q_DECLARE_METATYPE(Spoiler)

namespace {

constexpr qsizetype pageSize = 4096;

/// What a start makes of it.
enum Outcome {
    Refused,     ///< untouched, with cause and newest copy
    NeedsFixing, ///< one job; the others are planned
    FoundLater,  ///< where a start does not look: reading it says so, and so does the check
};

Spoiler overwrite(qsizetype at, const QByteArray &bytes)
{
    return [=](const QString &file) {
        writeFile(file, readFile(file).replace(at, bytes.size(), bytes));
    };
}

/// The first page of a table or index, `offset` bytes behind its beginning.
Spoiler overwriteRoot(const QString &name, qsizetype offset, const QByteArray &bytes)
{
    return [=](const QString &file) {
        const auto root = RawDatabase(file)
                              .run(u"select rootpage from sqlite_schema where name = ?"_qs, {name})
                              .toLongLong();
        overwrite((root - 1) * pageSize + offset, bytes)(file);
    };
}

Spoiler cutTo(double part)
{
    return [=](const QString &file) {
        const QByteArray bytes = readFile(file);
        writeFile(file, bytes.first(qsizetype(double(bytes.size()) * part)));
    };
}

Spoiler run(const QString &statement)
{
    return [=](const QString &file) { RawDatabase(file).run(statement); };
}

} // namespace

/// A database of 300 jobs and 600 runs, with a copy of yesterday, after something has spoilt it.
class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isNoticed_data();
    void isNoticed();
    void foundWhileRunning();
    void checksWhatACrashLeft();

private:
    void checkRefused(const QString &cause);

    QTemporaryDir m_samples;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestDamage::initTestCase()
{
    const auto store = SqlStore::open(m_samples.filePath(u"carillon.db"_qs));
    QVERIFY(store);
    Changes changes;
    for (int i = 0; i < 300; ++i) {
        const QString id = u"job %1"_qs.arg(i);
        changes.jobs.push_back(job(id, at(i)));
        changes.newRuns.push_back(samples::run(2 * i + 1, id, at(i), RunState::Success));
        changes.newRuns.push_back(samples::run(2 * i + 2, id, at(i + 0.5), RunState::Failed));
    }
    QVERIFY(commit(**store, changes));
}

void TestDamage::isNoticed_data()
{
    QTest::addColumn<Spoiler>("spoil");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("cause");
    const QString damaged = u"It is damaged."_qs;
    const QByteArray zeros(pageSize, '\0');
    QTest::newRow("magic") << overwrite(3, "x") << int(Refused) << u"It is not a database."_qs;
    QTest::newRow("application id")
        << overwrite(68, "Fire") << int(Refused) << u"It belongs to another program."_qs;
    QTest::newRow("page size") << overwrite(16, QByteArray("\0\3", 2)) << int(Refused) << damaged;
    QTest::newRow("schema page type") << overwrite(100, "\x77") << int(Refused) << damaged;
    QTest::newRow("jobs page type")
        << overwriteRoot(u"jobs"_qs, 0, "\x77") << int(Refused) << damaged;
    QTest::newRow("jobs page of zeros")
        << overwriteRoot(u"jobs"_qs, 0, zeros) << int(Refused) << damaged;
    QTest::newRow("cut in the middle") << cutTo(0.5) << int(Refused) << damaged;
    QTest::newRow("last byte missing")
        << Spoiler([](const QString &file) { writeFile(file, readFile(file).chopped(1)); })
        << int(Refused) << damaged;
    QTest::newRow("only the header left")
        << cutTo(0.0001) << int(Refused) << u"It is not a database."_qs;
    QTest::newRow("a log of rubbish") << Spoiler([](const QString &file) {
        writeFile(file + u"-wal"_qs, QByteArray(5000, '\xee'));
    }) << int(Refused) << u"“carillon.db-wal” with its latest changes is damaged."_qs;
    QTest::newRow("a table gone") << run(u"drop table counters"_qs) << int(Refused) << damaged;
    QTest::newRow("a definition") << run(u"update jobs set definition = '{' where id = 'job 7'"_qs)
                                  << int(NeedsFixing) << QString();
    QTest::newRow("a definition of bytes")
        << run(u"update jobs set definition = cast(x'ff00fe' as text) where id = 'job 7'"_qs)
        << int(NeedsFixing) << QString();
    QTest::newRow("runs page type")
        << overwriteRoot(u"runs"_qs, 0, "\x77") << int(FoundLater) << damaged;
    QTest::newRow("index of runs")
        << overwriteRoot(u"runs_by_job"_qs, 0, zeros) << int(FoundLater) << damaged;
    QTest::newRow("two indexes in one place") << Spoiler([](const QString &file) {
        RawDatabase raw(file);
        raw.run(u"pragma writable_schema = on"_qs);
        raw.run(u"update sqlite_schema set rootpage = (select rootpage from sqlite_schema where "
                u"name = 'runs_active') where name = 'runs_by_job'"_qs);
    }) << int(Refused) << damaged;
}

void TestDamage::isNoticed()
{
    QFETCH(Spoiler, spoil);
    QFETCH(int, outcome);
    QFETCH(QString, cause);
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
    QVERIFY(QFile::copy(m_samples.filePath(u"carillon.db"_qs), m_file));
    QVERIFY(backups::keepDaily(m_file, QDate(2026, 11, 19)));
    spoil(m_file);
    if (outcome == Refused) {
        checkRefused(cause);
        return;
    }
    const auto opened = SqlStore::open(m_file);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE((*opened)->jobs().count(), 300);
    if (outcome == NeedsFixing) {
        QVERIFY(!(*opened)->jobs().find({u"job 7"_qs})->problem.isEmpty());
        QVERIFY((*opened)->jobs().find({u"job 8"_qs})->problem.isEmpty());
        QCOMPARE((*opened)->jobs().nextDue(), std::optional(at(0)));
        return;
    }
    const auto report = checkDatabase(m_file);
    QVERIFY(!report || !report->isSound());
    const auto copied = backups::keepDaily(m_file, QDate(2026, 11, 20));
    QVERIFY(!copied);
    QVERIFY(copied.error().message.contains(cause));
}

void TestDamage::checkRefused(const QString &cause)
{
    const QByteArray before = readFile(m_file);
    const QByteArray log = readFile(m_file + u"-wal"_qs);
    const auto opened = SqlStore::open(m_file);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreRefused);
    QCOMPARE(opened.error().message,
             u"The job database “%1” cannot be used. %2 It was left untouched. The newest copy is "
             u"“%3”. Restore it, or move the database away to begin anew."_qs.arg(
                 m_file, cause, m_folder->filePath(u"backups/carillon-2026-11-19.db"_qs)));
    QVERIFY(readFile(m_file) == before);
    QVERIFY(readFile(m_file + u"-wal"_qs) == log);
}

void TestDamage::foundWhileRunning()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
    QVERIFY(QFile::copy(m_samples.filePath(u"carillon.db"_qs), m_file));
    const QByteArray whole = readFile(m_file);
    overwriteRoot(u"runs_once"_qs, 0, QByteArray(pageSize, '\xee'))(m_file);
    const auto opened = SqlStore::open(m_file);
    QVERIFY(opened);
    const Changes changes{.advances = {{{u"job 1"_qs}, at(5000)}},
                          .newRuns = {samples::run(700, u"job 1"_qs, at(1000))}};
    const auto refused = (*opened)->commit(changes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreRefused);
    QCOMPARE((*opened)->jobs().find({u"job 1"_qs})->next, std::optional(at(1))); // nothing changed
    QVERIFY(!(*opened)->commit(changes));                                        // still told
    QCOMPARE((*opened)->jobs().count(), 300);
}

/// A copy that is about to become a database again is still without a write-ahead log.
void TestDamage::checksWhatACrashLeft()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString whole = m_folder->filePath(u"whole.db"_qs);
    m_file = m_folder->filePath(u"carillon.db"_qs);
    QVERIFY(QFile::copy(m_samples.filePath(u"carillon.db"_qs), whole));
    {
        RawDatabase raw(whole);
        raw.run(u"pragma journal_mode = delete"_qs);
        raw.run(u"pragma cache_size = 1"_qs); // so that pages reach the file before the end
        raw.run(u"begin"_qs);
        raw.run(u"update jobs set definition = '{'"_qs);
        QVERIFY(QFile::copy(whole, m_file));
        QVERIFY(QFile::copy(whole + u"-journal"_qs, m_file + u"-journal"_qs));
        raw.run(u"rollback"_qs);
    }
    const auto report = checkDatabase(m_file);
    QVERIFY2(report, report ? "" : qPrintable(report.error().message));
    QVERIFY(report->isSound());
    QCOMPARE(report->jobs, 300);
    QCOMPARE(report->unreadableJobs, QStringList());
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
