// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTemporaryFile>
#include <QTest>

using namespace carillon;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void refuses_data();
    void refuses();
    void readsWhereMessagesComeFrom();
    void explainsItself();
};

void TestCommandLine::reads()
{
    QTemporaryFile jobs;
    QVERIFY(jobs.open());
    const auto line =
        parseCommandLine({u"carillon"_qs, u"--profile"_qs, u"/p"_qs, u"--background"_qs,
                          u"--jobs"_qs, jobs.fileName(), u"--watch"_qs, u"--log-level=debug"_qs});
    QVERIFY2(line, line ? "" : qPrintable(line.error().message));
    QCOMPARE(line->profile, u"/p"_qs);
    QCOMPARE(line->jobsFile, jobs.fileName());
    QCOMPARE(line->logLevel, u"debug"_qs);
    QVERIFY(line->background && line->watchesJobsFile);
    QVERIFY(!line->showsHelp && !line->showsVersion);
    const auto plain = parseCommandLine({u"carillon"_qs});
    QVERIFY(plain);
    QCOMPARE(plain->logLevel, u"info"_qs);
    QVERIFY(!plain->background && !plain->watchesJobsFile && plain->jobsFile.isEmpty());
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("message");
    QTest::newRow("option") << QStringList{u"--colour"_qs} << u"colour"_qs;
    QTest::newRow("word") << QStringList{u"jobs.json"_qs} << u"“jobs.json” is not an option."_qs;
    QTest::newRow("level") << QStringList{u"--log-level"_qs, u"loud"_qs}
                           << u"one of trace, debug, info, warn, error, off is accepted."_qs;
    QTest::newRow("jobs file") << QStringList{u"--jobs"_qs, u"/no/such.json"_qs}
                               << u"--jobs: there is no file “/no/such.json”."_qs;
    QTest::newRow("Redis URL") << QStringList{u"--redis"_qs, u"localhost"_qs}
                               << u"--redis: The address of a Redis server is like"_qs;
    QTest::newRow("Redis password") << QStringList{u"--redis"_qs, u"redis://:x@localhost"_qs}
                                    << u"--redis-password-file names a file with it."_qs;
    QTest::newRow("Redis mode") << QStringList{u"--redis-mode"_qs, u"stream"_qs}
                                << u"--redis-mode: channel or list is accepted."_qs;
    QTest::newRow("nothing to watch")
        << QStringList{u"--watch"_qs} << u"--watch: there is no jobs file; --jobs names it."_qs;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QString, message);
    const auto line = parseCommandLine(QStringList{u"carillon"_qs} + words);
    QVERIFY(!line);
    QVERIFY2(line.error().message.contains(message), qPrintable(line.error().message));
}

void TestCommandLine::readsWhereMessagesComeFrom()
{
    const auto line = parseCommandLine({u"carillon"_qs, u"--redis"_qs, u"unix:///r.sock"_qs,
                                        u"--redis-name"_qs, u"jobs"_qs, u"--redis-mode=list"_qs,
                                        u"--redis-password-file"_qs, u"/secret"_qs});
    QVERIFY(line);
    Settings settings;
    applyRedisArguments(line->redis, settings);
    QCOMPARE(settings.redisUrl, u"unix:///r.sock"_qs);
    QCOMPARE(settings.redisName, u"jobs"_qs);
    QCOMPARE(settings.redisMode, Settings::RedisMode::List);
    QCOMPARE(settings.redisPasswordFile, u"/secret"_qs);
    const Settings before = settings;
    applyRedisArguments({}, settings);
    QCOMPARE(settings, before);
}

void TestCommandLine::explainsItself()
{
    for (const QCommandLineOption &option : engineOptions())
        QVERIFY2(helpText().contains(u"--"_qs + option.names().first()),
                 qPrintable(option.names().first()));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
