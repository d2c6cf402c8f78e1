// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/jobtext.h"

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
    row("HTTP", HttpAction{u"https://example.com/a?b=c"_s, u"POST"_s},
        u"POST https://example.com/a?b=c"_s);
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
