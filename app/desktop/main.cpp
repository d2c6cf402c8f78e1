// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupprocess.h"
#include "app/desktop/desktop.h"
#include "app/terminationsignals.h"
#include "core/util/logging.h"
#include "ui/theme/symbols.h"

#include <QApplication>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace carillon;

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    ::umask(0077); // what a job manager keeps is its owner's alone
#endif
    if (const auto backedUp = backUpAsAsked(argc, argv))
        return *backedUp;
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"carillon"_qs);
    QApplication::setApplicationDisplayName(u"Carillon"_qs);
    QApplication::setApplicationVersion(QStringLiteral(CARILLON_VERSION));
    QApplication::setDesktopFileName(u"carillon"_qs);
    QApplication::setWindowIcon(ui::symbol(u"carillon"_qs));

    const auto line = parseCommandLine(QApplication::arguments());
    if (!line) {
        std::fprintf(stderr, "carillon: %s\n", qPrintable(line.error().message));
        return int(ExitCode::Usage);
    }
    if (line->showsHelp || line->showsVersion) {
        const QString text = line->showsHelp
                                 ? helpText()
                                 : u"carillon %1\n"_qs.arg(QApplication::applicationVersion());
        std::fputs(qPrintable(text), stdout);
        return 0;
    }

    ApiSettings api;
    if (const auto applied = applyApiArguments(line->api, api); !applied) {
        std::fprintf(stderr, "carillon: %s\n", qPrintable(applied.error().message));
        return int(exitCodeFor(applied.error().code));
    }
    log::setUp(Profile(line->profile).logFile(), line->logLevel);
    const SystemClock clock;
    Desktop desktop(clock, *line);
    onTerminationSignal([&desktop] { desktop.quit(); });
    desktop.start();
    QApplication::exec();
    return int(desktop.ending());
}
