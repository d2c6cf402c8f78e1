// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QHostAddress>

#include <optional>

namespace carillon {

/// A certificate with those it depends on, and its key; PEM files.
struct TlsFiles
{
    QString certificate = {};
    QString key = {};

    bool operator==(const TlsFiles &) const = default;
};

/// Where HTTP is served, and how.
struct HttpEndpoint
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0: whichever is free
    std::optional<TlsFiles> tls = {};
    bool asksForLogin = true;
    bool allowsPlain = false; ///< beyond this machine without TLS

    bool operator==(const HttpEndpoint &) const = default;
};

/// Who may call the endpoint may run any program, so beyond this machine it takes a login, and TLS
/// unless plain HTTP is allowed in so many words. UnsafeSettings, saying what is missing, if not.
Result<> checkEndpoint(const HttpEndpoint &endpoint);

/// `8080`, `0.0.0.0:8080`, `[::1]:8080` or `localhost:8080` as address and port, which is not 0.
/// Other names than localhost are refused: what they stand for may change.
Result<HttpEndpoint> endpointFromText(const QString &text);

} // namespace carillon
