// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"

#include <QTest>

using namespace carillon;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void namesTheFirstMistake_data();
    void namesTheFirstMistake();
    void readsWhatIsThere();
    void saysWhereADocumentBreaks_data();
    void saysWhereADocumentBreaks();
    void writesScalars();
};

void TestJson::namesTheFirstMistake_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown key")
        << QByteArray(R"({"name": "a", "colour": 1})") << u"colour"_qs
        << u"“colour” is not known here; accepted: name, on, count, kind, tags."_qs;
    QTest::newRow("unknown key of two lines")
        << QByteArray(R"({"na\nme": 1})") << u"na\nme"_qs
        << u"“na\ufffdme” is not known here; accepted: name, on, count, kind, tags."_qs;
    QTest::newRow("text expected")
        << QByteArray(R"({"name": 5})") << u"name"_qs << u"“name” must be text."_qs;
    QTest::newRow("NUL") << QByteArray(R"({"name": "a\u0000b"})") << u"name"_qs
                         << u"“name” contains a NUL character."_qs;
    QTest::newRow("truth expected")
        << QByteArray(R"({"on": "yes"})") << u"on"_qs << u"“on” must be true or false."_qs;
    QTest::newRow("fraction") << QByteArray(R"({"count": 1.5})") << u"count"_qs
                              << u"“count” must be a whole number from 1 to 9."_qs;
    QTest::newRow("too large") << QByteArray(R"({"count": 10})") << u"count"_qs
                               << u"“count” must be a whole number from 1 to 9."_qs;
    QTest::newRow("number as text") << QByteArray(R"({"count": "3"})") << u"count"_qs
                                    << u"“count” must be a whole number from 1 to 9."_qs;
    QTest::newRow("unknown word") << QByteArray(R"({"kind": "c"})") << u"kind"_qs
                                  << u"“kind” must be one of: a, b."_qs;
    QTest::newRow("mixed array") << QByteArray(R"({"tags": ["x", 1]})") << u"tags"_qs
                                 << u"“tags” must be an array of texts."_qs;
    QTest::newRow("the first of two")
        << QByteArray(R"({"name": 1, "on": 2})") << u"name"_qs << u"“name” must be text."_qs;
    QTest::newRow("null is left out")
        << QByteArray(R"({"name": null, "count": null})") << QString() << QString();
}

void TestJson::namesTheFirstMistake()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, field);
    QFETCH(QString, message);
    const auto document = parseJson(object);
    QVERIFY(document);
    JsonFields fields(document->toObject());
    fields.text("name");
    fields.flag("on", false);
    fields.integer("count", 1, 9);
    fields.word("kind", {u"a"_qs, u"b"_qs});
    fields.texts("tags");
    const auto read = fields.finish();
    QCOMPARE(read.has_value(), message.isEmpty());
    if (!read) {
        QCOMPARE(read.error().message, message);
        QCOMPARE(read.error().field, field);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    }
}

void TestJson::readsWhatIsThere()
{
    const auto document = parseJson(
        R"({"name": "Bäckup", "on": true, "count": 9007199254740993, "tags": ["x"], "more": 1})");
    QVERIFY(document);
    JsonFields fields(document->toObject());
    QCOMPARE(fields.text("name"), u"Bäckup"_qs);
    QCOMPARE(fields.flag("on", false), true);
    QCOMPARE(fields.integer("count", 0, std::numeric_limits<qint64>::max()), 9007199254740993);
    QCOMPARE(fields.texts("tags"), QStringList{u"x"_qs});
    QVERIFY(!fields.finish());
    QCOMPARE(fields.rest().keys(), QStringList{u"more"_qs});
    QVERIFY(fields.finish());
}

void TestJson::saysWhereADocumentBreaks_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("place");
    QTest::newRow("second line") << QByteArray("{\"a\": 1,\n  b}") << u"line 2, column 4"_qs;
    QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_qs;
}

void TestJson::saysWhereADocumentBreaks()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, place);
    const auto parsed = parseJson(document);
    QVERIFY(!parsed);
    QVERIFY2(parsed.error().message.contains(place), qPrintable(parsed.error().message));
}

void TestJson::writesScalars()
{
    QCOMPARE(toJsonText(QJsonValue(u"ok"_qs)), u"\"ok\""_qs);
    QCOMPARE(toJsonText(QJsonValue(3)), u"3"_qs);
    QCOMPARE(toJsonText(QJsonValue(QJsonValue::Null)), u"null"_qs);
    QCOMPARE(toJsonText(QJsonValue(QJsonArray{1, u"a"_qs})), u"[1,\"a\"]"_qs);
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
