// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupprocess.h"
#include "app/ctl/commands.h"
#include "app/ctl/help.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "core/util/language.h"
#include "core/util/largepages.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;
using namespace carillon::ctl;

namespace {

ExitCode run(const Invocation &invocation, Output &output)
{
    const auto &commands = allCommands();
    if (invocation.has(u"version"_qs)) {
        const QString version = QCoreApplication::applicationVersion();
        output.printText(u"version"_qs,
                         output.isJson() ? version : u"carillonctl "_qs + version + u'\n');
        return ExitCode::Ended;
    }
    if (invocation.has(u"help"_qs)) {
        output.printText(u"help"_qs, helpText(commands, invocation.words, output.terminal()));
        return ExitCode::Ended;
    }
    const auto command =
        std::find_if(commands.begin(), commands.end(), [&invocation](const CommandSpec &each) {
            return each.words == invocation.words;
        });
    const auto ended = command->run(invocation, output);
    return ended ? *ended : output.fail(ended.error());
}

} // namespace

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    ::umask(0077); // what a job manager keeps is its owner's alone
#endif
    if (const auto backedUp = backUpAsAsked(argc, argv))
        return *backedUp;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"carillonctl"_qs);
    QCoreApplication::setApplicationVersion(QStringLiteral(CARILLON_VERSION));
    applyLanguage({});

    QFile answers;
    QFile remarks;
    if (!answers.open(stdout, QIODevice::WriteOnly) ||
        !remarks.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return int(ExitCode::NoAccess);
    const QStringList words = QCoreApplication::arguments().mid(1);
    const auto invocation = parseInvocation(allCommands(), words);
    if (invocation && invocation->words == QStringList(u"serve"_qs))
        takeLargePages(argv);
    const bool isJson = invocation ? invocation->has(u"json"_qs) : words.contains(u"--json");
    Output output(answers, remarks,
                  Terminal::ofStdout(invocation ? invocation->value(u"color"_qs) : QString()),
                  isJson);
    const ExitCode ended =
        invocation ? run(*invocation, output) : output.failUsage(invocation.error());
    if (ended == ExitCode::Ended && output.writeError())
        return int(output.fail(*output.writeError()));
    return int(ended);
}
