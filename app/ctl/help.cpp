// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/help.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon::ctl {

namespace {

constexpr int widestText = 100;
constexpr int widestTitle = 26;

struct HelpWriter
{
    const Terminal &terminal;
    int width = std::min(terminal.width, widestText);
    QString text = {};

    void heading(const QString &title)
    {
        text += u'\n' + terminal.toned(title, Tone::Strong) + u'\n';
    }
    void paragraph(const QString &words) { text += wrapped(words, width) + u'\n'; }

    /// A title and what it means beside it, or below where it is too long.
    void entry(const QString &title, const QString &meaning, int column)
    {
        text += u"  "_qs + title;
        const int used = displayWidth(title) + 2;
        text += used + 2 > column ? u'\n' + QString(column, u' ') : QString(column - used, u' ');
        text += wrapped(meaning, std::max(width, column + 20), column) + u'\n';
    }

    void entries(const QList<std::pair<QString, QString>> &pairs)
    {
        int widest = 0;
        for (const auto &pair : pairs)
            widest = std::max(widest, displayWidth(pair.first));
        for (const auto &[title, meaning] : pairs)
            entry(title, meaning, std::min(widest, widestTitle) + 4);
    }
};

QString fullMeaning(const OptionSpec &option)
{
    if (option.accepted.isEmpty())
        return option.help;
    return u"%1 (%2)"_qs.arg(option.help, option.accepted.join(u" | "));
}

void writeOptions(HelpWriter &writer, const QList<OptionSpec> &options)
{
    QList<std::pair<QString, QString>> pairs;
    for (const OptionSpec &option : options)
        pairs.append({optionTitle(option), fullMeaning(option)});
    writer.entries(pairs);
}

void writeCommand(HelpWriter &writer, const CommandSpec &command)
{
    writer.paragraph(u"carillonctl %1: %2"_qs.arg(command.name(), command.summary));
    writer.heading(CoreText::tr("Usage"));
    writer.text += u"  carillonctl "_qs + usageLine(command) + u'\n';
    for (const QString &paragraph : command.description.split(u"\n\n"_qs, Qt::SkipEmptyParts)) {
        writer.text += u'\n';
        writer.paragraph(paragraph);
    }
    if (!command.arguments.isEmpty()) {
        writer.heading(CoreText::tr("Arguments"));
        QList<std::pair<QString, QString>> pairs;
        for (const ArgumentSpec &argument : command.arguments)
            pairs.append({argument.name, argument.help});
        writer.entries(pairs);
    }
    if (!command.options.isEmpty()) {
        writer.heading(CoreText::tr("Options"));
        writeOptions(writer, command.options);
    }
    writer.heading(CoreText::tr("Options of all commands"));
    writeOptions(writer, commonOptions());
    if (!command.examples.isEmpty())
        writer.heading(CoreText::tr("Examples"));
    for (const ExampleSpec &example : command.examples)
        writer.text += u"  %1\n    carillonctl %2\n"_qs.arg(
            writer.terminal.toned(u"# "_qs + example.help, Tone::Dim), example.line);
}

void writeOverview(HelpWriter &writer, const std::vector<const CommandSpec *> &commands,
                   const QStringList &words)
{
    if (words.isEmpty())
        writer.paragraph(CoreText::tr("carillonctl drives Carillon, the job manager, from the "
                                      "command line. It talks to the program that holds the "
                                      "profile, and works on its store directly where none does."));
    writer.heading(CoreText::tr("Usage"));
    const QString begin = (QStringList{u"carillonctl"_qs} + words).join(u' ');
    writer.text += u"  %1 %2\n"_qs.arg(begin, CoreText::tr("COMMAND [OPTION]... [ARGUMENT]..."));
    writer.heading(CoreText::tr("Commands"));
    QList<std::pair<QString, QString>> pairs;
    for (const CommandSpec *command : commands) {
        if (!command->words.front().startsWith(u'_'))
            pairs.append({command->name(), command->summary});
    }
    writer.entries(pairs);
    writer.heading(CoreText::tr("Options of all commands"));
    writeOptions(writer, commonOptions());
    writer.text += u'\n';
    writer.paragraph(CoreText::tr("carillonctl help COMMAND explains a command, with examples."));
}

} // namespace

QString helpText(const std::vector<CommandSpec> &commands, const QStringList &words,
                 const Terminal &terminal)
{
    HelpWriter writer{terminal};
    const auto below = commandsBelow(commands, words);
    if (below.size() == 1 && below.front()->words == words)
        writeCommand(writer, *below.front());
    else
        writeOverview(writer, below, words);
    return writer.text;
}

} // namespace carillon::ctl
