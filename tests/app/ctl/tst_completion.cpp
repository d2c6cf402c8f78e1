// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/completion.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace carillon;
using namespace carillon::ctl;

namespace {

std::vector<CommandSpec> commandsToComplete()
{
    return {
        {.words = {u"jobs"_qs, u"list"_qs}, .summary = u"list the jobs"_qs},
        {.words = {u"jobs"_qs, u"show"_qs},
         .summary = u"show a job"_qs,
         .arguments = {{.name = u"JOB"_qs, .help = {}, .offer = Offer::Jobs}}},
        {.words = {u"next"_qs},
         .summary = u"say when"_qs,
         .arguments = {{.name = u"EXPR"_qs, .help = {}}},
         .options = {{.name = u"dialect"_qs,
                      .help = u"Which."_qs,
                      .value = u"NAME"_qs,
                      .letter = u'd',
                      .accepted = {u"crontab"_qs, u"quartz"_qs}}}},
        {.words = {u"import"_qs},
         .summary = u"add jobs"_qs,
         .arguments = {{.name = u"FILE"_qs,
                        .help = {},
                        .need = ArgumentSpec::Need::Any,
                        .offer = Offer::Files}}},
        {.words = {u"shell"_qs},
         .summary = u"a shell"_qs,
         .arguments = {{.name = u"SHELL"_qs, .help = {}, .accepted = {u"bash"_qs, u"zsh"_qs}}}},
        {.words = {u"__hidden"_qs}, .summary = {}},
    };
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void completes_data();
    void completes();
    void explainsWhatItOffers();
    void scriptsAreAccepted_data();
    void scriptsAreAccepted();
};

void TestCompletion::completes_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("candidates");
    QTest::addColumn<int>("offer");
    const auto row = [](const char *name, const QStringList &words, const QString &candidates,
                        Offer offer = Offer::Nothing) {
        QTest::newRow(name) << words << candidates << int(offer);
    };
    const QString empty = u""_qs;
    row("commands", {empty}, u"jobs next import shell"_qs);
    row("no word at all", {}, u"jobs next import shell"_qs);
    row("begun command", {u"ne"_qs}, u"next"_qs);
    row("second word", {u"jobs"_qs, empty}, u"list show"_qs);
    row("begun second word", {u"jobs"_qs, u"sh"_qs}, u"show"_qs);
    row("job", {u"jobs"_qs, u"show"_qs, empty}, {}, Offer::Jobs);
    row("one job is enough", {u"jobs"_qs, u"show"_qs, u"a"_qs, empty}, {});
    row("files, again and again", {u"import"_qs, u"a"_qs, u"b"_qs, empty}, {}, Offer::Files);
    row("argument from a list", {u"shell"_qs, u"z"_qs}, u"zsh"_qs);
    row("options", {u"next"_qs, u"--d"_qs}, u"--dialect"_qs);
    row("all options", {u"jobs"_qs, u"list"_qs, u"--"_qs},
        u"--profile --json --color --help --version"_qs);
    row("value", {u"next"_qs, u"--dialect"_qs, u"q"_qs}, u"quartz"_qs);
    row("value of a letter", {u"next"_qs, u"-d"_qs, u"c"_qs}, u"crontab"_qs);
    row("value after equals", {u"next"_qs, u"--dialect=q"_qs}, u"--dialect=quartz"_qs);
    row("value as bash cuts it", {u"next"_qs, u"--dialect"_qs, u"="_qs, u"q"_qs}, u"quartz"_qs);
    row("after a value", {u"--profile"_qs, u"p"_qs, u"ne"_qs}, u"next"_qs);
    row("value of a common option", {u"--profile"_qs, empty}, {}, Offer::Folders);
    row("after dashes", {u"shell"_qs, u"--"_qs, u"b"_qs}, u"bash"_qs);
    row("help", {u"help"_qs, u"jobs"_qs, u"l"_qs}, u"list"_qs);
    row("unknown command", {u"dance"_qs, empty}, {});
}

void TestCompletion::completes()
{
    QFETCH(QStringList, words);
    QFETCH(QString, candidates);
    QFETCH(int, offer);
    const auto commands = commandsToComplete();
    const Completions found = completionsOf(commands, words);
    QStringList given;
    for (const auto &candidate : found.candidates)
        given += candidate.word;
    QCOMPARE(given.join(u' '), candidates);
    QCOMPARE(int(found.offer), offer);
}

void TestCompletion::explainsWhatItOffers()
{
    const auto commands = commandsToComplete();
    const Completions found = completionsOf(commands, {u"jobs"_qs, u"l"_qs});
    QCOMPARE(found.candidates, (QList<Completions::Candidate>{{u"list"_qs, u"list the jobs"_qs}}));
}

void TestCompletion::scriptsAreAccepted_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("option");
    QTest::newRow("bash") << u"bash"_qs << u"-n"_qs;
    QTest::newRow("zsh") << u"zsh"_qs << u"-n"_qs;
    QTest::newRow("fish") << u"fish"_qs << u"--no-execute"_qs;
}

void TestCompletion::scriptsAreAccepted()
{
    QFETCH(QString, shell);
    QFETCH(QString, option);
    const QString script = completionScript(shell);
    QVERIFY(script.contains(u"carillonctl __complete"));
    if (QStandardPaths::findExecutable(shell).isEmpty())
        QSKIP("this shell is not here");
    QProcess process;
    process.start(shell, {option, u"/dev/stdin"_qs});
    process.write(script.toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
