// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"
#include "core/util/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QUrlQuery>

#include <functional>
#include <memory>

class QLocalSocket;

namespace carillon {
class Engine;
}

namespace carillon::ctl {

class AnswerReader;
struct Invocation;

/// What becomes of a profile that has no database.
enum class WithoutStore { Refuse, Create };

/// Asks the API of a profile, by the socket of the program that holds it. Where none does, an
/// engine within this process answers by the same socket: it works on the store and starts nothing
/// by schedule. Waits for each answer.
class ApiClient
{
    Q_DISABLE_COPY_MOVE(ApiClient)

public:
    /// NotFound without a database, unless one is made; AlreadyRunning if somebody holds the
    /// profile who does not listen; else as Engine::start().
    static Result<std::unique_ptr<ApiClient>> open(const Profile &profile,
                                                   WithoutStore withoutStore);
    ~ApiClient();

    /// Whether a program holds the profile that runs its jobs.
    bool isEngineRunning() const { return m_engine == nullptr; }

    /// The JSON that is answered; Undefined if the answer has no body. `path` begins with a slash,
    /// without the prefix. An answer that refuses comes back as its error.
    Result<QJsonValue> get(const QString &path, const QUrlQuery &query = {});
    Result<QJsonValue> post(const QString &path, const QJsonObject &body = {});
    Result<QJsonValue> patch(const QString &path, const QJsonObject &body);
    Result<QJsonValue> remove(const QString &path);

    /// The body piece by piece, as it comes; `wantsMore` says whether to go on.
    Result<> read(const QString &path, const QUrlQuery &query,
                  const std::function<bool(const QByteArray &)> &wantsMore);
    /// Of what was read() last; its name in lower case.
    QByteArray header(QByteArrayView name) const;

private:
    explicit ApiClient(const Profile &profile);

    Result<> reach(WithoutStore withoutStore);
    Result<> connectToEngine();
    Result<> startEngine();
    void endOnSignals();
    bool hasMore();
    Result<> send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                  const QByteArray &body);
    Result<QJsonValue> call(const QByteArray &method, const QString &path, const QUrlQuery &query,
                            const QByteArray &body);
    Result<> readHead(AnswerReader &reader);
    bool readMore(AnswerReader &reader);

    Profile m_profile;
    std::unique_ptr<Engine> m_engine; ///< our own, where nobody else has one
    std::unique_ptr<QLocalSocket> m_socket;
    std::unique_ptr<AnswerReader> m_reader; ///< of the last read()
    bool m_isEnding = false;                ///< our own engine
    bool m_isLost = false;                  ///< the connection, before the last answer was whole
};

/// Of the profile that the command line names.
Result<std::unique_ptr<ApiClient>> clientFor(const Invocation &invocation,
                                             WithoutStore withoutStore = WithoutStore::Refuse);

/// A path of the API: each part is percent-encoded.
QString apiPath(const QStringList &parts);

} // namespace carillon::ctl
