// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonexecutor.h"

#include "core/executors/outcometext.h"
#include "core/executors/pythonworker.h"

#include <algorithm>

namespace carillon {

namespace {

bool wantsFreshInterpreter(const RunRequest &request)
{
    return request.executor == u"processpool"_qs;
}

} // namespace

PythonExecutor::PythonExecutor(ExecutorOptions options, QObject *parent)
    : Executor(parent),
      m_options(std::move(options))
{
    m_dispatchTimer.setSingleShot(true);
    connect(&m_dispatchTimer, &QTimer::timeout, this, &PythonExecutor::dispatch);
}

PythonExecutor::~PythonExecutor()
{
    PythonExecutor::abandonAll();
}

void PythonExecutor::start(const RunRequest &request)
{
    m_waiting.push_back(request);
    m_dispatchTimer.start(0);
}

/// One call per turn of the event loop: starting an interpreter blocks for a millisecond.
void PythonExecutor::dispatch()
{
    if (m_waiting.empty())
        return;
    PythonWorker *worker = workerFor(m_waiting.front());
    if (!worker)
        return;
    const RunRequest request = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_dispatchTimer.start(0);
    if (const auto opened = worker->isUsable() ? Result<>() : worker->open(); !opened) {
        remove(worker);
        emit finished(request.run, failure(opened.error().message));
        return;
    }
    worker->call(request);
}

PythonWorker *PythonExecutor::workerFor(const RunRequest &request)
{
    PythonWorker *idle = idleWorker();
    if (idle && !wantsFreshInterpreter(request))
        return idle;
    if (static_cast<int>(m_workers.size()) < m_options.maxWorkers)
        return addWorker();
    if (!idle)
        return nullptr;
    idle->close();
    remove(idle);
    return addWorker();
}

PythonWorker *PythonExecutor::idleWorker() const
{
    const auto found = std::find_if(m_workers.begin(), m_workers.end(),
                                    [](const auto &worker) { return worker->isIdle(); });
    return found == m_workers.end() ? nullptr : found->get();
}

PythonWorker *PythonExecutor::addWorker()
{
    PythonWorker *worker =
        m_workers.emplace_back(std::make_unique<PythonWorker>(m_options, this)).get();
    connect(worker, &PythonWorker::started, this, [this](RunId run) { emit started(run); });
    connect(worker, &PythonWorker::wroteOutput, this, &Executor::wroteOutput);
    connect(worker, &PythonWorker::wroteErrors, this, &Executor::wroteErrors);
    connect(worker, &PythonWorker::lost, this, [this, worker] { remove(worker); });
    connect(worker, &PythonWorker::finished, this,
            [this, worker](RunId run, const RunOutcome &outcome) { finish(worker, run, outcome); });
    return worker;
}

void PythonExecutor::finish(PythonWorker *worker, RunId run, const RunOutcome &outcome)
{
    if (!worker->isUsable())
        remove(worker);
    m_dispatchTimer.start(0);
    emit finished(run, outcome);
}

/// Later, because the worker may be inside the signal that brought us here.
void PythonExecutor::remove(PythonWorker *worker)
{
    const auto isWorker = [worker](const auto &each) { return each.get() == worker; };
    const auto found = std::find_if(m_workers.begin(), m_workers.end(), isWorker);
    found->release()->deleteLater();
    m_workers.erase(found);
}

void PythonExecutor::cancel(RunId run)
{
    const auto isRun = [run](const RunRequest &request) { return request.run == run; };
    if (std::erase_if(m_waiting, isRun) > 0) {
        QMetaObject::invokeMethod(
            this, [this, run] { emit finished(run, stoppedBeforeStart()); }, Qt::QueuedConnection);
        return;
    }
    for (const auto &worker : m_workers) {
        if (worker->request() && worker->request()->run == run)
            worker->stop(RunState::Stopped);
    }
}

void PythonExecutor::abandonAll()
{
    m_waiting.clear();
    const QList<ChildProcess *> children = findChildren<ChildProcess *>();
    ChildProcess::abandon({children.begin(), children.end()});
    m_workers.clear();
    qDeleteAll(children);
}

} // namespace carillon
