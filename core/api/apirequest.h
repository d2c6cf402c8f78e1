// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace carillon {

/// One header line; the name in lower case.
struct ApiHeader
{
    QByteArray name;
    QByteArray value;

    bool operator==(const ApiHeader &) const = default;
};

/// Who asks, as far as the transport knows.
struct ApiCaller
{
    enum class Transport {
        Http,
        Local, ///< the socket in the profile, which admits the same user only: needs no login
    };
    Transport transport = Transport::Http;
    QString address = {};     ///< of the peer, as a number; empty for the local socket
    quint16 port = 0;         ///< of ours, which the request came in on
    bool isEncrypted = false; ///< TLS

    bool operator==(const ApiCaller &) const = default;
};

/// A request, whichever transport brought it. Parsed and complete, but as it came: nothing is
/// decoded or judged.
struct ApiRequest
{
    QByteArray method = "GET";
    QByteArray path = {};  ///< origin-form, percent-encoded, without the query
    QByteArray query = {}; ///< what follows the question mark, percent-encoded
    std::vector<ApiHeader> headers = {};
    QByteArray body = {};
    ApiCaller caller = {};

    /// The first header of that name, which is given in lower case; null if there is none.
    const QByteArray *header(QByteArrayView name) const
    {
        for (const ApiHeader &header : headers) {
            if (header.name == name)
                return &header.value;
        }
        return nullptr;
    }
};

} // namespace carillon
