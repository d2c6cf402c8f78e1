// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/bytechannel.h"

#include <QAbstractSocket>
#include <QLocalSocket>

namespace carillon {

/// A socket of Qt's: with TLS, and what systems without Unix sockets have.
///
/// A client that closes its side is gone for good: Qt closes the other side as well.
class DeviceChannel : public ByteChannel
{
public:
    /// Takes over the socket, which is connected, or encrypted in a moment.
    explicit DeviceChannel(QAbstractSocket *socket, QObject *parent = nullptr);
    explicit DeviceChannel(QLocalSocket *socket, QObject *parent = nullptr);
    ~DeviceChannel() override;

    qsizetype read(char *to, qsizetype most) override;
    void setReading(bool on) override;
    bool hasEnded() const override { return false; }
    void write(const QByteArray &bytes) override;
    qsizetype unsent() const override;
    void endOutput() override;

private:
    void watch();

    QIODevice *m_device;
    QAbstractSocket *m_socket = nullptr; ///< the device, if it is one
    bool m_isReading = true;
};

} // namespace carillon
