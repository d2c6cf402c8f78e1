// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/completion.h"
#include "app/ctl/invocation.h"
#include "app/ctl/manpage.h"
#include "app/ctl/offers.h"
#include "app/ctl/output.h"
#include "core/util/coretext.h"

#include <QCoreApplication>

namespace carillon::ctl {

namespace {

Result<ExitCode> printScript(const Invocation &invocation, Output &output)
{
    output.printText(u"script"_qs, completionScript(invocation.argument(0)));
    return ExitCode::Ended;
}

/// One candidate a line, its help after a tab; `:files` and `:folders` where the shell knows them.
Result<ExitCode> complete(const Invocation &invocation, Output &output)
{
    const Completions found = completionsOf(allCommands(), invocation.arguments);
    if (found.offer == Offer::Files)
        output.printLine(u":files"_qs);
    if (found.offer == Offer::Folders)
        output.printLine(u":folders"_qs);
    const auto print = [&output](const Completions::Candidate &candidate) {
        output.printLine(harmless(candidate.word) + u'\t' + harmless(candidate.help));
    };
    for (const Completions::Candidate &candidate : found.candidates)
        print(candidate);
    for (const Completions::Candidate &candidate : offered(found.offer, invocation.arguments)) {
        if (candidate.word.startsWith(found.begun))
            print(candidate);
    }
    return ExitCode::Ended;
}

Result<ExitCode> printManPage(const Invocation &, Output &output)
{
    output.print(manPage(allCommands(), QCoreApplication::applicationVersion()));
    return ExitCode::Ended;
}

} // namespace

CommandSpec completionCommand()
{
    return {.words = {u"completion"_qs},
            .summary = CoreText::tr("print what makes a shell complete commands and job ids"),
            .run = printScript,
            .arguments = {{.name = u"SHELL"_qs,
                           .help = CoreText::tr("One of: %1.").arg(completionShells().join(u", ")),
                           .accepted = completionShells()}},
            .examples = {
                {u"completion bash > ~/.local/share/bash-completion/completions/carillonctl"_qs,
                 CoreText::tr("For every new bash")},
                {u"completion fish > ~/.config/fish/completions/carillonctl.fish"_qs,
                 CoreText::tr("For every new fish")}}};
}

CommandSpec completeCommand()
{
    return {.words = {u"__complete"_qs},
            .summary = u"complete a command line"_qs,
            .run = complete,
            .arguments = {{.name = u"WORD"_qs, .help = {}, .need = ArgumentSpec::Need::Any}}};
}

CommandSpec manPageCommand()
{
    return {.words = {u"__manpage"_qs}, .summary = u"print the man page"_qs, .run = printManPage};
}

} // namespace carillon::ctl
