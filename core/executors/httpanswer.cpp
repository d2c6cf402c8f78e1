// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpanswer.h"

#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <algorithm>

namespace carillon {

namespace {

constexpr qint64 longestHead = 64 * 1024;

Error notHttp()
{
    return {ErrorCode::InvalidInput, CoreText::tr("The answer is not HTTP.")};
}

Error damaged()
{
    return {ErrorCode::InvalidInput, CoreText::tr("The answer breaks the rules of HTTP.")};
}

/// Digits only, as in Content-Length and chunk sizes.
std::optional<qint64> number(const QByteArray &text, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') ||
               (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber, base);
    if (!isNumber || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    return value;
}

/// `HTTP/1.1 404 Not Found`
std::optional<HttpHead> readStatusLine(const QByteArray &line)
{
    if (!line.startsWith("HTTP/1.") || line.size() < 12 || line[8] != ' ')
        return {};
    const auto status = number(line.sliced(9, 3), 10);
    if (!status || *status < 100 || *status > 599 || (line.size() > 12 && line[12] != ' '))
        return {};
    return HttpHead{int(*status), oneLine(QString::fromUtf8(line.sliced(12)).trimmed()), {}};
}

bool readHeader(const QByteArray &line, HttpHeaders &headers)
{
    const bool continuesLast = line.startsWith(' ') || line.startsWith('\t');
    if (continuesLast && !headers.isEmpty()) {
        headers.last().second += ' ' + line.trimmed();
        return true;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || continuesLast)
        return false;
    headers.emplaceBack(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
    return true;
}

QByteArrayList all(const HttpHead &head, const QByteArray &name)
{
    QByteArrayList values;
    for (const auto &header : head.headers) {
        if (header.first.compare(name, Qt::CaseInsensitive) == 0)
            values.append(header.second);
    }
    return values;
}

/// The end of the empty line that ends a head; -1 if it is not there yet.
qsizetype headEnd(const QByteArray &bytes)
{
    for (qsizetype at = 0; (at = bytes.indexOf('\n', at)) >= 0;) {
        ++at;
        if (at < bytes.size() && bytes[at] == '\n')
            return at + 1;
        if (at + 1 < bytes.size() && bytes[at] == '\r' && bytes[at + 1] == '\n')
            return at + 2;
    }
    return -1;
}

} // namespace

QByteArray HttpHead::header(const QByteArray &name) const
{
    return all(*this, name).value(0);
}

Result<QByteArray> HttpAnswerReader::take(const QByteArray &bytes)
{
    m_buffer += bytes;
    QByteArray body;
    for (;;) {
        const auto goesOn = step(body);
        if (!goesOn)
            return goesOn.error();
        if (!*goesOn)
            break;
    }
    const bool keepsBody = m_part == Part::Length || m_part == Part::Chunk;
    if (!keepsBody && m_read + m_buffer.size() > longestHead)
        return damaged();
    return body;
}

Result<bool> HttpAnswerReader::step(QByteArray &body)
{
    switch (m_part) {
    case Part::Head: return readHead();
    case Part::Length: return passOn(body, Part::Done);
    case Part::ChunkSize: return readChunkSize();
    case Part::Chunk: return passOn(body, Part::ChunkEnd);
    case Part::ChunkEnd: return readChunkEnd();
    case Part::Trailers: return skipTrailer();
    case Part::UntilClose: body += std::exchange(m_buffer, {}); return false;
    case Part::Done: m_buffer.clear(); return false;
    }
    return false;
}

Result<bool> HttpAnswerReader::readHead()
{
    const QByteArray begin = QByteArray("HTTP/1.").first(std::min<qsizetype>(7, m_buffer.size()));
    if (!m_buffer.startsWith(begin))
        return notHttp();
    const qsizetype end = headEnd(m_buffer);
    if (end < 0)
        return m_buffer.size() > longestHead ? Result<bool>(damaged()) : false;
    const QByteArray text = m_buffer.first(end);
    m_buffer.remove(0, end);
    m_read += end;
    if (m_read > longestHead)
        return damaged();
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    auto head = readStatusLine(lines.takeFirst());
    if (!head)
        return notHttp();
    for (const QByteArray &line : lines) {
        if (!line.isEmpty() && !readHeader(line, head->headers))
            return damaged();
    }
    if (head->status < 200 && head->status != 101)
        return true;
    m_head = std::move(head);
    if (const auto begun = beginBody(); !begun)
        return begun.error();
    return true;
}

/// Finds out how the body ends.
Result<> HttpAnswerReader::beginBody()
{
    m_read = 0;
    const int status = m_head->status;
    const QByteArray coding = all(*m_head, "Transfer-Encoding").join(',').toLower().trimmed();
    QByteArrayList lengths = all(*m_head, "Content-Length");
    if (m_isToHead || status == 101 || status == 204 || status == 304) {
        m_part = Part::Done;
    } else if (coding == "chunked") {
        m_part = Part::ChunkSize;
    } else if (!coding.isEmpty() && coding != "identity") {
        return Error{ErrorCode::InvalidInput,
                     CoreText::tr("The answer is encoded in a way not known here: “%1”.")
                         .arg(oneLine(QString::fromUtf8(coding)))};
    } else if (lengths.isEmpty()) {
        m_part = Part::UntilClose;
    } else {
        const auto length = number(lengths.first(), 10);
        if (!length || lengths.count(lengths.first()) != lengths.size())
            return damaged();
        m_left = *length;
        m_part = m_left > 0 ? Part::Length : Part::Done;
    }
    return {};
}

std::optional<QByteArray> HttpAnswerReader::takeLine()
{
    const qsizetype newline = m_buffer.indexOf('\n');
    if (newline < 0)
        return {};
    const QByteArray line = m_buffer.first(newline).trimmed();
    m_buffer.remove(0, newline + 1);
    return line;
}

Result<bool> HttpAnswerReader::readChunkSize()
{
    const auto line = takeLine();
    if (!line)
        return false;
    const auto size = number(line->split(';').first().trimmed(), 16);
    if (!size)
        return damaged();
    m_left = *size;
    m_part = m_left > 0 ? Part::Chunk : Part::Trailers;
    return true;
}

Result<bool> HttpAnswerReader::readChunkEnd()
{
    const auto line = takeLine();
    if (!line)
        return false;
    if (!line->isEmpty())
        return damaged();
    m_part = Part::ChunkSize;
    return true;
}

bool HttpAnswerReader::skipTrailer()
{
    const auto line = takeLine();
    if (!line)
        return false;
    m_read += line->size() + 2;
    if (line->isEmpty())
        m_part = Part::Done;
    return true;
}

bool HttpAnswerReader::passOn(QByteArray &body, Part next)
{
    const qsizetype count = qsizetype(std::min<qint64>(m_left, m_buffer.size()));
    body += m_buffer.first(count);
    m_buffer.remove(0, count);
    m_left -= count;
    if (m_left == 0)
        m_part = next;
    return m_left == 0;
}

} // namespace carillon
