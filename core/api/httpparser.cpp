// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httpparser.h"

#include "core/api/httpgrammar.h"
#include "core/util/coretext.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr qsizetype longestMethod = 32;
constexpr qsizetype longestChunkLine = 256;
constexpr qsizetype firstReserve = 64 * 1024; ///< what a client gets on its word alone

/// How many headers have that name, and the first of them.
struct Named
{
    int count = 0;
    const QByteArray *value = nullptr;
};

Named named(const ApiRequest &request, QByteArrayView name)
{
    Named found;
    for (const ApiHeader &header : request.headers) {
        if (header.name == name && found.count++ == 0)
            found.value = &header.value;
    }
    return found;
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
        refuse(400, CoreText::tr("This is not a request of HTTP."));
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
        refuse(400, CoreText::tr("The lines of a request must end with CR and LF."));
    else
        understand(line.chopped(2));
    m_line.clear();
    return newline + 1;
}

void HttpParser::understand(QByteArrayView line)
{
    switch (m_part) {
    case Part::RequestLine: readRequestLine(line); break;
    case Part::Headers:
        if (line.isEmpty())
            endHead();
        else if (readHeader(line) && m_room == 0)
            refuseTooLong();
        break;
    case Part::ChunkSize: readChunkSize(line); break;
    case Part::ChunkEnd:
        if (line.isEmpty())
            beginChunks();
        else
            refuse(400, CoreText::tr("A chunk of the body is not valid."));
        break;
    case Part::Trailers: readTrailer(line); break;
    case Part::Body:
    case Part::Chunk:
    case Part::Complete:
    case Part::Refused: Q_UNREACHABLE();
    }
}

void HttpParser::readRequestLine(QByteArrayView line)
{
    if (line.isEmpty() && !std::exchange(m_skippedLine, true))
        return;
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 1 || last == first || first > longestMethod ||
        !httpgrammar::isToken(line.first(first))) {
        refuse(400, CoreText::tr("The first line of the request is not valid."));
        return;
    }
    if (!readVersion(line.sliced(last + 1)) || !readTarget(line.first(last).sliced(first + 1)))
        return;
    m_request.method = line.first(first).toByteArray();
    m_request.headers.reserve(8);
    m_part = Part::Headers;
    if (m_room == 0)
        refuseTooLong();
}

bool HttpParser::readVersion(QByteArrayView version)
{
    m_isOld = version == "HTTP/1.0";
    if (m_isOld || version == "HTTP/1.1")
        return true;
    const auto isDigit = [version](qsizetype at) {
        return version[at] >= '0' && version[at] <= '9';
    };
    const bool isOther = version.size() == 8 && version.startsWith("HTTP/") && isDigit(5) &&
                         version[6] == '.' && isDigit(7);
    if (isOther)
        refuse(505, CoreText::tr("Only HTTP/1.0 and HTTP/1.1 are spoken here."));
    else
        refuse(400, CoreText::tr("The first line of the request is not valid."));
    return false;
}

bool HttpParser::readTarget(QByteArrayView target)
{
    if (!httpgrammar::isTarget(target)) {
        refuse(400,
               CoreText::tr("The path of the request is not valid. It begins with a slash, and "
                            "two hexadecimal digits follow each %."));
        return false;
    }
    const qsizetype mark = target.indexOf('?');
    m_request.path = (mark < 0 ? target : target.first(mark)).toByteArray();
    if (mark >= 0)
        m_request.query = target.sliced(mark + 1).toByteArray();
    return true;
}

bool HttpParser::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !httpgrammar::isToken(line.first(colon)) ||
        !httpgrammar::isFieldText(line.sliced(colon + 1))) {
        refuse(400, CoreText::tr("A header of the request is not valid."));
        return false;
    }
    if (int(m_request.headers.size()) + m_trailers >= m_limits.headers) {
        refuse(431, CoreText::tr("The request has too many headers."));
        return false;
    }
    if (m_part == Part::Headers)
        m_request.headers.push_back({line.first(colon).toByteArray().toLower(),
                                     line.sliced(colon + 1).trimmed().toByteArray()});
    return true;
}

/// Trailers are checked like headers and mean nothing here.
void HttpParser::readTrailer(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_part = Part::Complete;
    } else if (readHeader(line)) {
        ++m_trailers;
        if (m_room == 0)
            refuseTooLong();
    }
}

/// Finds out how the body ends, and whether it may come at all.
void HttpParser::endHead()
{
    const Named length = named(m_request, "content-length");
    const Named coding = named(m_request, "transfer-encoding");
    if (named(m_request, "host").count != 1)
        return refuse(400, CoreText::tr("A request has exactly one Host header."));
    if (!readConnection())
        return;
    if (length.count + coding.count == 0)
        return beginBody(0);
    if (length.count + coding.count > 1 || (coding.value && m_isOld))
        return refuse(400, CoreText::tr("A request tells the length of its body in one way only."));
    if (coding.value) {
        if (httpgrammar::isSame(*coding.value, "chunked"))
            return beginChunks();
        return refuse(501, CoreText::tr("Only chunked is known here as a transfer coding."));
    }
    const QByteArray &text = *length.value;
    const bool isNumber = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (!isNumber)
        return refuse(400, CoreText::tr("The length of the body is not valid."));
    beginBody(text.size() > 18 ? std::numeric_limits<qint64>::max() : text.toLongLong());
}

bool HttpParser::readConnection()
{
    bool closes = false;
    bool stays = !m_isOld;
    for (const ApiHeader &header : m_request.headers) {
        if (header.name == "expect" && !m_isOld) {
            if (!httpgrammar::isSame(header.value, "100-continue")) {
                refuse(417, CoreText::tr("Only 100-continue can be expected here."));
                return false;
            }
            m_awaitsContinue = true;
        }
        if (header.name != "connection")
            continue;
        for (const QByteArray &option : header.value.split(',')) {
            closes = closes || httpgrammar::isSame(option.trimmed(), "close");
            stays = stays || httpgrammar::isSame(option.trimmed(), "keep-alive");
        }
    }
    m_keepsAlive = stays && !closes;
    return true;
}

void HttpParser::beginBody(qint64 length)
{
    if (length > m_limits.body)
        return refuse(413, CoreText::tr("The body of a request has at most %1 KiB here.")
                               .arg(m_limits.body / 1024));
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
        return refuse(400, CoreText::tr("A chunk of the body is not valid."));
    m_left = digits.toByteArray().toLongLong(nullptr, 16);
    if (m_left > m_limits.body - m_request.body.size())
        return refuse(413, CoreText::tr("The body of a request has at most %1 KiB here.")
                               .arg(m_limits.body / 1024));
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

void HttpParser::refuse(int status, const QString &message)
{
    m_part = Part::Refused;
    m_awaitsContinue = false;
    m_refusal = HttpRefusal{status, message};
}

void HttpParser::refuseTooLong()
{
    switch (m_part) {
    case Part::RequestLine:
        return refuse(414, CoreText::tr("The path of the request is too long."));
    case Part::ChunkSize:
    case Part::ChunkEnd: return refuse(400, CoreText::tr("A chunk of the body is not valid."));
    default: return refuse(431, CoreText::tr("The headers of the request are too large."));
    }
}

} // namespace carillon
