// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apioptions.h"
#include "core/api/apiresponse.h"
#include "core/api/loginlimit.h"
#include "core/time/instant.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace carillon {

/// Asks who calls: by token, or by the password somebody chose. Lives in the engine thread; what is
/// slow about passwords is done elsewhere, two at a time.
class Auth : public QObject
{
    Q_OBJECT

public:
    explicit Auth(LoginRules rules, QObject *parent = nullptr);
    ~Auth() override;

    struct Verdict
    {
        QString who = {};                        ///< the name of the login
        std::optional<ApiResponse> refusal = {}; ///< 401 or 429
    };
    using Told = std::function<void(const Verdict &)>;

    /// What can be said at once; nothing if a password has to be tried: tell() does.
    std::optional<Verdict> verdict(const ApiRequest &request, Instant now);
    /// `told` is called later, unless this goes before.
    void tell(const ApiRequest &request, Instant now, Told told);

private:
    struct Login
    {
        QString user;
        QString password;
    };
    static std::optional<Login> basicLogin(const QByteArray &header);
    bool isToken(const QByteArray &text) const;
    bool isUser(const QString &user) const;
    QByteArray keyOf(const Login &login) const;
    Verdict wrong(const ApiRequest &request, Instant now);

    LoginRules m_rules;
    LoginLimit m_limit;
    QByteArray m_secret;      ///< of this life, for m_known
    QSet<QByteArray> m_known; ///< keys of passwords that were right
    QThreadPool m_pool;
};

} // namespace carillon
