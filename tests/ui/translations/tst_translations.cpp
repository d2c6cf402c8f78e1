// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/statetext.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QStringList translations; ///< one, or one per plural form
    QString type;
};

/// The messages of a file; a relative path starts at `translations/`.
std::vector<Message> messagesOf(const QString &path)
{
    QFile file(QDir(u"" CARILLON_TRANSLATIONS ""_s).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    while (xml.readNext() != QXmlStreamReader::Invalid && !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message")
            messages.emplace_back();
        else if (xml.name() == u"source")
            messages.back().source = xml.readElementText();
        else if (xml.name() == u"numerusform")
            messages.back().translations << xml.readElementText();
        else if (xml.name() == u"translation") {
            messages.back().type = xml.attributes().value(u"type"_s).toString();
            xml.readNext();
            if (xml.isCharacters() && !xml.isWhitespace())
                messages.back().translations << xml.text().toString();
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(n|L?[0-9]+)"_s);
    QStringList found;
    auto match = pattern.globalMatch(text);
    while (match.hasNext())
        found << match.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextOfTheSourcesIsThere();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void chineseKeepsPlaceholders();
    void chineseKeepsToTheGlossary();
    void languageSwitchesAtOnce();
};

/// Otherwise: build the target `update_translations` and translate what is new.
void TestTranslations::everyTextOfTheSourcesIsThere()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"carillon_zh_CN.ts"_s);
    QVERIFY(QFile::copy(u"" CARILLON_TRANSLATIONS "/carillon_zh_CN.ts"_s, copy));
    QStringList arguments{u"-I"_s, u"."_s};
    arguments << u"core"_s << u"ui"_s << u"app"_s << u"-locations"_s << u"none"_s
              << u"-no-obsolete"_s << u"-ts"_s << copy;
    QProcess lupdate;
    lupdate.setWorkingDirectory(u"" CARILLON_TRANSLATIONS "/.."_s);
    lupdate.start(u"" CARILLON_LUPDATE ""_s, arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    for (const Message &message : messagesOf(copy))
        QVERIFY2(message.type != u"unfinished", qPrintable(message.source));
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("forms");
    QTest::newRow("Chinese") << u"carillon_zh_CN.ts"_s << 1;
    QTest::newRow("English plurals") << u"carillon_en.ts"_s << 2;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, file);
    QFETCH(int, forms);
    const std::vector<Message> messages = messagesOf(file);
    QVERIFY(!messages.empty());
    for (const Message &message : messages) {
        QVERIFY2(message.type.isEmpty(), qPrintable(message.source));
        QVERIFY2(message.translations.size() == forms, qPrintable(message.source));
        for (const QString &translation : message.translations)
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
    }
}

void TestTranslations::chineseKeepsPlaceholders()
{
    for (const Message &message : messagesOf(u"carillon_zh_CN.ts"_s)) {
        const QStringList found = placeholders(message.translations.value(0));
        QVERIFY2(found == placeholders(message.source), qPrintable(message.source));
    }
}

void TestTranslations::chineseKeepsToTheGlossary()
{
    for (const Message &message : messagesOf(u"carillon_zh_CN.ts"_s)) {
        for (const QString &wrong : {u"作业"_s, u"您"_s, u"运行"_s})
            QVERIFY2(!message.translations.value(0).contains(wrong), qPrintable(message.source));
    }
}

void TestTranslations::languageSwitchesAtOnce()
{
    applyLanguage(u"zh_CN"_s);
    QCOMPARE(stateText(RunState::Success), u"成功"_s);
    QCOMPARE(QLocale().name(), u"zh_CN"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
    applyLanguage(u"en"_s);
    QCOMPARE(stateText(RunState::Success), u"Success"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
