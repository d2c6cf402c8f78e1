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

void describe(QCommandLineParser &parser, Program program)
{
    parser.addOption({{u"h"_qs, u"help"_qs}, CoreText::tr("Show this text.")});
    parser.addOption({{u"v"_qs, u"version"_qs}, CoreText::tr("Show the version.")});
    parser.addOption(
        {u"profile"_qs, CoreText::tr("The folder with settings, database and logs."), u"DIR"_qs});
    parser.addOption(
        {u"jobs"_qs, CoreText::tr("Add the jobs of this JSON file before starting."), u"FILE"_qs});
    parser.addOption(
        {u"log-level"_qs, CoreText::tr("One of: %1.").arg(logLevels().join(u", ")), u"LEVEL"_qs});
    describeApiArguments(parser);
    if (program == Program::Desktop) {
        parser.setApplicationDescription(CoreText::tr("A desktop job manager."));
        parser.addOption({u"background"_qs, CoreText::tr("Start in the tray, without a window.")});
        return;
    }
    parser.setApplicationDescription(CoreText::tr("The job manager's engine, without a screen.\n\n"
                                                  "Commands:\n"
                                                  "  serve          run jobs until stopped\n"
                                                  "  import FILE    add the jobs of a JSON file\n"
                                                  "  jobs list      list the jobs\n"
                                                  "  runs list      list the newest runs\n"
                                                  "  logs RUN       print the output of a run"));
    parser.addPositionalArgument(u"command"_qs, CoreText::tr("What to do."));
    parser.addOption({u"job"_qs, CoreText::tr("runs list: only runs of this job."), u"ID"_qs});
    parser.addOption(
        {u"limit"_qs, CoreText::tr("runs list: at most so many; default 20."), u"N"_qs});
    parser.addOption({u"raw"_qs, CoreText::tr("logs: the bytes as they came, not as text.")});
}

Error usage(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

Result<CommandLine> parseCommandLine(Program program, const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser, program);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    CommandLine line;
    line.showsHelp = parser.isSet(u"help"_qs);
    line.showsVersion = parser.isSet(u"version"_qs);
    line.profile = parser.value(u"profile"_qs);
    line.jobsFile = parser.value(u"jobs"_qs);
    line.words = parser.positionalArguments();
    if (!line.jobsFile.isEmpty() && !QFileInfo(line.jobsFile).isFile())
        return usage(CoreText::tr("--jobs: there is no file “%1”.").arg(line.jobsFile));
    if (parser.isSet(u"log-level"_qs)) {
        line.logLevel = parser.value(u"log-level"_qs);
        if (!logLevels().contains(line.logLevel))
            return usage(CoreText::tr("--log-level: “%1” is not known; one of %2 is accepted.")
                             .arg(line.logLevel, logLevels().join(u", ")));
    }
    const auto api = readApiArguments(parser);
    if (!api)
        return usage(api.error().message);
    line.api = *api;
    if (program == Program::Desktop) {
        line.background = parser.isSet(u"background"_qs);
        if (!line.words.isEmpty())
            return usage(CoreText::tr("“%1” is not an option.").arg(line.words.first()));
        return line;
    }
    line.raw = parser.isSet(u"raw"_qs);
    line.job = parser.value(u"job"_qs);
    if (parser.isSet(u"limit"_qs)) {
        bool isNumber = false;
        line.limit = parser.value(u"limit"_qs).toInt(&isNumber);
        if (!isNumber || line.limit < 1 || line.limit > 100'000)
            return usage(CoreText::tr("--limit: a number from 1 to 100000 is accepted."));
    }
    return line;
}

QString helpText(Program program)
{
    QCommandLineParser parser;
    describe(parser, program);
    return parser.helpText();
}

} // namespace carillon
