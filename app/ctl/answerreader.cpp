// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/answerreader.h"

#include <QList>

#include <algorithm>

namespace carillon::ctl {

namespace {

constexpr qsizetype longestHead = 64 * 1024;
constexpr qsizetype longestLine = 1024;

/// What comes before the mark, or all of it without one; QByteArray::left() has nothing for -1.
QByteArray before(QByteArrayView mark, const QByteArray &bytes)
{
    const auto at = bytes.indexOf(mark);
    return at < 0 ? bytes : bytes.left(at);
}

} // namespace

void AnswerReader::feed(QByteArrayView bytes)
{
    m_bytes += bytes;
    while (!m_isBroken && step()) {}
}

void AnswerReader::feedEnd()
{
    if (m_stage == Stage::Open)
        m_stage = Stage::Over;
    else if (m_stage != Stage::Over)
        fail();
}

QByteArray AnswerReader::takeBody()
{
    return std::exchange(m_body, {});
}

std::optional<QByteArray> AnswerReader::header(QByteArrayView name) const
{
    for (const QByteArray &line : m_head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

void AnswerReader::fail()
{
    m_isBroken = true;
    m_stage = Stage::Over;
}

/// False once nothing more can be done with what has come.
bool AnswerReader::step()
{
    switch (m_stage) {
    case Stage::Head: {
        const auto end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            if (m_bytes.size() > longestHead)
                fail();
            return false;
        }
        readHead(QByteArrayView(m_bytes).first(end));
        m_bytes.remove(0, end + 4);
        return true;
    }
    case Stage::Sized:
    case Stage::Chunk: {
        const auto taken = std::min<qint64>(m_left, m_bytes.size());
        m_body += QByteArrayView(m_bytes).first(taken);
        m_bytes.remove(0, taken);
        m_left -= taken;
        if (m_left > 0)
            return false;
        m_stage = m_stage == Stage::Chunk ? Stage::ChunkEnd : Stage::Over;
        return true;
    }
    case Stage::ChunkEnd:
        if (m_bytes.size() < 2)
            return false;
        m_bytes.remove(0, 2);
        m_stage = Stage::ChunkSize;
        return true;
    case Stage::ChunkSize:
    case Stage::Trailer: return takeChunkSize();
    case Stage::Open: m_body += std::exchange(m_bytes, {}); return false;
    case Stage::Over: break;
    }
    return false;
}

void AnswerReader::readHead(QByteArrayView head)
{
    m_head = head.toByteArray();
    const QByteArray first = before("\r\n", m_head);
    m_status = first.startsWith("HTTP/1.") ? first.mid(9, 3).toInt() : 0;
    if (m_status < 100)
        fail();
    else if (m_status >= 200) // else only an interim answer
        startBody();
}

void AnswerReader::startBody()
{
    bool isNumber = true;
    if (const auto length = header("content-length")) {
        m_left = length->toLongLong(&isNumber);
        m_stage = Stage::Sized;
    } else if (header("transfer-encoding") == "chunked") {
        m_stage = Stage::ChunkSize;
    } else {
        m_stage = m_status == 204 ? Stage::Over : Stage::Open;
    }
    if (!isNumber || m_left < 0)
        fail();
}

bool AnswerReader::takeChunkSize()
{
    const auto end = m_bytes.indexOf("\r\n");
    if (end < 0) {
        if (m_bytes.size() > longestLine)
            fail();
        return false;
    }
    const QByteArray line = m_bytes.left(end);
    m_bytes.remove(0, end + 2);
    if (m_stage == Stage::Trailer) {
        if (line.isEmpty())
            m_stage = Stage::Over;
        return true;
    }
    bool isNumber = false;
    m_left = before(";", line).trimmed().toLongLong(&isNumber, 16);
    if (!isNumber || m_left < 0)
        fail();
    else
        m_stage = m_left == 0 ? Stage::Trailer : Stage::Chunk;
    return true;
}

} // namespace carillon::ctl
