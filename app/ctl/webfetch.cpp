// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/webfetch.h"

#include "core/util/coretext.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace carillon::ctl {

namespace {

constexpr int patience = 30'000; // ms
constexpr qint64 mostBytes = 64 * 1024 * 1024;

QNetworkRequest requestFor(const QUrl &address)
{
    QNetworkRequest request(address.adjusted(QUrl::RemoveUserInfo));
    request.setTransferTimeout(patience);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Accept", "application/json");
    if (!address.userName().isEmpty()) {
        const QString login =
            address.userName(QUrl::FullyDecoded) + u':' + address.password(QUrl::FullyDecoded);
        request.setRawHeader("Authorization", "Basic " + login.toUtf8().toBase64());
    }
    return request;
}

QString whyNot(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 401)
        return CoreText::tr("it asks for a login; --user and --password-file give one");
    return status != 0 ? CoreText::tr("it answers with status %1").arg(status)
                       : reply.errorString();
}

} // namespace

Result<QByteArray> fetchFromWeb(const QUrl &address)
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(requestFor(address)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply->error() != QNetworkReply::NoError || status != 200)
        return Error{ErrorCode::NotAllowed,
                     CoreText::tr("The server at %1 cannot be read: %2.")
                         .arg(address.adjusted(QUrl::RemoveUserInfo).toString(), whyNot(*reply))};
    return reply->readAll();
}

} // namespace carillon::ctl
