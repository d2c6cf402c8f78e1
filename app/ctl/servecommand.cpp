// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/engine.h"
#include "app/terminationsignals.h"
#include "core/settings/settingsfile.h"
#include "core/util/logging.h"

#include <QCoreApplication>
#include <QTextStream>

namespace carillon::ctl {

ExitCode serve(const CommandLine &line)
{
    const Profile profile(line.profile);
    if (const auto prepared = profile.prepare(); !prepared)
        return fail(prepared.error());
    log::setUp(profile.logFile(), line.logLevel);

    const SystemClock clock;
    Settings settings = loadSettings(profile.settingsFile());
    if (const auto applied = applyApiArguments(line.api, settings.api); !applied)
        return fail(applied.error());
    Engine engine(clock, {profile, settings, line.jobsFile});
    auto ending = ExitCode::Ended;
    bool stops = false;
    engine.start().then(QCoreApplication::instance(), [&](const Result<> &started) {
        if (!started) {
            if (!stops)
                ending = fail(started.error());
            QCoreApplication::quit();
            return;
        }
        const auto imported = engine.imported();
        // One line for whoever waits for it, in the manner of sd_notify.
        QTextStream out(stdout);
        out << u"READY=1 profile="_qs << profile.folder() << u" added="_qs << imported.added
            << u" replaced="_qs << imported.replaced << u" kept="_qs << imported.kept;
        if (const QString url = engine.apiUrl(); !url.isEmpty())
            out << u" api="_qs << url;
        out << Qt::endl;
    });
    onTerminationSignal([&engine, &stops] {
        if (std::exchange(stops, true)) {
            engine.hurry();
            return;
        }
        engine.stop().then(QCoreApplication::instance(), [] { QCoreApplication::quit(); });
    });
    QCoreApplication::exec();
    return ending;
}

} // namespace carillon::ctl
