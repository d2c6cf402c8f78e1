// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/completion.h"

#include <QFile>

#include <algorithm>

namespace carillon::ctl {

namespace {

/// Where the word being written stands.
class CompletionFinder
{
public:
    CompletionFinder(const std::vector<CommandSpec> &commands, const QStringList &words)
        : m_commands(commands),
          m_word(words.isEmpty() ? QString() : words.last())
    {
        for (const QString &word : words.mid(0, words.size() - 1))
            pass(word);
    }

    Completions find() const
    {
        if (m_awaited)
            return valuesOf(*m_awaited, m_word);
        if (!m_onlyArguments && m_word.startsWith(u"--") && m_word.contains(u'='))
            return valueAfterEquals();
        if (!m_onlyArguments && m_word.startsWith(u'-'))
            return options();
        return m_command ? argument() : commandWords();
    }

private:
    void pass(const QString &word)
    {
        // Bash takes `--name=value` apart into three words.
        if (m_awaited && word == u"=")
            return;
        if (std::exchange(m_awaited, nullptr) || m_onlyArguments)
            return;
        if (word == u"--") {
            m_onlyArguments = true;
        } else if (word.startsWith(u'-') && word.size() > 1) {
            const OptionSpec *const option = optionOf(word);
            if (option && !option->value.isEmpty() && !word.contains(u'='))
                m_awaited = option;
        } else if (m_command) {
            ++m_arguments;
        } else if (word != u"help" || !m_words.isEmpty()) {
            passCommandWord(word);
        }
    }

    void passCommandWord(const QString &word)
    {
        m_words += word;
        const auto below = commandsBelow(m_commands, m_words);
        if (!below.empty() && below.front()->words == m_words)
            m_command = below.front();
    }

    QList<OptionSpec> allOptions() const
    {
        return (m_command ? m_command->options : QList<OptionSpec>()) + commonOptions();
    }

    const OptionSpec *optionOf(const QString &word) const
    {
        const QString name = word.section(u'=', 0, 0);
        for (const QList<OptionSpec> *options :
             {m_command ? &m_command->options : &commonOptions(), &commonOptions()}) {
            for (const OptionSpec &option : *options) {
                if (name == u"--"_qs + option.name ||
                    (!option.letter.isNull() && name == QString(u'-') + option.letter))
                    return &option;
            }
        }
        return nullptr;
    }

    static Completions valuesOf(const OptionSpec &option, const QString &begun,
                                const QString &before = {})
    {
        Completions found{.offer = option.offer, .begun = begun};
        for (const QString &value : option.accepted) {
            if (value.startsWith(begun))
                found.candidates.append({before + value});
        }
        return found;
    }

    Completions valueAfterEquals() const
    {
        const OptionSpec *const option = optionOf(m_word);
        const auto equals = m_word.indexOf(u'=');
        return option ? valuesOf(*option, m_word.mid(equals + 1), m_word.left(equals + 1))
                      : Completions();
    }

    Completions options() const
    {
        Completions found;
        for (const OptionSpec &option : allOptions()) {
            const QString word = u"--"_qs + option.name;
            if (word.startsWith(m_word))
                found.candidates.append({word, option.help});
        }
        return found;
    }

    Completions commandWords() const
    {
        Completions found;
        for (const CommandSpec *command : commandsBelow(m_commands, m_words)) {
            const QString word = command->words.value(m_words.size());
            const auto isListed = [&word](const auto &each) { return each.word == word; };
            if (word.startsWith(u'_') || !word.startsWith(m_word) ||
                std::any_of(found.candidates.begin(), found.candidates.end(), isListed))
                continue;
            const bool isWhole = command->words.size() == m_words.size() + 1;
            found.candidates.append({word, isWhole ? command->summary : QString()});
        }
        return found;
    }

    Completions argument() const
    {
        const QList<ArgumentSpec> &arguments = m_command->arguments;
        if (arguments.isEmpty())
            return {};
        const ArgumentSpec &last = arguments.last();
        const bool repeats =
            last.need == ArgumentSpec::Need::Any || last.need == ArgumentSpec::Need::OneOrMore;
        if (m_arguments >= arguments.size() && !repeats)
            return {};
        const ArgumentSpec &spec = arguments.at(std::min(m_arguments, arguments.size() - 1));
        Completions found{.offer = spec.offer, .begun = m_word};
        for (const QString &value : spec.accepted) {
            if (value.startsWith(m_word))
                found.candidates.append({value});
        }
        return found;
    }

    const std::vector<CommandSpec> &m_commands;
    QString m_word;
    QStringList m_words;
    const CommandSpec *m_command = nullptr;
    const OptionSpec *m_awaited = nullptr; ///< the option whose value comes next
    qsizetype m_arguments = 0;
    bool m_onlyArguments = false;
};

} // namespace

Completions completionsOf(const std::vector<CommandSpec> &commands, const QStringList &words)
{
    return CompletionFinder(commands, words).find();
}

const QStringList &completionShells()
{
    static const QStringList shells{u"bash"_qs, u"zsh"_qs, u"fish"_qs};
    return shells;
}

QString completionScript(const QString &shell)
{
    QFile script(u":/carillon/completion/carillonctl."_qs + shell);
    return script.open(QIODevice::ReadOnly) ? QString::fromUtf8(script.readAll()) : QString();
}

} // namespace carillon::ctl
