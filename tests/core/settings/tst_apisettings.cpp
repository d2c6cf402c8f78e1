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
