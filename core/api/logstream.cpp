// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/logstream.h"

#include <limits>

namespace carillon {

namespace {

constexpr qint64 mostLogAtOnce = 64 * 1024;

} // namespace

LogStream::LogStream(const Scheduler &scheduler, RunId run, Part part, TextEncoding encoding)
    : m_scheduler(scheduler),
      m_run(run),
      m_part(part),
      m_decoders{TextDecoder(encoding), TextDecoder(encoding)}
{
    if (!part.follows)
        return;
    connect(&scheduler, &Scheduler::outputArrived, this, [this](RunId written) {
        if (written == m_run)
            goOn();
    });
    connect(&scheduler, &Scheduler::runChanged, this, [this](const Run &changed) {
        if (changed.id == m_run)
            goOn();
    });
}

void LogStream::next()
{
    m_isAsked = true;
    goOn();
}

void LogStream::goOn()
{
    while (m_isAsked && !m_isOver) {
        const qint64 end = m_part.until < 0 ? std::numeric_limits<qint64>::max() : m_part.until;
        const qint64 most = std::min(mostLogAtOnce, end - m_part.from);
        const auto chunk =
            most > 0 ? m_scheduler.log(m_run, m_part.from, most) : Result<LogChunk>(LogChunk());
        if (!chunk || (chunk->bytes.isEmpty() && (!m_part.follows || chunk->complete || most <= 0)))
            return finish();
        if (chunk->bytes.isEmpty())
            return; // until there is more
        m_part.from = chunk->offset + chunk->bytes.size();
        const QByteArray bytes = shown(*chunk);
        if (bytes.isEmpty())
            continue; // the beginning of a character
        m_isAsked = false;
        emit piece(bytes);
    }
    if (m_isAsked && m_isOver) {
        m_isAsked = false;
        emit ended();
    }
}

QByteArray LogStream::shown(const LogChunk &chunk)
{
    if (m_part.isRaw)
        return chunk.bytes;
    QByteArray text;
    for (const LogSpan &span : chunk.spans) {
        const QByteArray bytes = chunk.bytes.mid(span.offset - chunk.offset, span.length);
        text += m_decoders[std::size_t(span.channel)].decode(bytes).toUtf8();
    }
    return text;
}

void LogStream::finish()
{
    m_isOver = true;
    m_isAsked = false;
    QByteArray rest;
    for (TextDecoder &decoder : m_decoders)
        rest += m_part.isRaw ? QByteArray() : decoder.finish().toUtf8();
    if (rest.isEmpty())
        emit ended();
    else
        emit piece(rest);
}

} // namespace carillon
