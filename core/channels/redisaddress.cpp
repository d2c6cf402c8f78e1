// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channels/redisaddress.h"

#include "core/util/coretext.h"

#include <QUrl>
#include <QUrlQuery>

#include <optional>

namespace carillon {

namespace {

constexpr int mostDatabase = 1'000'000;

Error refused()
{
    return invalidInput("redis/url",
                        CoreText::tr("The address of a Redis server is like "
                                     "redis://:PASSWORD@HOST:6379/0 or unix:///run/redis.sock."));
}

std::optional<int> databaseFrom(const QString &text)
{
    bool isNumber = text.isEmpty();
    const int number = text.isEmpty() ? 0 : text.toInt(&isNumber);
    return isNumber && number >= 0 && number <= mostDatabase ? std::optional(number) : std::nullopt;
}

} // namespace

QString RedisAddress::text() const
{
    const QString number = QString::number(database);
    if (!socket.isEmpty())
        return u"unix://%1%2"_qs.arg(socket, database == 0 ? QString() : u"?db="_qs + number);
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return u"redis://%1:%2/%3"_qs.arg(shown).arg(port).arg(number);
}

Result<RedisAddress> redisAddressFromText(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (url.scheme() == u"rediss")
        return invalidInput("redis/url", CoreText::tr("Redis over TLS (rediss://) is not "
                                                      "supported; a tunnel can bring it here."));
    RedisAddress address;
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    const bool isSocket = url.scheme() == u"unix";
    const QString path = url.path(QUrl::FullyDecoded);
    const auto database =
        databaseFrom(isSocket ? QUrlQuery(url).queryItemValue(u"db"_qs) : path.mid(1));
    if (!url.isValid() || url.hasFragment() || !database)
        return refused();
    address.database = *database;
    if (isSocket) {
        address.socket = path;
        return path.size() > 1 && url.host().isEmpty() ? Result<RedisAddress>(address) : refused();
    }
    address.host = url.host(QUrl::FullyDecoded);
    address.port = quint16(url.port(address.port));
    const bool isServer = url.scheme() == u"redis" && !address.host.isEmpty() && !url.hasQuery();
    return isServer && address.port > 0 ? Result<RedisAddress>(address) : refused();
}

} // namespace carillon
