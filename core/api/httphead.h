// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apirequest.h"
#include "core/util/result.h"

namespace carillon {

/// Why a request is not taken. The connection cannot go on: where the next request begins is not
/// known.
struct HttpRefusal
{
    int status = 400;
    QString message = {};
};

/// What the head of a request says about its body and the connection.
struct HttpFraming
{
    bool isChunked = false;
    qint64 length = 0;           ///< bytes of the body, if it is not chunked
    bool keepsAlive = true;      ///< after this request
    bool awaitsContinue = false; ///< before the body is sent
};

// All of them are pure, and strict where two readers could understand two different things. Lines
// come without their ends.

/// The first line: sets method, path and query of `request`. True for HTTP/1.0.
Result<bool, HttpRefusal> readRequestLine(QByteArrayView line, ApiRequest &request);

/// One header, its name in lower case.
Result<ApiHeader, HttpRefusal> readHeader(QByteArrayView line);

/// From the headers of `request`, which has one Host and one way to tell the length of its body.
Result<HttpFraming, HttpRefusal> framingOf(const ApiRequest &request, bool isOld);

} // namespace carillon
