// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commandspec.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon::ctl {

namespace {

QString argumentText(const ArgumentSpec &argument)
{
    switch (argument.need) {
    case ArgumentSpec::Need::One: return argument.name;
    case ArgumentSpec::Need::Optional: return u'[' + argument.name + u']';
    case ArgumentSpec::Need::Any: return u'[' + argument.name + u"]..."_qs;
    case ArgumentSpec::Need::OneOrMore: break;
    }
    return argument.name + u"..."_qs;
}

} // namespace

const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options{
        {.name = u"profile"_qs,
         .help = CoreText::tr("The folder with settings, database and logs."),
         .value = u"DIR"_qs,
         .offer = Offer::Folders},
        {.name = u"json"_qs, .help = CoreText::tr("Answer in JSON, for programs.")},
        {.name = u"color"_qs,
         .help = CoreText::tr("When to use colours; auto: on a terminal, unless NO_COLOR is set."),
         .value = u"WHEN"_qs,
         .accepted = {u"auto"_qs, u"always"_qs, u"never"_qs}},
        {.name = u"help"_qs, .help = CoreText::tr("Show this text."), .letter = u'h'},
        {.name = u"version"_qs, .help = CoreText::tr("Show the version."), .letter = u'v'},
    };
    return options;
}

QString usageLine(const CommandSpec &command)
{
    QStringList parts{command.name(), CoreText::tr("[OPTION]...")};
    for (const ArgumentSpec &argument : command.arguments)
        parts += argumentText(argument);
    return parts.join(u' ');
}

QString optionTitle(const OptionSpec &option)
{
    QString title = u"--"_qs + option.name;
    if (!option.letter.isNull())
        title = u"-%1, %2"_qs.arg(option.letter).arg(title);
    return option.value.isEmpty() ? title : title + u' ' + option.value;
}

std::vector<const CommandSpec *> commandsBelow(const std::vector<CommandSpec> &commands,
                                               const QStringList &words)
{
    std::vector<const CommandSpec *> below;
    for (const CommandSpec &command : commands) {
        if (command.words.mid(0, words.size()) == words)
            below.push_back(&command);
    }
    return below;
}

} // namespace carillon::ctl
