// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobrules.h"
#include "support/jobbuilder.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestJobRules : public QObject
{
    Q_OBJECT

private slots:
    void looksForFilesBelowTheWorkspace();
    void checksProgramsAndFolders();
    void checksLimits_data();
    void checksLimits();
    void suggestsIds_data();
    void suggestsIds();
};

void TestJobRules::looksForFilesBelowTheWorkspace()
{
    QTemporaryDir workspace;
    Job job = manualJob("a");
    job.action = ScriptAction{u"hello.py"_qs, {}, {}};
    const auto missing = checkJob(job, workspace.path());
    QVERIFY(!missing);
    QCOMPARE(missing.error().message, u"Script not found: “%1/hello.py”."_qs.arg(workspace.path()));
    QCOMPARE(missing.error().field, u"args"_qs);
    QFile script(workspace.filePath(u"hello.py"_qs));
    QVERIFY(script.open(QIODevice::WriteOnly));
    QVERIFY(checkJob(job, workspace.path()));
    job.action = ScriptAction{u"."_qs, {}, {}};
    QVERIFY(checkJob(job, workspace.path()).error().message.endsWith(u"is not a file."));
}

void TestJobRules::checksProgramsAndFolders()
{
    QTemporaryDir workspace;
    const auto message = [&](const Action &action) {
        Job job = manualJob("a");
        job.action = action;
        const auto checked = checkJob(job, workspace.path());
        return checked ? QString() : checked.error().message;
    };
    QCOMPARE(message(CommandAction{u"no-such-program-but-a-bare-name"_qs, {}, false, {}}),
             QString());
    QCOMPARE(message(CommandAction{u"/bin/sh"_qs, {}, false, {}}), QString());
    QCOMPARE(message(CommandAction{u"/no/such"_qs, {}, false, {}}),
             u"Program not found: “/no/such”."_qs);
    QCOMPARE(message(CommandAction{u"/etc/passwd"_qs, {}, false, {}}),
             u"“/etc/passwd” is not executable."_qs);
    QCOMPARE(
        message(CommandAction{u"sh"_qs, {}, false, {u"/no/such/folder"_qs, {}, {}}}),
        u"Folder not found: “/no/such/folder”. It may be on a drive that is not connected."_qs);
}

void TestJobRules::checksLimits_data()
{
    QTest::addColumn<Job>("job");
    QTest::addColumn<QString>("field");
    Job job = manualJob("a");
    job.id.text = QString(191, u'x');
    QTest::newRow("longest id") << job << QString();
    job.id.text = QString(192, u'x');
    QTest::newRow("id too long") << job << u"id"_qs;
    job = manualJob("a");
    job.id.text = QString(QChar(0xd800));
    QTest::newRow("half a character") << job << u"id"_qs;
    job = manualJob("a");
    job.executor = u"gpu"_qs; // asked when it falls due
    QTest::newRow("unknown executor") << job << QString();
    job.executor = u" "_qs;
    QTest::newRow("no executor") << job << u"executor"_qs;
    const auto refused = [](const char *name, const char *field, auto change) {
        Job changed = manualJob("a");
        change(changed.rules);
        QTest::newRow(name) << changed << QString::fromLatin1(field);
    };
    refused("the limits themselves", "", [](Rules &r) {
        r.maxInstances = 1000;
        r.mostQueued = r.mostCatchUps = 10'000;
        r.grace.reset();
        r.timeout = 1s;
        r.retry = {1000, 0s, 10, 720h, 24h};
        r.success.exitCodes = {0, 255};
        r.conditions.idle = 1s;
        r.priority = -100;
    });
    refused("no instance", "max_instances", [](Rules &r) { r.maxInstances = 0; });
    refused("too many instances", "max_instances", [](Rules &r) { r.maxInstances = 1001; });
    refused("nothing queued", "max_queued", [](Rules &r) { r.mostQueued = 0; });
    refused("nothing made up", "max_catch_up", [](Rules &r) { r.mostCatchUps = 0; });
    refused("no grace", "misfire_grace_time", [](Rules &r) { r.grace = 0s; });
    refused("no time", "timeout", [](Rules &r) { r.timeout = 0s; });
    refused("force after too long", "stop_delay", [](Rules &r) { r.stopDelay = 3601s; });
    refused("retries below none", "retries", [](Rules &r) { r.retry.count = -1; });
    refused("retries in the past", "retry_delay", [](Rules &r) { r.retry.firstDelay = -1s; });
    refused("growth that shrinks", "retry_growth", [](Rules &r) { r.retry.growth = 0.5; });
    refused("growth that is none", "retry_growth", [](Rules &r) { r.retry.growth = qQNaN(); });
    refused("delay too long", "retry_delay_max", [](Rules &r) { r.retry.longestDelay = 721h; });
    refused("jitter too long", "retry_jitter", [](Rules &r) { r.retry.jitter = 25h; });
    refused("exit code beyond", "success_exit_codes", [](Rules &r) {
        r.success.exitCodes = {0, 256};
    });
    refused("endless text", "success_output_lacks",
            [](Rules &r) { r.success.lacks = QString(10'001, u'x'); });
    refused("idle for no time", "only_if", [](Rules &r) { r.conditions.idle = 0s; });
    refused("name of the queue", "queue", [](Rules &r) { r.queue = QString(192, u'q'); });
    refused("priority", "priority", [](Rules &r) { r.priority = 101; });
    refused("too many to wait for", "after",
            [](Rules &r) { r.after.jobs = QList<JobId>(1001, JobId{u"b"_qs}); });
}

void TestJobRules::checksLimits()
{
    QFETCH(Job, job);
    QFETCH(QString, field);
    const auto checked = checkJob(job, u"/"_qs);
    QCOMPARE(checked.has_value(), field.isEmpty());
    QCOMPARE(checked.error().field, field);
}

void TestJobRules::suggestsIds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("words") << u"Nightly  Backup (NAS)!"_qs << u"nightly-backup-nas"_qs;
    QTest::newRow("Chinese") << u"每日 备份"_qs << u"每日-备份"_qs;
    QTest::newRow("nothing usable") << u"***"_qs << u"job"_qs;
    QTest::newRow("taken") << u"Backup"_qs << u"backup-3"_qs;
}

void TestJobRules::suggestsIds()
{
    QFETCH(QString, name);
    const QSet<QString> taken{u"backup"_qs, u"backup-2"_qs};
    const auto isTaken = [&](const JobId &id) { return taken.contains(id.text); };
    QTEST(suggestJobId(name, isTaken).text, "id");
}

QTEST_GUILESS_MAIN(TestJobRules)
#include "tst_jobrules.moc"
