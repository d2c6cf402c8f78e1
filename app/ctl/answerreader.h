// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace carillon::ctl {

/// Takes the answer to one HTTP request out of bytes that come in pieces. Pure.
class AnswerReader
{
public:
    /// More of the answer; what follows its end is left alone.
    void feed(QByteArrayView bytes);
    /// The other end has closed: an answer without a length ends with it.
    void feedEnd();

    bool hasHead() const { return m_stage != Stage::Head; }
    /// Valid once there is a head.
    int status() const { return m_status; }
    /// Of the header called so, in lower case; nothing if there is none.
    std::optional<QByteArray> header(QByteArrayView name) const;

    /// What has come of the body since the last call.
    QByteArray takeBody();
    bool isOver() const { return m_stage == Stage::Over; }
    /// It is no answer, or it was cut off.
    bool isBroken() const { return m_isBroken; }

private:
    enum class Stage : std::uint8_t {
        Head,
        Sized,
        ChunkSize,
        Chunk,
        ChunkEnd,
        Trailer,
        Open,
        Over
    };

    bool step();
    void readHead(QByteArrayView head);
    void startBody();
    bool takeChunkSize();
    void fail();

    QByteArray m_bytes; ///< not understood yet
    QByteArray m_head;
    QByteArray m_body;
    Stage m_stage = Stage::Head;
    int m_status = 0;
    qint64 m_left = 0; ///< of the body, or of its chunk
    bool m_isBroken = false;
};

} // namespace carillon::ctl
