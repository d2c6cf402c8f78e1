// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/executor.h"
#include "core/executors/httplimits.h"

#include <QTimer>

#include <deque>
#include <memory>
#include <unordered_map>

namespace carillon {

class HttpCall;

/// Makes requests to web servers: HTTP/1.1, each on a connection of its own, without cookies,
/// cached logins or proxies.
///
/// The body of the answer is the output of the run, as the server sent it. A run succeeds if its
/// status is an expected one; `returnValue` is `{"status": 200, "reason": "OK", "bytes": 5}` as
/// soon as there was an answer. There is no exit code. Redirects are followed unless their status
/// is expected, never from https to http, and another host than the named one gets neither
/// Authorization nor any other header that might be secret, nor a body. Each request is sent once.
/// Time-outs count from the start of the run. A stop drops the connection at once.
class HttpExecutor final : public Executor
{
    Q_OBJECT

public:
    explicit HttpExecutor(HttpLimits limits = {}, QObject *parent = nullptr);
    ~HttpExecutor() override;

    void start(const RunRequest &request) override;
    void cancel(RunId run) override;
    void abandonAll() override;

private:
    void launchSome();
    void launch(const RunRequest &request);
    void finish(RunId run, const RunOutcome &outcome);

    HttpLimits m_limits;
    std::deque<RunRequest> m_waiting;
    QTimer m_launchTimer;
    std::unordered_map<qint64, std::unique_ptr<HttpCall>> m_calls;
};

} // namespace carillon
