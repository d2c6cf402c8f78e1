// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpparser.h"

#include "core/api/httpgrammar.h"
#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestChunkLine = 256;
constexpr qsizetype firstReserve = 64 * 1024; ///< what a client gets on its word alone

HttpRefusal wrongChunk()
{
    return {400, CoreText::tr("A chunk of the body is not valid.")};
}

} // namespace

void HttpParser::reset()
{
    m_part = Part::RequestLine;
    m_request = {};
    m_line.clear();
    m_room = m_limits.head;
    m_left = 0;
    m_trailers = 0;
    m_isEmpty = true;
    m_isOld = false;
    m_keepsAlive = true;
    m_awaitsContinue = false;
    m_skippedLine = false;
}

ApiRequest HttpParser::takeRequest()
{
    Q_ASSERT(isComplete());
    ApiRequest request = std::move(m_request);
    reset();
    return request;
}

qsizetype HttpParser::take(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && isReading()) {
        m_isEmpty = false;
        const QByteArrayView rest = bytes.sliced(taken);
        const bool isBody = m_part == Part::Body || m_part == Part::Chunk;
        taken += isBody ? takeBody(rest) : takeLine(rest);
    }
    return taken;
}

qsizetype HttpParser::takeLine(QByteArrayView bytes)
{
    if (m_part == Part::RequestLine && m_line.isEmpty() && bytes[0] != '\r' &&
        !httpgrammar::isTokenCharacter(bytes[0])) {
        refuse({400, CoreText::tr("This is not a request of HTTP.")});
        return bytes.size();
    }
    const QByteArrayView within = bytes.first(std::min(m_room, bytes.size()));
    const qsizetype newline = within.indexOf('\n');
    if (newline < 0) {
        m_line += within;
        m_room -= within.size();
        if (m_room == 0)
            refuseTooLong();
        return within.size();
    }
    m_room -= newline + 1;
    QByteArrayView line = within.first(newline + 1);
    if (!m_line.isEmpty())
        line = m_line += line;
    if (line.size() < 2 || line[line.size() - 2] != '\r')
        refuse({400, CoreText::tr("The lines of a request must end with CR and LF.")});
    else
        understand(line.chopped(2));
    m_line.clear();
    return newline + 1;
}

void HttpParser::understand(QByteArrayView line)
{
    switch (m_part) {
    case Part::RequestLine: takeRequestLine(line); break;
    case Part::Headers: line.isEmpty() ? endHead() : takeHeader(line); break;
    case Part::ChunkSize: readChunkSize(line); break;
    case Part::ChunkEnd:
        if (line.isEmpty())
            beginChunks();
        else
            refuse(wrongChunk());
        break;
    case Part::Trailers: takeTrailer(line); break;
    case Part::Body:
    case Part::Chunk:
    case Part::Complete:
    case Part::Refused: Q_UNREACHABLE();
    }
}

void HttpParser::takeRequestLine(QByteArrayView line)
{
    if (line.isEmpty() && !std::exchange(m_skippedLine, true))
        return;
    const auto isOld = readRequestLine(line, m_request);
    if (!isOld)
        return refuse(isOld.error());
    m_isOld = *isOld;
    m_request.headers.reserve(8);
    m_part = Part::Headers;
    if (m_room == 0)
        refuseTooLong();
}

/// Trailers are checked like headers and mean nothing here.
void HttpParser::takeHeader(QByteArrayView line)
{
    auto header = readHeader(line);
    if (!header)
        return refuse(header.error());
    if (int(m_request.headers.size()) + m_trailers >= m_limits.headers)
        return refuse({431, CoreText::tr("The request has too many headers.")});
    if (m_part == Part::Headers)
        m_request.headers.push_back(*std::move(header));
    else
        ++m_trailers;
    if (m_room == 0)
        refuseTooLong();
}

void HttpParser::takeTrailer(QByteArrayView line)
{
    if (line.isEmpty())
        m_part = Part::Complete;
    else
        takeHeader(line);
}

/// Finds out how the body ends, and whether it may come at all.
void HttpParser::endHead()
{
    const auto framing = framingOf(m_request, m_isOld);
    if (!framing)
        return refuse(framing.error());
    m_keepsAlive = framing->keepsAlive;
    m_awaitsContinue = framing->awaitsContinue;
    framing->isChunked ? beginChunks() : beginBody(framing->length);
}

void HttpParser::beginBody(qint64 length)
{
    if (length > m_limits.body)
        return refuse({413, CoreText::tr("The body of a request has at most %1 KiB here.")
                                .arg(m_limits.body / 1024)});
    m_left = length;
    m_part = length > 0 ? Part::Body : Part::Complete;
    m_awaitsContinue = m_awaitsContinue && length > 0;
    m_request.body.reserve(std::min<qint64>(length, firstReserve));
}

void HttpParser::beginChunks()
{
    m_part = Part::ChunkSize;
    m_room = longestChunkLine;
}

void HttpParser::readChunkSize(QByteArrayView line)
{
    m_awaitsContinue = false;
    const auto end = std::find_if_not(line.begin(), line.end(), httpgrammar::isHexDigit);
    const QByteArrayView digits = line.first(end - line.begin());
    const QByteArrayView extension = line.sliced(digits.size());
    const bool isExtension = extension.isEmpty() || extension.startsWith(';');
    if (digits.isEmpty() || digits.size() > 15 || !isExtension ||
        !httpgrammar::isFieldText(extension))
        return refuse(wrongChunk());
    m_left = digits.toByteArray().toLongLong(nullptr, 16);
    if (m_left > m_limits.body - m_request.body.size())
        return refuse({413, CoreText::tr("The body of a request has at most %1 KiB here.")
                                .arg(m_limits.body / 1024)});
    m_part = m_left > 0 ? Part::Chunk : Part::Trailers;
    m_room = m_limits.head;
}

qsizetype HttpParser::takeBody(QByteArrayView bytes)
{
    m_awaitsContinue = false;
    const qsizetype count = qsizetype(std::min<qint64>(m_left, bytes.size()));
    m_request.body += bytes.first(count);
    m_left -= count;
    if (m_left == 0 && m_part == Part::Body) {
        m_part = Part::Complete;
    } else if (m_left == 0) {
        m_part = Part::ChunkEnd;
        m_room = 2;
    }
    return count;
}

void HttpParser::refuse(const HttpRefusal &refusal)
{
    m_part = Part::Refused;
    m_awaitsContinue = false;
    m_refusal = refusal;
}

void HttpParser::refuseTooLong()
{
    switch (m_part) {
    case Part::RequestLine:
        return refuse({414, CoreText::tr("The path of the request is too long.")});
    case Part::ChunkSize:
    case Part::ChunkEnd: return refuse(wrongChunk());
    default: return refuse({431, CoreText::tr("The headers of the request are too large.")});
    }
}

} // namespace carillon
