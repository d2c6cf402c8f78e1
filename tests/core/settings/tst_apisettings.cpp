// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settingsfile.h"
#include "support/files.h"

#include <QTemporaryDir>

using namespace carillon;

class TestApiSettings : public QObject
{
    Q_OBJECT

private slots:
    void readsTheNamesOfTheOlderServer();
    void prefersTheNewName();
    void readsJobsExecutorsAndStoresByTheOlderNames();
    void keepsTheOlderNamesNoLonger();
    void readsBackWhatItWrites();
    void fallsBackWhereAValueIsWrong();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(u"carillon.ini"_qs); }
    ApiSettings read(const QByteArray &text) const
    {
        writeFile(path(), text);
        return loadSettings(path()).api;
    }
};

void TestApiSettings::readsTheNamesOfTheOlderServer()
{
    const ApiSettings api = read("SCHEDULER_API_ENABLED=True\n"
                                 "SCHEDULER_API_PREFIX=/jobs/api\n"
                                 "SCHEDULER_ALLOWED_HOSTS=alpha, beta\n"
                                 "SCHEDULER_TIMEZONE=Europe/Berlin\n"
                                 "[SCHEDULER_JOB_DEFAULTS]\n"
                                 "coalesce=false\n"
                                 "max_instances=3\n"
                                 "misfire_grace_time=None\n");
    QVERIFY(api.isEnabled);
    QCOMPARE(api.prefix, u"/jobs/api"_qs);
    QCOMPARE(api.allowedHosts, (QStringList{u"alpha"_qs, u"beta"_qs}));
    QCOMPARE(api.timezone, u"Europe/Berlin"_qs);
    QCOMPARE(api.jobDefaults.missed, MissedRule::RunAll);
    QCOMPARE(api.jobDefaults.maxInstances, 3);
    QVERIFY(!api.jobDefaults.grace);
}

void TestApiSettings::prefersTheNewName()
{
    QVERIFY(read("SCHEDULER_VIEWS_ENABLED=true\n").isEnabled);
    QVERIFY(!read("SCHEDULER_VIEWS_ENABLED=true\nSCHEDULER_API_ENABLED=false\n").isEnabled);
}

void TestApiSettings::readsJobsExecutorsAndStoresByTheOlderNames()
{
    const auto all = [this](const QByteArray &text) {
        writeFile(path(), text);
        return loadSettings(path());
    };
    QCOMPARE(all("JOBS=old.json\n").jobs, u"old.json"_qs);
    QCOMPARE(all("JOBS=old.json\nSCHEDULER_JOBS=new.json\n").jobs, u"new.json"_qs);
    QCOMPARE(all("SCHEDULER_JOBS=\"[{\\\"id\\\": \\\"a\\\", \\\"n\\\": 1}]\"\n").jobs,
             u"[{\"id\": \"a\", \"n\": 1}]"_qs);
    const Settings settings = all("[SCHEDULER_EXECUTORS]\ngpu\\type=processpool\n"
                                  "gpu\\max_workers=2\n"
                                  "[SCHEDULER_JOBSTORES]\nscratch=memory\n");
    QCOMPARE(settings.executors.value(u"gpu"_qs), (ExecutorAlias{2, ExecutorKind::ProcessPool}));
    QCOMPARE(settings.jobStores, (QMap<QString, QString>{{u"scratch"_qs, u"memory"_qs}}));
}

void TestApiSettings::keepsTheOlderNamesNoLonger()
{
    writeFile(path(), "JOBS=a.json\nSCHEDULER_VIEWS_ENABLED=true\nmine=1\n"
                      "[SCHEDULER_JOBSTORES]\nscratch=memory\n");
    const Settings settings = loadSettings(path());
    QVERIFY(saveSettings(settings, path()));
    QCOMPARE(loadSettings(path()), settings);
    const QByteArray written = readFile(path());
    QVERIFY(written.contains("SCHEDULER_JOBS=a.json") && written.contains("mine=1"));
    QVERIFY(written.contains("SCHEDULER_API_ENABLED=true"));
    QVERIFY(!written.contains("VIEWS") && !written.contains("JOBSTORES"));
}

void TestApiSettings::readsBackWhatItWrites()
{
    Settings settings;
    ApiSettings &api = settings.api;
    api.isEnabled = true;
    api.listen = u"0.0.0.0:80"_qs;
    api.prefix = u"/x"_qs;
    api.allowedHosts = {u"one"_qs};
    api.asksForLogin = false;
    api.user = u"olga"_qs;
    api.passwordHash = u"pbkdf2-sha512$210000$c2FsdA==$aGFzaA=="_qs;
    api.names = {u"jobs.example"_qs, u"other.example:8"_qs};
    api.proxies = {u"10.0.0.1"_qs, u"::1"_qs};
    api.functions = {u"tasks.*"_qs};
    api.certificate = u"/a b/c.pem"_qs;
    api.key = u"/a b/k.pem"_qs;
    api.allowsPlainHttp = true;
    api.timezone = u"UTC"_qs;
    api.jobDefaults.grace = std::chrono::seconds(7);
    writeFile(path(), {});
    settings.jobs = u"[{\"id\": \"a, b\"}]"_qs;
    api.endpointPrefix = u"jobs."_qs;
    QVERIFY(saveSettings(settings, path()));
    QCOMPARE(loadSettings(path()), settings);
    QVERIFY(saveSettings({}, path()));
    QCOMPARE(readFile(path()).simplified(), QByteArray());
}

void TestApiSettings::fallsBackWhereAValueIsWrong()
{
    const ApiSettings api =
        read("SCHEDULER_API_ENABLED=perhaps\n"
             "[api]\nauth=sometimes\n"
             "[SCHEDULER_JOB_DEFAULTS]\nmax_instances=0\nmisfire_grace_time=x\n");
    QCOMPARE(api, ApiSettings());
}

QTEST_GUILESS_MAIN(TestApiSettings)
#include "tst_apisettings.moc"
