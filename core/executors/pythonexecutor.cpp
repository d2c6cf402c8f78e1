// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonexecutor.h"

#include "core/executors/outcometext.h"
#include "core/executors/pythonworker.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace carillon {

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
    m_waiting.push_back({request});
    m_dispatchTimer.start(0);
}

QFuture<Result<>> PythonExecutor::check(const Action &action)
{
    const RunId number{--m_lastCheck};
    QPromise<Result<>> &promise = m_checks[number.number];
    promise.start();
    m_waitingChecks.push_back({{.run = number,
                                .action = action,
                                .timeout = m_options.checkLimit,
                                .stopDelay = std::chrono::seconds(0)},
                               true});
    m_dispatchTimer.start(0);
    return promise.future();
}

/// Warm workers get their calls at once; starting an interpreter blocks for a millisecond, so there
/// is one in a turn of the event loop.
void PythonExecutor::dispatch()
{
    while (!m_isChecking && !m_waitingChecks.empty()) {
        m_isChecking = true;
        if (dispatchFrom(m_waitingChecks))
            return;
    }
    while (!m_waiting.empty() && (!isFull() || idleWorker(nullptr))) {
        if (dispatchFrom(m_waiting))
            return;
    }
}

/// Whether the turn is over.
bool PythonExecutor::dispatchFrom(std::deque<PythonCall> &waiting)
{
    const PythonCall call = std::move(waiting.front());
    waiting.pop_front();
    PythonWorker *const worker = workerFor(call);
    const bool isNew = !worker->isUsable();
    if (const auto opened = isNew ? worker->open() : Result<>(); !opened)
        finish(worker, call.request.run, {failure(opened.error().message)});
    else
        worker->call(call);
    if (isNew)
        m_dispatchTimer.start(0);
    return isNew;
}

bool PythonExecutor::isFull() const
{
    return static_cast<int>(m_workers.size()) >= m_options.maxWorkers;
}

PythonWorker *PythonExecutor::workerFor(const PythonCall &call)
{
    PythonWorker *const warm = call.request.freshInterpreter ? nullptr : idleWorker(&call);
    if (warm)
        return warm;
    if (PythonWorker *const other = isFull() ? idleWorker(nullptr) : nullptr) {
        other->close();
        remove(other);
    }
    return addWorker(call);
}

/// One that can do `call`, or any.
PythonWorker *PythonExecutor::idleWorker(const PythonCall *call) const
{
    const auto suits = [call](const auto &worker) {
        return worker->isIdle() && (!call || worker->python() == *pythonOf(call->request.action));
    };
    const auto found = std::find_if(m_workers.begin(), m_workers.end(), suits);
    return found == m_workers.end() ? nullptr : found->get();
}

PythonWorker *PythonExecutor::addWorker(const PythonCall &call)
{
    PythonWorker *worker = m_workers
                               .emplace_back(std::make_unique<PythonWorker>(
                                   m_options, *pythonOf(call.request.action), this))
                               .get();
    // Checks are no runs: nobody hears of their start and output.
    const auto isRun = [](RunId run) { return run.number >= 0; };
    connect(worker, &PythonWorker::started, this, [this, isRun, worker](RunId run) {
        if (isRun(run))
            emit started(run, worker->identity());
    });
    connect(worker, &PythonWorker::wroteOutput, this, [=, this](RunId run, const QByteArray &b) {
        if (isRun(run))
            emit wroteOutput(run, b);
    });
    connect(worker, &PythonWorker::wroteErrors, this, [=, this](RunId run, const QByteArray &b) {
        if (isRun(run))
            emit wroteErrors(run, b);
    });
    connect(worker, &PythonWorker::lost, this, [this, worker] { remove(worker); });
    connect(worker, &PythonWorker::finished, this,
            [this, worker](RunId run, const PythonAnswer &answer) { finish(worker, run, answer); });
    return worker;
}

void PythonExecutor::finish(PythonWorker *worker, RunId run, const PythonAnswer &answer)
{
    if (static_cast<int>(m_workers.size()) > m_options.maxWorkers)
        worker->close(); // it was there for a check only
    if (!worker->isUsable())
        remove(worker);
    m_dispatchTimer.start(0);
    if (run.number < 0)
        answerCheck(run, answer);
    else
        emit finished(run, answer.outcome);
}

void PythonExecutor::answerCheck(RunId check, const PythonAnswer &answer)
{
    m_isChecking = false;
    const RunOutcome &outcome = answer.outcome;
    Result<> result;
    if (outcome.state == RunState::TimedOut)
        result = invalidInput(
            "func", tr("Python was asked whether this can be called and did not answer within %1.")
                        .arg(limitText(m_options.checkLimit)));
    else if (outcome.state != RunState::Success)
        result = Error{ErrorCode::InvalidInput, outcome.reason, answer.field};
    const auto found = m_checks.find(check.number);
    const auto promise = std::make_shared<QPromise<Result<>>>(std::move(found->second));
    m_checks.erase(found);
    // Later and without us: what waits for the answer may destroy us.
    QMetaObject::invokeMethod(
        QAbstractEventDispatcher::instance(),
        [promise, result] {
            promise->addResult(result);
            promise->finish();
        },
        Qt::QueuedConnection);
}

/// Later, because the worker may be inside the signal that brought us here.
void PythonExecutor::remove(PythonWorker *worker)
{
    const auto isWorker = [worker](const auto &each) { return each.get() == worker; };
    const auto found = std::find_if(m_workers.begin(), m_workers.end(), isWorker);
    worker->disconnect(this);
    found->release()->deleteLater();
    m_workers.erase(found);
}

void PythonExecutor::cancel(RunId run)
{
    const auto isRun = [run](const PythonCall &call) { return call.request.run == run; };
    if (std::erase_if(m_waiting, isRun) > 0) {
        QMetaObject::invokeMethod(
            this, [this, run] { emit finished(run, stoppedBeforeStart()); }, Qt::QueuedConnection);
        return;
    }
    for (const auto &worker : m_workers) {
        if (worker->currentCall() && isRun(*worker->currentCall()))
            worker->stop(RunState::Stopped);
    }
}

int PythonExecutor::endLeftovers(const std::vector<Run> &)
{
    return endLeftoverWorkers(ProfileMarks(m_options.workspace));
}

void PythonExecutor::abandonAll()
{
    m_waiting.clear();
    m_waitingChecks.clear();
    m_isChecking = false;
    const QList<ChildProcess *> children = findChildren<ChildProcess *>();
    ChildProcess::abandon({children.begin(), children.end()});
    m_workers.clear();
    qDeleteAll(findChildren<PythonProcess *>());
    for (auto &[number, promise] : std::exchange(m_checks, {})) {
        promise.addResult(Error{ErrorCode::NotAllowed, tr("Carillon is being ended.")});
        promise.finish();
    }
}

} // namespace carillon
