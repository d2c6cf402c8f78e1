// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/router.h"
#include "core/util/json.h"
#include "support/schedulerbench.h"

#include <QTest>

namespace carillon {

/// A router over a scheduler with everything it needs; nobody has to log in.
struct ApiBench
{
    SchedulerBench bench;
    ApiOptions options = open();
    Router router{bench.scheduler, options};
    std::optional<ApiResponse> last; ///< nothing while an answer is awaited

    static ApiOptions open()
    {
        ApiOptions options;
        options.login.isRequired = false;
        options.hostName = QStringLiteral("vm");
        return options;
    }

    ApiBench() = default;
    explicit ApiBench(const ApiOptions &given) : options(given) {}

    static ApiRequest request(const QByteArray &method, const QByteArray &target,
                              const QByteArray &body = {})
    {
        ApiRequest request;
        request.method = method;
        const auto question = target.indexOf('?');
        request.path = question < 0 ? target : target.left(question);
        request.query = question < 0 ? QByteArray() : target.mid(question + 1);
        request.headers = {{"host", "127.0.0.1:8080"}};
        request.body = body;
        request.caller.address = QStringLiteral("127.0.0.1");
        request.caller.port = 8080;
        return request;
    }

    void send(const ApiRequest &request)
    {
        last.reset();
        router.answer(request, [this](const ApiResponse &response) { last = response; });
    }
    /// The answer, which may take its turn.
    ApiResponse ask(const ApiRequest &request)
    {
        send(request);
        if (!QTest::qWaitFor([this] { return last.has_value(); }))
            qFatal("no answer to %s %s", request.method.constData(), request.path.constData());
        return *last;
    }
    ApiResponse ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return ask(request(method, target, body));
    }
    QJsonObject object(const QByteArray &target) { return jsonOf(ask("GET", target)).toObject(); }

    static QJsonValue jsonOf(const ApiResponse &response)
    {
        const auto parsed = parseJson(response.body);
        return parsed ? *parsed : QJsonValue();
    }
    static QByteArray header(const ApiResponse &response, const QByteArray &name)
    {
        for (const ApiHeader &header : response.headers) {
            if (header.name == name)
                return header.value;
        }
        return {};
    }
};

/// Single quotes stand for double ones, which C++ needs for itself.
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace carillon
