// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/engine.h"
#include "app/terminationsignals.h"
#include "core/settings/settingsfile.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace carillon::ctl {

namespace {

/// One line for whoever waits for it, in the manner of sd_notify.
void tellReady(const Engine &engine, const Profile &profile, Output &output)
{
    const auto imported = engine.imported();
    if (output.isJson()) {
        output.printJson(QJsonObject{{u"ready"_qs, true},
                                     {u"profile"_qs, profile.folder()},
                                     {u"added"_qs, imported.added},
                                     {u"replaced"_qs, imported.replaced},
                                     {u"kept"_qs, imported.kept},
                                     {u"api"_qs, engine.apiUrl()}});
        return;
    }
    QString line = u"READY=1 profile="_qs + profile.folder() +
                   u" added=%1 replaced=%2 kept=%3"_qs.arg(imported.added)
                       .arg(imported.replaced)
                       .arg(imported.kept);
    if (const QString url = engine.apiUrl(); !url.isEmpty())
        line += u" api="_qs + url;
    output.printLine(line);
}

Result<ExitCode> serve(const CommandLine &line, Output &output)
{
    const Profile profile(line.profile);
    if (const auto prepared = profile.prepare(); !prepared)
        return prepared.error();
    log::setUp(profile.logFile(), line.logLevel);

    const SystemClock clock;
    Settings settings = loadSettings(profile.settingsFile());
    if (const auto applied = applyApiArguments(line.api, settings.api); !applied)
        return applied.error();
    applyRedisArguments(line.redis, settings);
    Engine engine(clock, {.profile = profile,
                          .settings = settings,
                          .jobsFile = line.jobsFile,
                          .watchesJobsFile = line.watchesJobsFile});
    Result<ExitCode> ending = ExitCode::Ended;
    bool stops = false;
    engine.start().then(QCoreApplication::instance(), [&](const Result<> &started) {
        if (started) {
            tellReady(engine, profile, output);
            return;
        }
        if (!stops)
            ending = started.error();
        QCoreApplication::quit();
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

Result<ExitCode> checkAndServe(const Invocation &invocation, Output &output)
{
    QMap<QString, QString> options;
    for (auto it = invocation.options.begin(); it != invocation.options.end(); ++it)
        options.insert(it.key(), it->last());
    const auto line = commandLineFrom(options);
    return line ? serve(*line, output) : output.failUsage(line.error());
}

/// Those of all engines, but for what every command takes.
QList<OptionSpec> serveOptions()
{
    QList<OptionSpec> options;
    for (const QCommandLineOption &option : engineOptions()) {
        const QString name = option.names().last();
        if (name != u"profile")
            options.append(
                {.name = name,
                 .help = option.description(),
                 .value = option.valueName(),
                 .offer = option.valueName() == u"FILE" ? Offer::Files : Offer::Nothing});
    }
    return options;
}

} // namespace

CommandSpec serveCommand()
{
    return {.words = {u"serve"_qs},
            .summary = CoreText::tr("run the jobs of a profile until stopped"),
            .run = checkAndServe,
            .description = CoreText::tr(
                "One line that begins with READY=1 says that the engine is up. TERM and INT stop "
                "it in order: jobs are asked to end and made to after ten seconds; a second signal "
                "hurries that."),
            .options = serveOptions(),
            .examples = {{u"serve --profile /srv/jobs --jobs jobs.json --watch"_qs,
                          CoreText::tr("With the jobs of a file, also when it changes")}}};
}

} // namespace carillon::ctl
