// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/runfacts.h"
#include "support/jobbuilder.h"

#include <QJsonDocument>
#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

QByteArray json(const RunFacts &facts)
{
    return QJsonDocument(runFactsToJson(facts)).toJson(QJsonDocument::Compact);
}

} // namespace

class TestRunFacts : public QObject
{
    Q_OBJECT

private slots:
    void saysWhy_data();
    void saysWhy();
    void keepsWhereEverybodyWas_data();
    void keepsWhereEverybodyWas();
    void keepsEverything();
    void passesOverWhatItDoesNotKnow();
};

void TestRunFacts::saysWhy_data()
{
    QTest::addColumn<int>("hindrance");
    QTest::addColumn<qint64>("other");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Hindrance hindrance, qint64 other, const QString &detail,
                        const char *word, const QString &text) {
        QTest::newRow(name) << int(hindrance) << other << detail << QByteArray(word) << text;
    };
    const QString none;
    row("none", Hindrance::None, 0, none, "", none);
    row("too late", Hindrance::TooLate, 0, none, "too_late",
        u"Noticed too late: the allowed delay was over."_qs);
    row("missed rule", Hindrance::MissedRule, 0, none, "missed_rule",
        u"Missed runs of this job are not made up."_qs);
    row("merged", Hindrance::Merged, 12, none, "merged",
        u"Merged into the run that was due last."_qs);
    row("too many", Hindrance::TooMany, 0, none, "too_many",
        u"Only the newest missed due times are run."_qs);
    row("overlap", Hindrance::Overlap, 12, none, "overlap", u"Run 12 was still going on."_qs);
    row("overlap of old", Hindrance::Overlap, 0, none, "overlap",
        u"The run before it was still going on."_qs);
    row("queue full", Hindrance::QueueFull, 12, none, "queue_full",
        u"As many runs as allowed waited already."_qs);
    row("replaced", Hindrance::Replaced, 13, none, "replaced", u"Run 13 took its place."_qs);
    row("no network", Hindrance::Condition, 0, u"network"_qs, "condition",
        u"There was no network."_qs);
    row("on battery", Hindrance::Condition, 0, u"mains_power"_qs, "condition",
        u"The computer ran on battery."_qs);
    row("in use", Hindrance::Condition, 0, u"idle"_qs, "condition", u"The computer was in use."_qs);
    row("job paused", Hindrance::Condition, 0, u"paused"_qs, "condition",
        u"The job was paused."_qs);
    row("no executor", Hindrance::NoExecutor, 0, u"gpu"_qs, "no_executor",
        u"No executor is called “gpu”."_qs);
    row("broken", Hindrance::Broken, 0, u"Unknown trigger."_qs, "broken", u"Unknown trigger."_qs);
}

void TestRunFacts::saysWhy()
{
    QFETCH(int, hindrance);
    QFETCH(qint64, other);
    QFETCH(QString, detail);
    QFETCH(QByteArray, word);
    RunFacts facts;
    facts.hindrance = Hindrance(hindrance);
    facts.detail = detail;
    if (other)
        facts.other = RunId{other};
    QTEST(hindranceText(facts), "text");
    QCOMPARE(json(facts).contains("\"hindrance\":\"" + word + '"'), !word.isEmpty());
    QCOMPARE(runFactsFromJson(runFactsToJson(facts)), facts);
}

void TestRunFacts::keepsWhereEverybodyWas_data()
{
    QTest::addColumn<int>("absence");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("here") << int(Absence::None) << QByteArray("{}");
    QTest::newRow("asleep") << int(Absence::Asleep) << QByteArray(R"({"absence":"asleep"})");
    QTest::newRow("not running") << int(Absence::NotRunning)
                                 << QByteArray(R"({"absence":"not_running"})");
    QTest::newRow("paused") << int(Absence::SchedulerPaused)
                            << QByteArray(R"({"absence":"paused"})");
    QTest::newRow("clock set") << int(Absence::ClockSet)
                               << QByteArray(R"({"absence":"clock_set"})");
    QTest::newRow("busy") << int(Absence::Busy) << QByteArray(R"({"absence":"busy"})");
}

void TestRunFacts::keepsWhereEverybodyWas()
{
    QFETCH(int, absence);
    RunFacts facts;
    facts.absence = Absence(absence);
    QTEST(json(facts), "expected");
    QCOMPARE(runFactsFromJson(runFactsToJson(facts)), facts);
}

void TestRunFacts::keepsEverything()
{
    RunFacts facts;
    facts.hindrance = Hindrance::Merged;
    facts.other = RunId{qint64(1) << 52};
    facts.absence = Absence::Asleep;
    facts.absentFrom = utc("2024-05-06T08:52Z");
    facts.absentUntil = utc("2024-05-06T09:41Z");
    facts.noticed = utc("2024-05-06T09:41:07.000001Z");
    facts.missedRule = MissedRule::RunOnce;
    facts.grace = 60s;
    QCOMPARE(runFactsFromJson(runFactsToJson(facts)), facts);
    facts.missedRule = MissedRule::Skip;
    facts.grace.reset(); // never too late
    QCOMPARE(runFactsFromJson(runFactsToJson(facts)), facts);
}

void TestRunFacts::passesOverWhatItDoesNotKnow()
{
    const QJsonObject later{{u"hindrance"_qs, u"eclipse"_qs},
                            {u"absence"_qs, 5},
                            {u"run"_qs, u"twelve"_qs},
                            {u"noticed"_qs, QJsonValue::Null},
                            {u"moon"_qs, u"full"_qs}};
    QCOMPARE(runFactsFromJson(later), RunFacts());
}

QTEST_GUILESS_MAIN(TestRunFacts)
#include "tst_runfacts.moc"
