// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/civil.h"
#include "core/triggers/cronfields.h"

#include <QTest>

using namespace carillon;

class TestCronFields : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereItBreaks_data();
    void saysWhereItBreaks();
    void normalises_data();
    void normalises();
    void fillsInWhatIsLeftOut_data();
    void fillsInWhatIsLeftOut();
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

void TestCronFields::saysWhereItBreaks_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto add = [](CronField field, const QString &text, const QString &message) {
        QTest::addRow("%s %s", qPrintable(cronFieldName(field)), qPrintable(text))
            << int(field) << text << message;
    };
    const QString weekdays = u"mon, tue, wed, thu, fri, sat, sun accepted"_qs;
    add(CronField::Hour, u"5,24"_qs, u"hour, column 3: '24' is out of range; 0-23 is accepted"_qs);
    add(CronField::Minute, u"18446744073709551616"_qs,
        u"minute, column 1: '18446744073709551616' is out of range; 0-59 is accepted"_qs);
    add(CronField::Year, u"1969"_qs,
        u"year, column 1: '1969' is out of range; 1970-9999 is accepted"_qs);
    add(CronField::DayOfWeek, u"monday"_qs,
        u"day_of_week, column 1: 'monday' is not a name known here; "_qs + weekdays);
    add(CronField::Hour, u"mon"_qs, u"hour, column 1: 'mon' is not a number; 0-23 is accepted"_qs);
    add(CronField::Minute, u"-1"_qs, u"minute, column 1: '-' is not a number; 0-59 is accepted"_qs);
    add(CronField::Minute, u""_qs, u"minute, column 1: a value is missing; 0-59 is accepted"_qs);
    add(CronField::Minute, u"1,,2"_qs,
        u"minute, column 3: a value is missing; 0-59 is accepted"_qs);
    add(CronField::Minute, u"1, "_qs, u"minute, column 4: a value is missing; 0-59 is accepted"_qs);
    add(CronField::Hour, u"9-5"_qs, u"hour, column 1: '9-5' runs backwards; 5-9 is accepted"_qs);
    add(CronField::Minute, u"*/0"_qs,
        u"minute, column 3: the step '0' does not fit; 1-59 is accepted"_qs);
    add(CronField::Hour, u"*/24"_qs,
        u"hour, column 3: the step '24' does not fit; 1-23 is accepted"_qs);
    add(CronField::Hour, u"5-9/x"_qs, u"hour, column 5: a step is missing; 1-4 is accepted"_qs);
    add(CronField::Minute, u"59/1"_qs,
        u"minute, column 3: a step is not accepted after a single value"_qs);
    add(CronField::Minute, u"5 4"_qs,
        u"minute, column 3: '4' is not expected here; a comma or the end is accepted"_qs);
    add(CronField::Day, u"last 5"_qs, u"day, column 6: '5' is not a weekday; "_qs + weekdays);
    add(CronField::Day, u"1st"_qs,
        u"day, column 1: '1st' needs a weekday after a blank; "_qs + weekdays);
    add(CronField::Day, u"lastly"_qs,
        u"day, column 1: 'lastly' is not a number; 1-31 is accepted"_qs);
}

void TestCronFields::saysWhereItBreaks()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    const auto fields = CronFields::parse(one(CronField(field), text));
    QVERIFY(!fields);
    QTEST(fields.error().message, "message");
    QCOMPARE(fields.error().field, cronFieldName(CronField(field)));
    QCOMPARE(fields.error().code, ErrorCode::InvalidInput);
}

void TestCronFields::normalises_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("blanks and zeros")
        << int(CronField::Minute) << u" 005 , 10-020/03\t"_qs << u"5,10-20/3"_qs;
    QTest::newRow("case") << int(CronField::DayOfWeek) << u"MON-Fri"_qs << u"mon-fri"_qs;
    QTest::newRow("weekdays of the month")
        << int(CronField::Day) << u"3rd   SAT, LAST,last Sun"_qs << u"3rd sat,last,last sun"_qs;
}

void TestCronFields::normalises()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto fields = CronFields::parse(one(CronField(field), text));
    QVERIFY(fields);
    QCOMPARE(normalised(one(CronField(field), text)), one(CronField(field), expected));
    QVERIFY(*fields == *CronFields::parse(one(CronField(field), expected)));
}

void TestCronFields::fillsInWhatIsLeftOut_data()
{
    QTest::addColumn<CronTexts>("texts");
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("weekdays");
    constexpr qint64 all24 = 0xff'ffff;
    constexpr qint64 all60 = 0xfff'ffff'ffff'ffff;
    QTest::newRow("nothing given") << CronTexts() << all24 << all60 << all60 << 0x7f;
    QTest::newRow("hour given") << one(CronField::Hour, u"9"_qs) << (qint64(1) << 9) << qint64(1)
                                << qint64(1) << 0x7f;
    QTest::newRow("minute given") << one(CronField::Minute, u"*/30"_qs) << all24
                                  << (qint64(1) | qint64(1) << 30) << qint64(1) << 0x7f;
    QTest::newRow("year given") << one(CronField::Year, u"*"_qs) << qint64(1) << qint64(1)
                                << qint64(1) << 0x7f;
}

void TestCronFields::fillsInWhatIsLeftOut()
{
    QFETCH(CronTexts, texts);
    const auto fields = CronFields::parse(texts);
    QVERIFY(fields);
    QTEST(qint64(fields->masks().hours), "hours");
    QTEST(qint64(fields->masks().minutes), "minutes");
    QTEST(qint64(fields->masks().seconds), "seconds");
    QTEST(int(fields->masks().weekdays), "weekdays");
}

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
    const auto fields = CronFields::parse(texts);
    QVERIFY(fields);
    QVERIFY(fields->firstMatch(from) == expected);
}

QTEST_GUILESS_MAIN(TestCronFields)
#include "tst_cronfields.moc"
