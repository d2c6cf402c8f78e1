// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/manpage.h"

#include "core/util/coretext.h"

namespace carillon::ctl {

namespace {

/// Plain text as roff: its signs mean nothing special.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_qs);
    text.replace(u'-', u"\\-"_qs);
    text.replace(u'\'', u"\\(aq"_qs);
    text.replace(u'^', u"\\(ha"_qs);
    text.replace(u'~', u"\\(ti"_qs);
    return text.startsWith(u'.') ? u"\\&"_qs + text : text;
}

struct ManWriter
{
    QString text = {};

    void line(const QString &roffText) { text += roffText + u'\n'; }
    void section(const QString &title) { line(u".SH "_qs + title); }
    void paragraph(const QString &words) { line(u".PP\n"_qs + roff(words)); }
    void entry(const QString &title, const QString &meaning)
    {
        line(u".TP\n\\fB"_qs + roff(title) + u"\\fR\n"_qs + roff(meaning));
    }
    void options(const QList<OptionSpec> &options)
    {
        for (const OptionSpec &option : options) {
            const QString accepted = option.accepted.join(u" | ");
            entry(optionTitle(option),
                  accepted.isEmpty() ? option.help : u"%1 (%2)"_qs.arg(option.help, accepted));
        }
    }

    void command(const CommandSpec &command)
    {
        line(u".SS "_qs + roff(usageLine(command)));
        QString summary = command.summary;
        summary[0] = summary.at(0).toUpper();
        line(roff(summary + CoreText::tr(".", "the end of a sentence")));
        for (const QString &paragraph : command.description.split(u"\n\n"_qs, Qt::SkipEmptyParts))
            this->paragraph(paragraph);
        for (const ArgumentSpec &argument : command.arguments)
            entry(argument.name, argument.help);
        options(command.options);
        for (const ExampleSpec &example : command.examples) {
            paragraph(example.help + CoreText::tr(":", "before an example"));
            line(u".EX\ncarillonctl "_qs + roff(example.line) + u"\n.EE"_qs);
        }
    }
};

void writeExitCodes(ManWriter &writer)
{
    writer.section(CoreText::tr("EXIT STATUS"));
    const auto entry = [&writer](ExitCode code, const QString &meaning) {
        writer.entry(QString::number(int(code)), meaning);
    };
    entry(ExitCode::Ended, CoreText::tr("It was done."));
    entry(ExitCode::Failed, CoreText::tr("It was not done, for a reason that has no code here."));
    entry(ExitCode::AlreadyRunning, CoreText::tr("Another program holds the profile."));
    entry(ExitCode::DatabaseRefused,
          CoreText::tr("The database is damaged, of another program or of a newer version."));
    entry(ExitCode::Locked, CoreText::tr("The database is locked by another program."));
    entry(ExitCode::NoAccess, CoreText::tr("The system does not allow it."));
    entry(ExitCode::NoSpace, CoreText::tr("There is no space left."));
    entry(ExitCode::PortTaken, CoreText::tr("Another program listens at the address of the API."));
    entry(ExitCode::UnsafeSettings,
          CoreText::tr("The settings would open the API to others without a login or encryption."));
    entry(ExitCode::Usage, CoreText::tr("The command line is not accepted."));
}

} // namespace

QString manPage(const std::vector<CommandSpec> &commands, const QString &version)
{
    ManWriter writer;
    writer.line(u".TH CARILLONCTL 1 \"\" \"Carillon %1\""_qs.arg(version));
    writer.section(CoreText::tr("NAME"));
    writer.line(u"carillonctl \\- "_qs + roff(CoreText::tr("drive the job manager Carillon")));
    writer.section(CoreText::tr("SYNOPSIS"));
    writer.line(u"\\fBcarillonctl\\fR "_qs +
                roff(CoreText::tr("COMMAND [OPTION]... [ARGUMENT]...")));
    writer.section(CoreText::tr("DESCRIPTION"));
    writer.line(roff(CoreText::tr("carillonctl drives Carillon, the job manager, from the "
                                  "command line. It talks to the program that holds the "
                                  "profile, and works on its store directly where none does.")));
    writer.paragraph(CoreText::tr(
        "On a terminal, lists are shown in columns, with local times. Elsewhere they come as lines "
        "with tabs between the fields, without headings, and with --json as JSON."));
    writer.section(CoreText::tr("COMMANDS"));
    for (const CommandSpec &command : commands) {
        if (!command.words.front().startsWith(u'_'))
            writer.command(command);
    }
    writer.section(CoreText::tr("OPTIONS OF ALL COMMANDS"));
    writer.options(commonOptions());
    writeExitCodes(writer);
    writer.section(CoreText::tr("ENVIRONMENT"));
    writer.entry(u"NO_COLOR"_qs, CoreText::tr("If set, there are no colours."));
    writer.entry(u"LANG"_qs, CoreText::tr("The language: English, or Chinese for zh_CN."));
    writer.entry(u"TZ"_qs, CoreText::tr("The time zone in which times are shown and read."));
    writer.entry(u"EDITOR"_qs, CoreText::tr("What “jobs edit” opens a job with."));
    return writer.text;
}

} // namespace carillon::ctl
