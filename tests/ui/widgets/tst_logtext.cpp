// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/logtext.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

namespace {

LogChunk chunk(qint64 offset, const QByteArray &bytes, qint64 size = -1)
{
    LogChunk made;
    made.offset = offset;
    made.bytes = bytes;
    made.spans = {{offset, bytes.size(), OutputChannel::Out}};
    made.size = size < 0 ? offset + bytes.size() : size;
    return made;
}

QStringList textOf(const LogText &log)
{
    QStringList lines;
    for (const LogLine &line : log.lines())
        lines << line.text;
    return lines;
}

} // namespace

class TestLogText : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatATerminalWouldLeave_data();
    void showsWhatATerminalWouldLeave();
    void cutsEndlessLines();
    void joinsALineThatComesInPieces();
    void joinsACharacterThatComesInPieces();
    void readsWhatTheJobSays();
    void readsLinesOfSixteenBits_data();
    void readsLinesOfSixteenBits();
    void keepsStreamsApart();
    void beginsWithAWholeLineAtTheTail();
    void growsUpwards();
    void ignoresWhatDoesNotFollow();
    void forgetsTheTopWhenTooLong();
};

void TestLogText::showsWhatATerminalWouldLeave_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray("hello\n") << u"hello"_s;
    QTest::newRow("Windows") << QByteArray("hello\r\n") << u"hello"_s;
    QTest::newRow("Chinese") << QByteArray("备份完成\n") << u"备份完成"_s;
    QTest::newRow("colour") << QByteArray("a \x1b[1;31mred\x1b[0m word") << u"a red word"_s;
    QTest::newRow("24-bit colour") << QByteArray("\x1b[38;2;10;20;30mx\x1b[m") << u"x"_s;
    QTest::newRow("title") << QByteArray("\x1b]0;title\x07text") << u"text"_s;
    QTest::newRow("title, other end") << QByteArray("\x1b]0;title\x1b\\text") << u"text"_s;
    QTest::newRow("character set") << QByteArray("\x1b(Btext") << u"text"_s;
    QTest::newRow("cut escape") << QByteArray("text\x1b[3") << u"text"_s;
    QTest::newRow("progress bar") << QByteArray(" 10 %\r 50 %\r100 %\n") << u"100 %"_s;
    QTest::newRow("tab") << QByteArray("ab\tc") << u"ab      c"_s;
    QTest::newRow("backspace") << QByteArray("ab\bc") << u"ac"_s;
    QTest::newRow("zero bytes") << QByteArray("a\0b", 3) << u"ab"_s;
    QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                             "b")
                               << u"a\ufffdb"_s;
    QTest::newRow("emoji") << QByteArray("\xf0\x9f\x94\x94") << u"🔔"_s;
}

void TestLogText::showsWhatATerminalWouldLeave()
{
    QFETCH(QByteArray, bytes);
    QTEST(shownText(bytes), "expected");
}

void TestLogText::cutsEndlessLines()
{
    const QString text = shownText(QByteArray(20'005, 'x'));
    QVERIFY(text.startsWith(QString(20'000, u'x') + u" …"_s));
    QVERIFY(text.contains(u"5 more character"_s));
}

void TestLogText::joinsALineThatComesInPieces()
{
    LogText log;
    QCOMPARE(log.append(chunk(0, "one\ntw")), size_t(0));
    QCOMPARE(textOf(log), QStringList({u"one"_s, u"tw"_s}));
    QCOMPARE(log.append(chunk(6, "o\nthree\n")), size_t(1));
    QCOMPARE(textOf(log), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(log.end(), qint64(14));
}

void TestLogText::joinsACharacterThatComesInPieces()
{
    LogText log;
    log.append(chunk(0, "\xe5\xa4"));
    log.append(chunk(2, "\x87\n"));
    QCOMPARE(textOf(log), QStringList({u"备"_s}));
}

void TestLogText::readsWhatTheJobSays()
{
    LogText log;
    LogChunk made = chunk(0, "\xb1\xb8\xb7\xdd\n\xcd\xea");
    made.encoding = TextEncoding::Gb18030;
    log.append(made);
    made = chunk(7, "\xb3\xc9\n");
    made.encoding = TextEncoding::Gb18030;
    log.append(made);
    QCOMPARE(textOf(log), QStringList({u"备份"_s, u"完成"_s}));
}

void TestLogText::readsLinesOfSixteenBits_data()
{
    QTest::addColumn<int>("cut");
    for (int cut = 0; cut <= 14; ++cut)
        QTest::addRow("cut at %d", cut) << cut;
}

void TestLogText::readsLinesOfSixteenBits()
{
    QFETCH(int, cut);
    // a newline, then U+0A0A: its bytes look like newlines
    const QByteArray bytes("a\0\r\0\n\0\x0a\x0a"
                           "b\0\n\0c\0",
                           14);
    LogText log;
    for (const qint64 to : {qint64(cut), qint64(bytes.size())}) {
        LogChunk made = chunk(log.end(), bytes.sliced(log.end(), to - log.end()));
        made.encoding = TextEncoding::Utf16Le;
        log.append(made);
    }
    QCOMPARE(textOf(log), QStringList({u"a"_s, u"\u0a0a"_s + u"b"_s, u"c"_s}));
}

void TestLogText::keepsStreamsApart()
{
    LogChunk mixed = chunk(0, "outerr\nout\n");
    mixed.spans = {
        {0, 3, OutputChannel::Out}, {3, 4, OutputChannel::Err}, {7, 4, OutputChannel::Out}};
    LogText log;
    log.append(mixed);
    const std::vector<LogLine> expected{{u"out"_s, OutputChannel::Out},
                                        {u"err"_s, OutputChannel::Err},
                                        {u"out"_s, OutputChannel::Out}};
    QCOMPARE(log.lines(), expected);
}

void TestLogText::beginsWithAWholeLineAtTheTail()
{
    LogText log;
    log.append(chunk(100, "half\nwhole\n"));
    QCOMPARE(textOf(log), QStringList({u"whole"_s}));
    QCOMPARE(log.begin(), qint64(105));
    QCOMPARE(log.end(), qint64(111));
}

void TestLogText::growsUpwards()
{
    LogText log;
    log.append(chunk(10, "xx\nfour\n"));
    QCOMPARE(log.begin(), qint64(13));
    QCOMPARE(log.prepend(chunk(4, "x\ntwo\nxx\n")), size_t(2));
    QCOMPARE(textOf(log), QStringList({u"two"_s, u"xx"_s, u"four"_s}));
    QCOMPARE(log.prepend(chunk(0, "one x\n")), size_t(1));
    QCOMPARE(log.begin(), qint64(0));
    log.append(chunk(18, "five"));
    QCOMPARE(textOf(log), QStringList({u"one x"_s, u"two"_s, u"xx"_s, u"four"_s, u"five"_s}));
}

void TestLogText::ignoresWhatDoesNotFollow()
{
    LogText log;
    log.append(chunk(0, "one\n"));
    log.append(chunk(9, "gap\n"));
    QCOMPARE(log.prepend(chunk(20, "above\n")), size_t(0));
    QCOMPARE(textOf(log), QStringList({u"one"_s}));
}

void TestLogText::forgetsTheTopWhenTooLong()
{
    LogText log;
    log.append(chunk(0, "1111\n2222\n3333\n"));
    QCOMPARE(log.shrink(10), size_t(1));
    QCOMPARE(textOf(log), QStringList({u"2222"_s, u"3333"_s}));
    QCOMPARE(log.begin(), qint64(5));
    QCOMPARE(log.prepend(chunk(0, "1111\n")), size_t(1));
}

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
