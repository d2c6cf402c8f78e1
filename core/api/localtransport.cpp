// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/localtransport.h"

#include "core/util/coretext.h"

#include <QLocalServer>

#ifdef Q_OS_UNIX
#include "core/api/clientpoller.h"
#include "core/api/socketchannel.h"

#include <sys/socket.h>
#include <unistd.h>
#else
#include "core/api/devicechannel.h"
#endif

namespace carillon {

namespace {

ApiCaller localCaller()
{
    ApiCaller caller;
    caller.transport = ApiCaller::Transport::Local;
    return caller;
}

#ifdef Q_OS_UNIX
/// Whether the other end is a process of this user. The mode of the socket says so already; this
/// holds even if somebody changed it.
bool isSameUser(int socket)
{
#ifdef SO_PEERCRED
    ucred peer = {};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == ::geteuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return ::getpeereid(socket, &user, &group) == 0 && user == ::geteuid();
#endif
}
#endif

class LocalListener : public QLocalServer
{
public:
    explicit LocalListener(HttpClients &clients) : QLocalServer(&clients), m_clients(clients)
    {
        setSocketOptions(QLocalServer::UserAccessOption);
#ifndef Q_OS_UNIX
        connect(this, &QLocalServer::newConnection, this, [this] {
            while (QLocalSocket *socket = nextPendingConnection())
                m_clients.add(std::make_unique<DeviceChannel>(socket), localCaller());
        });
#endif
    }

#ifdef Q_OS_UNIX
protected:
    void incomingConnection(quintptr socket) override
    {
        if (isSameUser(int(socket)))
            m_clients.add(std::make_unique<SocketChannel>(int(socket), m_poller), localCaller());
        else
            ::close(int(socket));
    }
#endif

private:
    HttpClients &m_clients;
#ifdef Q_OS_UNIX
    SocketPoller &m_poller = pollerOf(m_clients);
#endif
};

} // namespace

LocalTransport::LocalTransport(HttpService::Handler handler, const Clock &clock,
                               const ServerLimits &limits)
    : m_service(std::move(handler), limits, clock)
{
}

Result<> LocalTransport::listen(const QString &socket)
{
    return m_service.open([&socket](HttpClients &clients) -> Result<> {
        QLocalServer::removeServer(socket);
        auto listener = std::make_unique<LocalListener>(clients);
        if (!listener->listen(socket))
            return Error{ErrorCode::NotAllowed,
                         CoreText::tr("The socket “%1” cannot be opened: %2. Other programs cannot "
                                      "reach this one.")
                             .arg(socket, listener->errorString())};
        listener.release(); // the clients own it now
        return {};
    });
}

} // namespace carillon
