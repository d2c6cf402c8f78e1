// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/tlssetup.h"

#include "core/util/coretext.h"

#include <QFile>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

namespace carillon {

namespace {

Error refusal(const QString &message)
{
    return {ErrorCode::NotAllowed, message};
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return refusal(CoreText::tr("The file “%1” cannot be read: %2. HTTPS was not started.")
                           .arg(path, file.errorString()));
    return file.readAll();
}

/// A key that is protected by a password is no key here: there is nobody to ask.
QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// What the TLS library says when it is to use them; empty if it does. It only does so on a
/// connection.
QString complaint(const QSslConfiguration &configuration)
{
    QTcpServer server;
    QTcpSocket client;
    if (!server.listen(QHostAddress::LocalHost))
        return server.errorString();
    client.connectToHost(server.serverAddress(), server.serverPort());
    if (!server.waitForNewConnection(5000))
        return server.errorString();
    const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
    QSslSocket socket;
    socket.setSocketDescriptor(accepted->socketDescriptor());
    socket.setSslConfiguration(configuration);
    socket.startServerEncryption();
    const bool isRefused = socket.error() != QAbstractSocket::UnknownSocketError;
    return isRefused ? socket.errorString() : QString();
}

} // namespace

Result<QSslConfiguration> loadTls(const TlsFiles &files)
{
    if (!QSslSocket::supportsSsl())
        return refusal(CoreText::tr("HTTPS needs a TLS library, which this machine does not have. "
                                    "It was not started. Install OpenSSL."));
    const auto certificateText = contents(files.certificate);
    if (!certificateText)
        return certificateText.error();
    const auto keyText = contents(files.key);
    if (!keyText)
        return keyText.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificateText, QSsl::Pem);
    if (chain.isEmpty())
        return refusal(CoreText::tr("The file “%1” holds no certificate in the PEM format. HTTPS "
                                    "was not started.")
                           .arg(files.certificate));
    const QSslKey key = readKey(*keyText);
    if (key.isNull())
        return refusal(CoreText::tr("The file “%1” holds no private key in the PEM format that can "
                                    "be read without a password. HTTPS was not started.")
                           .arg(files.key));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (const QString text = complaint(configuration); !text.isEmpty())
        return refusal(CoreText::tr("The certificate “%1” and the key “%2” cannot be used: %3. "
                                    "HTTPS was not started.")
                           .arg(files.certificate, files.key, text));
    return configuration;
}

} // namespace carillon
