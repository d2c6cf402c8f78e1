// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpexchange.h"

#include "core/executors/httperrortext.h"
#include "core/util/coretext.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace carillon {

namespace {

constexpr qint64 mostWaiting = 64 * 1024;

} // namespace

HttpExchange::HttpExchange(HttpRequest request, QObject *parent)
    : QObject(parent),
      m_request(std::move(request)),
      m_reader(m_request.method == "HEAD")
{
    m_socket.setReadBufferSize(mostWaiting);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpExchange::readSome);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HttpExchange::fail);
}

void HttpExchange::start()
{
    const QString host = m_request.url.host();
    const quint16 port = portOf(m_request.url);
    if (m_request.url.scheme() == u"http") {
        connect(&m_socket, &QSslSocket::connected, this, &HttpExchange::send);
        m_socket.connectToHost(host, port);
        return;
    }
    if (!QSslSocket::supportsSsl()) {
        const QString problem = CoreText::tr("“%1” was not asked: https does not work on this "
                                             "computer, its TLS library is missing.")
                                    .arg(host);
        QMetaObject::invokeMethod(
            this, [this, problem] { end(problem); }, Qt::QueuedConnection);
        return;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    m_socket.setSslConfiguration(configuration);
    connect(&m_socket, &QSslSocket::encrypted, this, &HttpExchange::send);
    m_socket.connectToHostEncrypted(host, port);
}

void HttpExchange::close()
{
    m_isOver = true;
    m_socket.disconnect(this);
    m_socket.abort();
}

void HttpExchange::send()
{
    m_socket.write(wireForm(m_request));
}

void HttpExchange::readSome()
{
    const auto body = m_reader.take(m_socket.read(mostWaiting));
    if (!body) {
        //: %1 name of a host, %2 a sentence saying what is wrong with its answer
        end(CoreText::tr("“%1”, port %2: %3")
                .arg(m_request.url.host(), QString::number(portOf(m_request.url)),
                     body.error().message));
        return;
    }
    if (m_reader.head() && !std::exchange(m_isAnswered, true))
        emit answered(*m_reader.head());
    if (m_isOver)
        return;
    m_received += body->size();
    if (!body->isEmpty())
        emit wroteBody(*body);
    if (m_reader.isComplete() && !m_isOver)
        end({});
}

void HttpExchange::fail(QAbstractSocket::SocketError error)
{
    for (qint64 left = -1; !m_isOver && m_socket.bytesAvailable() != left;) {
        left = m_socket.bytesAvailable();
        readSome();
    }
    if (m_isOver)
        return;
    const bool isClosed = error == QAbstractSocket::RemoteHostClosedError;
    if (isClosed && m_isAnswered && m_reader.isCompleteWhenClosed())
        end({});
    else if (m_isAnswered)
        end(cutShortText());
    else if (error == QAbstractSocket::SslHandshakeFailedError &&
             !m_socket.sslHandshakeErrors().isEmpty())
        end(certificateErrorText(m_socket.sslHandshakeErrors(), m_request.url));
    else
        end(connectionErrorText(error, m_request.url, m_socket.errorString()));
}

QString HttpExchange::cutShortText() const
{
    return CoreText::tr("“%1” closed the connection in the middle of its answer, after %2 bytes.")
        .arg(m_request.url.host(), QString::number(m_received));
}

void HttpExchange::end(const QString &problem)
{
    close();
    emit ended(problem);
}

} // namespace carillon
