// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/database.h"
#include "core/stores/privatefiles.h"

#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isSetUpForDurability_data();
    void isSetUpForDurability();
    void doesNotCreateFiles();
    void undoesWhatIsNotCommitted();
    void saysWhenItIsFull();
    void queryOnlyRefusesToWrite();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestDatabase::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(u"x.db"_qs);
    QVERIFY(createPrivateFile(file));
    QVERIFY(!createPrivateFile(file));
    auto opened = Database::open(file, {});
    QVERIFY(opened);
    m_database = std::move(*opened);
    QVERIFY(m_database->execute(u"create table t (x blob)"_qs));
}

void TestDatabase::cleanup()
{
    m_database.reset();
    m_folder.reset();
}

void TestDatabase::isSetUpForDurability_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("synced at each commit") << u"pragma synchronous"_qs << qint64(2);
    QTest::newRow("foreign keys") << u"pragma foreign_keys"_qs << qint64(1);
    QTest::newRow("waits for locks") << u"pragma busy_timeout"_qs << qint64(5000);
    QTest::newRow("write-ahead log")
        << u"select journal_mode = 'wal' from pragma_journal_mode"_qs << qint64(1);
}

void TestDatabase::isSetUpForDurability()
{
    QFETCH(QString, query);
    QFETCH(qint64, expected);
    const auto answer = m_database->number(query);
    QVERIFY(answer);
    QCOMPARE(*answer, expected);
}

void TestDatabase::doesNotCreateFiles()
{
    const QString file = m_folder->filePath(u"other.db"_qs);
    const auto opened = Database::open(file, {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::NotAllowed);
    QVERIFY(!QFile::exists(file));
}

void TestDatabase::undoesWhatIsNotCommitted()
{
    {
        const auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"insert into t values (1)"_qs));
    }
    QCOMPARE(m_database->number(u"select count(*) from t"_qs).value(), 0);
    {
        const auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        QVERIFY(m_database->execute(u"insert into t values (2)"_qs));
        QVERIFY((*transaction)->commit());
    }
    QCOMPARE(m_database->number(u"select count(*) from t"_qs).value(), 1);
}

void TestDatabase::saysWhenItIsFull()
{
    QVERIFY(m_database->execute(u"pragma max_page_count = 5"_qs));
    {
        const auto transaction = Transaction::begin(*m_database);
        QVERIFY(transaction);
        const auto refused = m_database->execute(u"insert into t values (zeroblob(100000))"_qs);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::StoreFull);
        QVERIFY(refused.error().message.startsWith(u"There is no space left for “"));
    }
    QVERIFY(m_database->execute(u"pragma max_page_count = 100000"_qs));
    QVERIFY(m_database->execute(u"insert into t values (zeroblob(100000))"_qs)); // heals
}

void TestDatabase::queryOnlyRefusesToWrite()
{
    const auto reader = Database::open(m_database->file(), {.queryOnly = true});
    QVERIFY(reader);
    const auto written = (*reader)->execute(u"insert into t values (1)"_qs);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::NotAllowed);
    QCOMPARE((*reader)->number(u"select count(*) from t"_qs).value(), 0);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
