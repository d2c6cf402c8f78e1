// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpcall.h"

#include "core/executors/processend.h"
#include "core/executors/httpexchange.h"
#include "core/executors/outcometext.h"
#include "core/util/coretext.h"

#include <QJsonObject>

namespace carillon {

namespace {

/// `404 Not Found`
QString statusLine(const HttpHead &head)
{
    const QString status = QString::number(head.status);
    return head.reason.isEmpty() ? status : u"%1 %2"_qs.arg(status, head.reason);
}

} // namespace

HttpCall::HttpCall(RunRequest request, const HttpLimits &limits)
    : m_run(std::move(request)),
      m_action(std::get<HttpAction>(m_run.action)),
      m_limits(limits)
{
    connect(&m_limit, &Countdown::expired, this, &HttpCall::giveUp);
}

void HttpCall::start()
{
    m_limit.start(m_run.timeout.value_or(m_limits.time));
    ask(httpRequestFor(m_action));
}

void HttpCall::stop()
{
    finish(endedOutcome(RunState::Stopped, m_run, {}));
}

void HttpCall::ask(const HttpRequest &request)
{
    m_exchange = new HttpExchange(request, this);
    connect(m_exchange, &HttpExchange::answered, this, &HttpCall::look);
    connect(m_exchange, &HttpExchange::wroteBody, this, &HttpCall::take);
    connect(m_exchange, &HttpExchange::ended, this, &HttpCall::conclude);
    m_exchange->start();
}

void HttpCall::look(const HttpHead &head)
{
    const bool isElsewhere = isRedirect(head.status) && !head.header("Location").isEmpty();
    if (isElsewhere && !m_action.expects(head.status))
        follow(head);
    else
        m_head = head;
}

void HttpCall::follow(const HttpHead &head)
{
    m_exchange->close();
    m_exchange->deleteLater();
    if (++m_redirects > m_limits.redirects) {
        finish(failure(CoreText::tr("“%1” redirects again after %2 redirects, perhaps in a circle; "
                                    "that was not followed.")
                           .arg(host(), QString::number(m_limits.redirects))));
        return;
    }
    const auto next = redirected(m_exchange->request(), head.status, head.header("Location"));
    if (next)
        ask(*next);
    else
        finish(failure(next.error().message));
}

void HttpCall::take(const QByteArray &body)
{
    emit wroteOutput(body);
    if (m_exchange->received() <= m_limits.body)
        return;
    const qint64 mebibytes = m_limits.body / (1024 * 1024);
    finish(failure(CoreText::tr("“%1” sent more than %2 MiB; the rest was not fetched.")
                       .arg(host(), QString::number(mebibytes))));
}

void HttpCall::giveUp()
{
    if (!m_run.timeout)
        m_run.timeout = m_limits.time;
    finish(endedOutcome(RunState::TimedOut, m_run, {}));
}

void HttpCall::conclude(const QString &problem)
{
    if (!problem.isEmpty())
        finish(failure(problem));
    else if (m_action.expects(m_head->status))
        finish({});
    else
        finish(failure(CoreText::tr("“%1” answered %2; expected was %3.")
                           .arg(host(), statusLine(*m_head), statusText(m_action.expected))));
}

void HttpCall::finish(RunOutcome outcome)
{
    m_limit.stop();
    m_exchange->close();
    if (m_head)
        outcome.returnValue = QJsonObject{{u"status"_qs, m_head->status},
                                          {u"reason"_qs, m_head->reason},
                                          {u"bytes"_qs, m_exchange->received()}};
    emit finished(outcome);
}

QString HttpCall::host() const
{
    return m_exchange->request().url.host();
}

} // namespace carillon
