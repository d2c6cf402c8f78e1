// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/bytestext.h"
#include "ui/format/durationtext.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDurationText : public QObject
{
    Q_OBJECT

private slots:
    void saysDurationsInBothLanguages_data();
    void saysDurationsInBothLanguages();
    void saysChosenLengths_data();
    void saysChosenLengths();
    void saysSizes_data();
    void saysSizes();
};

void TestDurationText::saysDurationsInBothLanguages_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, Duration length, const QString &english,
                        const QString &chinese) {
        QTest::newRow(name) << qint64(length.count()) << english << chinese;
    };
    row("nothing", 0ms, u"0 ms"_s, u"0 毫秒"_s);
    row("milliseconds", 340ms, u"340 ms"_s, u"340 毫秒"_s);
    row("seconds", 12390ms, u"12.3 s"_s, u"12.3 秒"_s);
    row("last second of a minute", 59999ms, u"59.9 s"_s, u"59.9 秒"_s);
    row("minutes", 3min + 5s, u"3 min 05 s"_s, u"3 分 05 秒"_s);
    row("hours", 2h + 7min + 59s, u"2 h 07 min"_s, u"2 小时 07 分"_s);
    row("days", 49h, u"49 h 00 min"_s, u"49 小时 00 分"_s);
}

void TestDurationText::saysDurationsInBothLanguages()
{
    QFETCH(qint64, microseconds);
    applyLanguage(u"en"_s);
    QTEST(durationText(Duration(microseconds)), "english");
    applyLanguage(u"zh_CN"_s);
    QTEST(durationText(Duration(microseconds)), "chinese");
}

void TestDurationText::saysChosenLengths_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << 0 << u"0 s"_s;
    QTest::newRow("seconds") << 30 << u"30 s"_s;
    QTest::newRow("both") << 90 << u"1 min 30 s"_s;
    QTest::newRow("an hour") << 3600 << u"1 h"_s;
    QTest::newRow("all three") << 3661 << u"1 h 1 min 1 s"_s;
}

void TestDurationText::saysChosenLengths()
{
    QFETCH(int, seconds);
    applyLanguage(u"en"_s);
    QTEST(lengthText(std::chrono::seconds(seconds)), "expected");
}

void TestDurationText::saysSizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bytes") << qint64(999) << u"999 B"_s;
    QTest::newRow("a kilobyte") << qint64(1000) << u"1.0 KB"_s;
    QTest::newRow("rounds down") << qint64(999'999) << u"999.9 KB"_s;
    QTest::newRow("megabytes") << qint64(1'250'000) << u"1.2 MB"_s;
    QTest::newRow("gigabytes") << qint64(3'000'000'000) << u"3.0 GB"_s;
}

void TestDurationText::saysSizes()
{
    QFETCH(qint64, bytes);
    QTEST(bytesText(bytes, QLocale(u"en"_s)), "expected");
}

QTEST_GUILESS_MAIN(TestDurationText)
#include "tst_durationtext.moc"
