// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/streamedbody.h"

#include "core/api/httpanswertext.h"

namespace carillon {

StreamedBody::StreamedBody(std::shared_ptr<ApiStream> stream, ByteChannel &channel, bool isChunked)
    : m_stream(std::move(stream)),
      m_channel(channel),
      m_isChunked(isChunked)
{
    connect(m_stream.get(), &ApiStream::piece, this, &StreamedBody::send);
    connect(m_stream.get(), &ApiStream::ended, this, &StreamedBody::end);
}

void StreamedBody::askForMore()
{
    if (!std::exchange(m_isAwaited, true))
        QMetaObject::invokeMethod(m_stream.get(), &ApiStream::next, Qt::QueuedConnection);
}

void StreamedBody::send(const QByteArray &piece)
{
    if (piece.isEmpty())
        return;
    m_isAwaited = false;
    m_channel.write(m_isChunked ? chunk(piece) : piece);
    emit sent();
}

void StreamedBody::end()
{
    m_stream->disconnect(this);
    if (m_isChunked)
        m_channel.write(chunk({}));
    emit ended();
}

} // namespace carillon
