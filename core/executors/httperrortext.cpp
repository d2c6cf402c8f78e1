// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httperrortext.h"

#include "core/executors/httprequest.h"
#include "core/util/coretext.h"
#include "core/util/quoted.h"

#include <QSslCertificate>

namespace carillon {

namespace {

/// `2024-03-31`, in UTC: certificates say it so, and it reads the same everywhere.
QString day(const QDateTime &time)
{
    return time.toUTC().date().toString(Qt::ISODate);
}

/// For whom it was made.
QString holders(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return oneLine(names.join(u", "));
}

/// Empty for errors without a sentence of their own.
QString sentenceFor(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return CoreText::tr("The certificate of “%1” expired on %2.")
            .arg(host, day(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return CoreText::tr("The certificate of “%1” is not valid before %2; is the clock right?")
            .arg(host, day(certificate.effectiveDate()));
    case QSslError::HostNameMismatch:
        return CoreText::tr("The certificate of “%1” is made out to “%2”.")
            .arg(host, holders(certificate));
    case QSslError::SelfSignedCertificate:
        return CoreText::tr("The certificate of “%1” is self-signed: nobody vouches for it.")
            .arg(host);
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CoreText::tr("The certificate of “%1” comes from “%2”, which this computer does "
                            "not trust.")
            .arg(host, oneLine(certificate.issuerInfo(QSslCertificate::CommonName).join(u", ")));
    case QSslError::CertificateRevoked:
        return CoreText::tr("The certificate of “%1” has been revoked.").arg(host);
    default: return {};
    }
}

} // namespace

QString connectionErrorText(QAbstractSocket::SocketError error, const QUrl &url,
                            const QString &systemText)
{
    const QString host = url.host();
    const QString port = QString::number(portOf(url));
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return CoreText::tr("“%1” was not found. Check the name and the network.").arg(host);
    case QAbstractSocket::ConnectionRefusedError:
        return CoreText::tr("“%1” refused the connection on port %2. Is the server running?")
            .arg(host, port);
    case QAbstractSocket::SocketTimeoutError:
        return CoreText::tr("“%1” did not answer on port %2.").arg(host, port);
    case QAbstractSocket::RemoteHostClosedError:
        return CoreText::tr("“%1” closed the connection on port %2 without an answer.")
            .arg(host, port);
    case QAbstractSocket::SslHandshakeFailedError:
        return CoreText::tr(
                   "There is no secure connection to “%1” on port %2. Does it speak https, "
                   "with TLS 1.2 or newer? The request was not sent.")
            .arg(host, port);
    default:
        return CoreText::tr("The connection to “%1”, port %2, failed: %3.")
            .arg(host, port, oneLine(systemText));
    }
}

QString certificateErrorText(const QList<QSslError> &errors, const QUrl &url)
{
    QString sentence;
    for (const QSslError &error : errors) {
        if (sentence.isEmpty())
            sentence = sentenceFor(error, url.host());
    }
    if (sentence.isEmpty())
        sentence = CoreText::tr("The certificate of “%1” was not accepted: %2.")
                       .arg(url.host(), errors.isEmpty() ? QString() : errors[0].errorString());
    //: %1 a sentence about a certificate
    return CoreText::tr("%1 The request was not sent.").arg(sentence);
}

} // namespace carillon
