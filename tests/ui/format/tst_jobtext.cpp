// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/jobtext.h"
#include "ui/language.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestJobText : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatRuns_data();
    void saysWhatRuns();
    void saysTheRules_data();
    void saysTheRules();
    void countsEnvironmentVariables();
    void asksTheTriggerForUpcomingTimes();
};

Q_DECLARE_METATYPE(carillon::Action)
Q_DECLARE_METATYPE(carillon::Rules)

void TestJobText::saysWhatRuns_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Action &action, const QString &expected) {
        QTest::newRow(name) << action << expected;
    };
    row("command", CommandAction{u"tar"_s, {u"-czf"_s, u"a b.tgz"_s}}, u"tar -czf 'a b.tgz'"_s);
    row("quotes", CommandAction{u"echo"_s, {u"it's"_s}}, u"echo 'it'\\''s'"_s);
    row("empty argument", CommandAction{u"echo"_s, {QString()}}, u"echo ''"_s);
    row("shell", CommandAction{u"ls | wc -l"_s, {}, true}, u"ls | wc -l"_s);
    row("script", ScriptAction{u"backup.py"_s, {u"--all"_s}}, u"backup.py --all"_s);
    row("Python", PythonAction{u"tasks.mail:send"_s, {u"me"_s, 2}, {{u"dry"_s, true}}},
        u"tasks.mail:send(\"me\", 2, dry=true)"_s);
    row("sleep", SleepAction{90s}, u"Waits 1 min 30 s"_s);
    row("log", LogAction{u"hello"_s}, u"Writes to the log: hello"_s);
    row("nothing", NoopAction{}, u"Does nothing"_s);
}

void TestJobText::saysWhatRuns()
{
    QFETCH(Action, action);
    applyLanguage(u"en"_s);
    QTEST(actionText(action), "expected");
}

void TestJobText::saysTheRules_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<QStringList>("english");
    QTest::addColumn<QStringList>("chinese");
    Rules rules;
    rules.grace = 1h;
    QTest::newRow("defaults of the window")
        << rules
        << QStringList{u"If still running: skip."_s, u"If missed: run once when up to 1 h late."_s,
                       u"No time-out."_s}
        << QStringList{u"仍在执行时：跳过本次。"_s, u"错过时：延迟不超过 1 小时则补执行一次。"_s,
                       u"不限超时时间。"_s};
    rules.maxInstances = 3;
    rules.missed = MissedRule::RunAll;
    rules.grace = std::nullopt;
    rules.timeout = 600s;
    QTest::newRow("everything else")
        << rules
        << QStringList{u"If still running: run alongside, at most 3 at once, then skip."_s,
                       u"If missed: run every missed one, however late."_s,
                       u"Stopped after 10 min."_s}
        << QStringList{u"仍在执行时：并行执行，最多同时 3 个，超出则跳过本次。"_s,
                       u"错过时：无论延迟多久，逐次补执行。"_s, u"超过 10 分则终止。"_s};
}

void TestJobText::saysTheRules()
{
    QFETCH(Rules, rules);
    applyLanguage(u"en"_s);
    QTEST(rulesText(rules), "english");
    applyLanguage(u"zh_CN"_s);
    QTEST(rulesText(rules), "chinese");
}

void TestJobText::countsEnvironmentVariables()
{
    CommandAction action{u"env"_s, {}};
    action.surroundings.folder = u"/srv"_s;
    action.surroundings.environment.insert(u"A"_s, u"1"_s);
    applyLanguage(u"en"_s);
    QCOMPARE(surroundingsText(action),
             QStringList({u"Working folder: /srv"_s, u"1 environment variable added."_s}));
    action.surroundings.environment.insert(u"B"_s, u"2"_s);
    QCOMPARE(surroundingsText(action).at(1), u"2 environment variables added."_s);
    QCOMPARE(surroundingsText(NoopAction()), QStringList());
}

void TestJobText::asksTheTriggerForUpcomingTimes()
{
    Job job;
    const Instant anchor{};
    job.trigger = IntervalTrigger::create(anchor, 20s, anchor + 50s).value();
    job.next = anchor + 20s;
    QCOMPARE(upcomingTimes(job, 5), std::vector<Instant>({anchor + 20s, anchor + 40s}));
    QCOMPARE(upcomingTimes(job, 1), std::vector<Instant>({anchor + 20s}));
    job.next = std::nullopt;
    QCOMPARE(upcomingTimes(job, 5), std::vector<Instant>());
}

QTEST_GUILESS_MAIN(TestJobText)
#include "tst_jobtext.moc"
