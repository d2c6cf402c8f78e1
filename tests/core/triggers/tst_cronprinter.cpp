// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/crongrammar.h"
#include "core/triggers/cronsyntax.h"

#include <QRandomGenerator>
#include <QTest>

using namespace carillon;

class TestCronPrinter : public QObject
{
    Q_OBJECT

private slots:
    void translates_data();
    void translates();
    void printsFields_data();
    void printsFields();
    void readsBackWhatItPrints_data();
    void readsBackWhatItPrints();
    void readsBackTheFieldsItPrints();
};

namespace {

using enum CronDialect;

constexpr int enough = 1000;

/// Texts that a dialect mostly accepts, from all that its grammar has.
class RandomTexts
{
public:
    explicit RandomTexts(CronDialect dialect) : m_dialect(dialect) {}

    QString line()
    {
        const CronGrammar &grammar = cronGrammar(m_dialect);
        const int count = m_random.bounded(grammar.fewestFields, int(grammar.fields.size()) + 1);
        QStringList parts;
        for (int i = 0; i < count; ++i)
            parts += field(grammar.fields[std::size_t(i)]);
        if (grammar.oneQuestionMark)
            parts[m_random.bounded(2) == 0 ? 3 : 5] = u"?"_qs;
        return parts.join(u' ');
    }

    CronTexts fields()
    {
        CronTexts texts;
        for (const CronFieldGrammar &each : cronGrammar(m_dialect).fields) {
            if (m_random.bounded(2) == 0)
                texts[std::size_t(each.field)] = field(each);
        }
        return texts;
    }

private:
    QString field(const CronFieldGrammar &grammar)
    {
        if (m_random.bounded(3) == 0)
            return u"*"_qs;
        QStringList items;
        do {
            items += item(grammar);
        } while (m_random.bounded(3) == 0);
        return items.join(u',');
    }

    QString item(const CronFieldGrammar &grammar)
    {
        const bool isDate =
            grammar.field == CronField::Day || grammar.field == CronField::DayOfWeek;
        if (isDate && m_random.bounded(3) == 0)
            return special(grammar);
        const int first = number(grammar);
        const int last = number(grammar);
        const int step = m_random.bounded(1, 8);
        switch (m_random.bounded(5)) {
        case 0: return u"*/%1"_qs.arg(step);
        case 1: return u"%1-%2"_qs.arg(std::min(first, last)).arg(std::max(first, last));
        case 2: return u"%1-%2/%3"_qs.arg(first).arg(last).arg(step);
        case 3: return u"%1/%2"_qs.arg(first).arg(step);
        default: return QString::number(first);
        }
    }

    QString special(const CronFieldGrammar &grammar)
    {
        const int value = number(grammar);
        QStringList forms{QString::number(value)};
        if (grammar.has(CronForm::LastWord))
            forms += u"last"_qs;
        if (grammar.has(CronForm::Ordinals))
            forms += {u"3rd sat"_qs, u"last mon"_qs, u"1st sun"_qs};
        if (grammar.has(CronForm::LastDay))
            forms += u"L"_qs;
        if (grammar.has(CronForm::FromLastDay))
            forms += {u"LW"_qs, u"L-%1"_qs.arg(value - 1), u"L-%1W"_qs.arg(value - 1)};
        if (grammar.has(CronForm::NearestWeekday))
            forms += u"%1W"_qs.arg(value);
        if (grammar.has(CronForm::WeekdayOfMonth))
            forms += {u"%1L"_qs.arg(value), u"fri#%1"_qs.arg(m_random.bounded(1, 6))};
        return forms[m_random.bounded(int(forms.size()))];
    }

    int number(const CronFieldGrammar &grammar)
    {
        return m_random.bounded(int(grammar.least), int(grammar.most) + 1);
    }

    CronDialect m_dialect;
    QRandomGenerator m_random{20261120};
};

} // namespace

void TestCronPrinter::translates_data()
{
    QTest::addColumn<CronDialect>("from");
    QTest::addColumn<QString>("text");
    QTest::addColumn<CronDialect>("to");
    QTest::addColumn<QString>("expected"); // empty: there are no words for it
    const auto add = [](CronDialect from, const char *text, CronDialect to, const char *expected) {
        QTest::addRow("%s to %s: %s", qPrintable(cronDialectName(from)),
                      qPrintable(cronDialectName(to)), text)
            << from << QString::fromLatin1(text) << to << QString::fromLatin1(expected);
    };
    add(Crontab, "0-59/5 * * * *", Crontab, "*/5 * * * *");
    add(Crontab, "0 9 * * mon-fri", Crontab, "0 9 * * 1-5");
    add(Crontab, "0 9 * * sat,7", Crontab, "0 9 * * 0,6");
    add(Crontab, "0 9 * * fri-sun", Crontab, "0 9 * * 5-7");
    add(Crontab, "0 9 * * sun-tue", Crontab, "0 9 * * 0-2");
    add(Crontab, "0,30 8,9,10,12 * * *", Crontab, "0,30 8-10,12 * * *");
    add(Crontab, "10/20 0 1 jan-jun/2 *", Crontab, "10-50/20 0 1 1-5/2 *");
    add(Crontab, "@daily", Crontab, "0 0 * * *");
    add(Crontab, "0 0 13 * fri", Crontab, "0 0 13 * 5");
    add(Crontab, "0 0 1/2 * fri", Crontab, "0 0 1-31/2 * 5");
    add(Crontab, "0 0 */20,5 * fri", Crontab, "0 0 */20,5 * 5");
    add(Crontab, "0 0 5 * */4", Crontab, "0 0 5 * */4");
    add(Crontab, "0 9 * * 1-5", Quartz, "0 0 9 ? * MON-FRI");
    add(Crontab, "0 9 * * 1-5", Kinit, "0 0 9 * * mon-fri");
    add(Crontab, "0 9 * * 1-5", ApschedulerCrontab, "0 9 * * mon-fri");
    add(Crontab, "0 9 1 * *", Quartz, "0 0 9 1 * ?");
    add(Crontab, "0 0 13 * fri", Quartz, "");
    add(Crontab, "0 0 13 * fri", ApschedulerCrontab, "");
    add(Seconds, "5 0 9 * * *", Crontab, "");
    add(Quartz, "0 0 9 ? * friL 2030", Quartz, "0 0 9 ? * FRIL 2030");
    add(Quartz, "0 0 9 ? * fri#2", Kinit, "0 0 9 * * fri#2");
    add(Quartz, "0 0 9 L-3W * ?", Quartz, "0 0 9 L-3W * ?");
    add(Quartz, "0 0 9 L-3W * ?", Kinit, "");
    add(Quartz, "0 0 9 L * ?", ApschedulerCrontab, "0 9 last * *");
    add(Quartz, "0 0 9 L * ? 2030", ApschedulerCrontab, "");
    add(Quartz, "0 0 22-4 * nov-feb ?", Quartz, "0 0 0-4,22,23 * 1,2,11,12 ?");
    add(Kinit, "0 0 9 1W,L * ?", Kinit, "0 0 9 L,1W * *");
    add(Kinit, "0 0 9 1W,L * ?", Quartz, "");
    add(ApschedulerCrontab, "0 9 13 * fri", Kinit, "0 0 9 13 * fri");
    add(ApschedulerCrontab, "0 9 13 * fri", Crontab, "");
    add(ApschedulerCrontab, "0 9 1 * fri", Crontab, "0 9 */31 * 5");
}

void TestCronPrinter::translates()
{
    QFETCH(CronDialect, from);
    QFETCH(QString, text);
    QFETCH(CronDialect, to);
    const auto masks = readCron(from, text);
    QVERIFY(masks);
    QTEST(printCron(to, *masks).value_or(QString()), "expected");
}

void TestCronPrinter::printsFields_data()
{
    QTest::addColumn<CronDialect>("from");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: there are no words for it
    QTest::newRow("minutes") << Crontab << u"*/5 * * * *"_qs << u"minute=*/5"_qs;
    QTest::newRow("weekdays") << Crontab << u"0 9 * * 1-5"_qs
                              << u"day_of_week=mon-fri hour=9 minute=0"_qs;
    QTest::newRow("every minute of an hour") << Crontab << u"* 9 * * *"_qs << u"hour=9 minute=*"_qs;
    QTest::newRow("every second") << Kinit << u"* * * * * *"_qs << u"second=*"_qs;
    QTest::newRow("seconds") << Seconds << u"30 * 9 * * *"_qs << u"hour=9 second=30"_qs;
    QTest::newRow("the second Friday")
        << Quartz << u"0 0 9 ? * 6#2"_qs << u"day=2nd fri hour=9 minute=0"_qs;
    QTest::newRow("a year") << Quartz << u"0 0 0 1 1 ? 2030"_qs
                            << u"year=2030 month=1 day=1 hour=0 minute=0"_qs;
    QTest::newRow("day or weekday") << Crontab << u"0 0 13 * fri"_qs << QString();
    QTest::newRow("the nearest weekday") << Quartz << u"0 0 9 15W * ?"_qs << QString();
}

void TestCronPrinter::printsFields()
{
    QFETCH(CronDialect, from);
    QFETCH(QString, text);
    const auto printed = printCronFields(*readCron(from, text));
    QStringList parts;
    for (int i = 0; printed && i < cronFieldCount; ++i) {
        if (const auto &field = (*printed)[std::size_t(i)])
            parts += cronFieldName(CronField(i)) + u'=' + *field;
    }
    QTEST(parts.join(u' '), "expected");
}

void TestCronPrinter::readsBackWhatItPrints_data()
{
    QTest::addColumn<CronDialect>("dialect");
    for (const CronDialect dialect : cronTextDialects)
        QTest::newRow(qPrintable(cronDialectName(dialect))) << dialect;
}

void TestCronPrinter::readsBackWhatItPrints()
{
    QFETCH(CronDialect, dialect);
    RandomTexts texts(dialect);
    for (int accepted = 0; accepted < enough;) {
        const QString text = texts.line();
        const auto masks = readCron(dialect, text);
        if (!masks)
            continue;
        ++accepted;
        QVERIFY2(printCron(dialect, *masks), qPrintable(text));
        for (const CronDialect other : cronTextDialects) {
            const auto printed = printCron(other, *masks);
            const auto again = readCron(other, printed.value_or(QString()));
            QVERIFY2(!printed || (again && *again == *masks),
                     qPrintable(text + u" → "_qs + printed.value_or(QString())));
        }
        const auto fields = printCronFields(*masks);
        QVERIFY2(!fields || *readCronFields(*fields) == *masks, qPrintable(text));
    }
}

void TestCronPrinter::readsBackTheFieldsItPrints()
{
    RandomTexts texts(ApschedulerFields);
    for (int accepted = 0; accepted < enough;) {
        const CronTexts fields = texts.fields();
        const auto masks = readCronFields(fields);
        if (!masks)
            continue;
        ++accepted;
        const auto printed = printCronFields(*masks);
        QVERIFY(printed);
        QVERIFY(*readCronFields(*printed) == *masks);
        QVERIFY(*readCron(cronNotation(fields)) == *masks);
        for (const CronDialect other : cronTextDialects) {
            const auto line = printCron(other, *masks);
            QVERIFY2(!line || *readCron(other, *line) == *masks,
                     qPrintable(line.value_or(QString())));
        }
    }
}

QTEST_GUILESS_MAIN(TestCronPrinter)
#include "tst_cronprinter.moc"
