// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"

#include "core/executors/childprocess.h"
#include "core/executors/countdown.h"
#include "core/executors/outcometext.h"

namespace carillon {

namespace {

/// A start blocks for a millisecond; more than these per turn would hold up everybody else.
constexpr int startsPerTurn = 20;

QString nameOf(const Action &action)
{
    if (const auto *command = std::get_if<CommandAction>(&action))
        return command->program;
    if (const auto *script = std::get_if<ScriptAction>(&action))
        return script->path;
    return {};
}

} // namespace

/// A run with its process. A QObject so that it can outlive, until the next turn of the event
/// loop, the signal that ends it.
class ProcessExecutor::Child : public QObject
{
public:
    explicit Child(RunRequest request) : m_request(std::move(request))
    {
        connect(&m_process, &ChildProcess::started, this, [this] {
            if (m_request.timeout)
                m_limit.start(*m_request.timeout);
        });
        connect(&m_limit, &Countdown::expired, this, [this] { stop(RunState::TimedOut); });
    }

    void stop(RunState state)
    {
        if (m_stopped || !m_process.isRunning())
            return;
        m_stopped = state;
        m_process.end(m_request.stopDelay);
    }

    RunOutcome outcome(const ProcessEnd &end) const
    {
        if (m_stopped)
            return endedOutcome(*m_stopped, m_request, end);
        const bool isSuccess = end.exitCode && m_request.successCodes.contains(*end.exitCode);
        return {.state = isSuccess ? RunState::Success : RunState::Failed,
                .exitCode = end.exitCode,
                .signal = end.signal,
                .reason = isSuccess ? QString() : endText(end),
                .userTime = end.userTime,
                .systemTime = end.systemTime,
                .peakMemory = end.peakMemory};
    }

    const RunRequest &request() const { return m_request; }
    ChildProcess &process() { return m_process; }

private:
    RunRequest m_request;
    ChildProcess m_process;
    Countdown m_limit;
    std::optional<RunState> m_stopped;
};

ProcessExecutor::ProcessExecutor(ExecutorOptions options, QObject *parent)
    : Executor(parent),
      m_options(std::move(options)),
      m_environment(QProcessEnvironment::systemEnvironment()),
      m_marks(m_options.workspace),
      m_watch(SpawnedProcess::keepWatch())
{
    m_launchTimer.setSingleShot(true);
    connect(&m_launchTimer, &QTimer::timeout, this, &ProcessExecutor::launchSome);
}

ProcessExecutor::~ProcessExecutor()
{
    ProcessExecutor::abandonAll();
}

void ProcessExecutor::start(const RunRequest &request)
{
    m_waiting.push_back(request);
    if (!m_launchTimer.isActive())
        m_launchTimer.start(0);
}

void ProcessExecutor::launchSome()
{
    for (int started = 0; started < startsPerTurn && !m_waiting.empty(); ++started) {
        const RunRequest request = std::move(m_waiting.front());
        m_waiting.pop_front();
        launch(request);
    }
    if (!m_waiting.empty())
        m_launchTimer.start(0);
}

void ProcessExecutor::launch(const RunRequest &request)
{
    auto launch = launchFor(request, m_options, m_environment);
    if (!launch) {
        emit finished(request.run, failure(launch.error().message));
        return;
    }
    launch->mark = m_marks.ofRun(request.run);
    auto child = std::make_unique<Child>(request);
    ChildProcess &process = child->process();
    m_children.emplace(request.run.number, std::move(child));

    const RunId run = request.run;
    connect(&process, &ChildProcess::started, this,
            [this, run, &process] { emit started(run, process.identity()); });
    connect(&process, &ChildProcess::wroteOutput, this,
            [this, run](const QByteArray &bytes) { emit wroteOutput(run, bytes); });
    connect(&process, &ChildProcess::wroteErrors, this,
            [this, run](const QByteArray &bytes) { emit wroteErrors(run, bytes); });
    connect(&process, &ChildProcess::ended, this, [this, run](const ProcessEnd &end) {
        finish(run, m_children.at(run.number)->outcome(end));
    });
    connect(&process, &ChildProcess::failedToStart, this, [this, run](const QString &why) {
        const QString name = nameOf(m_children.at(run.number)->request().action);
        finish(run, failure(couldNotStartText(name, why)));
    });
    process.start(*launch);
}

void ProcessExecutor::finish(RunId run, const RunOutcome &outcome)
{
    Child *child = m_children.extract(run.number).mapped().release();
    child->setParent(this);
    child->deleteLater();
    emit finished(run, outcome);
}

void ProcessExecutor::cancel(RunId run)
{
    const auto isRun = [run](const RunRequest &request) { return request.run == run; };
    if (std::erase_if(m_waiting, isRun) > 0) {
        QMetaObject::invokeMethod(
            this, [this, run] { emit finished(run, stoppedBeforeStart()); }, Qt::QueuedConnection);
        return;
    }
    if (const auto child = m_children.find(run.number); child != m_children.end())
        child->second->stop(RunState::Stopped);
}

int ProcessExecutor::endLeftovers(const std::vector<Run> &runs)
{
    return endLeftoversOfRuns(runs, m_marks);
}

void ProcessExecutor::abandonAll()
{
    m_waiting.clear();
    std::vector<ChildProcess *> processes;
    for (const auto &[run, child] : m_children)
        processes.push_back(&child->process());
    ChildProcess::abandon(processes);
    m_children.clear();
}

} // namespace carillon
