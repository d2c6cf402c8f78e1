// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/forwarded.h"

#include <QHostAddress>

namespace carillon {

namespace {

/// What the proxies say in turn, the nearest one last.
QList<QByteArray> forwarders(const ApiRequest &request)
{
    QList<QByteArray> all;
    for (const ApiHeader &header : request.headers) {
        if (header.name == "x-forwarded-for")
            all += header.value.split(',');
    }
    return all;
}

} // namespace

QString clientAddress(const ApiRequest &request, const QStringList &proxies)
{
    QString client = request.caller.address;
    QList<QByteArray> said = forwarders(request);
    while (proxies.contains(client) && !said.isEmpty()) {
        const QHostAddress before(QString::fromLatin1(said.takeLast().trimmed()));
        if (before.isNull())
            break;
        client = before.toString();
    }
    return client;
}

} // namespace carillon
