// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "core/util/coretext.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace carillon {

namespace {

const QStringList &logLevels()
{
    static const QStringList levels{u"trace"_qs, u"debug"_qs, u"info"_qs,
                                    u"warn"_qs,  u"error"_qs, u"off"_qs};
    return levels;
}

} // namespace

QList<QCommandLineOption> engineOptions()
{
    const QList<QCommandLineOption> own{
        {u"profile"_qs, CoreText::tr("The folder with settings, database and logs."), u"DIR"_qs},
        {u"jobs"_qs, CoreText::tr("Add the jobs of this JSON file before starting."), u"FILE"_qs},
        {u"watch"_qs, CoreText::tr("Read the jobs file again whenever it changes.")},
        {u"log-level"_qs, CoreText::tr("One of: %1.").arg(logLevels().join(u", ")), u"LEVEL"_qs},
    };
    return own + apiOptions() + redisOptions();
}

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(CoreText::tr("A desktop job manager."));
    parser.addOption({{u"h"_qs, u"help"_qs}, CoreText::tr("Show this text.")});
    parser.addOption({{u"v"_qs, u"version"_qs}, CoreText::tr("Show the version.")});
    parser.addOptions(engineOptions());
    parser.addOption({u"background"_qs, CoreText::tr("Start in the tray, without a window.")});
}

Error usage(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

Result<CommandLine> commandLineFrom(const QMap<QString, QString> &options)
{
    CommandLine line;
    line.profile = options.value(u"profile"_qs);
    line.jobsFile = options.value(u"jobs"_qs);
    line.watchesJobsFile = options.contains(u"watch"_qs);
    line.logLevel = options.value(u"log-level"_qs, line.logLevel);
    if (!line.jobsFile.isEmpty() && !QFileInfo(line.jobsFile).isFile())
        return usage(CoreText::tr("--jobs: there is no file “%1”.").arg(line.jobsFile));
    if (line.watchesJobsFile && line.jobsFile.isEmpty())
        return usage(CoreText::tr("--watch: there is no jobs file; --jobs names it."));
    if (!logLevels().contains(line.logLevel))
        return usage(CoreText::tr("--log-level: “%1” is not known; one of %2 is accepted.")
                         .arg(line.logLevel, logLevels().join(u", ")));
    const auto api = readApiArguments(options);
    if (!api)
        return usage(api.error().message);
    line.api = *api;
    const auto redis = readRedisArguments(options);
    if (!redis)
        return usage(redis.error().message);
    line.redis = *redis;
    return line;
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    QMap<QString, QString> options;
    for (const QString &name : parser.optionNames())
        options.insert(name, parser.value(name));
    auto line = commandLineFrom(options);
    if (!line)
        return line;
    line->showsHelp = parser.isSet(u"help"_qs);
    line->showsVersion = parser.isSet(u"version"_qs);
    line->background = parser.isSet(u"background"_qs);
    if (!parser.positionalArguments().isEmpty())
        return usage(
            CoreText::tr("“%1” is not an option.").arg(parser.positionalArguments().first()));
    return line;
}

QString helpText()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace carillon
