// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/httptransport.h"

#include "core/api/devicechannel.h"
#include "core/api/tlssetup.h"
#include "core/util/coretext.h"

#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#ifdef Q_OS_UNIX
#include "core/api/clientpoller.h"
#include "core/api/socketchannel.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace carillon {

namespace {

constexpr int backlog = 256;
constexpr std::chrono::milliseconds acceptPause(100);

/// The address as a number; IPv4 as such, also where it came in through an IPv6 socket.
QString addressText(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(number).toString() : address.toString();
}

#ifdef Q_OS_UNIX
QString peerOf(int socket)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(socket, address, &size) != 0)
        return {};
    return addressText(QHostAddress(address));
}

void setOption(int socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}
#endif

/// Accepts connections, with TLS if told so. A connection counts from the first moment, not only
/// after the handshake.
class HttpListener : public QTcpServer
{
public:
    HttpListener(HttpClients &clients, std::optional<QSslConfiguration> tls)
        : QTcpServer(&clients),
          m_clients(clients),
          m_tls(std::move(tls))
    {
        setListenBacklogSize(backlog);
        // Out of descriptors: QTcpServer stops for good, but the next moment may be better.
        connect(this, &QTcpServer::acceptError, this,
                [this] { QTimer::singleShot(acceptPause, this, &QTcpServer::resumeAccepting); });
    }

protected:
    void incomingConnection(qintptr socket) override
    {
        ApiCaller caller;
        caller.port = serverPort();
        caller.isEncrypted = m_tls.has_value();
#ifdef Q_OS_UNIX
        if (!m_tls) {
            setOption(int(socket), IPPROTO_TCP, TCP_NODELAY);
            setOption(int(socket), SOL_SOCKET, SO_KEEPALIVE);
            caller.address = peerOf(int(socket));
            m_clients.add(std::make_unique<SocketChannel>(int(socket), m_poller), caller);
            return;
        }
#endif
        addQtSocket(socket, caller);
    }

private:
    void addQtSocket(qintptr descriptor, ApiCaller caller)
    {
        auto socket = m_tls ? std::make_unique<QSslSocket>() : std::make_unique<QTcpSocket>();
        if (!socket->setSocketDescriptor(descriptor))
            return;
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        caller.address = addressText(socket->peerAddress());
        QTcpSocket *raw = socket.get();
        m_clients.add(std::make_unique<DeviceChannel>(socket.release()), caller);
        if (auto *encrypted = qobject_cast<QSslSocket *>(raw)) {
            encrypted->setSslConfiguration(*m_tls);
            encrypted->startServerEncryption();
        }
    }

    HttpClients &m_clients;
    std::optional<QSslConfiguration> m_tls;
#ifdef Q_OS_UNIX
    SocketPoller &m_poller = pollerOf(m_clients);
#endif
};

Error listenError(const QTcpServer &server, const HttpEndpoint &endpoint)
{
    const QString place = u"%1:%2"_qs.arg(endpoint.address.toString()).arg(endpoint.port);
    if (server.serverError() == QAbstractSocket::AddressInUseError)
        return {ErrorCode::PortTaken,
                CoreText::tr("Another program listens at %1. The HTTP endpoint was not started. "
                             "End that program, or choose another port.")
                    .arg(place)};
    return {ErrorCode::NotAllowed,
            CoreText::tr("The HTTP endpoint cannot listen at %1: %2. It was not started.")
                .arg(place, server.errorString())};
}

} // namespace

HttpTransport::HttpTransport(HttpService::Handler handler, const Clock &clock,
                             const ServerLimits &limits)
    : m_service(std::move(handler), limits, clock)
{
}

Result<> HttpTransport::listen(const HttpEndpoint &endpoint)
{
    if (const auto checked = checkEndpoint(endpoint); !checked)
        return checked;
    std::optional<QSslConfiguration> tls;
    if (endpoint.tls) {
        auto loaded = loadTls(*endpoint.tls);
        if (!loaded)
            return loaded.error();
        tls = *std::move(loaded);
    }
    return m_service.open([&](HttpClients &clients) -> Result<> {
        auto listener = std::make_unique<HttpListener>(clients, tls);
        if (!listener->listen(endpoint.address, endpoint.port))
            return listenError(*listener, endpoint);
        m_port = listener.release()->serverPort(); // the clients own it now
        return {};
    });
}

} // namespace carillon
