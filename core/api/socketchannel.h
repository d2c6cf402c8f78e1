// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bytechannel.h"

#include <QSocketNotifier>

namespace carillon {

/// A socket of the system, without anything in between: a request costs one read and one write.
/// Unlike QTcpSocket it lets a client that has closed its side still have its answer.
class SocketChannel : public ByteChannel
{
public:
    /// Takes over `socket`, a connected stream socket.
    explicit SocketChannel(int socket, QObject *parent = nullptr);
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
    void sendKept();
    void breakDown();

    int m_socket;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    QByteArray m_unsent; ///< kept; the first m_sent bytes of it are gone
    qsizetype m_sent = 0;
    bool m_hasEnded = false;
    bool m_isBroken = false;
};

} // namespace carillon
