// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/devicechannel.h"

#include <QSslSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace carillon {

namespace {

constexpr qint64 bufferedInput = 64 * 1024; ///< bytes; the rest waits at the client

} // namespace

DeviceChannel::DeviceChannel(QAbstractSocket *socket, QObject *parent)
    : ByteChannel(parent),
      m_device(socket),
      m_socket(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(bufferedInput);
    connect(socket, &QAbstractSocket::disconnected, this, &ByteChannel::broken,
            Qt::QueuedConnection);
    connect(socket, &QAbstractSocket::errorOccurred, this, &ByteChannel::broken,
            Qt::QueuedConnection);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        connect(encrypted, &QSslSocket::encryptedBytesWritten, this, &ByteChannel::sent,
                Qt::QueuedConnection); // during the signal they still count as unsent
    watch();
}

DeviceChannel::DeviceChannel(QLocalSocket *socket, QObject *parent)
    : ByteChannel(parent),
      m_device(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(bufferedInput);
    connect(socket, &QLocalSocket::disconnected, this, &ByteChannel::broken, Qt::QueuedConnection);
    connect(socket, &QLocalSocket::errorOccurred, this, &ByteChannel::broken, Qt::QueuedConnection);
    watch();
}

DeviceChannel::~DeviceChannel()
{
    m_device->disconnect(this);
    if (m_socket)
        m_socket->abort();
}

void DeviceChannel::watch()
{
    connect(m_device, &QIODevice::readyRead, this, [this] {
        if (m_isReading)
            emit readable();
    });
    connect(m_device, &QIODevice::bytesWritten, this, &ByteChannel::sent, Qt::QueuedConnection);
}

qsizetype DeviceChannel::read(char *to, qsizetype most)
{
    return std::max<qint64>(m_device->read(to, most), 0);
}

void DeviceChannel::setReading(bool on)
{
    m_isReading = on;
    if (on && m_device->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &ByteChannel::readable, Qt::QueuedConnection);
}

void DeviceChannel::write(const QByteArray &bytes)
{
    m_device->write(bytes);
    if (m_socket)
        m_socket->flush();
}

qsizetype DeviceChannel::unsent() const
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(m_socket);
    return m_device->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

void DeviceChannel::endOutput()
{
    if (!m_socket)
        return;
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(m_socket->socketDescriptor()), SD_SEND);
#else
    ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
#endif
}

} // namespace carillon
