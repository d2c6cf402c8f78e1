// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/lenienttime.h"

#include <QTest>

using namespace carillon;

class TestLenientTime : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();

private:
    static LocalTime today()
    {
        return parseWrittenTime(u"2024-05-06T09:15:30")->local; // a Monday
    }
};

void TestLenientTime::reads_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const QString &expected) {
        QTest::newRow(text) << expected;
    };
    const QString five = u"2030-01-05T00:00:00"_qs;
    const QString ten = u"2030-01-05T10:00:00"_qs;
    row("2030-1-5", five);
    row("2030-01-05 10:00", ten);
    row("2030-01-05T10:00:00.25+0800", u"2030-01-05T10:00:00.250000+08:00"_qs);
    row("Jan 5 2030", five);
    row("Jan 5, 2030", five);
    row("January 5th 2030", five);
    row("5 Jan 2030", five);
    row("2030 Jan 5", five);
    row("Sept. 5 2030", u"2030-09-05T00:00:00"_qs);
    row("Jan 5 2030 10:00", ten);
    row("jan 5 2030 10:00:30.5", u"2030-01-05T10:00:30.500000"_qs);
    row("10:00 Jan 5 2030", ten);
    row("Sat, 05 Jan 2030 10:00:00 GMT", u"2030-01-05T10:00:00+00:00"_qs);
    row("Jan 5 2030 10:00 +08:00", u"2030-01-05T10:00:00+08:00"_qs);
    row("Jan 5 2030 10:00 -0530", u"2030-01-05T10:00:00-05:30"_qs);
    row("2030/01/05 3pm", u"2030-01-05T15:00:00"_qs);
    row("2030/1/5 3:30 PM", u"2030-01-05T15:30:00"_qs);
    row("2030.01.05 12am", five);
    row("2030-01-05 12pm", u"2030-01-05T12:00:00"_qs);
    row("20300105", five);
    row("20300105T100000", ten);
    row("20300105T100000Z", u"2030-01-05T10:00:00+00:00"_qs);
    row("10:30", u"2024-05-06T10:30:00"_qs);
    row("3pm", u"2024-05-06T15:00:00"_qs);
    row("Jan 5", u"2024-01-05T00:00:00"_qs);
    row("Feb 29 2028", u"2028-02-29T00:00:00"_qs);
}

void TestLenientTime::reads()
{
    const auto time = parseLenientTime(QString::fromUtf8(QTest::currentDataTag()), today());
    QVERIFY(time);
    QTEST(writtenText(*time), "expected");
    QCOMPARE(parseWrittenTime(writtenText(*time)).value(), *time);
}

void TestLenientTime::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "soon",
                             "01/05/2030",
                             "5/1/2030",
                             "1/2",
                             "5",
                             "2030",
                             "Jan",
                             "Jan 2030",
                             "Jan 5 2030 25:00",
                             "Jan 5 2030 10:60",
                             "13pm",
                             "0am",
                             "Feb 30 2030",
                             "Feb 29 2030",
                             "Sun, 05 Jan 2030",
                             "Monday",
                             "Jan Feb 5 2030",
                             "Jan 5 6 2030",
                             "Jan 5 2030 10:00 11:00",
                             "Jan 5 2030 +08:00",
                             "Jan 5 2030 10:00 PST",
                             "2030/13/01",
                             "2030/01",
                             "2030/01/05/06",
                             "2030/123456789/05 10:00",
                             "10:",
                             ":30",
                             "10:30:",
                             "20301301",
                             "99999999999",
                             "Jan 5 2030 T",
                             "Jan -5 2030",
                             "+08:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("very long") << QString(100'000, u'1');
}

void TestLenientTime::refuses()
{
    QFETCH(QString, text);
    const auto time = parseLenientTime(text, today());
    QVERIFY2(!time, time ? qPrintable(writtenText(*time)) : "");
    QVERIFY(!time.error().message.isEmpty());
}

QTEST_APPLESS_MAIN(TestLenientTime)
#include "tst_lenienttime.moc"
