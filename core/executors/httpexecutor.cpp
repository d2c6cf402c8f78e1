// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/httpexecutor.h"

#include "core/executors/httpcall.h"
#include "core/executors/outcometext.h"

namespace carillon {

HttpExecutor::HttpExecutor(HttpLimits limits, QObject *parent) : Executor(parent), m_limits(limits)
{
    m_launchTimer.setSingleShot(true);
    connect(&m_launchTimer, &QTimer::timeout, this, &HttpExecutor::launchSome);
}

HttpExecutor::~HttpExecutor()
{
    HttpExecutor::abandonAll();
}

void HttpExecutor::start(const RunRequest &request)
{
    m_waiting.push_back(request);
    if (!m_launchTimer.isActive())
        m_launchTimer.start(0);
}

void HttpExecutor::launchSome()
{
    while (!m_waiting.empty() && int(m_calls.size()) < m_limits.atOnce) {
        const RunRequest request = std::move(m_waiting.front());
        m_waiting.pop_front();
        launch(request);
    }
}

void HttpExecutor::launch(const RunRequest &request)
{
    const RunId run = request.run;
    HttpCall &call =
        *m_calls.emplace(run.number, std::make_unique<HttpCall>(request, m_limits)).first->second;
    connect(&call, &HttpCall::wroteOutput, this,
            [this, run](const QByteArray &bytes) { emit wroteOutput(run, bytes); });
    connect(&call, &HttpCall::finished, this,
            [this, run](const RunOutcome &outcome) { finish(run, outcome); });
    emit started(run);
    call.start();
}

void HttpExecutor::finish(RunId run, const RunOutcome &outcome)
{
    HttpCall *const call = m_calls.extract(run.number).mapped().release();
    call->disconnect(this);
    call->setParent(this);
    call->deleteLater();
    if (!m_waiting.empty())
        m_launchTimer.start(0);
    emit finished(run, outcome);
}

void HttpExecutor::cancel(RunId run)
{
    const auto isRun = [run](const RunRequest &request) { return request.run == run; };
    if (std::erase_if(m_waiting, isRun) > 0) {
        QMetaObject::invokeMethod(
            this, [this, run] { emit finished(run, stoppedBeforeStart()); }, Qt::QueuedConnection);
        return;
    }
    if (const auto call = m_calls.find(run.number); call != m_calls.end())
        QMetaObject::invokeMethod(call->second.get(), &HttpCall::stop, Qt::QueuedConnection);
}

void HttpExecutor::abandonAll()
{
    m_waiting.clear();
    m_calls.clear();
}

} // namespace carillon
