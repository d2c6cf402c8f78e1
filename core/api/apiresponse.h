// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apirequest.h"
#include "core/api/apistream.h"

#include <QList>

#include <memory>

namespace carillon {

/// The answer to a request. The transport adds what it knows better: Content-Length (none for
/// 204), Date, Connection and the coding of a stream. To a HEAD request the answer is that to GET;
/// the transport sends its headers and length without the body.
struct ApiResponse
{
    int status = 204;
    /// Shared by answers of one kind. Names in the letter case they are sent in.
    QList<ApiHeader> headers = {};
    QByteArray body = {};
    /// If set, the body is what this tells, and `body` is empty. Whoever lets go of it last, in
    /// whichever thread, ends it.
    std::shared_ptr<ApiStream> stream = {};
};

/// Makes a stream that may be let go of in any thread; call in the engine thread.
template <typename Stream, typename... Arguments>
std::shared_ptr<ApiStream> makeApiStream(Arguments &&...arguments)
{
    return {new Stream(std::forward<Arguments>(arguments)...),
            [](ApiStream *stream) { stream->deleteLater(); }};
}

} // namespace carillon
