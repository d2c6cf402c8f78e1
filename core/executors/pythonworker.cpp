// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonworker.h"

#include "core/executors/outcometext.h"

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// How long a process that lost its connection may take to end.
constexpr auto lossPatience = 2s;

} // namespace

PythonWorker::PythonWorker(const ExecutorOptions &options, PythonSurroundings python,
                           QObject *parent)
    : QObject(parent),
      m_options(options),
      m_python(std::move(python))
{
    connect(&m_limit, &Countdown::expired, this, [this] { stop(RunState::TimedOut); });
}

Result<> PythonWorker::open()
{
    m_problem.clear();
    m_process = new PythonProcess(parent());
    listen();
    const auto opened = m_process->open(m_options, m_python);
    if (!opened)
        close();
    if (!m_process)
        return opened ? Error{ErrorCode::NotAllowed, m_problem} : opened.error();
    return {};
}

void PythonWorker::listen()
{
    connect(m_process, &PythonProcess::started, this, &PythonWorker::announce);
    connect(m_process, &PythonProcess::answered, this, &PythonWorker::readAnswers);
    connect(m_process, &PythonProcess::disconnected, this, &PythonWorker::connectionLost);
    connect(m_process, &PythonProcess::ended, this, &PythonWorker::interpreterEnded);
    // Threads and processes that a call leaves behind may write while no call is there to own it.
    connect(m_process, &PythonProcess::wroteOutput, this, [this](const QByteArray &bytes) {
        if (m_call)
            emit wroteOutput(m_call->request.run, bytes);
    });
    connect(m_process, &PythonProcess::wroteErrors, this, [this](const QByteArray &bytes) {
        if (m_call)
            emit wroteErrors(m_call->request.run, bytes);
    });
    connect(m_process, &PythonProcess::failedToStart, this, [this](const QString &sentence) {
        m_problem = sentence;
        close();
        if (m_call)
            finish({failure(m_problem)});
    });
}

void PythonWorker::announce()
{
    if (m_call && !std::exchange(m_isAnnounced, true))
        emit started(m_call->request.run);
}

void PythonWorker::call(const PythonCall &call)
{
    m_call = call;
    m_stopped.reset();
    m_answer.reset();
    m_isAnnounced = false;
    if (call.request.timeout)
        m_limit.start(*call.request.timeout);
    m_process->send(pythonRequest(call));
    if (m_process && m_process->hasStarted())
        announce();
}

void PythonWorker::stop(RunState state)
{
    if (!m_call || m_stopped)
        return;
    m_stopped = state;
    m_process->end(m_call->request.stopDelay);
}

void PythonWorker::readAnswers()
{
    while (m_process && m_call && !m_stopped && !m_answer) {
        const QByteArray line = m_process->takeAnswer();
        if (line.isEmpty())
            return;
        handle(line);
    }
}

void PythonWorker::handle(const QByteArray &line)
{
    m_answer = readPythonAnswer(line);
    if (!m_answer) {
        replace();
        return;
    }
    m_process->drain(); // all output came before the answer
    if (m_call)
        finish(*m_answer);
}

/// The interpreter has loaded what is no longer so, and has not begun the call.
void PythonWorker::replace()
{
    close();
    const auto opened = open();
    if (!m_call)
        return;
    if (!opened)
        finish({failure(opened.error().message)});
    else
        m_process->send(pythonRequest(*m_call));
}

void PythonWorker::connectionLost()
{
    if (!m_call) {
        close();
        emit lost();
        return;
    }
    QTimer::singleShot(lossPatience, m_process, [process = m_process] { process->end(0ms); });
}

void PythonWorker::interpreterEnded(const ProcessEnd &end)
{
    if (m_call && !m_stopped && !m_answer) {
        m_process->look(); // it may have answered before it died
        readAnswers();
    }
    close();
    if (!m_call) {
        emit lost();
        return;
    }
    if (m_answer) {
        finish(*m_answer);
        return;
    }
    if (m_stopped) {
        finish({endedOutcome(*m_stopped, m_call->request, end)});
        return;
    }
    //: %1 is an exit code or signal, such as “exit code 3” or “segmentation fault (signal 11)”.
    RunOutcome outcome =
        failure(tr("The Python worker ended in the middle of the call — %1.").arg(endText(end)));
    outcome.exitCode = end.exitCode;
    outcome.signal = end.signal;
    finish({outcome});
}

void PythonWorker::finish(const PythonAnswer &answer)
{
    m_limit.stop();
    if (m_call->request.freshInterpreter)
        close();
    const RunId run = m_call->request.run;
    m_call.reset();
    emit finished(run, answer);
}

void PythonWorker::close()
{
    if (m_process)
        std::exchange(m_process, nullptr)->close();
}

} // namespace carillon
