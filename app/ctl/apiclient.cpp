// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"

#include "app/ctl/answerreader.h"
#include "app/ctl/invocation.h"
#include "app/engine.h"
#include "app/terminationsignals.h"
#include "core/settings/settingsfile.h"
#include "core/stores/storeerrors.h"
#include "core/util/coretext.h"
#include "core/util/json.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

namespace carillon::ctl {

namespace {

constexpr int enginePatience = 5000; // ms

/// Of the socket, whatever the settings say of HTTP.
constexpr const char *prefix = "/scheduler";

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 400: return ErrorCode::InvalidInput;
    case 404: return ErrorCode::NotFound;
    case 409: return ErrorCode::Conflict;
    case 503: return ErrorCode::StoreBusy;
    case 507: return ErrorCode::StoreFull;
    default: return ErrorCode::Internal;
    }
}

Error errorOfAnswer(int status, const QByteArray &body)
{
    const auto value = parseJson(body);
    const QJsonObject object = value ? value->toObject() : QJsonObject();
    const QString message =
        object.value(u"error_message")
            .toString(CoreText::tr("The engine answers with status %1.").arg(status));
    return {codeOfStatus(status), message, object.value(u"field").toString()};
}

Error connectionLost()
{
    return {ErrorCode::Internal, CoreText::tr("The engine has ended the connection.")};
}

} // namespace

ApiClient::ApiClient(const Profile &profile)
    : m_profile(profile),
      m_socket(std::make_unique<QLocalSocket>())
{
}

ApiClient::~ApiClient() = default;

Result<std::unique_ptr<ApiClient>> ApiClient::open(const Profile &profile,
                                                   WithoutStore withoutStore)
{
    std::unique_ptr<ApiClient> client(new ApiClient(profile));
    if (const auto reached = client->reach(withoutStore); !reached)
        return reached.error();
    return client;
}

/// Who holds the profile may be about to listen, or to end.
Result<> ApiClient::reach(WithoutStore withoutStore)
{
    const QDeadlineTimer deadline(enginePatience);
    while (!connectToEngine()) {
        if (withoutStore == WithoutStore::Refuse && !QFileInfo::exists(m_profile.database()))
            return storeerrors::missing(m_profile.database());
        const auto started = startEngine();
        if (started) {
            endOnSignals();
            return connectToEngine();
        }
        if (started.error().code != ErrorCode::AlreadyRunning || deadline.hasExpired())
            return started;
        QThread::msleep(50);
    }
    return {};
}

Result<> ApiClient::connectToEngine()
{
    m_socket->connectToServer(m_profile.apiSocket());
    if (m_socket->waitForConnected(enginePatience))
        return {};
    return Error{ErrorCode::NotAllowed, CoreText::tr("The engine cannot be reached by “%1”: %2.")
                                            .arg(m_profile.apiSocket(), m_socket->errorString())};
}

Result<> ApiClient::startEngine()
{
    auto engine = std::make_unique<Engine>(
        systemClock(), Engine::Options{.profile = m_profile,
                                       .settings = loadSettings(m_profile.settingsFile()),
                                       .runsJobs = false});
    auto started = engine->start();
    started.waitForFinished();
    if (started.result())
        m_engine = std::move(engine);
    return started.result();
}

/// What our own engine runs ends in order with it.
void ApiClient::endOnSignals()
{
    onTerminationSignal([this] {
        if (std::exchange(m_isEnding, true))
            m_engine->hurry();
        else
            m_engine->stop();
    });
}

Result<> ApiClient::send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                         const QByteArray &body)
{
    if (m_isEnding)
        return Error{ErrorCode::Internal, CoreText::tr("It was cut short by a signal.")};
    QByteArray target = prefix + path.toUtf8();
    if (!query.isEmpty())
        target += '?' + query.toString(QUrl::FullyEncoded).toUtf8();
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (QLocale().language() == QLocale::Chinese)
        request += "Accept-Language: zh\r\n";
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\n";
    request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    m_isLost = m_socket->write(request) != request.size();
    if (m_isLost)
        return connectionLost();
    m_socket->flush();
    return {};
}

/// Waits for it in an event loop, which signals need; false once nothing more comes.
bool ApiClient::hasMore()
{
    QEventLoop loop;
    QObject::connect(m_socket.get(), &QIODevice::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QLocalSocket::disconnected, &loop, &QEventLoop::quit);
    if (m_socket->bytesAvailable() == 0 && m_socket->state() == QLocalSocket::ConnectedState)
        loop.exec();
    return m_socket->bytesAvailable() > 0;
}

/// False once the answer is over.
bool ApiClient::readMore(AnswerReader &reader)
{
    if (!hasMore()) {
        reader.feedEnd();
        return false;
    }
    reader.feed(m_socket->readAll());
    return !reader.isOver();
}

Result<> ApiClient::readHead(AnswerReader &reader)
{
    while (!reader.hasHead() && readMore(reader)) {}
    return reader.isBroken() || !reader.hasHead() ? Result<>(connectionLost()) : Result<>();
}

Result<QJsonValue> ApiClient::call(const QByteArray &method, const QString &path,
                                   const QUrlQuery &query, const QByteArray &body)
{
    if (const auto sent = send(method, path, query, body); !sent)
        return sent.error();
    AnswerReader reader;
    while (readMore(reader)) {}
    m_isLost = reader.isBroken() || !reader.hasHead();
    if (m_isLost)
        return connectionLost();
    const QByteArray answer = reader.takeBody();
    const auto value = parseJson(answer);
    const bool tellsMore = value && !value->toObject().contains(u"error_message");
    if (reader.status() >= 400 && !tellsMore) // a fault in /health is an answer as well
        return errorOfAnswer(reader.status(), answer);
    return answer.isEmpty() ? Result<QJsonValue>(QJsonValue(QJsonValue::Undefined)) : value;
}

Result<QJsonValue> ApiClient::get(const QString &path, const QUrlQuery &query)
{
    const auto answer = call("GET", path, query, {});
    if (!m_isLost || m_engine)
        return answer;
    // Whoever it was has ended; what only asks may be asked again.
    m_socket->abort();
    const auto reached = reach(WithoutStore::Refuse);
    return reached ? call("GET", path, query, {}) : reached.error();
}

Result<QJsonValue> ApiClient::post(const QString &path, const QJsonObject &body)
{
    return call("POST", path, {}, body.isEmpty() ? QByteArray() : toJsonText(body));
}

Result<QJsonValue> ApiClient::patch(const QString &path, const QJsonObject &body)
{
    return call("PATCH", path, {}, toJsonText(body));
}

Result<QJsonValue> ApiClient::remove(const QString &path)
{
    return call("DELETE", path, {}, {});
}

Result<> ApiClient::read(const QString &path, const QUrlQuery &query,
                         const std::function<bool(const QByteArray &)> &wantsMore)
{
    if (const auto sent = send("GET", path, query, {}); !sent)
        return sent;
    m_reader = std::make_unique<AnswerReader>();
    AnswerReader &reader = *m_reader;
    if (const auto head = readHead(reader); !head)
        return head;
    if (reader.status() >= 400) {
        while (readMore(reader)) {}
        return errorOfAnswer(reader.status(), reader.takeBody());
    }
    for (bool isOver = false; !isOver;) {
        isOver = reader.isOver();
        const QByteArray piece = reader.takeBody(); // the first may have come with the head
        if (!piece.isEmpty() && !wantsMore(piece))
            return {};
        if (!isOver)
            readMore(reader);
    }
    return reader.isBroken() ? Result<>(connectionLost()) : Result<>();
}

QByteArray ApiClient::header(QByteArrayView name) const
{
    return m_reader ? m_reader->header(name).value_or(QByteArray()) : QByteArray();
}

Result<std::unique_ptr<ApiClient>> clientFor(const Invocation &invocation,
                                             WithoutStore withoutStore)
{
    return ApiClient::open(Profile(invocation.value(u"profile"_qs)), withoutStore);
}

QString apiPath(const QStringList &parts)
{
    QString path;
    for (const QString &part : parts)
        path += u'/' + QString::fromLatin1(QUrl::toPercentEncoding(part));
    return path;
}

} // namespace carillon::ctl
