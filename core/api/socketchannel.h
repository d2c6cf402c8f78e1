// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bytechannel.h"
#include "core/api/socketpoller.h"

namespace carillon {

/// A socket of the system, without anything in between: a request costs one read and one write.
/// Unlike QTcpSocket it lets a client that has closed its side still have its answer.
class SocketChannel : public ByteChannel, private SocketPoller::Listener
{
public:
    /// Takes over `socket`, a connected stream socket. `poller` must outlive it.
    SocketChannel(int socket, SocketPoller &poller);
    ~SocketChannel() override;

    qsizetype read(char *to, qsizetype most) override;
    void setReading(bool on) override;
    bool hasEnded() const override { return m_hasEnded; }
    void write(const QByteArray &bytes) override;
    qsizetype unsent() const override { return m_unsent.size() - m_sent; }
    void endOutput() override;

private:
    /// How many of the bytes the system took.
    qsizetype send(QByteArrayView bytes);
    void becameReadable() override { emit readable(); }
    void becameWritable() override;
    void becameUseless() override { breakDown(); }
    void watch();
    void breakDown();

    int m_socket;
    SocketPoller &m_poller;
    QByteArray m_unsent; ///< kept; the first m_sent bytes of it are gone
    qsizetype m_sent = 0;
    bool m_isReading = true;
    bool m_hasEnded = false;
    bool m_isBroken = false;
};

} // namespace carillon
