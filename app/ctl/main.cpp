// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupprocess.h"
#include "app/ctl/commands.h"
#include "core/util/coretext.h"

#include <QCoreApplication>
#include <QTextStream>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;

namespace {

ExitCode run(const CommandLine &line)
{
    const QString command = line.words.value(0);
    const QString object = line.words.value(1);
    const auto count = line.words.size();
    if (command == u"serve" && count == 1)
        return ctl::serve(line);
    if (command == u"import" && count == 2)
        return ctl::import(line);
    if (command == u"jobs" && object == u"list" && count == 2)
        return ctl::listJobs(line);
    if (command == u"runs" && object == u"list" && count == 2)
        return ctl::listRuns(line);
    if (command == u"logs" && count == 2)
        return ctl::printLog(line);
    return ctl::failUsage(command.isEmpty()
                              ? CoreText::tr("A command is missing.")
                              : CoreText::tr("“%1” is not a command.").arg(line.words.join(u' ')));
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

    const auto line = parseCommandLine(Program::Console, QCoreApplication::arguments());
    if (!line)
        return int(ctl::failUsage(line.error().message));
    QTextStream out(stdout);
    if (line->showsHelp) {
        out << helpText(Program::Console);
        return 0;
    }
    if (line->showsVersion) {
        out << u"carillonctl "_qs << QCoreApplication::applicationVersion() << Qt::endl;
        return 0;
    }
    return int(run(*line));
}
