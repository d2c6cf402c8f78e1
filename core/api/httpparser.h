// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/httphead.h"
#include "core/api/serverlimits.h"

#include <optional>

namespace carillon {

/// Reads requests of HTTP/1.0 and HTTP/1.1 from bytes that arrive in pieces. A pure function of
/// them, wherever they are cut; memory is bounded by the limits.
///
/// Strict where two readers could understand two different things: lines end in CR and LF, there is
/// one Host and one way to tell the length, targets begin with a slash. One empty line ahead of a
/// request is passed over, as RFC 9112 wants it.
class HttpParser
{
public:
    explicit HttpParser(const ServerLimits &limits = {}) : m_limits(limits) { reset(); }

    /// Takes what belongs to the current request from the beginning of `bytes` and returns how much
    /// that was. What follows belongs to the next request.
    qsizetype take(QByteArrayView bytes);

    /// Nothing of the current request has come.
    bool isEmpty() const { return m_isEmpty; }
    bool isComplete() const { return m_part == Part::Complete; }
    const std::optional<HttpRefusal> &refusal() const { return m_refusal; }

    /// The client waits for leave to send the body, of which nothing has come.
    bool awaitsContinue() const { return m_awaitsContinue; }
    /// The client wants the connection to go on after this request.
    bool keepsAlive() const { return m_keepsAlive; }
    /// HTTP/1.0, which knows no chunks.
    bool isOld() const { return m_isOld; }

    /// The complete request, without its caller; begins anew with the next one.
    ApiRequest takeRequest();

private:
    enum class Part {
        RequestLine,
        Headers,
        Body,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailers,
        Complete,
        Refused,
    };

    void reset();
    bool isReading() const { return m_part != Part::Complete && m_part != Part::Refused; }
    qsizetype takeLine(QByteArrayView bytes);
    qsizetype takeBody(QByteArrayView bytes);
    void understand(QByteArrayView line);
    void takeRequestLine(QByteArrayView line);
    void takeHeader(QByteArrayView line);
    void takeTrailer(QByteArrayView line);
    void endHead();
    void beginBody(qint64 length);
    void beginChunks();
    void readChunkSize(QByteArrayView line);
    void refuse(const HttpRefusal &refusal);
    void refuseTooLong();

    ServerLimits m_limits;
    Part m_part = Part::RequestLine;
    ApiRequest m_request;
    std::optional<HttpRefusal> m_refusal;
    QByteArray m_line;    ///< the beginning of a line whose end has not come
    qsizetype m_room = 0; ///< bytes that may come before the part ends
    qint64 m_left = 0;    ///< bytes of the body or chunk to come
    int m_trailers = 0;   ///< lines
    bool m_isEmpty = true;
    bool m_isOld = false;
    bool m_keepsAlive = true;
    bool m_awaitsContinue = false;
    bool m_skippedLine = false;
};

} // namespace carillon
