// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/httprequest.h"
#include "core/util/result.h"

namespace carillon {

/// What a server says before the body.
struct HttpHead
{
    int status = 0;
    QString reason; ///< one line; may be empty
    HttpHeaders headers;

    /// The first of that name, whatever its case; empty if there is none.
    QByteArray header(const QByteArray &name) const;
};

/// Reads an answer from bytes that arrive in pieces. A pure function of them; memory is bounded.
///
/// Interim answers (1xx) are passed over. As lenient as clients are: lines may end without CR,
/// chunk extensions and trailers are skipped. What is ambiguous is refused.
class HttpAnswerReader
{
public:
    /// An answer to HEAD has no body, whatever it says.
    explicit HttpAnswerReader(bool isToHead) : m_isToHead(isToHead) {}

    /// The part of the body that `bytes` hold. Fails if this is no HTTP/1 answer.
    Result<QByteArray> take(const QByteArray &bytes);

    /// Nothing before all of the head has arrived.
    const std::optional<HttpHead> &head() const { return m_head; }
    bool isComplete() const { return m_part == Part::Done; }
    /// The connection was closed: whether the answer is complete without more.
    bool isCompleteWhenClosed() const { return isComplete() || m_part == Part::UntilClose; }

private:
    enum class Part { Head, Length, UntilClose, ChunkSize, Chunk, ChunkEnd, Trailers, Done };

    /// Consumes what it can from m_buffer; false if it needs more.
    Result<bool> step(QByteArray &body);
    Result<bool> readHead();
    Result<> beginBody();
    std::optional<QByteArray> takeLine();
    Result<bool> readChunkSize();
    Result<bool> readChunkEnd();
    bool skipTrailer();
    bool passOn(QByteArray &body, Part next);

    bool m_isToHead;
    Part m_part = Part::Head;
    QByteArray m_buffer; ///< not yet understood
    qint64 m_read = 0;   ///< bytes of heads, then of trailers, which are limited
    qint64 m_left = 0;   ///< of the body or chunk
    std::optional<HttpHead> m_head;
};

} // namespace carillon
