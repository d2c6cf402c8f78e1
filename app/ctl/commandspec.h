// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exitcode.h"
#include "core/util/result.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace carillon::ctl {

class Output;
struct Invocation;

/// What a shell offers for an argument or a value.
enum class Offer { Nothing, Files, Folders, Jobs, Runs, Zones, SettingKeys };

/// An option of a command. Texts are translated.
struct OptionSpec
{
    QString name; ///< without dashes
    QString help;
    QString value = {};            ///< what its value is called; empty: it takes none
    QChar letter = {};             ///< the short form; null: none
    QStringList accepted = {};     ///< the only values there are; empty: any
    std::optional<int> least = {}; ///< its value is a number, from here on
    int most = 0;                  ///< and up to here
    Offer offer = Offer::Nothing;
};

struct ArgumentSpec
{
    enum class Need { One, Optional, Any, OneOrMore };

    QString name; ///< in capitals
    QString help;
    Need need = Need::One;
    QStringList accepted = {};
    Offer offer = Offer::Nothing;
    bool isNumber = false; ///< a whole number above 0
};

struct ExampleSpec
{
    QString line;
    QString help;
};

/// One command: what it is called, what it takes, how it is explained and what it does.
struct CommandSpec
{
    using Run = Result<ExitCode> (*)(const Invocation &, Output &);

    QStringList words; ///< `jobs`, `list`
    QString summary;   ///< half a sentence, beginning in lower case
    Run run = nullptr;
    QString description = {};           ///< paragraphs with an empty line between them
    QList<ArgumentSpec> arguments = {}; ///< all but the last need exactly one
    QList<OptionSpec> options = {};
    QList<ExampleSpec> examples = {};

    QString name() const { return words.join(u' '); }
};

/// The options that every command takes.
const QList<OptionSpec> &commonOptions();

/// `jobs add [OPTION]... [NAME]`
QString usageLine(const CommandSpec &command);
/// `-f, --follow`, `--limit N`
QString optionTitle(const OptionSpec &option);

/// Those that begin with `words`, in their order.
std::vector<const CommandSpec *> commandsBelow(const std::vector<CommandSpec> &commands,
                                               const QStringList &words);

} // namespace carillon::ctl
