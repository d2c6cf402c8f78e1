// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/outcometext.h"

#include "core/executors/processend.h"

#include <QTest>

using namespace carillon;
using namespace std::chrono_literals;

class TestOutcomeText : public QObject
{
    Q_OBJECT

private slots:
    void saysLimits_data();
    void saysLimits();
    void saysWhatAStopTook_data();
    void saysWhatAStopTook();
};

void TestOutcomeText::saysLimits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << u"0 s"_qs;
    QTest::newRow("seconds") << 45 << u"45 s"_qs;
    QTest::newRow("minutes") << 600 << u"10 min"_qs;
    QTest::newRow("minutes and seconds") << 90 << u"1 min 30 s"_qs;
    QTest::newRow("hours and minutes") << 5400 << u"1 h 30 min"_qs;
    QTest::newRow("days are hours") << 172'800 << u"48 h"_qs;
}

void TestOutcomeText::saysLimits()
{
    QFETCH(int, seconds);
    QFETCH(QString, text);
    QCOMPARE(limitText(std::chrono::seconds(seconds)), text);
}

void TestOutcomeText::saysWhatAStopTook_data()
{
    QTest::addColumn<int>("ended");
    QTest::addColumn<int>("forced");
    QTest::addColumn<QString>("text");
    QTest::newRow("no process") << 0 << 0 << u"."_qs;
    QTest::newRow("one") << 1 << 0 << u" — 1 process ended."_qs;
    QTest::newRow("one by force") << 1 << 1 << u" — 1 process ended, by force."_qs;
    QTest::newRow("many") << 3 << 0 << u" — 3 processes ended."_qs;
    QTest::newRow("many by force") << 3 << 1 << u" — 3 processes ended, 1 by force."_qs;
}

void TestOutcomeText::saysWhatAStopTook()
{
    QFETCH(int, ended);
    QFETCH(int, forced);
    QFETCH(QString, text);
    const ProcessEnd end{.processesEnded = ended, .processesForced = forced};
    QCOMPARE(stoppedText(end), u"was stopped"_qs + text);
    QCOMPARE(timedOutText(10min, end), u"was stopped after its limit of 10 min"_qs + text);
}

QTEST_GUILESS_MAIN(TestOutcomeText)
#include "tst_outcometext.moc"
