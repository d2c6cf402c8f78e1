// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/textdecoder.h"

#include <QTest>

using namespace carillon;

class TestTextDecoder : public QObject
{
    Q_OBJECT

private slots:
    void namesEncodings_data();
    void namesEncodings();
    void decodes_data();
    void decodes();
    void decodesTheSameInPieces_data() { decodes_data(); }
    void decodesTheSameInPieces();
    void takesAnyByte_data();
    void takesAnyByte();
    void keepsControls();
    void guessesLineByLine_data();
    void guessesLineByLine();
    void showsAsciiAtOnce();
    void guessesNoLongerThanItHolds();
};

void TestTextDecoder::namesEncodings_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("name");
    QTest::newRow("auto") << u"auto"_qs << u"auto"_qs;
    QTest::newRow("case") << u"UTF-8"_qs << u"utf-8"_qs;
    QTest::newRow("alias") << u"utf8"_qs << u"utf-8"_qs;
    QTest::newRow("code page") << u"cp1252"_qs << u"windows-1252"_qs;
    QTest::newRow("underscore") << u"Shift_JIS"_qs << u"shift-jis"_qs;
    QTest::newRow("16 bits") << u"utf-16"_qs << u"utf-16le"_qs;
    QTest::newRow("unknown") << u"klingon"_qs << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestTextDecoder::namesEncodings()
{
    QFETCH(QString, given);
    const auto encoding = encodingNamed(given);
    QTEST(encoding ? encodingName(*encoding) : QString(), "name");
    QCOMPARE(encodingNames().first(), u"auto"_qs);
    QVERIFY(!encoding || encodingNames().contains(encodingName(*encoding)));
}

void TestTextDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const char *encoding,
                        const QString &text) {
        QTest::newRow(name) << bytes << QString::fromLatin1(encoding) << text;
    };
    row("nothing", "", "auto", u""_qs);
    row("UTF-8", "Grüße 备份 🔔\n", "auto", u"Grüße 备份 🔔\n"_qs);
    row("tab", "a\tb", "auto", u"a\tb"_qs);
    row("NUL", QByteArray("a\0b", 3), "auto", u"a\ufffdb"_qs);
    row("escape", "\x1b[31mred", "utf-8", u"\ufffd[31mred"_qs);
    row("delete, next line", "a\x7f\xc2\x85", "utf-8", u"a\ufffd\ufffd"_qs);
    row("CR LF", "a\r\n\r\nb\r\n", "auto", u"a\n\nb\n"_qs);
    row("progress bar", "1 %\r2 %\rdone\n", "auto", u"1 %\n2 %\ndone\n"_qs);
    row("two CR", "a\r\r\nb", "auto", u"a\n\nb"_qs);
    row("invalid", "a\xff\xfe", "utf-8", u"a\ufffd\ufffd"_qs);
    row("overlong", "\xc0\xaf", "utf-8", u"\ufffd\ufffd"_qs);
    row("cut at the end", "a\xe5\xa4", "utf-8", u"a\ufffd"_qs);
    row("half a pair", "\xed\xa0\xbd!", "utf-8", u"\ufffd\ufffd\ufffd!"_qs);
    row("GB18030", "\xb1\xb8\xb7\xdd\n", "gb18030", u"备份\n"_qs);
    row("GB18030, four bytes", "\x94\x39\xda\x33", "gb18030", u"💩"_qs);
    row("GB18030, cut", "\xb1\xb8\xb7", "gb18030", u"备\ufffd"_qs);
    row("Latin 1",
        "Gr\xfc\xdf"
        "e",
        "latin1", u"Grüße"_qs);
    row("Latin 1, C1 controls", "\x80\x9f", "latin1", u"\ufffd\ufffd"_qs);
    row("Windows 1252", "\x80 5", "cp1252", u"€ 5"_qs);
    row("Shift JIS", "\x93\xfa\x96\x7b", "shift_jis", u"日本"_qs);
    row("UTF-16", QByteArray("a\0\r\0\n\0\x07Y", 8), "utf-16le", u"a\n备"_qs);
    row("UTF-16, pair", "\x3d\xd8\x14\xdd", "utf-16le", u"🔔"_qs);
    row("UTF-16, half a pair", QByteArray("\x3d\xd8!\0", 4), "utf-16le", u"\ufffd!"_qs);
    row("UTF-16, second half", QByteArray("\x14\xdd!\0", 4), "utf-16le", u"\ufffd!"_qs);
    row("UTF-16, half at the end", "\x3d\xd8", "utf-16le", u"\ufffd"_qs);
    row("UTF-16, odd", QByteArray("a\0b", 3), "utf-16le", u"a\ufffd"_qs);
    row("UTF-16, other order", QByteArray("\0a\0\n", 4), "utf-16be", u"a\n"_qs);
}

void TestTextDecoder::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QTEST(TextDecoder::text(bytes, encodingNamed(encoding).value()), "text");
}

void TestTextDecoder::decodesTheSameInPieces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    TextDecoder decoder(encodingNamed(encoding).value());
    for (int round = 0; round < 2; ++round) { // after finish() it begins anew
        QString text;
        for (const char byte : bytes)
            text += decoder.decode(QByteArrayView(&byte, 1));
        text += decoder.finish();
        QTEST(text, "text");
    }
}

void TestTextDecoder::takesAnyByte_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    for (const QString &name : encodingNames())
        QTest::newRow(qPrintable(name)) << encodingNamed(name).value();
}

void TestTextDecoder::takesAnyByte()
{
    QFETCH(TextEncoding, encoding);
    QByteArray all;
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second)
            all.append(char(first)).append(char(second));
    }
    for (const auto otherwise :
         {std::optional(TextEncoding::Gb18030), std::optional<TextEncoding>()}) {
        const QString text =
            TextDecoder::text(all, encoding, TextDecoder::Controls::Replace, otherwise);
        QVERIFY(text.size() >= all.size() / 4);
        QCOMPARE(QString::fromUtf8(text.toUtf8()), text);
        for (const QChar c : text)
            QVERIFY(c == u'\t' || c == u'\n' || c.category() != QChar::Other_Control);
    }
}

void TestTextDecoder::keepsControls()
{
    QCOMPARE(TextDecoder::text(QByteArray("\x1b[1m\r\n\0\xff", 8), TextEncoding::Utf8,
                               TextDecoder::Controls::Keep),
             u"\x1b[1m\r\n"_qs + QChar(u'\0') + QChar(QChar::ReplacementCharacter));
}

void TestTextDecoder::guessesLineByLine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8 stays") << QByteArray("备份\n完成") << u"备份\n完成"_qs;
    QTest::newRow("a line of each")
        << QByteArray("备份\nok \xb1\xb8\xb7\xdd!\n备份\n") << u"备份\nok 备份!\n备份\n"_qs;
    QTest::newRow("the end of the text") << QByteArray("\xb1\xb8\xb7\xdd") << u"备份"_qs;
    QTest::newRow("good in neither") << QByteArray("a\xff"
                                                   "b\n备")
                                     << u"a\ufffdb\n备"_qs;
}

void TestTextDecoder::guessesLineByLine()
{
    QFETCH(QByteArray, bytes);
    using Controls = TextDecoder::Controls;
    QTEST(TextDecoder::text(bytes, TextEncoding::Auto, Controls::Replace, TextEncoding::Gb18030),
          "text");
    TextDecoder decoder(TextEncoding::Auto, Controls::Replace, TextEncoding::Gb18030);
    QString text;
    for (const char byte : bytes)
        text += decoder.decode(QByteArrayView(&byte, 1));
    QTEST(text + decoder.finish(), "text");
}

void TestTextDecoder::showsAsciiAtOnce()
{
    TextDecoder decoder(TextEncoding::Auto, TextDecoder::Controls::Replace, TextEncoding::Gb18030);
    QCOMPARE(decoder.decode("10 % "), u"10 % "_qs);
    QCOMPARE(decoder.decode("\xb1\xb8"), QString());
    QCOMPARE(decoder.decode("\nnext"), u"备\nnext"_qs);
}

void TestTextDecoder::guessesNoLongerThanItHolds()
{
    TextDecoder decoder(TextEncoding::Auto, TextDecoder::Controls::Replace, TextEncoding::Gb18030);
    const QByteArray endless = QByteArray("\xb1\xb8").repeated(100'000);
    const QString text = decoder.decode(endless);
    QCOMPARE(text.size(), 100'000);
    QCOMPARE(text.count(u'备'), 100'000);
    QCOMPARE(decoder.decode("\n备"), u"\n"_qs);
    QCOMPARE(decoder.finish(), u"备"_qs);
}

QTEST_GUILESS_MAIN(TestTextDecoder)
#include "tst_textdecoder.moc"
