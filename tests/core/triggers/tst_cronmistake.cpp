// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"

#include <QTest>

using namespace carillon;

class TestCronMistake : public QObject
{
    Q_OBJECT

private slots:
    void tellsAboutFields_data();
    void tellsAboutFields();
    void tellsAboutLines_data();
    void tellsAboutLines();
    void marksWhatIsWrong_data();
    void marksWhatIsWrong();
    void refuses_data();
    void refuses();
};

namespace {

using enum CronDialect;

CronTexts one(CronField field, const QString &text)
{
    CronTexts texts;
    texts[std::size_t(field)] = text;
    return texts;
}

} // namespace

void TestCronMistake::tellsAboutFields_data()
{
    QTest::addColumn<CronField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("sentence");
    using enum CronField;
    const auto add = [](CronField field, const QString &text, const QString &message,
                        const QString &sentence) {
        QTest::addRow("%s %s", qPrintable(cronFieldName(field)), qPrintable(text))
            << field << text << message << sentence;
    };
    const QString weekdays = u"mon, tue, wed, thu, fri, sat, sun accepted"_qs;
    add(Hour, u"5,24"_qs, u"hour, column 3: '24' is out of range; 0-23 is accepted"_qs,
        u"Hour “24” is out of range — use 0 to 23."_qs);
    add(Minute, u"18446744073709551616"_qs,
        u"minute, column 1: '18446744073709551616' is out of range; 0-59 is accepted"_qs,
        u"Minute “18446744073709551616” is out of range — use 0 to 59."_qs);
    add(Year, u"1969"_qs, u"year, column 1: '1969' is out of range; 1970-9999 is accepted"_qs,
        u"Year “1969” is out of range — use 1970 to 9999."_qs);
    add(DayOfWeek, u"mon-fry"_qs,
        u"day_of_week, column 5: 'fry' is not a name known here; "_qs + weekdays,
        u"“mon-fry”: “fry” is not a weekday — use mon, tue … sun."_qs);
    add(DayOfWeek, u"monday"_qs,
        u"day_of_week, column 1: 'monday' is not a name known here; "_qs + weekdays,
        u"“monday” is not a weekday — use mon, tue … sun."_qs);
    add(Month, u"1,march"_qs,
        u"month, column 3: 'march' is not a name known here; jan, feb, mar, apr, may, jun, jul, "
        u"aug, sep, oct, nov, dec accepted"_qs,
        u"“1,march”: “march” is not a month — use jan, feb … dec."_qs);
    add(Hour, u"mon"_qs, u"hour, column 1: 'mon' is not a number; 0-23 is accepted"_qs,
        u"“mon” is not a number — use 0 to 23."_qs);
    add(Minute, u"-1"_qs, u"minute, column 1: '-' is not a number; 0-59 is accepted"_qs,
        u"“-1”: “-” is not a number — use 0 to 59."_qs);
    add(Minute, u""_qs, u"minute, column 1: a value is missing; 0-59 is accepted"_qs,
        u"Minute is empty — use 0 to 59."_qs);
    add(Minute, u"1,,2"_qs, u"minute, column 3: a value is missing; 0-59 is accepted"_qs,
        u"“1,,2”: a value is missing — use 0 to 59."_qs);
    add(Minute, u"1, "_qs, u"minute, column 4: a value is missing; 0-59 is accepted"_qs,
        u"“1, ”: a value is missing — use 0 to 59."_qs);
    add(Hour, u"17-9"_qs, u"hour, column 1: '17-9' runs backwards; 17-23,0-9 is accepted"_qs,
        u"“17-9” runs backwards — use 17-23,0-9."_qs);
    add(DayOfWeek, u"sun-mon"_qs,
        u"day_of_week, column 1: 'sun-mon' runs backwards; sun,mon is accepted"_qs,
        u"“sun-mon” runs backwards — use sun,mon."_qs);
    add(Year, u"2025-2024"_qs,
        u"year, column 1: '2025-2024' runs backwards; 2024-2025 is accepted"_qs,
        u"“2025-2024” runs backwards — use 2024-2025."_qs);
    add(Minute, u"*/0"_qs, u"minute, column 3: the step '0' does not fit; 1-59 is accepted"_qs,
        u"“*/0”: the step 0 does not fit — use 1 to 59."_qs);
    add(Hour, u"5-9/x"_qs, u"hour, column 5: a step is missing; 1-4 is accepted"_qs,
        u"“5-9/x”: a number is missing after “/” — use 1 to 4."_qs);
    add(Minute, u"0,59/1"_qs,
        u"minute, column 3: '59/1' has a step after a single value; a range or no step is "
        u"accepted"_qs,
        u"“59/1” is a single value with a step — use a range, or no step."_qs);
    add(Minute, u"5 4"_qs,
        u"minute, column 3: '4' is not expected here; a comma or the end is accepted"_qs,
        u"“5 4”: “4” is not expected here — use a comma between values."_qs);
    add(Day, u"last 5"_qs, u"day, column 6: '5' is not a weekday; "_qs + weekdays,
        u"“last 5”: “5” is not a weekday — use mon, tue … sun."_qs);
    add(Day, u"1st"_qs, u"day, column 1: '1st' needs a weekday after a blank; "_qs + weekdays,
        u"“1st” lacks a weekday — use forms like “1st mon”."_qs);
    add(Day, u"lastly"_qs,
        u"day, column 1: 'lastly' is not known here; 1-31, last, 2nd mon, last fri accepted"_qs,
        u"“lastly” is not known here — use 1 to 31 or forms like last, 2nd mon, last fri."_qs);
}

void TestCronMistake::tellsAboutFields()
{
    QFETCH(CronField, field);
    QFETCH(QString, text);
    const auto masks = readCronFields(one(field, text));
    QVERIFY(!masks);
    QTEST(masks.error().message(), "message");
    QTEST(masks.error().sentence(), "sentence");
    QCOMPARE(masks.error().error(),
             (Error{ErrorCode::InvalidInput, masks.error().message(), cronFieldName(field)}));
}

void TestCronMistake::tellsAboutLines_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("sentence");
    const auto add = [](CronDialect dialect, const QString &text, const QString &message,
                        const QString &sentence) {
        QTest::addRow("%s %s", qPrintable(cronDialectName(dialect)), qPrintable(text))
            << dialect << text << message << sentence;
    };
    add(Crontab, u"0 0 9 * * 1"_qs, u"expr: 6 fields; crontab has 5"_qs,
        u"This has 6 fields; Crontab needs 5 — switch to “With seconds”?"_qs);
    add(Crontab, u"0 0 9 ? * 1"_qs, u"expr: 6 fields; crontab has 5"_qs,
        u"This has 6 fields; Crontab needs 5 — switch to “Quartz”?"_qs);
    add(Crontab, u"0 0 9 * * 8"_qs, u"expr: 6 fields; crontab has 5"_qs,
        u"This has 6 fields; Crontab needs 5 — switch to “With seconds”?"_qs);
    add(Crontab, u"0 0 9 *"_qs, u"expr: 4 fields; crontab has 5"_qs,
        u"This has 4 fields — Crontab needs 5."_qs);
    add(Crontab, u"0"_qs, u"expr: 1 field; crontab has 5"_qs,
        u"This has 1 field — Crontab needs 5."_qs);
    add(Kinit, u""_qs, u"expr: 0 fields; kinit has 6 or 7"_qs,
        u"This is empty — kinit needs 6 or 7 fields."_qs);
    add(Quartz, u"@daily"_qs, u"expr: 1 field; quartz has 6 or 7"_qs,
        u"This has 1 field; Quartz needs 6 or 7 — switch to “Crontab”?"_qs);
    add(Seconds, u"0 9 * * *"_qs, u"expr: 5 fields; seconds has 6"_qs,
        u"This has 5 fields; “With seconds” needs 6 — switch to “Crontab”?"_qs);
    add(Crontab, u"@every 5m"_qs,
        u"expr: '@every 5m' is not known here; @yearly, @annually, @monthly, @weekly, @daily, "
        u"@midnight, @hourly accepted"_qs,
        u"“@every 5m” is not known here — use @yearly, @monthly, @weekly, @daily or @hourly."_qs);
    add(Quartz, u"0 0 9 ? * ?"_qs,
        u"expr: day and weekday are both '?'; exactly one '?' is accepted"_qs,
        u"Day and weekday are both “?” — use “?” for exactly one of them."_qs);
    add(Quartz, u"0 0 9 * * *"_qs,
        u"expr: neither day nor weekday is '?'; exactly one '?' is accepted"_qs,
        u"Day and weekday are both given — use “?” for exactly one of them."_qs);
    add(Crontab, u"0 9 * * 1,monday"_qs,
        u"day_of_week (from column 9), column 3: 'monday' is not a name known here; sun, mon, "
        u"tue, wed, thu, fri, sat accepted"_qs,
        u"“1,monday”: “monday” is not a weekday — use mon, tue … sun."_qs);
    add(Crontab, u"0 9 * * 8"_qs,
        u"day_of_week (from column 9), column 1: '8' is out of range; 0-7 is accepted"_qs,
        u"Weekday “8” is out of range — use 0 to 7."_qs);
    add(Crontab, u"0 9 * * 1\n"_qs,
        u"day_of_week (from column 9), column 2: '\ufffd' is not expected here; a comma or the end "
        u"is "
        u"accepted"_qs,
        u"“1\ufffd”: “\ufffd” is not expected here — use a comma between values."_qs);
    add(Crontab, u"*/0 9 * * *"_qs,
        u"minute (from column 1), column 3: the step '0' does not fit; 1 or more is accepted"_qs,
        u"“*/0”: the step 0 does not fit — use 1 or more."_qs);
    add(Crontab, u"*/ 9 * * *"_qs,
        u"minute (from column 1), column 3: a step is missing; 1 or more is accepted"_qs,
        u"“*/”: a number is missing after “/” — use 1 or more."_qs);
    add(Crontab, u"0 9 * * fri-mon"_qs,
        u"day_of_week (from column 9), column 1: 'fri-mon' runs backwards; fri-sat,sun-mon is "
        u"accepted"_qs,
        u"“fri-mon” runs backwards — use fri-sat,sun-mon."_qs);
    add(ApschedulerCrontab, u"0 9 first * *"_qs,
        u"day (from column 5), column 1: 'first' is not known here; 1-31, last accepted"_qs,
        u"“first” is not known here — use 1 to 31 or forms like last."_qs);
    add(Quartz, u"0 0 9 15W,L * ?"_qs,
        u"day (from column 7), column 5: 'L' is part of a list; alone it is accepted"_qs,
        u"“15W,L”: “L” cannot be part of a list — use it alone."_qs);
    add(Quartz, u"0 0 9 L-31 * ?"_qs,
        u"day (from column 7), column 3: '31' is out of range; 0-30 is accepted"_qs,
        u"Day “31” is out of range — use 0 to 30."_qs);
    add(Quartz, u"0 0 9 ? * fri#6"_qs,
        u"day_of_week (from column 11), column 5: '6' is not a position in the month; 1-5 is "
        u"accepted"_qs,
        u"“fri#6”: “6” is not a week of the month — use 1 to 5."_qs);
}

void TestCronMistake::tellsAboutLines()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    const auto masks = readCron(dialect, text);
    QVERIFY(!masks);
    QTEST(masks.error().message(), "message");
    QTEST(masks.error().sentence(), "sentence");
    QCOMPARE(masks.error().error().field, u"expr"_qs);
}

void TestCronMistake::marksWhatIsWrong_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("column");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("fieldText");
    const auto add = [](CronDialect dialect, const QString &text, qsizetype column,
                        const QString &wrong, const QString &fieldText) {
        QTest::addRow("%s", qPrintable(text)) << dialect << text << column << wrong << fieldText;
    };
    add(Crontab, u" 60 * * * *"_qs, 2, u"60"_qs, u"60"_qs);
    add(Crontab, u"0\t1,2,25 * * *"_qs, 7, u"25"_qs, u"1,2,25"_qs);
    add(Crontab, u"0 9 * * mon-fry"_qs, 13, u"fry"_qs, u"mon-fry"_qs);
    add(Crontab, u"0 9 1,,2 * *"_qs, 7, u""_qs, u"1,,2"_qs);
    add(Quartz, u"0 0 9 ? * fri#6"_qs, 15, u"6"_qs, u"fri#6"_qs);
    add(Kinit, u"0 0 9 5W5 * ?"_qs, 9, u"5"_qs, u"5W5"_qs);
    add(Seconds, u"0 0 9\n * * *"_qs, 6, u"\n"_qs, u"9\n"_qs);
    add(Crontab, u"0 \U0001F600 * * *"_qs, 3, u"\U0001F600"_qs, u"\U0001F600"_qs);
    add(Crontab, u"0 0 *"_qs, 1, u"0 0 *"_qs, u"0 0 *"_qs);
}

void TestCronMistake::marksWhatIsWrong()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    const auto masks = readCron(dialect, text);
    QVERIFY(!masks);
    const CronMistake &mistake = masks.error();
    QTEST(mistake.column, "column");
    QTEST(mistake.wrong, "wrong");
    QTEST(mistake.fieldText, "fieldText");
    QCOMPARE(text.sliced(mistake.column - 1, mistake.length), mistake.wrong);
    QVERIFY(text.sliced(mistake.fieldColumn - 1).startsWith(mistake.fieldText));
}

void TestCronMistake::refuses_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    const auto add = [](CronDialect dialect, const char16_t *text) {
        const QString line = QString::fromUtf16(text);
        QTest::addRow("%s %s", qPrintable(cronDialectName(dialect)), qPrintable(line))
            << dialect << line;
    };
    add(Crontab, u"@reboot");
    add(Crontab, u"0 0 ? * *");
    add(Crontab, u"0 0 L * *");
    add(Crontab, u"0 0 15W * *");
    add(Crontab, u"0 0 * * 5#2");
    add(Crontab, u"0 0 * * 7-6");
    add(Crontab, u"0 0 last * *");
    add(Crontab, u"0,0, 0 * * *");
    add(Crontab, u"0 0 * * ſun");
    add(Crontab, u"١٢ 3 * * *");
    add(Crontab, u"0 0 *\u3000* *");
    add(Seconds, u"0 0 0 ? * *");
    add(Quartz, u"0 0 9 */32 * ?");
    add(Quartz, u"0 0 9 ? 1/13 *");
    add(Quartz, u"0 0 9 1-LW * ?");
    add(Quartz, u"0 0 9 ? * 2#01");
    add(Quartz, u"0 0 9 ? * 2#");
    add(Quartz, u"0 0 9 ? * mon-friL");
    add(Quartz, u"0 0 9 ? ? 2");
    add(Quartz, u"0 0 9 ?,1 * 2");
    add(Quartz, u"0 0 9 last * ?");
    add(Quartz, u"0 0 9 1 1 ? 2030-2025");
    add(Kinit, u"0 0 9 LW * ?");
    add(Kinit, u"0 0 9 L-2 * ?");
    add(Kinit, u"0 0 9 * * L");
    add(Kinit, u"/5 0 9 * * *");
    add(Kinit, u"5/0 0 9 * * *");
    add(Kinit, u"59/1 0 9 * * *");
    add(ApschedulerCrontab, u"*/60 * * * *");
    add(ApschedulerCrontab, u"0 0 * * 7");
    add(ApschedulerCrontab, u"0 0 3rd,mon * *");
}

void TestCronMistake::refuses()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    QVERIFY(!readCron(dialect, text));
}

QTEST_GUILESS_MAIN(TestCronMistake)
#include "tst_cronmistake.moc"
