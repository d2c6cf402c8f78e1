// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;

class TestSettingsFile : public QObject
{
    Q_OBJECT

private slots:
    void startsWithTheDefaults();
    void keepsWhatDiffersAndWhatItDoesNotKnow();
    void fallsBackWhereAValueIsWrong();
    void namesAllExecutors();
    void saysThatAFileCannotBeWritten();
    void setsOneAtATime_data();
    void setsOneAtATime();
    void resetsOne();
    void tellsAllOfThem();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(u"carillon.ini"_qs); }
    void write(const QByteArray &text) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestSettingsFile::startsWithTheDefaults()
{
    QCOMPARE(loadSettings(m_folder.filePath(u"none.ini"_qs)), Settings());
}

void TestSettingsFile::keepsWhatDiffersAndWhatItDoesNotKnow()
{
    write("[later]\nfeature=on\n");
    Settings settings;
    settings.language = u"zh_CN"_qs;
    settings.theme = Settings::Theme::Dark;
    settings.closeKeepsRunning = false;
    settings.maxWorkers = 3;
    settings.runsPerJob = 0;
    settings.retentionDays = 30;
    settings.retainedOutput = 5;
    settings.jobStores = {{u"other"_qs, u"sqlite:other.db"_qs}, {u"scratch"_qs, u"memory"_qs}};
    settings.executors = {{u"gpu"_qs, {2, ExecutorKind::ProcessPool}}, {u"a/b c"_qs, {7}}};
    settings.redisUrl = u"redis://a:b,c@host:1/2"_qs;
    settings.redisMode = Settings::RedisMode::List;
    settings.redisName = u"another, one"_qs;
    settings.queues = {{u"disk"_qs, 2}, {u"每日 备份"_qs, 1}};
    QVERIFY(saveSettings(settings, path()));
    QCOMPARE(loadSettings(path()), settings);
    QVERIFY(text().contains("feature=on"));
    QVERIFY(!text().contains("python_interpreter"));
    settings.theme = Settings::Theme::System;
    settings.jobStores.remove(u"scratch"_qs);
    settings.executors.remove(u"gpu"_qs);
    settings.queues.clear();
    QVERIFY(saveSettings(settings, path()));
    QCOMPARE(loadSettings(path()), settings);
    QVERIFY(!text().contains("theme"));
}

void TestSettingsFile::fallsBackWhereAValueIsWrong()
{
    write("[executors]\nmax_workers=lots\n[desktop]\ntheme=purple\nclose_keeps_running=maybe\n"
          "language=en\n[retention]\ndays=-1\nruns_per_job=many\n"
          "[executors]\ngpu\\max_workers=0\ngpu\\type=processpool\n[queues]\ndisk=none\nnet=3\n"
          "[jobstores]\ndefault=memory\nremote=redis:6379\nmine=memory\n");
    Settings expected;
    expected.jobStores = {{u"mine"_qs, u"memory"_qs}};
    expected.executors = {{u"gpu"_qs, {10, ExecutorKind::ProcessPool}}};
    expected.queues = {{u"net"_qs, 3}};
    expected.language = u"en"_qs;
    QCOMPARE(loadSettings(path()), expected);
}

void TestSettingsFile::namesAllExecutors()
{
    Settings settings;
    settings.maxWorkers = 4;
    settings.executors = {{u"gpu"_qs, {2}}, {u"processpool"_qs, {1, ExecutorKind::ProcessPool}}};
    const QHash<QString, ExecutorAlias> expected{
        {u"default"_qs, {4}},
        {u"threadpool"_qs, {4}},
        {u"processpool"_qs, {1, ExecutorKind::ProcessPool}},
        {u"gpu"_qs, {2}}};
    QCOMPARE(allExecutors(settings), expected);
}

void TestSettingsFile::saysThatAFileCannotBeWritten()
{
    const auto saved = saveSettings({u"en"_qs}, u"/proc/carillon.ini"_qs);
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(u"“/proc/carillon.ini”"));
}

void TestSettingsFile::setsOneAtATime_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("refusal"); // empty: accepted
    QTest::newRow("text") << u"desktop/language"_qs << u"zh_CN"_qs << QString();
    QTest::newRow("number") << u"executors/max_workers"_qs << u"3"_qs << QString();
    QTest::newRow("number out of range")
        << u"executors/max_workers"_qs << u"0"_qs
        << u"executors/max_workers: “0” is not accepted; accepted is: a number from 1 to 1000."_qs;
    QTest::newRow("word") << u"desktop/theme"_qs << u"dark"_qs << QString();
    QTest::newRow("another word") << u"desktop/theme"_qs << u"purple"_qs
                                  << u"accepted is: system, light, dark."_qs;
    QTest::newRow("flag") << u"jobs/keep_finished"_qs << u"false"_qs << QString();
    QTest::newRow("no flag") << u"jobs/keep_finished"_qs << u"no"_qs
                             << u"accepted is: true, false."_qs;
    QTest::newRow("of the API") << u"SCHEDULER_API_ENABLED"_qs << u"true"_qs << QString();
    QTest::newRow("list of the API")
        << u"SCHEDULER_ALLOWED_HOSTS"_qs << u"alpha, beta"_qs << QString();
    QTest::newRow("rule of the API")
        << u"SCHEDULER_JOB_DEFAULTS/max_instances"_qs << u"0"_qs
        << u"SCHEDULER_JOB_DEFAULTS/max_instances: “0” is not accepted; accepted is: a number "
           u"above 0."_qs;
    QTest::newRow("queue") << u"queues/disk"_qs << u"2"_qs << QString();
    QTest::newRow("executor") << u"executors/gpu/max_workers"_qs << u"2"_qs << QString();
    QTest::newRow("job store") << u"jobstores/scratch"_qs << u"memory"_qs << QString();
    QTest::newRow("no such store")
        << u"jobstores/scratch"_qs << u"paper"_qs << u"“paper” is not accepted there."_qs;
    QTest::newRow("unknown") << u"desktop/colour"_qs << u"red"_qs
                             << u"“desktop/colour” is no setting"_qs;
}

void TestSettingsFile::setsOneAtATime()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, refusal);
    write("[retention]\ndays=7\n[queues]\nnet=3\n");
    const auto set = setSetting(path(), key, value);
    QCOMPARE(bool(set), refusal.isEmpty());
    QVERIFY2(set || set.error().message.contains(refusal),
             qPrintable(set ? QString() : set.error().message));
    const auto texts = settingTexts(path());
    QCOMPARE(texts.value(key) == value, refusal.isEmpty());
    QCOMPARE(loadSettings(path()).retentionDays, 7);
    QCOMPARE(loadSettings(path()).queues.value(u"net"_qs), 3);
}

void TestSettingsFile::resetsOne()
{
    write("[retention]\ndays=7\n[queues]\nnet=3\n");
    QVERIFY(resetSetting(path(), u"retention/days"_qs));
    QVERIFY(resetSetting(path(), u"queues/net"_qs));
    QVERIFY(resetSetting(path(), u"desktop/theme"_qs)); // is as it was
    QCOMPARE(loadSettings(path()), Settings());
    const auto unknown = resetSetting(path(), u"desktop/colour"_qs);
    QVERIFY(!unknown);
    QCOMPARE(int(unknown.error().code), int(ErrorCode::NotFound));
}

void TestSettingsFile::tellsAllOfThem()
{
    write("[queues]\nnet=3\n[later]\nfeature=on\n[executors]\nmax_workers=lots\n");
    const auto texts = settingTexts(path());
    QCOMPARE(texts.value(u"queues/net"_qs), u"3"_qs);
    QCOMPARE(texts.value(u"later/feature"_qs), u"on"_qs);
    QCOMPARE(texts.value(u"executors/max_workers"_qs), u"10"_qs); // what is in force
    QCOMPARE(texts.value(u"desktop/theme"_qs), u"system"_qs);
}

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
