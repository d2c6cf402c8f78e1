// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpendpoint.h"

#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

Result<> checkEndpoint(const HttpEndpoint &endpoint)
{
    if (endpoint.address.isLoopback())
        return {};
    const QString address = endpoint.address.toString();
    if (endpoint.address.isNull())
        return Error{ErrorCode::UnsafeSettings,
                     CoreText::tr("The HTTP endpoint has no address. It was not started.")};
    if (!endpoint.asksForLogin)
        return Error{ErrorCode::UnsafeSettings,
                     CoreText::tr("The HTTP endpoint at %1 can be reached from other machines, and "
                                  "would let anybody there run programs. It was not started. Keep "
                                  "the login switched on, or use 127.0.0.1.")
                         .arg(address)};
    if (!endpoint.tls && !endpoint.allowsPlain)
        return Error{ErrorCode::UnsafeSettings,
                     CoreText::tr("The HTTP endpoint at %1 can be reached from other machines, and "
                                  "would send the login there readable for all. It was not "
                                  "started. Give a certificate, or allow plain HTTP.")
                         .arg(address)};
    return {};
}

Result<HttpEndpoint> endpointFromText(const QString &text)
{
    const Error refused = invalidInput(
        "api", CoreText::tr("“%1” is no address for the HTTP endpoint. Write a port, such as 8080, "
                            "or an address and a port, such as 127.0.0.1:8080 or [::1]:8080.")
                   .arg(text));
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(colon, 0));
    const QStringView digits = QStringView(text).sliced(colon + 1);
    const bool isNumber =
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = isNumber ? digits.toUInt() : 0;
    if (port < 1 || port > 65535)
        return refused;
    HttpEndpoint endpoint;
    endpoint.port = quint16(port);
    if (colon <= 0 || host == u"localhost")
        return endpoint;
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    if (!endpoint.address.setAddress(host) || isBracketed != host.contains(u':'))
        return refused;
    return endpoint;
}

} // namespace carillon
