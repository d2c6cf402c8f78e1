// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/databasecopy.h"
#include "core/stores/rawdatabase.h"
#include "core/stores/restore.h"
#include "core/stores/sqlstore.h"
#include "core/stores/storesamples.h"
#include "support/files.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>

using namespace carillon;
using namespace carillon::samples;

using Interruption = std::function<void(const QString &file)>;
Q_DECLARE_METATYPE(Interruption)

/// A database with job `old` whose last change is in its log, and a backup with job `new`.
class TestRestore : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void replacesAndKeepsTheOld();
    void restoresWhereNothingIs();
    void restoresOverDamage();
    void keepsEveryReplacedOne();
    void refuses_data();
    void refuses();
    void isFinishedAfterBeingCutOff_data();
    void isFinishedAfterBeingCutOff();
    void readersWaitUntilItIsFinished();

private:
    static void create(const QString &file, const QString &id);
    static QStringList jobsIn(const QString &file);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_backup;
};

void TestRestore::create(const QString &file, const QString &id)
{
    const auto opened = SqlStore::open(file);
    QVERIFY(opened);
    QVERIFY(commit(**opened, {.jobs = {job(id)}}));
}

QStringList TestRestore::jobsIn(const QString &file)
{
    const auto opened = SqlStore::open(file);
    return opened ? ids((*opened)->jobs().all()) : QStringList{opened.error().message};
}

void TestRestore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
    m_backup = m_folder->filePath(u"backup.db"_qs);
    create(m_backup, u"new"_qs);
    // As a killed program leaves it: the job is in the log only.
    const QString live = m_folder->filePath(u"live.db"_qs);
    QVERIFY(SqlStore::open(live));
    QVERIFY(QFile::copy(live, m_file));
    const auto store = SqlStore::open(live);
    QVERIFY(store);
    QVERIFY(commit(**store, {.jobs = {job(u"old"_qs)}}));
    QVERIFY(QFile::copy(live + u"-wal"_qs, m_file + u"-wal"_qs));
}

void TestRestore::replacesAndKeepsTheOld()
{
    const auto kept = restoreDatabase(m_backup, m_file);
    QVERIFY(kept);
    QCOMPARE(*kept, m_file + u".replaced-1"_qs);
    QCOMPARE(jobsIn(m_file), QStringList{u"new"_qs});
    QCOMPARE(jobsIn(*kept), QStringList{u"old"_qs}); // with its log
    QCOMPARE(jobsIn(m_backup), QStringList{u"new"_qs});
    QCOMPARE(QFile::permissions(m_file),
             QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
}

void TestRestore::restoresWhereNothingIs()
{
    const QString file = m_folder->filePath(u"other.db"_qs);
    const auto kept = restoreDatabase(m_backup, file);
    QVERIFY(kept);
    QCOMPARE(*kept, QString());
    QCOMPARE(jobsIn(file), QStringList{u"new"_qs});
}

void TestRestore::restoresOverDamage()
{
    writeFile(m_file, "rubbish");
    const auto kept = restoreDatabase(m_backup, m_file);
    QVERIFY(kept);
    QCOMPARE(readFile(*kept), QByteArray("rubbish"));
    QCOMPARE(jobsIn(m_file), QStringList{u"new"_qs});
}

void TestRestore::keepsEveryReplacedOne()
{
    QVERIFY(restoreDatabase(m_backup, m_file));
    const auto second = restoreDatabase(m_file + u".replaced-1"_qs, m_file);
    QVERIFY(second);
    QCOMPARE(*second, m_file + u".replaced-2"_qs);
    QCOMPARE(jobsIn(m_file), QStringList{u"old"_qs});
    QCOMPARE(jobsIn(m_file + u".replaced-1"_qs), QStringList{u"old"_qs});
    QCOMPARE(jobsIn(m_file + u".replaced-2"_qs), QStringList{u"new"_qs});
}

void TestRestore::refuses_data()
{
    QTest::addColumn<Interruption>("spoil");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("cause");
    const auto written = [](const QByteArray &bytes) {
        return Interruption([bytes](const QString &file) { writeFile(file, bytes); });
    };
    const auto changed = [](const QString &statement) {
        return Interruption([statement](const QString &file) { RawDatabase(file).run(statement); });
    };
    QTest::newRow("missing") << Interruption([](const QString &file) { QFile::remove(file); })
                             << ErrorCode::NotFound << u"There is no job database"_qs;
    QTest::newRow("empty") << written("") << ErrorCode::StoreRefused << u"It is empty."_qs;
    QTest::newRow("text") << written("hello") << ErrorCode::StoreRefused
                          << u"It is not a database."_qs;
    QTest::newRow("foreign") << changed(u"pragma application_id = 5"_qs) << ErrorCode::StoreRefused
                             << u"It belongs to another program."_qs;
    QTest::newRow("newer") << changed(u"pragma user_version = 1000"_qs) << ErrorCode::StoreRefused
                           << u"It was written by a newer version of Carillon."_qs;
    QTest::newRow("cut off") << Interruption([](const QString &file) {
        writeFile(file, readFile(file).chopped(4096));
    }) << ErrorCode::StoreRefused
                             << u"It is damaged."_qs;
    QTest::newRow("damaged inside") << Interruption([](const QString &file) {
        writeFile(file, readFile(file).replace(4096, 100, QByteArray(100, '\xee')));
    }) << ErrorCode::StoreRefused << u"It is damaged."_qs;
}

void TestRestore::refuses()
{
    QFETCH(Interruption, spoil);
    QFETCH(ErrorCode, code);
    QFETCH(QString, cause);
    spoil(m_backup);
    const QByteArray database = readFile(m_file);
    const QByteArray log = readFile(m_file + u"-wal"_qs);
    const auto refused = restoreDatabase(m_backup, m_file);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(refused.error().message.startsWith(u"“%1” was not restored. "_qs.arg(m_backup)));
    QVERIFY2(refused.error().message.contains(cause), qPrintable(refused.error().message));
    QVERIFY(readFile(m_file) == database);
    QVERIFY(readFile(m_file + u"-wal"_qs) == log);
    QCOMPARE(QDir(m_folder->path()).entryList({u"carillon.db.*"_qs}, QDir::Files), QStringList());
    QCOMPARE(jobsIn(m_file), QStringList{u"old"_qs});
}

void TestRestore::isFinishedAfterBeingCutOff_data()
{
    QTest::addColumn<Interruption>("cut");
    QTest::addColumn<QString>("job");
    QTest::addColumn<QStringList>("replaced");
    const auto decide = [this](const QString &file) {
        QVERIFY(copyDatabase(m_backup, file + u".restored"_qs));
    };
    const auto move = [](const QString &file, const QString &suffix) {
        QVERIFY(QFile::rename(file + suffix, file + u".replaced-1"_qs + suffix));
    };
    const QStringList old{u"old"_qs};
    QTest::newRow("half a copy") << Interruption([](const QString &file) {
        writeFile(file + u".restored.part"_qs, "half");
    }) << u"old"_qs << QStringList();
    QTest::newRow("copied") << Interruption(decide) << u"new"_qs << old;
    QTest::newRow("log moved") << Interruption([=](const QString &file) {
        decide(file);
        move(file, u"-wal"_qs);
    }) << u"new"_qs << old;
    QTest::newRow("database moved") << Interruption([=](const QString &file) {
        decide(file);
        move(file, u"-wal"_qs);
        move(file, u""_qs);
    }) << u"new"_qs << old;
}

void TestRestore::isFinishedAfterBeingCutOff()
{
    QFETCH(Interruption, cut);
    QFETCH(QString, job);
    QFETCH(QStringList, replaced);
    cut(m_file);
    QCOMPARE(jobsIn(m_file), QStringList{job}); // opening ends what was begun
    QVERIFY(!isRestoreUnfinished(m_file));
    if (!replaced.isEmpty())
        QCOMPARE(jobsIn(m_file + u".replaced-1"_qs), replaced);
    QVERIFY(!QFile::exists(m_file + u".replaced-2"_qs));
}

void TestRestore::readersWaitUntilItIsFinished()
{
    QVERIFY(copyDatabase(m_backup, m_file + u".restored"_qs));
    const auto reader = SqlStore::open(m_file, SqlStore::Access::ReadOnly);
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(u"Restoring it was interrupted"));
    QVERIFY(isRestoreUnfinished(m_file));
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
