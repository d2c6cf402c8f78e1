// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/callexpression.h"

#include <QTest>

using namespace carillon;

class TestCallExpression : public QObject
{
    Q_OBJECT

private slots:
    void readsTheClass_data();
    void readsTheClass();
    void readsLiterals_data();
    void readsLiterals();
    void refuses_data();
    void refuses();
    void isEqualToTheSameText();
};

void TestCallExpression::readsTheClass_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("module");
    QTest::addColumn<QString>("name");
    QTest::newRow("kinit's example")
        << u"test.main.Test(\"kinit\", 1314, True)"_qs << u"test.main"_qs << u"Test"_qs;
    QTest::newRow("without brackets") << u"test.main.Test"_qs << u"test.main"_qs << u"Test"_qs;
    QTest::newRow("one dot") << u"a.B()"_qs << u"a"_qs << u"B"_qs;
    QTest::newRow("a dot in a text") << u"a.B(\"c.D\")"_qs << u"a"_qs << u"B"_qs;
    QTest::newRow("other letters") << u"任务.备份(1)"_qs << u"任务"_qs << u"备份"_qs;
    QTest::newRow("blanks behind") << u"a.B(1) "_qs << u"a"_qs << u"B"_qs;
    QTest::newRow("blanks and no brackets") << u"a.B "_qs << u"a"_qs << u"B"_qs;
}

void TestCallExpression::readsTheClass()
{
    QFETCH(QString, text);
    const auto call = CallExpression::parse(text);
    QVERIFY2(call, qPrintable(call ? QString() : call.error().message));
    QTEST(call->moduleName(), "module");
    QTEST(call->className(), "name");
    QCOMPARE(call->text(), text);
}

void TestCallExpression::readsLiterals_data()
{
    QTest::addColumn<QByteArray>("literals");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *literals, const char *json) {
        QTest::newRow(name) << QByteArray(literals) << QByteArray(json);
    };
    // As kinit reads them.
    row("none", "", "[]");
    row("kinit's example", R"("kinit", 1314, True)", R"(["kinit",1314,true])");
    row("a text with commas and brackets", R"("a, b) [c]")", R"(["a, b) [c]"])");
    row("a backslash", R"("C:\new\table")", R"(["C:\\new\\table"])");
    row("two backslashes", R"("\\server\x")", R"(["\\\\server\\x"])");
    row("a backslash before the end", R"("C:\jobs\", 1)", R"(["C:\\jobs\\",1])");
    row("a float", "3.25", "[3.25]");
    row("leading zeros", "007, 00.50", "[7,0.50]");
    row("an integer of any length", "123456789012345678901234567890",
        "[123456789012345678901234567890]");
    row("truth", "True, true, False, false", "[true,true,false,false]");
    row("no blanks", "1,2", "[1,2]");
    row("many blanks", "  1  ,\t2  ", "[1,2]");
    row("the other alphabet", "\"任务\"", "[\"任务\"]");
    // What kinit passes over or reads as something else.
    row("an empty text", R"("")", R"([""])");
    row("single quotes", "'x'", R"(["x"])");
    row("an empty text in single quotes", "''", R"([""])");
    row("a negative integer", "-5", "[-5]");
    row("a positive sign", "+5", "[5]");
    row("no digit before the point", ".5, -.5", "[0.5,-0.5]");
    row("an exponent", "1e5, 2.5E-3, -1e+2", "[1e5,2.5E-3,-1e+2]");
    row("None", "None, null", "[null,null]");
    row("escaped quotes", R"("say \"hi\", please")", R"(["say \"hi\", please"])");
    row("an escaped quote and a backslash before the end", R"("\"a\\")", R"(["\"a\\"])");
    row("escapes", R"('a\\b\'c\"d\n\r\t')", R"(["a\\b'c\"d\n\r\t"])");
    row("escaped characters", R"('\x41\u4efb\U0001F600')", "[\"A任\xf0\x9f\x98\x80\"]");
    row("other quotes within", R"('"', "'")", R"(["\"","'"])");
    // RuoYi's suffixes.
    row("long", "2000L, -1L", "[2000,-1]");
    row("double", "316.50D, 5D, 1e5D, -007D", "[316.50,5.0,1e5,-7.0]");
    row("RuoYi's example", "'ry', true, 2000L, 316.50D, 100", R"(["ry",true,2000,316.50,100])");
}

void TestCallExpression::readsLiterals()
{
    QFETCH(QByteArray, literals);
    const auto call = CallExpression::parse(u"m.C("_qs + QString::fromUtf8(literals) + u')');
    QVERIFY2(call, qPrintable(call ? QString() : call.error().message));
    QTEST(call->arguments(), "json");
}

void TestCallExpression::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *text, const QString &message) {
        QTest::newRow(name) << QString::fromUtf8(text) << message;
    };
    const QString value = u"Column %1: a text in quotes, a number, True, False or None is expected "
                          "here."_qs;
    const QString comma = u"Column %1: a comma or “)” is expected here."_qs;
    const QString word = u"Column %1: this word is not known; a text needs quotes, and True, False "
                         "and None are accepted."_qs;
    const QString name =
        u"Column %1: a Python name is expected here, as in package.module.Class(\"text\", 1)."_qs;
    const QString two = u"Column %1: a module and a class are expected, joined by a dot, as in "
                        "package.module.Class(\"text\", 1)."_qs;
    const QString escape = u"Column %1: this escape is not known; accepted: \\\\ \\' \\\" \\n \\r "
                           "\\t \\xHH \\uHHHH \\UHHHHHHHH."_qs;
    // The path.
    row("nothing", "", name.arg(1));
    row("a blank before", " a.B()", name.arg(1));
    row("no dot", "Test(1)", two.arg(5));
    row("no dot, no brackets", "Test", two.arg(5));
    row("a dot too many", "a..B()", name.arg(3));
    row("a dot at the end", "a.B.", name.arg(5));
    row("a digit first", "a.1B()", name.arg(3));
    row("a blank before the bracket", "a.B (1)", u"Column 4: “(” or the end is expected here."_qs);
    row("something behind the class", "a.B-1", u"Column 4: “(” or the end is expected here."_qs);
    // What kinit passes over or reads as something else.
    row("underscores in a number", "a.B(1_000)", comma.arg(6));
    row("letters and digits", "a.B(abc123)", word.arg(5));
    row("a word like True", "a.B(truex)", word.arg(5));
    row("a list", "a.B([1,2])", value.arg(5));
    row("an unclosed bracket", "a.B(1", comma.arg(6));
    row("an unclosed bracket at once", "a.B(", value.arg(5));
    row("text behind the bracket", "a.B(1) + 2",
        u"Column 8: nothing is accepted after the “)”."_qs);
    row("a second call", "a.B().c()", u"Column 6: nothing is accepted after the “)”."_qs);
    // Others.
    row("an unclosed text", "a.B(1, \"x)", u"Column 8: this text has no closing quote."_qs);
    row("an unclosed text in single quotes", "a.B('x)",
        u"Column 5: this text has no closing quote."_qs);
    row("no comma", "a.B(\"a\" 1)", comma.arg(9));
    row("only a comma", "a.B(,)", value.arg(5));
    row("two commas", "a.B(1,,2)", value.arg(7));
    row("a comma before the bracket", "a.B(1, )",
        u"Column 8: a value is expected after the comma."_qs);
    row("no digit behind the point", "a.B(5.)", comma.arg(6));
    row("no digit at all", "a.B(-)", value.arg(5));
    row("an exponent without digits", "a.B(1e)", comma.arg(6));
    row("a long with a point", "a.B(1.5L)", comma.arg(8));
    row("another suffix", "a.B(1F)", comma.arg(6));
    row("a keyword argument", "a.B(x=1)", word.arg(5));
    row("digits of another script", "a.B(٣)", value.arg(5));
    row("an unknown escape", "a.B('\\d')", escape.arg(6));
    row("an escape cut short", "a.B('\\x4')", escape.arg(6));
    row("an escape with a sign", "a.B('\\u+041')", escape.arg(6));
    row("half a character", "a.B('\\ud83d')", escape.arg(6));
    row("beyond all characters", "a.B('\\U00110000')", escape.arg(6));
}

void TestCallExpression::refuses()
{
    QFETCH(QString, text);
    const auto call = CallExpression::parse(text);
    QVERIFY2(!call, qPrintable(call ? QString::fromUtf8(call->arguments()) : QString()));
    QCOMPARE(call.error().code, ErrorCode::InvalidInput);
    QCOMPARE(call.error().field, u"func"_qs);
    QTEST(call.error().message, "message");
}

void TestCallExpression::isEqualToTheSameText()
{
    const auto parsed = [](const char *text) {
        return CallExpression::parse(QString::fromUtf8(text)).value();
    };
    QVERIFY(parsed("a.B(1)") == parsed("a.B(1)"));
    QVERIFY(!(parsed("a.B(1)") == parsed("a.B(2)")));
}

QTEST_GUILESS_MAIN(TestCallExpression)
#include "tst_callexpression.moc"
