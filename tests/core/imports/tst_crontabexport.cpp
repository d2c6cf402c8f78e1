// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/crontabexport.h"
#include "core/imports/crontabimport.h"
#include "core/util/json.h"

#include <QTest>

using namespace carillon;

namespace {

Job jobOf(const QByteArray &json)
{
    const auto object = parseJson(json);
    const auto entry = jobFromJson(object->toObject(), {{{}, Zone::utc()}});
    if (!entry)
        qFatal("%s", qPrintable(entry.error().message));
    return entry->job;
}

} // namespace

class TestCrontabExport : public QObject
{
    Q_OBJECT

private slots:
    void writesJobs_data();
    void writesJobs();
    void quotesWords_data();
    void quotesWords();
    void namesZones();
    void comesBackAsItWent();
};

void TestCrontabExport::writesJobs_data()
{
    QTest::addColumn<QByteArray>("job");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const char *rest, const char *line) {
        QTest::newRow(name) << QByteArray(R"({"id": "a", )") + rest + "}"
                            << QString::fromUtf8(line);
    };
    row("command", R"("func": "carillon:command", "args": ["echo", "a b"], "trigger": "cron",
         "hour": 9, "day_of_week": "mon-fri", "timezone": "UTC")",
        "0 9 * * 1-5 echo 'a b'");
    row("shell", R"("func": "carillon:command", "args": ["a | b"], "kwargs": {"shell": true},
         "trigger": {"kind": "expr", "args": {"expr": "*/5 * * * *", "dialect": "crontab",
         "timezone": "UTC"}})",
        "*/5 * * * * a | b");
    row("surroundings", R"("func": "carillon:command", "args": ["date", "+%F"],
         "kwargs": {"cwd": "/srv", "env": {"A": "b c"}, "stdin": "x\ny\n"},
         "trigger": "cron", "hour": 9, "timezone": "UTC")",
        "0 9 * * * cd /srv && A='b c' date +\\%F%x%y");
    row("script", R"("func": "carillon:script", "args": ["/srv/a.sh", "1"], "trigger": "cron",
         "minute": 5, "timezone": "UTC")",
        "5 * * * * /srv/a.sh 1");
    row("paused", R"("func": "carillon:command", "args": ["a"], "trigger": "cron", "hour": 9,
         "timezone": "UTC", "paused": true)",
        "# 0 9 * * * a");
    row("seconds", R"("func": "carillon:command", "args": ["a"], "trigger": "cron",
         "second": "*/10", "timezone": "UTC")",
        "# left out: a crontab has no words for its schedule");
    row("interval", R"("func": "carillon:command", "args": ["a"], "trigger": "interval",
         "minutes": 7)",
        "# left out: its schedule is no cron schedule");
    row("manual", R"("func": "carillon:command", "args": ["a"], "trigger": "manual")",
        "# left out: it has no schedule");
    row("ends", R"("func": "carillon:command", "args": ["a"], "trigger": "cron", "hour": 9,
         "end_date": "2030-01-01")",
        "# left out: its schedule begins or ends at a time");
    row("Python", R"("func": "a:b", "trigger": "cron", "hour": 9)",
        "# left out: it runs no program");
    row("several lines", R"("func": "carillon:command", "args": ["a\nb"], "trigger": "cron",
         "hour": 9, "kwargs": {"shell": true})",
        "# left out: its command has several lines");
}

void TestCrontabExport::writesJobs()
{
    QFETCH(QByteArray, job);
    QFETCH(QString, line);
    const CrontabExport crontab = crontabOf({jobOf(job)}, Zone::utc());
    QCOMPARE(crontab.text, u"# Written by Carillon.\n\n# a\n"_qs + line + u'\n');
    QCOMPARE(crontab.written, line.contains(u"left out") ? 0 : 1);
    QCOMPARE(int(crontab.leftOut.size()), 1 - crontab.written);
}

void TestCrontabExport::quotesWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << QStringList{u"a"_qs, u"--b=c"_qs} << u"a --b=c"_qs;
    QTest::newRow("blank") << QStringList{u"a b"_qs} << u"'a b'"_qs;
    QTest::newRow("empty") << QStringList{u"a"_qs, QString()} << u"a ''"_qs;
    QTest::newRow("quote") << QStringList{u"it's"_qs} << u"'it'\\''s'"_qs;
    QTest::newRow("dollar") << QStringList{u"$HOME;x"_qs} << u"'$HOME;x'"_qs;
}

void TestCrontabExport::quotesWords()
{
    QFETCH(QStringList, words);
    QFETCH(QString, line);
    QCOMPARE(shellLine(words), line);
}

void TestCrontabExport::namesZones()
{
    const auto inZone = [](const QByteArray &zone) {
        return jobOf(R"({"id": "a", "func": "carillon:command", "args": ["a"], "trigger": "cron",
                         "hour": 9, "timezone": ")" +
                     zone + "\"}");
    };
    const auto crontab =
        crontabOf({inZone("Asia/Tokyo"), inZone("Asia/Tokyo"), inZone("UTC")}, Zone::utc());
    QCOMPARE(crontab.text.count(u"CRON_TZ=Asia/Tokyo\n"), 1);
    QCOMPARE(crontab.text.count(u"CRON_TZ=UTC\n"), 1);
    QVERIFY(crontab.text.indexOf(u"CRON_TZ=UTC") > crontab.text.indexOf(u"CRON_TZ=Asia/Tokyo"));
}

void TestCrontabExport::comesBackAsItWent()
{
    const QString text = u"CRON_TZ=Asia/Tokyo\n"
                         u"30 8 1,15 * 1-5 /bin/a | b > \"$HOME/c d\"\n"
                         u"*/10 0-6 * jan * cat%one%100\\%\n"_qs;
    const CrontabSurroundings surroundings{u"/home/me"_qs};
    ImportPlan plan = planFromCrontab(text, surroundings);
    std::vector<Job> jobs;
    for (const ImportEntry &entry : plan.entries) {
        const auto read = jobFromJson(entry.job, {{{}, Zone::utc()}});
        QVERIFY(read);
        jobs.push_back(read->job);
    }
    const QString written = crontabOf(jobs, Zone::utc()).text;
    QVERIFY2(written.contains(u"30 8 1,15 * 1-5 cd /home/me && /bin/a | b > \"$HOME/c d\"\n"),
             qPrintable(written));
    QVERIFY2(written.contains(u"cd /home/me && cat%one%100\\%\n"), qPrintable(written));
    const ImportPlan again = planFromCrontab(written, surroundings);
    QCOMPARE(again.entries.size(), plan.entries.size());
    QCOMPARE(again.count(ImportFit::Impossible), 0);
}

QTEST_GUILESS_MAIN(TestCrontabExport)
#include "tst_crontabexport.moc"
