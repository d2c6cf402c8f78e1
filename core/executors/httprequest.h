// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/httpaction.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <utility>

namespace carillon {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request, as it goes out.
struct HttpRequest
{
    QUrl url;
    QByteArray method;
    HttpHeaders headers; ///< those the job names; wireForm() adds what is missing
    QByteArray body;

    bool operator==(const HttpRequest &) const = default;
};

HttpRequest httpRequestFor(const HttpAction &action);

/// The bytes to send, HTTP/1.1. Asks the server to close the connection afterwards and to send the
/// body as it is, not compressed, unless the job says otherwise.
QByteArray wireForm(const HttpRequest &request);

/// 80 or 443 unless the address names another one.
quint16 portOf(const QUrl &url);

/// Whether an answer with this status sends to another address.
bool isRedirect(int status);

/// The request that an answer with `status` and `location` asks for instead. Refused with a
/// sentence: what is no web address, from https to http, and a body to another host. Another host
/// gets no header of the job that might be secret: of them only Accept…, Content-… and User-Agent.
Result<HttpRequest> redirected(const HttpRequest &request, int status, const QByteArray &location);

} // namespace carillon
