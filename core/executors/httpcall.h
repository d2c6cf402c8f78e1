// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/executors/countdown.h"
#include "core/executors/executor.h"
#include "core/executors/httpanswer.h"
#include "core/executors/httplimits.h"

namespace carillon {

class HttpExchange;

/// One run of an HttpAction: its request, and those that redirects lead to.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    HttpCall(RunRequest request, const HttpLimits &limits);

    /// Leads to exactly one finished(), unless the call is destroyed before.
    void start();
    void stop();

signals:
    void wroteOutput(const QByteArray &bytes);
    void finished(const carillon::RunOutcome &outcome);

private:
    void ask(const HttpRequest &request);
    void look(const HttpHead &head);
    void follow(const HttpHead &head);
    void take(const QByteArray &body);
    void giveUp();
    void conclude(const QString &problem);
    void finish(RunOutcome outcome);
    QString host() const;

    RunRequest m_run;
    const HttpAction &m_action;
    HttpLimits m_limits;
    Countdown m_limit;
    HttpExchange *m_exchange = nullptr; ///< the newest; a child
    std::optional<HttpHead> m_head;     ///< of an answer that is not followed
    int m_redirects = 0;
};

} // namespace carillon
