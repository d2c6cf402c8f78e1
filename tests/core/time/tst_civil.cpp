// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/civil.h"

#include <QTest>

using namespace carillon;

class TestCivil : public QObject
{
    Q_OBJECT

private slots:
    void countsDays_data();
    void countsDays();
    void knowsTheLengthOfMonths();
};

void TestCivil::countsDays_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<qint64>("days");
    QTest::addColumn<int>("weekday");
    QTest::addColumn<int>("isoWeek");
    QTest::newRow("epoch, a Thursday") << 1970 << 1 << 1 << qint64(0) << 3 << 1;
    QTest::newRow("the day before") << 1969 << 12 << 31 << qint64(-1) << 2 << 1;
    QTest::newRow("leap day") << 2024 << 2 << 29 << qint64(19'782) << 3 << 9;
    QTest::newRow("week 53 of the year before") << 2021 << 1 << 3 << qint64(18'630) << 6 << 53;
    QTest::newRow("week 1 of the next year") << 2024 << 12 << 30 << qint64(20'087) << 0 << 1;
    QTest::newRow("first of all") << 1 << 1 << 1 << qint64(-719'162) << 0 << 1;
    QTest::newRow("last of all") << 9999 << 12 << 31 << qint64(2'932'896) << 4 << 52;
}

void TestCivil::countsDays()
{
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(qint64, days);
    const CivilDate date{year, month, day};
    QCOMPARE(qint64(daysFromCivil(date)), days);
    QVERIFY(civilFromDays(days) == date);
    QTEST(weekdayFromDays(days), "weekday");
    QTEST(isoWeekFromDays(days), "isoWeek");
}

void TestCivil::knowsTheLengthOfMonths()
{
    const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
        QCOMPARE(daysInMonth(2023, month), lengths[month - 1]);
    QCOMPARE(daysInMonth(2024, 2), 29);
    QCOMPARE(daysInMonth(2000, 2), 29);
    QCOMPARE(daysInMonth(2100, 2), 28);
}

QTEST_GUILESS_MAIN(TestCivil)
#include "tst_civil.moc"
