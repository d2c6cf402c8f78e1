// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/apiserver.h"

#include "app/apitoken.h"
#include "core/api/httptransport.h"
#include "core/api/localtransport.h"
#include "core/api/passwordhash.h"
#include "core/api/router.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QSysInfo>

namespace carillon {

namespace {

QString hostName()
{
    return QSysInfo::machineHostName().toLower();
}

Result<> checkPrefix(const QString &prefix)
{
    if (prefix.startsWith(u'/') && !prefix.endsWith(u'/'))
        return {};
    return invalidInput("SCHEDULER_API_PREFIX",
                        CoreText::tr("The prefix of the API must begin with a slash and not end "
                                     "with one, like “/scheduler”; it is “%1”.")
                            .arg(prefix));
}

Result<ApiOptions> optionsOf(const Profile &profile, const Settings &settings)
{
    const ApiSettings &api = settings.api;
    if (const auto checked = checkPrefix(api.prefix); !checked)
        return checked.error();
    ApiOptions options;
    options.prefix = api.prefix;
    options.allowedHosts = api.allowedHosts;
    options.hostName = hostName();
    options.zone = Zone::system();
    if (!api.timezone.isEmpty()) {
        const auto zone = Zone::named(api.timezone);
        if (!zone)
            return Error{ErrorCode::InvalidInput,
                         u"SCHEDULER_TIMEZONE: "_qs + zone.error().message};
        options.zone = *zone;
    }
    options.jobDefaults = api.jobDefaults;
    options.executors = allExecutors(settings);
    options.functions = api.functions;
    options.names = api.names;
    options.proxies = api.proxies;
    options.login.isRequired = api.asksForLogin;
    options.login.user = api.user;
    options.login.passwordHash = api.passwordHash;
    if (api.isEnabled && api.asksForLogin) {
        const auto token = apiToken(profile.tokenFile());
        if (!token)
            return token.error();
        options.login.tokenDigest = sha256(*token);
    }
    return options;
}

Result<HttpEndpoint> endpointOf(const ApiSettings &api)
{
    auto endpoint = endpointFromText(api.listen);
    if (!endpoint)
        return endpoint;
    endpoint->asksForLogin = api.asksForLogin;
    endpoint->allowsPlain = api.allowsPlainHttp;
    if (!api.certificate.isEmpty())
        endpoint->tls = TlsFiles{api.certificate, api.key};
    return endpoint;
}

QString hostText(const QHostAddress &address)
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return isIpv6 ? u"[%1]"_qs.arg(address.toString()) : address.toString();
}

} // namespace

bool mayRunHere(const ApiSettings &settings)
{
    ApiOptions options;
    options.allowedHosts = settings.allowedHosts;
    options.hostName = hostName();
    return options.mayRunHere();
}

ApiServer::ApiServer(Scheduler &scheduler, const Clock &clock)
    : m_scheduler(scheduler),
      m_clock(clock)
{
}

ApiServer::~ApiServer() = default;

Result<> ApiServer::start(const Profile &profile, const Settings &settings)
{
    auto options = optionsOf(profile, settings);
    if (!options)
        return options.error();
    if (settings.api.isEnabled) {
        const auto endpoint = endpointOf(settings.api);
        if (!endpoint)
            return endpoint.error();
        const bool isOne = endpoint->address != QHostAddress(QHostAddress::AnyIPv4) &&
                           endpoint->address != QHostAddress(QHostAddress::AnyIPv6) &&
                           endpoint->address != QHostAddress(QHostAddress::Any);
        if (isOne && !endpoint->address.isLoopback())
            options->names.append(hostText(endpoint->address));
    }
    m_router = std::make_unique<Router>(m_scheduler, *options);
    const auto answer = [router = m_router.get()](const ApiRequest &request, Router::Reply reply) {
        router->answer(request, std::move(reply));
    };
    m_local = std::make_unique<LocalTransport>(answer, m_clock);
    if (const auto listening = m_local->listen(profile.apiSocket()); !listening)
        log::api().warn("no local socket: {}", listening.error().message);
    if (!settings.api.isEnabled)
        return {};
    m_http = std::make_unique<HttpTransport>(answer, m_clock);
    return startHttp(settings.api);
}

KinitDesk &ApiServer::desk()
{
    return m_router->desk();
}

Result<> ApiServer::startHttp(const ApiSettings &settings)
{
    const auto endpoint = endpointOf(settings);
    if (!endpoint)
        return endpoint.error();
    if (const auto listening = m_http->listen(*endpoint); !listening)
        return listening;
    m_url = u"%1://%2:%3%4"_qs
                .arg(endpoint->tls ? u"https"_qs : u"http"_qs, hostText(endpoint->address))
                .arg(m_http->port())
                .arg(settings.prefix);
    log::api().info("answers at {}", m_url);
    return {};
}

} // namespace carillon
