// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apistream.h"
#include "core/api/bytechannel.h"

#include <memory>

namespace carillon {

/// Sends what a stream tells, piece by piece: the next is asked for when the client has taken the
/// last one. Lives in the thread of the channel, the stream in another.
class StreamedBody : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamedBody)

public:
    /// `channel` must outlive it. In chunks, or else the end of the connection is that of the body.
    StreamedBody(std::shared_ptr<ApiStream> stream, ByteChannel &channel, bool isChunked);

    /// Asks for a piece, unless one is awaited already.
    void askForMore();

signals:
    /// A piece has been written.
    void sent();
    /// All has been written.
    void ended();

private:
    void send(const QByteArray &piece);
    void end();

    const std::shared_ptr<ApiStream> m_stream;
    ByteChannel &m_channel;
    const bool m_isChunked;
    bool m_isAwaited = false;
};

} // namespace carillon
