// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include <QTest>

using namespace carillon::ctl;

class TestTerminal : public QObject
{
    Q_OBJECT

private slots:
    void countsColumns_data();
    void countsColumns();
    void elides_data();
    void elides();
    void makesHarmless();
    void wraps();
    void coloursOnlyWhereWanted_data();
    void coloursOnlyWhereWanted();
};

void TestTerminal::countsColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("ASCII") << u"abc"_qs << 3;
    QTest::newRow("Chinese") << u"每日备份"_qs << 8;
    QTest::newRow("mixed") << u"备份 a"_qs << 6;
    QTest::newRow("punctuation") << u"，。"_qs << 4;
    QTest::newRow("full width") << u"ＡＢ"_qs << 4;
    QTest::newRow("half width katakana") << u"ｱｲ"_qs << 2;
    QTest::newRow("hangul") << u"한글"_qs << 4;
    QTest::newRow("combining") << u"e\u0301"_qs << 1;
    QTest::newRow("beyond the first plane") << u"𠮷"_qs << 2;
    QTest::newRow("emoji") << u"🔔"_qs << 2;
    QTest::newRow("dash and quotes") << u"“–”"_qs << 3;
}

void TestTerminal::countsColumns()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QCOMPARE(displayWidth(text), width);
}

void TestTerminal::elides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits") << u"backup"_qs << 6 << u"backup"_qs;
    QTest::newRow("too long") << u"backups"_qs << 6 << u"backu…"_qs;
    QTest::newRow("wide characters fit") << u"备份"_qs << 4 << u"备份"_qs;
    QTest::newRow("half a wide character does not") << u"备份好"_qs << 4 << u"备…"_qs;
}

void TestTerminal::elides()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QFETCH(QString, shown);
    QCOMPARE(elided(text, width), shown);
}

void TestTerminal::makesHarmless()
{
    QCOMPARE(harmless(u"a\x1b[31mb\nc\td"_qs), u"a?[31mb c d"_qs);
}

void TestTerminal::wraps()
{
    QCOMPARE(wrapped(u"one two three"_qs, 8, 2), u"one two\n  three"_qs);
    QCOMPARE(wrapped(u"unbreakable"_qs, 4), u"unbreakable"_qs);
}

void TestTerminal::coloursOnlyWhereWanted_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<bool>("coloured");
    QTest::newRow("auto, into a pipe") << u"auto"_qs << false;
    QTest::newRow("always") << u"always"_qs << true;
    QTest::newRow("never") << u"never"_qs << false;
}

void TestTerminal::coloursOnlyWhereWanted()
{
    QFETCH(QString, wish);
    QFETCH(bool, coloured);
    Terminal terminal = Terminal::ofStdout(wish);
    if (wish == u"auto" && terminal.isTerminal)
        QSKIP("stdout is a terminal");
    QCOMPARE(terminal.toned(u"ok"_qs, Tone::Good) != u"ok", coloured);
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
