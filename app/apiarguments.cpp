// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apiarguments.h"

#include "core/api/httpendpoint.h"
#include "core/api/passwordhash.h"
#include "core/util/coretext.h"

#include <QFile>

namespace carillon {

namespace {

Error wrongArgument(const QString &message)
{
    return {ErrorCode::InvalidInput, message};
}

} // namespace

QList<QCommandLineOption> apiOptions()
{
    return {
        {u"api"_qs, CoreText::tr("Serve the HTTP API there; loopback if only a port."),
         u"[ADDRESS:]PORT"_qs},
        {u"api-prefix"_qs, CoreText::tr("What its paths begin with; default /scheduler."),
         u"PATH"_qs},
        {u"api-user"_qs, CoreText::tr("Who may log in with a password."), u"NAME"_qs},
        {u"api-password-file"_qs, CoreText::tr("The file whose first line is that password."),
         u"FILE"_qs},
        {u"api-auth"_qs, CoreText::tr("on or off; off lets every program of this computer in."),
         u"WORD"_qs},
        {u"allow-plain-http"_qs, CoreText::tr("Serve other computers too without encryption.")},
    };
}

Result<ApiArguments> readApiArguments(const QMap<QString, QString> &options)
{
    ApiArguments arguments;
    arguments.listen = options.value(u"api"_qs);
    arguments.prefix = options.value(u"api-prefix"_qs);
    arguments.user = options.value(u"api-user"_qs);
    arguments.passwordFile = options.value(u"api-password-file"_qs);
    arguments.auth = options.value(u"api-auth"_qs);
    arguments.allowsPlainHttp = options.contains(u"allow-plain-http"_qs);
    if (options.contains(u"api"_qs)) {
        if (const auto endpoint = endpointFromText(arguments.listen); !endpoint)
            return wrongArgument(u"--api: "_qs + endpoint.error().message);
    }
    if (options.contains(u"api-auth"_qs) && arguments.auth != u"on" && arguments.auth != u"off")
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
