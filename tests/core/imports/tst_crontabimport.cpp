// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imports/crontabimport.h"
#include "importtext.h"

#include <QTest>

using namespace carillon;

namespace {

const CrontabSurroundings ours{u"/home/me"_qs, u"me"_qs};

ImportPlan planOf(const QString &text, const CrontabSurroundings &surroundings = ours)
{
    ImportPlan plan = planFromCrontab(text, surroundings);
    settlePlan(plan, {{{}, Zone::utc()}});
    return plan;
}

} // namespace

class TestCrontabImport : public QObject
{
    Q_OBJECT

private slots:
    void readsLines_data();
    void readsLines();
    void takesCommandsApart_data();
    void takesCommandsApart();
    void keepsVariables();
    void usesTheShellThatIsSet();
    void readsZones();
    void readsTheUserColumn();
    void takesCommentsAsNotes();
    void remarksMail_data();
    void remarksMail();
    void runsAsCronDoes();
    void givesEachJobAnId();
};

void TestCrontabImport::readsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // fit and notes; empty: no entry
    QTest::addColumn<QString>("trigger");
    const auto expr = [](const char *text) {
        return uR"({"args":{"dialect":"crontab","expr":"%1"},"kind":"expr"})"_qs.arg(
            QString::fromLatin1(text));
    };
    QTest::newRow("plain") << u"30 8 * * 1-5 backup"_qs << u"exact"_qs << expr("30 8 * * 1-5");
    QTest::newRow("tabs") << u"30\t8  * * 1-5\tbackup"_qs << u"exact"_qs << expr("30 8 * * 1-5");
    QTest::newRow("day or weekday")
        << u"0 0 1 * mon backup"_qs << u"exact"_qs << expr("0 0 1 * mon");
    QTest::newRow("sunday as 7") << u"0 0 * * 7 backup"_qs << u"exact"_qs << expr("0 0 * * 7");
    QTest::newRow("alias") << u"@daily backup"_qs << u"exact"_qs << expr("@daily");
    QTest::newRow("not logged") << u"-*/5 * * * * backup"_qs << u"exact"_qs << expr("*/5 * * * *");
    QTest::newRow("reboot") << u"@reboot backup"_qs
                            << u"with notes: Carillon has no schedule “at start-up”: it runs only "
                               u"when started, for example by “carillonctl jobs run” at log-in."_qs
                            << u"\"manual\""_qs;
    QTest::newRow("comment") << u"  # 30 8 * * * backup"_qs << QString() << QString();
    QTest::newRow("empty") << u"   "_qs << QString() << QString();
    QTest::newRow("variable") << u"PATH = /bin:/usr/bin"_qs << QString() << QString();
    QTest::newRow("no command") << u"30 8 * * *"_qs << u"impossible: The command is missing."_qs
                                << u""_qs;
    QTest::newRow("too few fields")
        << u"backup"_qs << u"impossible: The command is missing."_qs << u""_qs;
    QTest::newRow("out of range")
        << u"61 8 * * * backup"_qs
        << u"impossible: minute (from column 1), column 1: '61' is out of range; 0-59 is "
           u"accepted"_qs
        << u""_qs;
    QTest::newRow("a random minute")
        << u"0~59 8 * * * backup"_qs
        << u"impossible: minute (from column 1), column 2: '~59' is not expected here; a comma or "
           u"the end is accepted"_qs
        << u""_qs;
}

void TestCrontabImport::readsLines()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QFETCH(QString, trigger);
    const ImportPlan plan = planOf(u"\n"_qs + text + u"\r\n"_qs);
    QCOMPARE(int(plan.entries.size()), expected.isEmpty() ? 0 : 1);
    if (expected.isEmpty())
        return;
    const ImportEntry &entry = plan.entries.front();
    QCOMPARE(fitText(entry), expected);
    QCOMPARE(entry.place, 2);
    QCOMPARE(entry.source, text.trimmed());
    QCOMPARE(entry.job.contains(u"trigger") ? jobValue(entry, u"trigger"_qs) : QString(), trigger);
}

void TestCrontabImport::takesCommandsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("input");
    QTest::newRow("none") << u"date +1"_qs << u"date +1"_qs << QString();
    QTest::newRow("escaped") << u"date +\\%F"_qs << u"date +%F"_qs << QString();
    QTest::newRow("input") << u"mail me%Hello%World"_qs << u"mail me"_qs << u"Hello\nWorld\n"_qs;
    QTest::newRow("escaped in the input") << u"cat%100\\%"_qs << u"cat"_qs << u"100%\n"_qs;
    QTest::newRow("other backslashes stay")
        << u"echo a\\nb\\\\"_qs << u"echo a\\nb\\\\"_qs << QString();
    QTest::newRow("nothing behind") << u"cat%"_qs << u"cat"_qs << QString();
    QTest::newRow("blanks around") << u"  cat  %a"_qs << u"cat"_qs << u"a\n"_qs;
}

void TestCrontabImport::takesCommandsApart()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QFETCH(QString, input);
    QCOMPARE(readCrontabCommand(text), (CrontabCommand{line, input}));
}

void TestCrontabImport::keepsVariables()
{
    const ImportPlan plan = planOf(u"* * * * * first\n"
                                   u"LANG = \"de_DE\"\n"
                                   u"HOME='/srv/my data'\n"
                                   u"* * * * * second%in\n"_qs);
    QCOMPARE(plan.entries.size(), 2U);
    QCOMPARE(jobValue(plan.entries[0], u"kwargs"_qs), uR"({"cwd":"/home/me","shell":true})"_qs);
    QCOMPARE(jobValue(plan.entries[1], u"kwargs"_qs),
             u"{\"cwd\":\"/srv/my data\",\"env\":{\"HOME\":\"/srv/my data\",\"LANG\":\"de_DE\"},"
             u"\"shell\":true,\"stdin\":\"in\\n\"}"_qs);
    QCOMPARE(jobValue(plan.entries[1], u"args"_qs), u"[\"second\"]"_qs);
}

void TestCrontabImport::usesTheShellThatIsSet()
{
    const ImportPlan plan =
        planOf(u"SHELL=/bin/bash\n* * * * * a | b\nSHELL=/bin/sh\n* * * * * c"_qs);
    QCOMPARE(jobValue(plan.entries.at(0), u"args"_qs), u"[\"/bin/bash\",\"-c\",\"a | b\"]"_qs);
    QCOMPARE(jobValue(plan.entries.at(0), u"kwargs"_qs), u"{\"cwd\":\"/home/me\"}"_qs);
    QCOMPARE(jobValue(plan.entries.at(1), u"args"_qs), u"[\"c\"]"_qs);
}

void TestCrontabImport::readsZones()
{
    const ImportPlan plan = planOf(u"CRON_TZ=Europe/Berlin\nTZ=Asia/Tokyo\n0 9 * * * a\n"
                                   u"CRON_TZ=Mars/Olympus\n0 9 * * * b\n"
                                   u"CRON_TZ=\nRANDOM_DELAY=30\n0 9 * * * c\n"_qs);
    QVERIFY(
        jobValue(plan.entries.at(0), u"trigger"_qs).contains(u"\"timezone\":\"Europe/Berlin\""));
    QVERIFY(jobValue(plan.entries.at(0), u"kwargs"_qs).contains(u"{\"TZ\":\"Asia/Tokyo\"}"));
    QVERIFY2(fitText(plan.entries.at(1)).startsWith(u"impossible: CRON_TZ: "),
             qPrintable(fitText(plan.entries.at(1))));
    QVERIFY(fitText(plan.entries.at(2)).startsWith(u"with notes: RANDOM_DELAY is drawn anew"));
    QVERIFY(jobValue(plan.entries.at(2), u"trigger"_qs).contains(u"\"jitter\":1800"));
    QVERIFY(!jobValue(plan.entries.at(2), u"trigger"_qs).contains(u"timezone"));
}

void TestCrontabImport::readsTheUserColumn()
{
    CrontabSurroundings systemWide = ours;
    systemWide.hasUserColumn = true;
    const ImportPlan plan =
        planOf(u"0 9 * * * root /bin/a b\n0 9 * * * me c\n@daily root d\n"_qs, systemWide);
    QCOMPARE(fitText(plan.entries.at(0)), u"with notes: Ran as “root”; here it runs as you."_qs);
    QCOMPARE(jobValue(plan.entries.at(0), u"args"_qs), u"[\"/bin/a b\"]"_qs);
    QCOMPARE(fitText(plan.entries.at(1)), u"exact"_qs);
    QCOMPARE(jobValue(plan.entries.at(2), u"args"_qs), u"[\"d\"]"_qs);
}

void TestCrontabImport::takesCommentsAsNotes()
{
    const ImportPlan plan = planOf(u"# far away\n\n# the first\n#the second\n* * * * * a\n"
                                   u"* * * * * b\n"_qs);
    QCOMPARE(jobValue(plan.entries.at(0), u"notes"_qs), u"\"the first\\nthe second\""_qs);
    QVERIFY(!plan.entries.at(1).job.contains(u"notes"));
}

void TestCrontabImport::remarksMail_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<int>("remarks");
    QTest::newRow("to somebody") << u"MAILTO=me@example.org"_qs << 1;
    QTest::newRow("to nobody") << u"MAILTO=\"\""_qs << 0;
    QTest::newRow("not said") << QString() << 0;
}

void TestCrontabImport::remarksMail()
{
    QFETCH(QString, variable);
    QFETCH(int, remarks);
    const ImportPlan plan = planOf(variable + u"\n* * * * * a\n"_qs);
    QCOMPARE(int(plan.remarks.size()), remarks);
    QCOMPARE(fitText(plan.entries.at(0)), u"exact"_qs);
    QVERIFY(!jobValue(plan.entries.at(0), u"kwargs"_qs).contains(u"MAILTO"));
}

/// Whether or not the last one has ended, and without making up for anything.
void TestCrontabImport::runsAsCronDoes()
{
    const ImportPlan plan = planOf(u"* * * * * a"_qs);
    const auto read = jobFromJson(plan.entries.at(0).job, {{{}, Zone::utc()}});
    QVERIFY(read);
    QCOMPARE(read->job.rules.maxInstances, 1000);
    QCOMPARE(read->job.rules.grace, std::optional(std::chrono::seconds(60)));
    QCOMPARE(int(read->job.rules.missed), int(MissedRule::RunOnce));
}

void TestCrontabImport::givesEachJobAnId()
{
    const ImportPlan plan = planOf(u"* * * * * run it\n0 * * * * run it\n"_qs);
    QCOMPARE(jobValue(plan.entries.at(0), u"id"_qs), u"\"run-it\""_qs);
    QCOMPARE(jobValue(plan.entries.at(1), u"id"_qs), u"\"run-it-2\""_qs);
    QCOMPARE(fitText(plan.entries.at(1)), u"exact"_qs);
}

QTEST_GUILESS_MAIN(TestCrontabImport)
#include "tst_crontabimport.moc"
