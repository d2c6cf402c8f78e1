// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/backups.h"
#include "core/stores/databasecheck.h"
#include "core/stores/databasecopy.h"
#include "core/stores/rawdatabase.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;
using namespace carillon::samples;

class TestBackups : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void copiesWhatIsCommitted();
    void copiesBesideAWriter();
    void copiesArePrivate_data();
    void copiesArePrivate();
    void keepsWhatIsThere();
    void copiesNothingDamaged();
    void keepsSevenDays();
    void aFailureKeepsTheOldOnes();
    void checksADatabase();
    void checkingFindsDamage();
    void checkingRefuses();

private:
    QStringList names(const QString &folder) const
    {
        return QDir(m_folder->filePath(folder)).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<SqlStore> m_store;
};

void TestBackups::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
    auto opened = SqlStore::open(m_file);
    QVERIFY(opened);
    m_store = std::move(*opened);
    QVERIFY(commit(*m_store, {.jobs = {job(u"a"_qs, at(20)), fullJob()},
                              .newRuns = {finishedRun(1, u"a"_qs), run(2, u"a"_qs, at(10))}}));
}

void TestBackups::copiesWhatIsCommitted()
{
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    QVERIFY(copyDatabase(m_file, copy));
    QCOMPARE(names(u"."_qs).filter(u"copy"_qs), QStringList{u"copy.db"_qs});
    const auto copied = SqlStore::open(copy);
    QVERIFY(copied);
    QCOMPARE(*(*copied)->jobs().find({u"a"_qs}), job(u"a"_qs, at(20)));
    QCOMPARE(*(*copied)->jobs().find(fullJob().id), fullJob());
    QCOMPARE((*copied)->runs().find({1}).value(), finishedRun(1, u"a"_qs));
    QCOMPARE(numbers((*copied)->runs().active()), QList<qint64>{2});
}

void TestBackups::copiesBesideAWriter()
{
    RawDatabase other(m_file);
    other.run(u"begin immediate"_qs);
    other.run(u"delete from jobs"_qs);
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    QVERIFY(copyDatabase(m_file, copy));
    QCOMPARE(checkDatabase(copy).value().jobs, 2);
    other.run(u"rollback"_qs);
    QVERIFY(commit(*m_store, {.jobs = {job(u"later"_qs)}})); // no lock stays behind
}

void TestBackups::copiesArePrivate_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("none") << 0;
    QTest::newRow("the usual") << 022;
    QTest::newRow("everything") << 0777;
}

void TestBackups::copiesArePrivate()
{
#ifdef Q_OS_UNIX
    QFETCH(int, mask);
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    const auto before = ::umask(mode_t(mask));
    const auto copied = copyDatabase(m_file, copy);
    ::umask(before);
    QVERIFY(copied);
    struct stat entry = {};
    QCOMPARE(::stat(QFile::encodeName(copy).constData(), &entry), 0);
    QCOMPARE(int(entry.st_mode & 07777), 0600);
#else
    QSKIP("Unix permissions");
#endif
}

void TestBackups::keepsWhatIsThere()
{
    const QString copy = m_folder->filePath(u"copy.db"_qs);
    writeFile(copy, "mine");
    const auto refused = copyDatabase(m_file, copy);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().message,
             u"There is already a file “%1”. It was kept. Choose another name."_qs.arg(copy));
    QCOMPARE(readFile(copy), QByteArray("mine"));
    QVERIFY(copyDatabase(m_file, copy, Existing::Replace));
    QCOMPARE(checkDatabase(copy).value().jobs, 2);
}

void TestBackups::copiesNothingDamaged()
{
    m_store.reset();
    QByteArray bytes = readFile(m_file);
    writeFile(m_file, bytes.first(4096) + QByteArray(bytes.size() - 4096, '\xee'));
    const auto refused = copyDatabase(m_file, m_folder->filePath(u"copy.db"_qs));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreRefused);
    QVERIFY(refused.error().message.contains(u"It is damaged."));
    QCOMPARE(names(u"."_qs).filter(u"copy"_qs), QStringList());
}

void TestBackups::keepsSevenDays()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"backups"_qs));
    writeFile(m_folder->filePath(u"backups/mine.db"_qs), "not one of the daily ones");
    const QDate first(2026, 12, 28);
    for (int day = 0; day < 10; ++day) {
        const auto made = backups::keepDaily(m_file, first.addDays(day));
        QVERIFY(made);
        QVERIFY(*made);
    }
    const auto again = backups::keepDaily(m_file, first.addDays(9));
    QVERIFY(again);
    QVERIFY(!*again);
    QCOMPARE(names(u"backups"_qs),
             (QStringList{u"carillon-2026-12-31.db"_qs, u"carillon-2027-01-01.db"_qs,
                          u"carillon-2027-01-02.db"_qs, u"carillon-2027-01-03.db"_qs,
                          u"carillon-2027-01-04.db"_qs, u"carillon-2027-01-05.db"_qs,
                          u"carillon-2027-01-06.db"_qs, u"mine.db"_qs}));
    QCOMPARE(backups::newest(m_file), m_folder->filePath(u"backups/carillon-2027-01-06.db"_qs));
}

void TestBackups::aFailureKeepsTheOldOnes()
{
    const QDate first(2026, 11, 1);
    for (int day = 0; day < backups::mostKept; ++day)
        QVERIFY(backups::keepDaily(m_file, first.addDays(day)));
    const QStringList before = names(u"backups"_qs);
    QCOMPARE(before.size(), 7);
    m_store.reset();
    writeFile(m_file, readFile(m_file).first(4096) + QByteArray(8192, '\xee'));
    QVERIFY(!backups::keepDaily(m_file, first.addDays(backups::mostKept)));
    QCOMPARE(names(u"backups"_qs), before);
    // And whoever is turned away hears of the newest.
    const auto refused = SqlStore::open(m_file);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.endsWith(
                 u"It is damaged. It was left untouched. The newest copy is “%1”. Restore it, or "
                 u"move the database away to begin anew."_qs.arg(
                     m_folder->filePath(u"backups/carillon-2026-11-07.db"_qs))),
             qPrintable(refused.error().message));
}

void TestBackups::checksADatabase()
{
    RawDatabase(m_file).run(u"update jobs set definition = 'x' where id = 'a'"_qs);
    const auto report = checkDatabase(m_file);
    QVERIFY(report);
    QVERIFY(report->isSound());
    QCOMPARE(report->jobs, 2);
    QCOMPARE(report->runs, 2);
    QCOMPARE(report->unreadableJobs, QStringList{u"a"_qs});
    QCOMPARE(
        reportText(*report),
        u"%1\nThe database is sound. Jobs: 2. Runs: 2. Size: %2. Version: %3.\n"
        u"The definition of the job “a” cannot be read."_qs.arg(
            m_file, QLocale().formattedDataSize(report->size), QString::number(report->version)));
}

void TestBackups::checkingFindsDamage()
{
    {
        RawDatabase raw(m_file);
        raw.run(u"pragma writable_schema = on"_qs);
        raw.run(u"delete from sqlite_schema where name = 'runs_by_job'"_qs);
    }
    const auto report = checkDatabase(m_file);
    QVERIFY(report);
    QVERIFY(!report->isSound());
    QVERIFY2(reportText(*report).startsWith(m_file + u"\nThe database is damaged:\n"_qs),
             qPrintable(reportText(*report)));
    QVERIFY(report->damage.first().contains(u"never used"));
}

void TestBackups::checkingRefuses()
{
    const auto missing = checkDatabase(m_folder->filePath(u"other.db"_qs));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const QString text = m_folder->filePath(u"text"_qs);
    writeFile(text, "hello");
    const auto foreign = checkDatabase(text);
    QVERIFY(!foreign);
    QCOMPARE(foreign.error().code, ErrorCode::StoreRefused);
}

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
