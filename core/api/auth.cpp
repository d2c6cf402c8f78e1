// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/auth.h"

#include "core/api/apierror.h"
#include "core/api/passwordhash.h"
#include "core/util/coretext.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace carillon {

namespace {

QString tokenUser()
{
    return u"carillon"_qs;
}

/// What follows the scheme of an Authorization header; nothing if it is another one.
std::optional<QByteArray> credentials(const QByteArray &header, QByteArrayView scheme)
{
    const auto blank = header.indexOf(' ');
    if (blank < 0 || header.left(blank).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return header.mid(blank).trimmed();
}

ApiResponse accessDenied()
{
    static const QList<ApiHeader> headers{
        {"WWW-Authenticate", "Basic realm=\"Authentication Required\""},
        {"Content-Type", "text/html; charset=utf-8"},
        {"X-Content-Type-Options", "nosniff"},
        {"Cache-Control", "no-store"}};
    return {401, headers, "Access Denied"};
}

ApiResponse tooMany()
{
    ApiResponse response = errorResponse(
        429, CoreText::tr("Too many wrong logins from this address. Try again in a minute."));
    response.headers.append(ApiHeader{"Retry-After", "60"});
    return response;
}

QByteArray randomSecret()
{
    std::array<quint32, 8> random;
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return {reinterpret_cast<const char *>(random.data()), sizeof(random)};
}

} // namespace

Auth::Auth(LoginRules rules, QObject *parent)
    : QObject(parent),
      m_rules(std::move(rules)),
      m_secret(randomSecret())
{
    m_pool.setMaxThreadCount(2);
}

Auth::~Auth()
{
    m_pool.clear();
    m_pool.waitForDone();
}

/// The first colon separates; what is not Base64 or not UTF-8 is no login.
std::optional<Auth::Login> Auth::basicLogin(const QByteArray &header)
{
    const auto encoded = credentials(header, "Basic");
    if (!encoded || encoded->isEmpty())
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(*encoded, QByteArray::AbortOnBase64DecodingErrors);
    const auto colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (colon < 0)
        return {};
    return Login{QString::fromUtf8(decoded.decoded.left(colon)),
                 QString::fromUtf8(decoded.decoded.mid(colon + 1))};
}

bool Auth::isToken(const QByteArray &text) const
{
    return !m_rules.tokenDigest.isEmpty() && equalInConstantTime(sha256(text), m_rules.tokenDigest);
}

bool Auth::isUser(const QString &user) const
{
    return equalInConstantTime(sha256(user.toUtf8()), sha256(m_rules.user.toUtf8()));
}

QByteArray Auth::keyOf(const Login &login) const
{
    const QByteArray both = login.user.toUtf8() + ':' + login.password.toUtf8();
    return QMessageAuthenticationCode::hash(both, m_secret, QCryptographicHash::Sha256);
}

Auth::Verdict Auth::wrong(const ApiRequest &request, Instant now)
{
    const QString &address = request.caller.address;
    if (m_limit.isReached(address, now))
        return {{}, tooMany()};
    m_limit.add(address, now);
    return {{}, accessDenied()};
}

std::optional<Auth::Verdict> Auth::verdict(const ApiRequest &request, Instant now)
{
    if (!m_rules.isRequired || request.caller.transport == ApiCaller::Transport::Local)
        return Verdict();
    const QByteArray *header = request.header("authorization");
    if (!header || header->isEmpty())
        return Verdict{{}, accessDenied()};
    if (const auto bearer = credentials(*header, "Bearer"))
        return isToken(*bearer) ? Verdict{tokenUser(), {}} : wrong(request, now);
    const auto login = basicLogin(*header);
    if (!login)
        return Verdict{{}, accessDenied()};
    if (login->user == tokenUser() && isToken(login->password.toUtf8()))
        return Verdict{tokenUser(), {}};
    if (m_rules.passwordHash.isEmpty())
        return wrong(request, now);
    if (!m_known.isEmpty() && m_known.contains(keyOf(*login)))
        return Verdict{login->user, {}};
    if (m_limit.isReached(request.caller.address, now))
        return Verdict{{}, tooMany()};
    return {};
}

void Auth::tell(const ApiRequest &request, Instant now, Told told)
{
    const QString address = request.caller.address;
    const QByteArray *header = request.header("authorization");
    const auto login = header ? basicLogin(*header) : std::nullopt;
    if (!login) {
        told({{}, accessDenied()});
        return;
    }
    m_limit.add(address, now); // before the outcome is known, or many would be tried side by side
    m_pool.start([this, login = *login, address, told = std::move(told), rules = m_rules] {
        const bool isRight = isPassword(login.password, rules.passwordHash);
        QMetaObject::invokeMethod(this, [this, login, address, told, isRight] {
            if (!isRight || !isUser(login.user)) {
                told({{}, accessDenied()});
                return;
            }
            m_limit.takeBack(address);
            m_known.insert(keyOf(login));
            told({login.user, {}});
        });
    });
}

} // namespace carillon
