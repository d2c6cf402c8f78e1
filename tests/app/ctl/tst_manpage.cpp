// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/help.h"
#include "app/ctl/invocation.h"
#include "app/ctl/manpage.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace carillon;
using namespace carillon::ctl;

/// What the program says of all its commands, in whichever form.
class TestManPage : public QObject
{
    Q_OBJECT

private slots:
    void everyCommandIsThere();
    void escapesSigns();
    void isGoodRoff();
    void everyCommandIsComplete_data();
    void everyCommandIsComplete();
    void everyExampleIsAccepted();
};

void TestManPage::everyCommandIsThere()
{
    const QString page = manPage(allCommands(), u"1.2.3"_qs);
    const QString help = helpText(allCommands(), {}, {});
    QVERIFY(page.startsWith(u".TH CARILLONCTL 1 \"\" \"Carillon 1.2.3\"\n"));
    for (const CommandSpec &command : allCommands()) {
        const bool isHidden = command.words.front().startsWith(u'_');
        QCOMPARE(page.contains(u".SS "_qs + command.name() + u' '), !isHidden);
        QCOMPARE(help.contains(u"  "_qs + command.name() + u' '), !isHidden);
    }
}

void TestManPage::escapesSigns()
{
    const std::vector<CommandSpec> commands{
        {.words = {u"try"_qs}, .summary = u"try -x"_qs, .description = u".hidden 'a\\b' ~^"_qs}};
    const QString page = manPage(commands, u"1"_qs);
    QVERIFY2(page.contains(u"Try \\-x."), qPrintable(page));
    QVERIFY2(page.contains(u"\n\\&.hidden \\(aqa\\eb\\(aq \\(ti\\(ha\n"), qPrintable(page));
}

void TestManPage::isGoodRoff()
{
    if (QStandardPaths::findExecutable(u"groff"_qs).isEmpty())
        QSKIP("groff is not here");
    QProcess groff;
    groff.start(u"groff"_qs, {u"-ww"_qs, u"-man"_qs, u"-Kutf8"_qs, u"-Tutf8"_qs});
    groff.write(manPage(allCommands(), u"1"_qs).toUtf8());
    groff.closeWriteChannel();
    QVERIFY(groff.waitForFinished());
    QCOMPARE(QString::fromUtf8(groff.readAllStandardError()), QString());
    QVERIFY(groff.readAllStandardOutput().contains("carillonctl"));
}

void TestManPage::everyCommandIsComplete_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < allCommands().size(); ++i)
        QTest::newRow(qPrintable(allCommands()[i].name())) << int(i);
}

void TestManPage::everyCommandIsComplete()
{
    QFETCH(int, index);
    const CommandSpec &command = allCommands()[std::size_t(index)];
    QVERIFY(command.run);
    QVERIFY(!command.summary.isEmpty());
    QVERIFY(!command.summary.endsWith(u'.'));
    if (command.words.front().startsWith(u'_'))
        return;
    QStringList names;
    for (const OptionSpec &option : command.options + commonOptions()) {
        QVERIFY2(option.help.endsWith(u'.'), qPrintable(option.name));
        QVERIFY2(!names.contains(option.name), qPrintable(option.name));
        names += option.name;
        if (!option.letter.isNull()) {
            QVERIFY2(!names.contains(QString(option.letter)), qPrintable(option.name));
            names += QString(option.letter);
        }
    }
    for (const ArgumentSpec &argument : command.arguments)
        QVERIFY2(argument.help.endsWith(u'.'), qPrintable(argument.name));
}

void TestManPage::everyExampleIsAccepted()
{
    for (const CommandSpec &command : allCommands()) {
        for (const ExampleSpec &example : command.examples) {
            const QString line = example.line.section(u" > "_qs, 0, 0).section(u" | "_qs, 0, 0);
            const auto read = parseInvocation(allCommands(), QProcess::splitCommand(line));
            QVERIFY2(read, qPrintable(line + (read ? QString() : read.error().message)));
            QCOMPARE(read->words, command.words);
        }
    }
}

QTEST_GUILESS_MAIN(TestManPage)
#include "tst_manpage.moc"
