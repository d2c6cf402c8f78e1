// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apitoken.h"
#include "app/ctl/commands.h"
#include "app/ctl/invocation.h"
#include "app/ctl/output.h"
#include "app/profile.h"
#include "core/util/coretext.h"

#include <QFile>
#include <QJsonObject>

namespace carillon::ctl {

namespace {

Result<ExitCode> printToken(const Invocation &invocation, Output &output)
{
    const Profile profile(invocation.value(u"profile"_qs));
    if (const auto prepared = profile.prepare(); !prepared)
        return prepared.error();
    if (invocation.has(u"new"_qs) && QFile::exists(profile.tokenFile()) &&
        !QFile::remove(profile.tokenFile()))
        return Error{ErrorCode::NotAllowed,
                     CoreText::tr("The file “%1” cannot be removed.").arg(profile.tokenFile())};
    const auto token = apiToken(profile.tokenFile());
    if (!token)
        return token.error();
    const QString text = QString::fromLatin1(*token);
    if (output.isJson())
        output.printJson(QJsonObject{{u"token"_qs, text}});
    else
        output.printLine(text);
    if (invocation.has(u"new"_qs) && output.terminal().isTerminal)
        output.remark(CoreText::tr("A running engine knows the old one until its next start."));
    return ExitCode::Ended;
}

} // namespace

CommandSpec tokenCommand()
{
    return {.words = {u"token"_qs},
            .summary = CoreText::tr("print the token that opens the HTTP API"),
            .run = printToken,
            .description = CoreText::tr(
                "It is sent as a Bearer token, or as the password of the user carillon."),
            .options = {{.name = u"new"_qs,
                         .help = CoreText::tr("Make a new one; the old one opens nothing then.")}},
            .examples = {{u"token --new"_qs, CoreText::tr("After somebody has seen the old one")}}};
}

} // namespace carillon::ctl
