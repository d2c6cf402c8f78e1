// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/socketchannel.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace carillon {

namespace {

#ifdef MSG_NOSIGNAL
constexpr int noSignal = MSG_NOSIGNAL;
#else
constexpr int noSignal = 0; // macOS: SO_NOSIGPIPE
#endif

} // namespace

SocketChannel::SocketChannel(int socket, SocketPoller &poller) : m_socket(socket), m_poller(poller)
{
    ::fcntl(m_socket, F_SETFL, ::fcntl(m_socket, F_GETFL) | O_NONBLOCK);
    ::fcntl(m_socket, F_SETFD, FD_CLOEXEC);
#ifdef SO_NOSIGPIPE
    const int on = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
    watch();
}

SocketChannel::~SocketChannel()
{
    m_poller.forget(m_socket);
    ::close(m_socket);
}

void SocketChannel::watch()
{
    if (!m_isBroken)
        m_poller.watch(m_socket, *this, m_isReading && !m_hasEnded, !m_unsent.isEmpty());
}

qsizetype SocketChannel::read(char *to, qsizetype most)
{
    if (m_hasEnded || m_isBroken)
        return 0;
    ssize_t count = 0;
    do {
        count = ::recv(m_socket, to, size_t(most), 0);
    } while (count < 0 && errno == EINTR);
    if (count == 0) {
        m_hasEnded = true;
        watch();
    } else if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        breakDown();
    }
    return std::max<qsizetype>(count, 0);
}

void SocketChannel::setReading(bool on)
{
    m_isReading = on;
    watch();
}

void SocketChannel::write(const QByteArray &bytes)
{
    if (m_isBroken)
        return;
    const qsizetype sent = m_unsent.isEmpty() ? send(bytes) : 0;
    if (sent == bytes.size() || m_isBroken)
        return;
    m_unsent += QByteArrayView(bytes).sliced(sent);
    watch();
}

qsizetype SocketChannel::send(QByteArrayView bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.data() + sent, size_t(bytes.size() - sent), noSignal);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            if (errno != EAGAIN && errno != EWOULDBLOCK)
                breakDown();
            break;
        }
        sent += count;
    }
    return sent;
}

void SocketChannel::becameWritable()
{
    m_sent += send(QByteArrayView(m_unsent).sliced(m_sent));
    if (m_isBroken)
        return;
    if (m_sent == m_unsent.size()) {
        m_unsent = {};
        m_sent = 0;
        watch();
    }
    emit sent();
}

void SocketChannel::endOutput()
{
    ::shutdown(m_socket, SHUT_WR);
}

void SocketChannel::breakDown()
{
    m_isBroken = true;
    m_poller.forget(m_socket);
    // Not from within: whoever reads or writes would find itself deleted.
    QMetaObject::invokeMethod(this, &ByteChannel::broken, Qt::QueuedConnection);
}

} // namespace carillon
