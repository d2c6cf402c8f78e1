// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apiarguments.h"

#include "core/api/httpendpoint.h"
#include "core/api/passwordhash.h"
#include "core/util/coretext.h"

#include <QCommandLineParser>
#include <QFile>

namespace carillon {

namespace {

Error wrongArgument(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

void describeApiArguments(QCommandLineParser &parser)
{
    parser.addOption({u"api"_qs, CoreText::tr("Serve the HTTP API there; loopback if only a port."),
                      u"[ADDRESS:]PORT"_qs});
    parser.addOption({u"api-prefix"_qs,
                      CoreText::tr("What its paths begin with; default /scheduler."), u"PATH"_qs});
    parser.addOption({u"api-user"_qs, CoreText::tr("Who may log in with a password."), u"NAME"_qs});
    parser.addOption({u"api-password-file"_qs,
                      CoreText::tr("The file whose first line is that password."), u"FILE"_qs});
    parser.addOption({u"api-auth"_qs,
                      CoreText::tr("on or off; off lets every program of this computer in."),
                      u"WORD"_qs});
    parser.addOption(
        {u"allow-plain-http"_qs, CoreText::tr("Serve other computers too without encryption.")});
}

Result<ApiArguments> readApiArguments(const QCommandLineParser &parser)
{
    ApiArguments arguments;
    arguments.listen = parser.value(u"api"_qs);
    arguments.prefix = parser.value(u"api-prefix"_qs);
    arguments.user = parser.value(u"api-user"_qs);
    arguments.passwordFile = parser.value(u"api-password-file"_qs);
    arguments.auth = parser.value(u"api-auth"_qs);
    arguments.allowsPlainHttp = parser.isSet(u"allow-plain-http"_qs);
    if (parser.isSet(u"api"_qs)) {
        if (const auto endpoint = endpointFromText(arguments.listen); !endpoint)
            return wrongArgument(u"--api: "_qs + endpoint.error().message);
    }
    if (parser.isSet(u"api-auth"_qs) && arguments.auth != u"on" && arguments.auth != u"off")
        return wrongArgument(CoreText::tr("--api-auth: on or off is accepted."));
    if (arguments.user.isEmpty() != arguments.passwordFile.isEmpty())
        return wrongArgument(CoreText::tr("--api-user and --api-password-file need each other."));
    if (arguments.user == u"carillon")
        return wrongArgument(CoreText::tr("--api-user: “carillon” has the token for a password."));
    return arguments;
}

Result<> applyApiArguments(const ApiArguments &arguments, ApiSettings &settings)
{
    if (!arguments.listen.isEmpty()) {
        settings.isEnabled = true;
        settings.listen = arguments.listen;
    }
    if (!arguments.prefix.isEmpty())
        settings.prefix = arguments.prefix;
    if (!arguments.auth.isEmpty())
        settings.asksForLogin = arguments.auth == u"on";
    settings.allowsPlainHttp = settings.allowsPlainHttp || arguments.allowsPlainHttp;
    if (arguments.passwordFile.isEmpty())
        return {};
    QFile file(arguments.passwordFile);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    QByteArray password = isOpen ? file.readLine(4096) : QByteArray();
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return Error{ErrorCode::NotAllowed,
                     CoreText::tr("There is no password in “%1”.").arg(arguments.passwordFile)};
    settings.user = arguments.user;
    settings.passwordHash = hashPassword(QString::fromUtf8(password));
    return {};
}

} // namespace carillon
