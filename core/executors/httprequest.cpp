// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httprequest.h"

#include "core/util/coretext.h"
#include "core/util/json.h"
#include "core/util/quoted.h"

#include <algorithm>

namespace carillon {

namespace {

bool has(const HttpHeaders &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const bool isUsual = url.port() < 0 || url.port() == (url.scheme() == u"https" ? 443 : 80);
    return isUsual ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray target(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

QByteArray contentType(const QByteArray &body)
{
    return parseJson(body) ? "application/json" : "text/plain; charset=utf-8";
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           portOf(one) == portOf(other);
}

bool isHarmless(const QByteArray &header)
{
    const QByteArray name = header.toLower();
    return name.startsWith("accept") || name.startsWith("content-") || name == "user-agent";
}

void dropBody(HttpRequest &request)
{
    request.body.clear();
    request.headers.removeIf(
        [](const auto &header) { return header.first.toLower().startsWith("content-"); });
}

Error notFollowed(const QString &sentence)
{
    return {ErrorCode::NotAllowed, sentence};
}

} // namespace

HttpRequest httpRequestFor(const HttpAction &action)
{
    HttpRequest request{
        QUrl(action.url, QUrl::TolerantMode), action.method.toLatin1(), {}, action.body.toUtf8()};
    for (auto it = action.headers.begin(); it != action.headers.end(); ++it)
        request.headers.emplaceBack(it.key().toLatin1(), it.value().toUtf8());
    return request;
}

QByteArray wireForm(const HttpRequest &request)
{
    HttpHeaders headers{{"Host", hostHeader(request.url)}};
    const auto suggest = [&](const char *name, const QByteArray &value) {
        if (!has(request.headers, name))
            headers.emplaceBack(name, value);
    };
    suggest("User-Agent", "Carillon/" CARILLON_VERSION);
    suggest("Accept", "*/*");
    suggest("Accept-Encoding", "identity");
    if (!request.body.isEmpty())
        suggest("Content-Type", contentType(request.body));
    headers += request.headers;
    const QByteArrayList withBody{"POST", "PUT", "PATCH"};
    if (!request.body.isEmpty() || withBody.contains(request.method))
        headers.emplaceBack("Content-Length", QByteArray::number(request.body.size()));
    headers.emplaceBack("Connection", "close");

    QByteArray wire = request.method + ' ' + target(request.url) + " HTTP/1.1\r\n";
    for (const auto &[name, value] : headers)
        wire += name + ": " + value + "\r\n";
    return wire + "\r\n" + request.body;
}

quint16 portOf(const QUrl &url)
{
    return quint16(url.port(url.scheme() == u"https" ? 443 : 80));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Result<HttpRequest> redirected(const HttpRequest &request, int status, const QByteArray &location)
{
    const QString host = request.url.host();
    HttpRequest next = request;
    next.url = request.url.resolved(QUrl::fromEncoded(location.trimmed(), QUrl::TolerantMode));
    next.url.setUserInfo({});
    const QString shown = oneLine(next.url.toDisplayString(QUrl::RemoveQuery));
    const bool isWeb = next.url.scheme() == u"http" || next.url.scheme() == u"https";
    if (!next.url.isValid() || !isWeb || next.url.host().isEmpty())
        return notFollowed(CoreText::tr("“%1” redirects to “%2”, which is no web address.")
                               .arg(host, oneLine(QString::fromUtf8(location))));
    if (request.url.scheme() == u"https" && next.url.scheme() == u"http")
        return notFollowed(CoreText::tr("“%1” redirects from https to “%2”, which is not secure; "
                                        "that was not followed.")
                               .arg(host, shown));
    const bool becomesGet = (status == 303 && request.method != "HEAD") ||
                            ((status == 301 || status == 302) && request.method == "POST");
    if (becomesGet) {
        next.method = "GET";
        dropBody(next);
    }
    if (isSameOrigin(request.url, next.url))
        return next;
    if (!next.body.isEmpty())
        return notFollowed(CoreText::tr("“%1” wants the body sent to “%2”, another host; that was "
                                        "not done. Give the job that address if it is right.")
                               .arg(host, shown));
    next.headers.removeIf([](const auto &header) { return !isHarmless(header.first); });
    return next;
}

} // namespace carillon
