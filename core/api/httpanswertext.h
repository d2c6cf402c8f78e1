// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apiresponse.h"
#include "core/time/instant.h"

namespace carillon {

/// What an answer depends on besides the answer itself.
struct AnswerContext
{
    bool isToOld = false; ///< HTTP/1.0
    bool closes = false;  ///< the connection ends after it
    QByteArray date = {}; ///< as httpDate() writes it
};

/// `Tue, 01 Dec 2026 12:00:00 GMT`
QByteArray httpDate(Instant now);

/// 1xx, 204 and 304 have neither a body nor a length.
bool mayHaveBody(int status);

/// The status line and headers, and the empty line after them.
QByteArray answerHead(const ApiResponse &response, const AnswerContext &context);

/// A piece of a stream as a chunk; empty bytes are the end of all chunks.
QByteArray chunk(const QByteArray &bytes);

} // namespace carillon
