// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/guard.h"

#include "core/api/apierror.h"
#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

namespace {

struct Authority
{
    QByteArray name; ///< with the brackets of an IPv6 address
    QByteArray port; ///< empty if left out
};

Authority splitAuthority(const QByteArray &authority)
{
    const auto bracket = authority.lastIndexOf(']');
    const auto colon = authority.indexOf(':', std::max<qsizetype>(bracket, 0));
    if (colon < 0)
        return {authority, {}};
    return {authority.left(colon), authority.mid(colon + 1)};
}

bool isLoopbackName(const QByteArray &name)
{
    return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

/// What stands between `scheme://` and the path; empty if it is no such address.
QByteArray authorityOf(const QByteArray &url)
{
    for (const QByteArrayView scheme : {"http://", "https://"}) {
        if (url.startsWith(scheme)) {
            const QByteArray rest = url.mid(scheme.size());
            const auto end = rest.indexOf('/');
            return (end < 0 ? rest : rest.left(end)).toLower();
        }
    }
    return {};
}

/// Whether a browser says that a page of ours, or nobody's page, asks.
bool isSameSite(const ApiRequest &request, const QByteArray &host)
{
    bool hasOrigin = false;
    for (const ApiHeader &header : request.headers) {
        if (header.name != "origin")
            continue;
        hasOrigin = true;
        if (authorityOf(header.value) != host)
            return false;
    }
    if (hasOrigin)
        return true;
    if (const QByteArray *site = request.header("sec-fetch-site"))
        return *site == "same-origin" || *site == "none";
    const QByteArray *referer = request.header("referer");
    return !referer || authorityOf(*referer) == host;
}

} // namespace

Guard::Guard(const QStringList &names)
{
    for (const QString &name : names)
        m_names.append(name.toLower().toUtf8());
}

bool Guard::isOurs(const QByteArray &host, const ApiCaller &caller) const
{
    const Authority authority = splitAuthority(host);
    if (m_names.contains(authority.name) || m_names.contains(host))
        return true;
    if (!isLoopbackName(authority.name))
        return false;
    const int usual = caller.isEncrypted ? 443 : 80;
    return authority.port.isEmpty() ? caller.port == usual
                                    : authority.port == QByteArray::number(caller.port);
}

std::optional<ApiResponse> Guard::refusal(const ApiRequest &request) const
{
    const QByteArray *given = request.header("host");
    const QByteArray host = given ? given->toLower() : QByteArray();
    if (host.isEmpty() || !isOurs(host, request.caller)) {
        return errorResponse(421, CoreText::tr("This is not the host that was asked for. Names "
                                               "other than localhost are added in the settings."));
    }
    if (!isSameSite(request, host))
        return errorResponse(403, CoreText::tr("Requests of other sites are not answered."));
    return {};
}

} // namespace carillon
