// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/database.h"
#include "core/stores/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void createsTheNewestVersion();
    void upgradesAndKeepsACopy();
    void aFailedStepChangesNothing();
    void refusesToGoBack();

private:
    std::vector<Migration> stepsTo(size_t version) const
    {
        return {m_steps.begin(), m_steps.begin() + qsizetype(version)};
    }
    qint64 ask(const QString &file, const QString &query) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const std::vector<Migration> m_steps{
        {1, u"create table a (x integer);\ninsert into a values (7);"_qs},
        {2, u"alter table a add column y integer not null default 5;"_qs},
        {3, u"update a set y = y + x;\ncreate table b (z text);"_qs},
    };
};

void TestMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"carillon.db"_qs);
}

qint64 TestMigrations::ask(const QString &file, const QString &query) const
{
    const auto database = Database::open(file, {.queryOnly = true});
    if (!database)
        return -1;
    const auto answer = (*database)->number(query);
    return answer ? *answer : -1;
}

void TestMigrations::createsTheNewestVersion()
{
    QVERIFY(createDatabase(m_file, m_steps));
    QCOMPARE(ask(m_file, u"pragma user_version"_qs), 3);
    QCOMPARE(ask(m_file, u"pragma application_id"_qs), 0x43617269);
    QCOMPARE(ask(m_file, u"select y from a where x = 7"_qs), 12);
    const auto again = createDatabase(m_file, stepsTo(1));
    QVERIFY(!again);
    QCOMPARE(ask(m_file, u"pragma user_version"_qs), 3);
}

void TestMigrations::upgradesAndKeepsACopy()
{
    QVERIFY(createDatabase(m_file, stepsTo(1)));
    {
        const auto database = Database::open(m_file, {});
        QVERIFY(database);
        QVERIFY((*database)->execute(u"insert into a values (8)"_qs));
        QVERIFY(upgradeDatabase(**database, m_steps));
    }
    QCOMPARE(ask(m_file, u"pragma user_version"_qs), 3);
    QCOMPARE(ask(m_file, u"select sum(y) from a"_qs), 25);
    const QString copy = m_file + u".v1"_qs;
    QCOMPARE(ask(copy, u"pragma user_version"_qs), 1);
    QCOMPARE(ask(copy, u"select sum(x) from a"_qs), 15);
    QCOMPARE(QFile::permissions(copy),
             QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    // The version stands in the file itself, not only in its write-ahead log.
    QFile header(m_file);
    QVERIFY(header.open(QIODevice::ReadOnly));
    QCOMPARE(header.read(64).last(4), QByteArray("\0\0\0\3", 4));
}

void TestMigrations::aFailedStepChangesNothing()
{
    QVERIFY(createDatabase(m_file, stepsTo(1)));
    std::vector<Migration> steps = stepsTo(2);
    steps.push_back({3, u"update a set y = 0;\ninsert into nowhere values (1);"_qs});
    {
        const auto database = Database::open(m_file, {});
        QVERIFY(database);
        const auto upgraded = upgradeDatabase(**database, steps);
        QVERIFY(!upgraded);
        QCOMPARE(upgraded.error().code, ErrorCode::Internal);
    }
    QCOMPARE(ask(m_file, u"pragma user_version"_qs), 1);
    QCOMPARE(ask(m_file, u"select count(*) from pragma_table_info('a')"_qs), 1);
    // The next attempt with better steps replaces the copy and succeeds.
    const auto database = Database::open(m_file, {});
    QVERIFY(database);
    QVERIFY(upgradeDatabase(**database, m_steps));
    QCOMPARE(ask(m_file, u"select y from a"_qs), 12);
}

void TestMigrations::refusesToGoBack()
{
    QVERIFY(createDatabase(m_file, m_steps));
    const auto database = Database::open(m_file, {});
    QVERIFY(database);
    const auto upgraded = upgradeDatabase(**database, stepsTo(2));
    QVERIFY(!upgraded);
    QCOMPARE(upgraded.error().code, ErrorCode::StoreRefused);
    QVERIFY(upgraded.error().message.contains(u"newer version of Carillon"));
    QVERIFY(!QFile::exists(m_file + u".v3"_qs));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
