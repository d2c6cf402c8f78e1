// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>
#include <QSslSocket>
#include <QTcpSocket>

#include <functional>

namespace carillon {

/// A web server on a free port of this machine that answers as a test wants it to.
class WebServer : public QObject
{
public:
    /// Gets each request, body included, with the connection to answer on.
    using Answer = std::function<void(const QByteArray &request, QTcpSocket &socket)>;

    explicit WebServer(Answer answer) : m_answer(std::move(answer)) { open(m_plain); }
    /// Sends these bytes and closes.
    explicit WebServer(const QByteArray &answer)
        : WebServer([answer](const QByteArray &, QTcpSocket &socket) { send(socket, answer); })
    {
    }
    /// With TLS.
    WebServer(const QSslConfiguration &tls, Answer answer) : m_answer(std::move(answer))
    {
        m_tls.setSslConfiguration(tls);
        open(m_tls);
    }

    static void send(QTcpSocket &socket, const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.disconnectFromHost();
    }

    quint16 port() const { return m_server->serverPort(); }
    /// `host` must lead to this machine.
    QString url(const QString &path = u"/"_qs, const QString &host = u"127.0.0.1"_qs) const
    {
        const QString scheme = m_server == &m_tls ? u"https"_qs : u"http"_qs;
        return u"%1://%2:%3%4"_qs.arg(scheme, host).arg(port()).arg(path);
    }

    QByteArrayList requests; ///< as they came
    int connections = 0;

private:
    void open(QTcpServer &server)
    {
        m_server = &server;
        server.setListenBacklogSize(512);
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(server.errorString()));
        connect(&server, &QTcpServer::pendingConnectionAvailable, this, &WebServer::accept);
    }

    void accept()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++connections;
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            const auto read = [this, socket, request = std::make_shared<QByteArray>()] {
                *request += socket->readAll();
                if (!isComplete(*request))
                    return;
                requests.append(std::exchange(*request, {}));
                m_answer(requests.last(), *socket);
            };
            connect(socket, &QTcpSocket::readyRead, this, read);
            if (socket->bytesAvailable() > 0)
                read();
        }
    }

    static bool isComplete(const QByteArray &request)
    {
        const qsizetype head = request.indexOf("\r\n\r\n");
        if (head < 0)
            return false;
        const qsizetype length = request.indexOf("Content-Length: ");
        if (length < 0 || length > head)
            return true;
        const qsizetype end = request.indexOf("\r\n", length);
        return request.size() - head - 4 >= request.sliced(length + 16, end - length - 16).toInt();
    }

    Answer m_answer;
    QTcpServer m_plain;
    QSslServer m_tls;
    QTcpServer *m_server = nullptr;
};

} // namespace carillon
