// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/invocation.h"

#include "app/ctl/likeness.h"
#include "core/util/coretext.h"

#include <algorithm>

namespace carillon::ctl {

namespace {

Error notAccepted(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

/// What may follow `words`, each once.
QStringList wordsAfter(const std::vector<CommandSpec> &commands, const QStringList &words)
{
    QStringList next;
    for (const CommandSpec *command : commandsBelow(commands, words)) {
        const QString word = command->words.value(words.size());
        if (!word.isEmpty() && !word.startsWith(u'_') && !next.contains(word))
            next += word;
    }
    return next;
}

QString didYouMean(const QString &word, const QStringList &accepted)
{
    const QString like = mostAlike(word, accepted);
    return like.isEmpty() ? QString() : u' ' + CoreText::tr("Did you mean “%1”?").arg(like);
}

class InvocationReader
{
public:
    InvocationReader(const std::vector<CommandSpec> &commands, const QStringList &words)
        : m_commands(commands),
          m_rest(words)
    {
    }

    Result<Invocation> read()
    {
        while (!m_rest.isEmpty()) {
            const QString word = m_rest.takeFirst();
            if (const auto taken = take(word); !taken)
                return isHelpful() ? Result<Invocation>(m_invocation) : taken.error();
        }
        if (isHelpful())
            return m_invocation;
        if (const auto checked = checkWhole(); !checked)
            return checked.error();
        return m_invocation;
    }

private:
    /// Help and version are answered whatever else is there.
    bool isHelpful() const
    {
        return m_invocation.has(u"help"_qs) || m_invocation.has(u"version"_qs) ||
               m_rest.contains(u"--help") || m_rest.contains(u"-h");
    }

    Result<> take(const QString &word)
    {
        if (!m_onlyArguments && word == u"--") {
            m_onlyArguments = true;
            return {};
        }
        if (!m_onlyArguments && word.startsWith(u"--"))
            return takeLong(word.mid(2));
        if (!m_onlyArguments && word.startsWith(u'-') && word.size() > 1)
            return takeShort(word.mid(1));
        return m_command ? takeArgument(word) : takeCommandWord(word);
    }

    Result<> takeCommandWord(const QString &word)
    {
        if (word == u"help" && m_invocation.words.isEmpty()) {
            m_invocation.options[word].append(QString());
            return {};
        }
        const QStringList accepted = wordsAfter(m_commands, m_invocation.words);
        const QStringList words = m_invocation.words + QStringList{word};
        const auto below = commandsBelow(m_commands, words);
        if (below.empty())
            return notAccepted(
                CoreText::tr("“%1” is not a command.%2 One of these is accepted: %3.")
                    .arg(words.join(u' '), didYouMean(word, accepted), accepted.join(u", ")));
        m_invocation.words = words;
        if (below.front()->words == words)
            m_command = below.front();
        return {};
    }

    Result<> takeArgument(const QString &word)
    {
        const QList<ArgumentSpec> &specs = m_command->arguments;
        const auto index = std::min(m_invocation.arguments.size(), specs.size() - 1);
        if (specs.isEmpty())
            return notAccepted(
                CoreText::tr("“%1”: “%2” takes no arguments.").arg(word, m_command->name()));
        using Need = ArgumentSpec::Need;
        const ArgumentSpec &spec = specs.at(index);
        const bool isRepeatable = spec.need == Need::Any || spec.need == Need::OneOrMore;
        if (m_invocation.arguments.size() >= specs.size() && !isRepeatable)
            return notAccepted(CoreText::tr("“%1” is one argument too many. Accepted: %2.")
                                   .arg(word, usageLine(*m_command)));
        if (!spec.accepted.isEmpty() && !spec.accepted.contains(word))
            return notAccepted(CoreText::tr("“%1” is not accepted as %2. One of these is: %3.")
                                   .arg(word, spec.name, spec.accepted.join(u", ")));
        bool isNumber = false;
        const bool isPositive = word.toLongLong(&isNumber) > 0 && isNumber;
        if (spec.isNumber && !isPositive)
            return notAccepted(
                CoreText::tr("“%1” is not accepted as %2: a number is, as the lists show it.")
                    .arg(word, spec.name));
        m_invocation.arguments += word;
        return {};
    }

    Result<> takeLong(const QString &text)
    {
        const auto equals = text.indexOf(u'=');
        const QString name = text.left(equals);
        const OptionSpec *const option = find([&](const auto &each) { return each.name == name; });
        if (!option)
            return unknown(u"--"_qs + name);
        if (option->value.isEmpty()) {
            if (equals >= 0)
                return notAccepted(CoreText::tr("--%1 takes no value.").arg(name));
            return set(*option, {});
        }
        return equals >= 0 ? set(*option, text.mid(equals + 1)) : setFromNext(*option);
    }

    Result<> takeShort(const QString &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const QChar letter = letters.at(i);
            const OptionSpec *const option =
                find([&](const auto &each) { return each.letter == letter; });
            if (!option)
                return unknown(u'-' + letter);
            if (!option->value.isEmpty()) {
                const QString value = letters.mid(i + 1);
                return value.isEmpty() ? setFromNext(*option) : set(*option, value);
            }
            if (const auto done = set(*option, {}); !done)
                return done;
        }
        return {};
    }

    Result<> setFromNext(const OptionSpec &option)
    {
        if (m_rest.isEmpty())
            return notAccepted(
                CoreText::tr("--%1 needs a value: %2.").arg(option.name, option.value));
        return set(option, m_rest.takeFirst());
    }

    Result<> set(const OptionSpec &option, const QString &value)
    {
        if (!option.accepted.isEmpty() && !option.accepted.contains(value))
            return notAccepted(CoreText::tr("--%1: “%2” is not known; one of %3 is accepted.")
                                   .arg(option.name, value, option.accepted.join(u", ")));
        if (option.least) {
            bool isNumber = false;
            const int number = value.toInt(&isNumber);
            if (!isNumber || number < *option.least || number > option.most)
                return notAccepted(CoreText::tr("--%1: a number from %2 to %3 is accepted.")
                                       .arg(option.name)
                                       .arg(*option.least)
                                       .arg(option.most));
        }
        m_invocation.options[option.name].append(value);
        return {};
    }

    /// Before the command only what all commands take.
    template <typename Predicate>
    const OptionSpec *find(const Predicate &isIt) const
    {
        for (const QList<OptionSpec> *options :
             {m_command ? &m_command->options : &commonOptions(), &commonOptions()}) {
            const auto found = std::find_if(options->begin(), options->end(), isIt);
            if (found != options->end())
                return &*found;
        }
        return nullptr;
    }

    Error unknown(const QString &option) const
    {
        QStringList accepted;
        for (const OptionSpec &each : m_command ? m_command->options : QList<OptionSpec>())
            accepted += u"--"_qs + each.name;
        for (const OptionSpec &each : commonOptions())
            accepted += u"--"_qs + each.name;
        const QString like = didYouMean(option, accepted);
        return notAccepted(
            m_command ? CoreText::tr("%1 is not an option of “%2”.%3 One of these is accepted: %4.")
                            .arg(option, m_command->name(), like, accepted.join(u", "))
                      : CoreText::tr("%1 is not an option here.%2 Before the command one of these "
                                     "is accepted: %3.")
                            .arg(option, like, accepted.join(u", ")));
    }

    Result<> checkWhole() const
    {
        if (m_invocation.words.isEmpty())
            return notAccepted(CoreText::tr("A command is missing. One of these is accepted: %1.")
                                   .arg(wordsAfter(m_commands, {}).join(u", ")));
        if (!m_command)
            return notAccepted(CoreText::tr("“%1” needs one of these after it: %2.")
                                   .arg(m_invocation.words.join(u' '),
                                        wordsAfter(m_commands, m_invocation.words).join(u", ")));
        const auto given = m_invocation.arguments.size();
        for (qsizetype i = given; i < m_command->arguments.size(); ++i) {
            const ArgumentSpec &argument = m_command->arguments.at(i);
            if (argument.need == ArgumentSpec::Need::One ||
                argument.need == ArgumentSpec::Need::OneOrMore)
                return notAccepted(CoreText::tr("%1 is missing. Accepted: %2.")
                                       .arg(argument.name, usageLine(*m_command)));
        }
        return {};
    }

    const std::vector<CommandSpec> &m_commands;
    QStringList m_rest;
    Invocation m_invocation;
    const CommandSpec *m_command = nullptr;
    bool m_onlyArguments = false;
};

} // namespace

Result<Invocation> parseInvocation(const std::vector<CommandSpec> &commands,
                                   const QStringList &words)
{
    return InvocationReader(commands, words).read();
}

} // namespace carillon::ctl
