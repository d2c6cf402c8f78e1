// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/triggers/cronsyntax.h"
#include "core/triggers/scheduletext.h"

#include <QFile>
#include <QTest>

using namespace carillon;

/// The words for cron schedules of every dialect, as data/words/cron.tsv has them.
class TestCronWords : public QObject
{
    Q_OBJECT

private slots:
    void saysEveryDialect_data();
    void saysEveryDialect();
    void showsTheTextAsWritten();
};

namespace {

const QLocale english(QLocale::English);
const QLocale chinese(QLocale::Chinese, QLocale::SimplifiedChineseScript, QLocale::China);

Trigger cron(const CronNotation &notation)
{
    const auto masks = readCron(notation);
    if (!masks)
        qFatal("%s", qPrintable(masks.error().message()));
    return CronTrigger(CronFields(*masks), Zone::utc(), {}, notation);
}

/// `day=3rd mon;hour=10`
CronTexts fieldTexts(const QString &text)
{
    CronTexts texts;
    for (const QString &part : text.split(u';')) {
        for (int i = 0; i < cronFieldCount; ++i) {
            if (part.section(u'=', 0, 0) == cronFieldName(CronField(i)))
                texts[std::size_t(i)] = part.section(u'=', 1);
        }
    }
    return texts;
}

Trigger cron(const QString &dialect, const QString &text)
{
    if (dialect == u"fields")
        return cron(cronNotation(fieldTexts(text)));
    return cron(cronNotation(cronDialectNamed(dialect).value(), text));
}

} // namespace

void TestCronWords::saysEveryDialect_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inEnglish");
    QTest::addColumn<QString>("inChinese");
    QFile file(QStringLiteral(CARILLON_TEST_DATA) + u"/words/cron.tsv"_qs);
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u'\t');
        QCOMPARE(cells.size(), 4);
        QTest::newRow(qPrintable(cells[0] + u' ' + cells[1]))
            << cells[0] << cells[1] << cells[2] << cells[3];
    }
}

void TestCronWords::saysEveryDialect()
{
    QFETCH(QString, dialect);
    QFETCH(QString, text);
    const Trigger trigger = cron(dialect, text);
    QTEST(scheduleText(trigger, english, Zone::utc()), "inEnglish");
    QTEST(scheduleText(trigger, chinese, Zone::utc()), "inChinese");
}

void TestCronWords::showsTheTextAsWritten()
{
    const Trigger odd = cron(u"quartz"_qs, u"0 3,9,14,55,58 1,5,6 ? * 2#1"_qs);
    QCOMPARE(scheduleExpression(odd), u"0 3,9,14,55,58 1,5,6 ? * 2#1"_qs);
    QCOMPARE(scheduleText(odd, english, Zone::utc()),
             u"0 3,9,14,55,58 1,5,6 ? * 2#1 (custom schedule)"_qs);
    QCOMPARE(scheduleText(odd, chinese, Zone::utc()),
             u"0 3,9,14,55,58 1,5,6 ? * 2#1（自定义规则）"_qs);
}

QTEST_GUILESS_MAIN(TestCronWords)
#include "tst_cronwords.moc"
