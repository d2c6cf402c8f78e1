// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/invocation.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ctl;

namespace {

std::vector<CommandSpec> sampleCommands()
{
    using Need = ArgumentSpec::Need;
    const OptionSpec limit{.name = u"limit"_qs,
                           .help = u"At most."_qs,
                           .value = u"N"_qs,
                           .letter = u'n',
                           .least = 1,
                           .most = 100};
    const OptionSpec follow{.name = u"follow"_qs, .help = u"Go on."_qs, .letter = u'f'};
    const OptionSpec style{.name = u"style"_qs,
                           .help = u"How."_qs,
                           .value = u"STYLE"_qs,
                           .letter = u's',
                           .accepted = {u"long"_qs, u"short"_qs}};
    return {
        {.words = {u"jobs"_qs, u"list"_qs}, .summary = u"list"_qs, .options = {limit}},
        {.words = {u"jobs"_qs, u"show"_qs},
         .summary = u"show"_qs,
         .arguments = {{.name = u"JOB"_qs, .help = {}}},
         .options = {style}},
        {.words = {u"jobs"_qs, u"remove"_qs},
         .summary = u"remove"_qs,
         .arguments = {{.name = u"JOB"_qs, .help = {}, .need = Need::OneOrMore}}},
        {.words = {u"logs"_qs},
         .summary = u"logs"_qs,
         .arguments = {{.name = u"RUN"_qs, .help = {}, .isNumber = true}},
         .options = {follow, limit}},
        {.words = {u"shell"_qs},
         .summary = u"shell"_qs,
         .arguments = {{.name = u"SHELL"_qs,
                        .help = {},
                        .need = Need::Optional,
                        .accepted = {u"bash"_qs, u"zsh"_qs}}}},
        {.words = {u"__hidden"_qs},
         .summary = {},
         .arguments = {{.name = u"WORD"_qs, .help = {}, .need = Need::Any}}},
    };
}

QStringList split(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestInvocation : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsNumbers();
};

void TestInvocation::reads_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("options"); // name=value, sorted by name

    QTest::newRow("command") << u"jobs list"_qs << u"jobs list"_qs << QString() << QString();
    QTest::newRow("argument") << u"jobs show a"_qs << u"jobs show"_qs << u"a"_qs << QString();
    QTest::newRow("arguments") << u"jobs remove a b c"_qs << u"jobs remove"_qs << u"a b c"_qs
                               << QString();
    QTest::newRow("option after") << u"jobs list --limit 5"_qs << u"jobs list"_qs << QString()
                                  << u"limit=5"_qs;
    QTest::newRow("equals") << u"jobs list --limit=5"_qs << u"jobs list"_qs << QString()
                            << u"limit=5"_qs;
    QTest::newRow("letter") << u"jobs list -n 5"_qs << u"jobs list"_qs << QString()
                            << u"limit=5"_qs;
    QTest::newRow("letter with value")
        << u"jobs list -n5"_qs << u"jobs list"_qs << QString() << u"limit=5"_qs;
    QTest::newRow("letters together")
        << u"logs -fn5 17"_qs << u"logs"_qs << u"17"_qs << u"follow= limit=5"_qs;
    QTest::newRow("common before")
        << u"--profile /p jobs list"_qs << u"jobs list"_qs << QString() << u"profile=/p"_qs;
    QTest::newRow("common between")
        << u"jobs --json list"_qs << u"jobs list"_qs << QString() << u"json="_qs;
    QTest::newRow("between arguments")
        << u"jobs remove a --json b"_qs << u"jobs remove"_qs << u"a b"_qs << u"json="_qs;
    QTest::newRow("last one counts")
        << u"jobs list --limit 5 --limit 6"_qs << u"jobs list"_qs << QString() << u"limit=6"_qs;
    QTest::newRow("value that looks like an option")
        << u"--profile --json jobs list"_qs << u"jobs list"_qs << QString() << u"profile=--json"_qs;
    QTest::newRow("after dashes") << u"jobs show -- --json"_qs << u"jobs show"_qs << u"--json"_qs
                                  << QString();
    QTest::newRow("a dash is an argument")
        << u"jobs show -"_qs << u"jobs show"_qs << u"-"_qs << QString();
    QTest::newRow("optional left out") << u"shell"_qs << u"shell"_qs << QString() << QString();
    QTest::newRow("any number") << u"__hidden -- jobs --json"_qs << u"__hidden"_qs
                                << u"jobs --json"_qs << QString();
    QTest::newRow("help of all") << u"--help"_qs << QString() << QString() << u"help="_qs;
    QTest::newRow("help of a group") << u"jobs --help"_qs << u"jobs"_qs << QString() << u"help="_qs;
    QTest::newRow("help of a command")
        << u"jobs show -h"_qs << u"jobs show"_qs << QString() << u"help="_qs;
    QTest::newRow("help first") << u"help jobs show"_qs << u"jobs show"_qs << QString()
                                << u"help="_qs;
    QTest::newRow("version") << u"--version"_qs << QString() << QString() << u"version="_qs;
}

void TestInvocation::reads()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    QFETCH(QString, arguments);
    QFETCH(QString, options);
    const auto commands = sampleCommands();
    const auto invocation = parseInvocation(commands, split(line));
    QVERIFY2(invocation, invocation ? "" : qPrintable(invocation.error().message));
    QCOMPARE(invocation->words.join(u' '), words);
    QCOMPARE(invocation->arguments.join(u' '), arguments);
    QStringList given;
    for (auto it = invocation->options.begin(); it != invocation->options.end(); ++it)
        given += it.key() + u'=' + invocation->value(it.key());
    QCOMPARE(given.join(u' '), options);
}

void TestInvocation::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("message");

    QTest::newRow("nothing") << QString()
                             << u"A command is missing. One of these is accepted: jobs, logs, "
                                u"shell."_qs;
    QTest::newRow("unknown command")
        << u"dance"_qs
        << u"“dance” is not a command. One of these is accepted: jobs, logs, shell."_qs;
    QTest::newRow("mistyped command") << u"job"_qs << u"Did you mean “jobs”?"_qs;
    QTest::newRow("half a command")
        << u"jobs"_qs << u"“jobs” needs one of these after it: list, show, remove."_qs;
    QTest::newRow("unknown second word")
        << u"jobs shw"_qs
        << u"“jobs shw” is not a command. Did you mean “show”? One of these is accepted: list, "
           u"show, remove."_qs;
    QTest::newRow("argument missing") << u"jobs show"_qs << u"JOB is missing."_qs;
    QTest::newRow("one argument missing of many") << u"jobs remove"_qs << u"JOB is missing."_qs;
    QTest::newRow("too many") << u"jobs show a b"_qs
                              << u"“b” is one argument too many. Accepted: jobs show"_qs;
    QTest::newRow("none taken") << u"jobs list a"_qs << u"“a”: “jobs list” takes no arguments."_qs;
    QTest::newRow("no number") << u"logs seven"_qs
                               << u"“seven” is not accepted as RUN: a number is"_qs;
    QTest::newRow("not above 0") << u"logs 0"_qs << u"“0” is not accepted as RUN"_qs;
    QTest::newRow("not in the list") << u"shell tcsh"_qs
                                     << u"“tcsh” is not accepted as SHELL. One of these is: bash, "
                                        u"zsh."_qs;
    QTest::newRow("unknown option")
        << u"jobs list --limt 5"_qs
        << u"--limt is not an option of “jobs list”. Did you mean "
           u"“--limit”? One of these is accepted: --limit, --profile"_qs;
    QTest::newRow("unknown letter") << u"logs -fx 1"_qs << u"-x is not an option of “logs”."_qs;
    QTest::newRow("option of another command")
        << u"jobs show a --limit 5"_qs << u"--limit is not an option of “jobs show”."_qs;
    QTest::newRow("too early") << u"--limit 5 jobs list"_qs
                               << u"--limit is not an option here. Before the command one of these "
                                  u"is accepted: --profile"_qs;
    QTest::newRow("value missing") << u"jobs list --limit"_qs << u"--limit needs a value: N."_qs;
    QTest::newRow("value for a flag")
        << u"logs 1 --follow=yes"_qs << u"--follow takes no value."_qs;
    QTest::newRow("number out of range")
        << u"jobs list --limit 101"_qs << u"--limit: a number from 1 to 100 is accepted."_qs;
    QTest::newRow("not a number") << u"jobs list --limit x"_qs
                                  << u"--limit: a number from 1 to 100 is accepted."_qs;
    QTest::newRow("not one of the words")
        << u"jobs show a --style wide"_qs
        << u"--style: “wide” is not known; one of long, short is accepted."_qs;
}

void TestInvocation::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, message);
    const auto commands = sampleCommands();
    const auto invocation = parseInvocation(commands, split(line));
    QVERIFY(!invocation);
    QVERIFY2(invocation.error().message.contains(message), qPrintable(invocation.error().message));
    QCOMPARE(int(invocation.error().code), int(ErrorCode::InvalidInput));
}

void TestInvocation::readsNumbers()
{
    const auto commands = sampleCommands();
    const auto invocation = parseInvocation(commands, {u"jobs"_qs, u"list"_qs, u"-n"_qs, u"7"_qs});
    QVERIFY(invocation);
    QCOMPARE(invocation->number(u"limit"_qs, 20), 7);
    QCOMPARE(invocation->number(u"other"_qs, 20), 20);
    const auto twice =
        parseInvocation(commands, {u"jobs"_qs, u"list"_qs, u"-n7"_qs, u"--limit=8"_qs});
    QVERIFY(twice);
    QCOMPARE(twice->values(u"limit"_qs), (QStringList{u"7"_qs, u"8"_qs}));
}

QTEST_GUILESS_MAIN(TestInvocation)
#include "tst_invocation.moc"
