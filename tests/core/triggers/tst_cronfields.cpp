// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/civil.h"
#include "core/triggers/cronfields.h"
#include "core/triggers/cronsyntax.h"

#include <QTest>

using namespace carillon;

class TestCronFields : public QObject
{
    Q_OBJECT

private slots:
    void findsTheFirstMatch_data();
    void findsTheFirstMatch();
};

namespace {

CronTexts one(CronField field, const QString &text)
{
    CronTexts texts;
    texts[std::size_t(field)] = text;
    return texts;
}

qint64 wallClock(int year, int month, int day, int hour = 0, int minute = 0, int second = 0)
{
    return daysFromCivil({year, month, day}) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

} // namespace

void TestCronFields::findsTheFirstMatch_data()
{
    QTest::addColumn<CronTexts>("texts");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<std::optional<std::int64_t>>("expected");
    using Match = std::optional<std::int64_t>;
    const auto leapMonday = [] {
        CronTexts texts = one(CronField::Day, u"29"_qs);
        texts[std::size_t(CronField::Month)] = u"feb"_qs;
        texts[std::size_t(CronField::DayOfWeek)] = u"mon"_qs;
        return texts;
    }();
    CronTexts never = one(CronField::Day, u"30"_qs);
    never[std::size_t(CronField::Month)] = u"feb"_qs;
    QTest::newRow("a match is its own")
        << one(CronField::Minute, u"*/5"_qs) << wallClock(2024, 2, 29, 23, 55)
        << Match(wallClock(2024, 2, 29, 23, 55));
    QTest::newRow("over the end of the month")
        << one(CronField::Minute, u"*/5"_qs) << wallClock(2024, 2, 29, 23, 55, 1)
        << Match(wallClock(2024, 3, 1));
    QTest::newRow("before 1970") << one(CronField::Hour, u"9"_qs) << qint64(-1'000'000)
                                 << Match(9 * 3600);
    QTest::newRow("28 years") << leapMonday << wallClock(2024, 3, 1)
                              << Match(wallClock(2044, 2, 29));
    QTest::newRow("never") << never << wallClock(2024, 3, 1) << Match();
    QTest::newRow("the last second of all") << CronTexts() << wallClock(9999, 12, 31, 23, 59, 59)
                                            << Match(wallClock(9999, 12, 31, 23, 59, 59));
    QTest::newRow("beyond the calendar") << CronTexts() << wallClock(10000, 1, 1) << Match();
    QTest::newRow("no further year")
        << one(CronField::Year, u"2023"_qs) << wallClock(2024, 1, 1) << Match();
    QTest::newRow("week 53") << one(CronField::Week, u"53"_qs) << wallClock(2021, 1, 4)
                             << Match(wallClock(2026, 12, 28));
    QTest::newRow("the fifth Friday") << one(CronField::Day, u"5th fri"_qs) << wallClock(2024, 4, 1)
                                      << Match(wallClock(2024, 5, 31));
    QTest::newRow("the last Friday") << one(CronField::Day, u"last fri"_qs) << wallClock(2024, 4, 1)
                                     << Match(wallClock(2024, 4, 26));
}

void TestCronFields::findsTheFirstMatch()
{
    QFETCH(CronTexts, texts);
    QFETCH(qint64, from);
    using Match = std::optional<std::int64_t>;
    QFETCH(Match, expected);
    const CronFields fields(*readCronFields(texts));
    QVERIFY(fields.firstMatch(from) == expected);
}

QTEST_GUILESS_MAIN(TestCronFields)
#include "tst_cronfields.moc"
