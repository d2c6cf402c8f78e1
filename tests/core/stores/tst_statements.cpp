// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stores/database.h"
#include "core/stores/migrations.h"
#include "core/stores/statements.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestStatements : public QObject
{
    Q_OBJECT

private slots:
    void everyStatementPrepares_data();
    void everyStatementPrepares();
    void pagesSeekTheirRuns_data();
    void pagesSeekTheirRuns();
    void splitsScripts_data();
    void splitsScripts();
    void stepsAreNumberedWithoutGaps();
};

void TestStatements::everyStatementPrepares_data()
{
    QTest::addColumn<QString>("statement");
    for (const QString &file :
         {u":/sql/jobs.sql"_qs, u":/sql/runs.sql"_qs, u":/sql/standings.sql"_qs}) {
        const auto statements = namedStatements(file);
        QVERIFY(statements.size() >= 5);
        for (auto it = statements.begin(); it != statements.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.value();
    }
}

void TestStatements::everyStatementPrepares()
{
    QFETCH(QString, statement);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    QVERIFY(createDatabase(file, migrations()));
    const auto database = Database::open(file, {});
    QVERIFY(database);
    QVERIFY(!statement.isEmpty());
    const auto prepared = (*database)->prepare(statement);
    QVERIFY(prepared);
}

void TestStatements::pagesSeekTheirRuns_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");
    QTest::newRow("page_of_all")
        << u"page_of_all"_qs << u"SEARCH runs USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"_qs;
    QTest::newRow("page_of_job")
        << u"page_of_job"_qs
        << u"SEARCH runs USING INDEX runs_by_job (<expr>=? AND job=? AND rowid>? AND rowid<?)"_qs;
}

/// However many runs there are: no scan, and no sorting.
void TestStatements::pagesSeekTheirRuns()
{
    QFETCH(QString, statement);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"carillon.db"_qs);
    QVERIFY(createDatabase(file, migrations()));
    const auto database = Database::open(file, {});
    QVERIFY(database);
    auto plan = (*database)->prepare(u"explain query plan "_qs +
                                     namedStatements(u":/sql/runs.sql"_qs).value(statement));
    QVERIFY(plan && plan->exec());
    QStringList steps;
    while (plan->next())
        steps.append(plan->value(3).toString());
    QCOMPARE(steps.size(), 2);
    QTEST(steps.first(), "expected");
    QVERIFY2(steps.last().startsWith(u"SEARCH standings USING INTEGER PRIMARY KEY"),
             qPrintable(steps.last()));
}

void TestStatements::splitsScripts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << u" \n ; ;"_qs << QStringList();
    QTest::newRow("two") << u"select 1;\nselect 2;\n"_qs
                         << QStringList{u"select 1"_qs, u"select 2"_qs};
    QTest::newRow("no last semicolon") << u"select 1"_qs << QStringList{u"select 1"_qs};
    QTest::newRow("in quotes") << u"insert into t values ('a;''b;--c', \"d;e\");select 2"_qs
                               << QStringList{u"insert into t values ('a;''b;--c', \"d;e\")"_qs,
                                              u"select 2"_qs};
    QTest::newRow("comments") << u"-- it's; one\nselect 1 -- two;\n, 3;-- end"_qs
                              << QStringList{u"select 1 \n, 3"_qs};
    QTest::newRow("open quote") << u"select 'a;b"_qs << QStringList{u"select 'a;b"_qs};
}

void TestStatements::splitsScripts()
{
    QFETCH(QString, script);
    QTEST(splitStatements(script), "expected");
}

void TestStatements::stepsAreNumberedWithoutGaps()
{
    QVERIFY(!migrations().empty());
    int expected = 0;
    for (const Migration &step : migrations())
        QCOMPARE(step.version, ++expected);
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
