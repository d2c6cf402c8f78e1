// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"

#include <QTest>

using namespace carillon;

/// What each dialect's texts mean, as the same thing said in a dialect that has plainer words for
/// it.
class TestCronSyntax : public QObject
{
    Q_OBJECT

private slots:
    void means_data();
    void means();
    void readsWeekdays_data();
    void readsWeekdays();
    void readsSpecialDays_data();
    void readsSpecialDays();
    void matchesDayOrWeekday_data();
    void matchesDayOrWeekday();
    void fillsInWhatIsLeftOut_data();
    void fillsInWhatIsLeftOut();
    void normalises_data();
    void normalises();
    void recognises_data();
    void recognises();
};

namespace {

using enum CronDialect;
using Texts = std::initializer_list<std::pair<CronField, const char *>>;

CronTexts fields(Texts given)
{
    CronTexts texts;
    for (const auto &[field, text] : given)
        texts[std::size_t(field)] = QString::fromLatin1(text);
    return texts;
}

std::uint64_t bits(std::initializer_list<int> numbers)
{
    std::uint64_t mask = 0;
    for (const int number : numbers)
        mask |= std::uint64_t(1) << number;
    return mask;
}

} // namespace

void TestCronSyntax::means_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CronTexts>("expected");
    using enum CronField;
    const auto add = [](CronDialect dialect, const char *text, Texts expected) {
        QTest::addRow("%s %s", qPrintable(cronDialectName(dialect)), text)
            << dialect << QString::fromLatin1(text) << fields(expected);
    };
    add(Crontab, "*/5 * * * *", {{Minute, "*/5"}});
    add(Crontab, " 0\t9  1,15 jan-Mar * ",
        {{Month, "1-3"}, {Day, "1,15"}, {Hour, "9"}, {Minute, "0"}});
    add(Crontab, "*/90 007 * * *", {{Hour, "7"}, {Minute, "0"}});
    add(Crontab, "5/20 0-10/4 * * *", {{Hour, "0,4,8"}, {Minute, "5,25,45"}});
    add(Crontab, "0 0 1-31 * fri", {{Hour, "0"}, {Minute, "0"}});
    add(Crontab, "@Weekly", {{DayOfWeek, "sun"}, {Hour, "0"}, {Minute, "0"}});
    add(Seconds, "@annually", {{Month, "1"}, {Day, "1"}, {Hour, "0"}, {Minute, "0"}});
    add(Seconds, "*/15 0 9 * * mon-fri",
        {{DayOfWeek, "mon-fri"}, {Hour, "9"}, {Minute, "0"}, {Second, "*/15"}});
    add(Quartz, "0 0 9 ? * MON-FRI", {{DayOfWeek, "mon-fri"}, {Hour, "9"}, {Minute, "0"}});
    add(Quartz, "0 /20 22-4/3 * dec-feb ? 2030-2032",
        {{Year, "2030-2032"}, {Month, "12,1,2"}, {Hour, "22,1,4"}, {Minute, "*/20"}});
    add(Quartz, "0 0 12 ? * 6#5", {{Day, "5th fri"}, {Hour, "12"}, {Minute, "0"}});
    add(Quartz, "0 0 12 ? * friL", {{Day, "last fri"}, {Hour, "12"}, {Minute, "0"}});
    add(Quartz, "0 0 12 L * ?", {{Day, "last"}, {Hour, "12"}, {Minute, "0"}});
    add(Kinit, "? 5 10 * * ?", {{Hour, "10"}, {Minute, "5"}, {Second, "*"}});
    add(Kinit, "0 0 8 last,15 * * 2030",
        {{Year, "2030"}, {Day, "15,last"}, {Hour, "8"}, {Minute, "0"}});
    add(Kinit, "0 0 9 ? * 0#1,4L", {{Day, "1st mon,last fri"}, {Hour, "9"}, {Minute, "0"}});
    add(ApschedulerCrontab, "0 22 * * 1-5", {{DayOfWeek, "tue-sat"}, {Hour, "22"}, {Minute, "0"}});
    add(ApschedulerCrontab, "0 18 LAST * *", {{Day, "last"}, {Hour, "18"}, {Minute, "0"}});
}

void TestCronSyntax::means()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    QFETCH(CronTexts, expected);
    const auto masks = readCron(dialect, text);
    QVERIFY2(masks, masks ? "" : qPrintable(masks.error().message()));
    QVERIFY(*masks == *readCronFields(expected));
}

void TestCronSyntax::readsWeekdays_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("weekday");
    QTest::addColumn<int>("expected"); // Monday is bit 0
    const auto add = [](CronDialect dialect, const char *text, std::initializer_list<int> days) {
        QTest::addRow("%s %s", qPrintable(cronDialectName(dialect)), text)
            << dialect << QString::fromLatin1(text) << int(bits(days));
    };
    add(Crontab, "0", {6});
    add(Crontab, "7", {6});
    add(Crontab, "1-5", {0, 1, 2, 3, 4});
    add(Crontab, "5-7", {4, 5, 6});
    add(Crontab, "fri-sun", {4, 5, 6});
    add(Crontab, "sun-sun", {6});
    add(Crontab, "sun-tue", {6, 0, 1});
    add(Crontab, "0-7", {0, 1, 2, 3, 4, 5, 6});
    add(Crontab, "7/2", {6});
    add(Crontab, "2/2", {1, 3, 5});
    add(Crontab, "*/3", {6, 2, 5});
    add(Quartz, "1", {6});
    add(Quartz, "7", {5});
    add(Quartz, "L", {5});
    add(Quartz, "fri-mon", {4, 5, 6, 0});
    add(Quartz, "6-2/2", {4, 6});
    add(Quartz, "mon-fri/2", {0, 2, 4});
    add(Kinit, "0", {0});
    add(Kinit, "sat-sun", {5, 6});
    add(ApschedulerCrontab, "6", {6});
    add(ApschedulerCrontab, "mon-5", {0, 1, 2, 3, 4, 5});
}

void TestCronSyntax::readsWeekdays()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, weekday);
    const bool isShort = dialect == Crontab || dialect == ApschedulerCrontab;
    const QString text = (isShort ? u"0 0 * * "_qs : u"0 0 0 ? * "_qs) + weekday;
    const auto masks = readCron(dialect, text);
    QVERIFY2(masks, masks ? "" : qPrintable(masks.error().message()));
    QTEST(int(masks->weekdays), "expected");
}

void TestCronSyntax::readsSpecialDays_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("day");
    QTest::addColumn<quint64>("daysFromLast");
    QTest::addColumn<quint64>("nearestWeekdays");
    QTest::addColumn<quint64>("nearestToFromLast");
    const auto none = quint64(0);
    QTest::newRow("the last") << Quartz << u"L"_qs << quint64(1) << none << none;
    QTest::newRow("counted back") << Quartz << u"l-30"_qs << quint64(bits({30})) << none << none;
    QTest::newRow("nearest to a day") << Quartz << u"15w"_qs << none << quint64(bits({15})) << none;
    QTest::newRow("nearest to the last") << Quartz << u"LW"_qs << none << none << quint64(1);
    QTest::newRow("nearest to one counted back")
        << Quartz << u"L-3W"_qs << none << none << quint64(bits({3}));
    QTest::newRow("in a list") << Kinit << u"1W,L,15W"_qs << quint64(1) << quint64(bits({1, 15}))
                               << none;
}

void TestCronSyntax::readsSpecialDays()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, day);
    const auto masks = readCron(dialect, u"0 0 0 %1 * ?"_qs.arg(day));
    QVERIFY2(masks, masks ? "" : qPrintable(masks.error().message()));
    QCOMPARE(masks->days, 0U);
    QTEST(quint64(masks->daysFromLast), "daysFromLast");
    QTEST(quint64(masks->nearestWeekdays), "nearestWeekdays");
    QTEST(quint64(masks->nearestToFromLast), "nearestToFromLast");
}

void TestCronSyntax::matchesDayOrWeekday_data()
{
    QTest::addColumn<CronDialect>("dialect");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("either");
    QTest::newRow("both restricted") << Crontab << u"0 0 13 * fri"_qs << true;
    QTest::newRow("with seconds") << Seconds << u"0 0 0 13 * fri"_qs << true;
    QTest::newRow("a day with a star") << Crontab << u"0 0 */2 * mon"_qs << false;
    QTest::newRow("a star in a list") << Crontab << u"0 0 *,13 * fri"_qs << false;
    QTest::newRow("a star behind") << Crontab << u"0 0 13,*/20 * fri"_qs << true;
    QTest::newRow("a weekday with a star") << Crontab << u"0 0 13 * */3"_qs << false;
    QTest::newRow("one restricted") << Crontab << u"0 0 13 * *"_qs << false;
    QTest::newRow("elsewhere") << ApschedulerCrontab << u"0 0 13 * fri"_qs << false;
}

void TestCronSyntax::matchesDayOrWeekday()
{
    QFETCH(CronDialect, dialect);
    QFETCH(QString, text);
    const auto masks = readCron(dialect, text);
    QVERIFY(masks);
    QTEST(masks->dayRule == CronMasks::DayRule::Either, "either");
}

void TestCronSyntax::fillsInWhatIsLeftOut_data()
{
    QTest::addColumn<CronTexts>("texts");
    QTest::addColumn<quint64>("hours");
    QTest::addColumn<quint64>("minutes");
    QTest::addColumn<quint64>("seconds");
    constexpr quint64 all24 = 0xff'ffff;
    constexpr quint64 all60 = 0xfff'ffff'ffff'ffff;
    using enum CronField;
    QTest::newRow("nothing given") << CronTexts() << all24 << all60 << all60;
    QTest::newRow("hour given") << fields({{Hour, "9"}}) << quint64(bits({9})) << quint64(1)
                                << quint64(1);
    QTest::newRow("minute given") << fields({{Minute, "*/30"}}) << all24 << quint64(bits({0, 30}))
                                  << quint64(1);
    QTest::newRow("hour and second given") << fields({{Hour, "9"}, {Second, "5"}})
                                           << quint64(bits({9})) << all60 << quint64(bits({5}));
    QTest::newRow("year given") << fields({{Year, "*"}}) << quint64(1) << quint64(1) << quint64(1);
}

void TestCronSyntax::fillsInWhatIsLeftOut()
{
    QFETCH(CronTexts, texts);
    const auto masks = readCronFields(texts);
    QVERIFY(masks);
    QTEST(quint64(masks->hours), "hours");
    QTEST(quint64(masks->minutes), "minutes");
    QTEST(quint64(masks->seconds), "seconds");
    QCOMPARE(masks->weekdays, everyWeekday);
    QCOMPARE(masks->weeks, everyWeek);
}

void TestCronSyntax::normalises_data()
{
    QTest::addColumn<CronField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("blanks and zeros")
        << CronField::Minute << u" 005 , 10-020/03\t"_qs << u"5,10-20/3"_qs;
    QTest::newRow("nothing but zeros") << CronField::Minute << u"00,0"_qs << u"0,0"_qs;
    QTest::newRow("case") << CronField::DayOfWeek << u"MON-Fri"_qs << u"mon-fri"_qs;
    QTest::newRow("weekdays of the month")
        << CronField::Day << u"3rd   SAT, LAST,last Sun"_qs << u"3rd sat,last,last sun"_qs;
}

void TestCronSyntax::normalises()
{
    QFETCH(CronField, field);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    CronTexts texts;
    texts[std::size_t(field)] = text;
    const CronNotation notation = cronNotation(texts);
    QCOMPARE(notation.fields[std::size_t(field)], expected);
    QVERIFY(*readCron(notation) == *readCronFields(texts));
}

void TestCronSyntax::recognises_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("dialects");
    const QStringList five{u"crontab"_qs, u"apscheduler-crontab"_qs};
    QTest::newRow("five fields") << u"0 9 * * 1-5"_qs << five;
    QTest::newRow("Sunday as 7") << u"0 9 * * 7"_qs << five.first(1);
    QTest::newRow("the last day") << u"0 9 last * *"_qs << five.last(1);
    QTest::newRow("an alias") << u"@daily"_qs << QStringList{u"crontab"_qs, u"seconds"_qs};
    QTest::newRow("six fields") << u"0 0 9 * * 1-5"_qs << QStringList{u"seconds"_qs, u"kinit"_qs};
    QTest::newRow("a question mark")
        << u"0 0 9 ? * 1-5"_qs << QStringList{u"quartz"_qs, u"kinit"_qs};
    QTest::newRow("seven fields") << u"0 0 9 * * ? 2030"_qs
                                  << QStringList{u"quartz"_qs, u"kinit"_qs};
    QTest::newRow("none") << u"every day"_qs << QStringList();
}

void TestCronSyntax::recognises()
{
    QFETCH(QString, text);
    QStringList dialects;
    for (const CronReading &reading : recogniseCron(u"  "_qs + text)) {
        dialects += cronDialectName(reading.notation.dialect);
        QCOMPARE(reading.notation.expression, text);
        QVERIFY(reading.masks == *readCron(reading.notation));
    }
    QTEST(dialects, "dialects");
}

QTEST_GUILESS_MAIN(TestCronSyntax)
#include "tst_cronsyntax.moc"
