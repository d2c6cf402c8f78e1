// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/compositeexecutor.h"

namespace carillon {

CompositeExecutor::CompositeExecutor(std::unique_ptr<Executor> processes,
                                     std::unique_ptr<Executor> python,
                                     std::unique_ptr<Executor> http, std::unique_ptr<Executor> pool,
                                     QObject *parent)
    : Executor(parent),
      m_processes(std::move(processes)),
      m_python(std::move(python)),
      m_http(std::move(http)),
      m_pool(std::move(pool))
{
    for (const Executor *part : {m_processes.get(), m_python.get(), m_http.get(), m_pool.get()}) {
        connect(part, &Executor::started, this, &Executor::started);
        connect(part, &Executor::wroteOutput, this, &Executor::wroteOutput);
        connect(part, &Executor::wroteErrors, this, &Executor::wroteErrors);
        connect(part, &Executor::finished, this, [this](RunId run, const RunOutcome &outcome) {
            m_running.remove(run);
            emit finished(run, outcome);
        });
    }
}

void CompositeExecutor::start(const RunRequest &request)
{
    Executor &executor = executorFor(request.action);
    m_running.insert(request.run, &executor);
    executor.start(request);
}

bool CompositeExecutor::isOverAtOnce(const Action &action) const
{
    return executorFor(action).isOverAtOnce(action);
}

void CompositeExecutor::cancel(RunId run)
{
    if (Executor *executor = m_running.value(run))
        executor->cancel(run);
}

QFuture<Result<>> CompositeExecutor::check(const Action &action)
{
    return executorFor(action).check(action);
}

int CompositeExecutor::endLeftovers(const std::vector<Run> &runs)
{
    return m_processes->endLeftovers(runs) + m_python->endLeftovers(runs) +
           m_pool->endLeftovers(runs);
}

void CompositeExecutor::abandonAll()
{
    m_processes->abandonAll();
    m_python->abandonAll();
    m_http->abandonAll();
    m_pool->abandonAll();
    m_running.clear();
}

Executor &CompositeExecutor::executorFor(const Action &action) const
{
    if (pythonOf(action))
        return *m_python;
    if (std::holds_alternative<CommandAction>(action) ||
        std::holds_alternative<ScriptAction>(action))
        return *m_processes;
    if (std::holds_alternative<HttpAction>(action))
        return *m_http;
    return *m_pool;
}

} // namespace carillon
