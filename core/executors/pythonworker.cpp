// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonworker.h"

#include "core/executors/outcometext.h"
#include "core/executors/pythonanswer.h"

#include <QFile>
#include <QJsonDocument>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// How long an interpreter may take to end by itself, and a process that lost its connection.
constexpr auto closePatience = 2s;

/// Reads the worker's text from the connection and runs it, outside of `__main__`. The buffer may
/// by then hold the first request, so it is handed on.
const char bootstrap[] =
    "import sys; requests = open(int(sys.argv[1]), 'rb'); "
    "exec(compile(requests.read(int(requests.readline())), '<carillon-worker>', 'exec'), "
    "{'__name__': 'carillon_worker', 'requests': requests})";

QByteArray workerText()
{
    QFile file(u":/carillon/python/worker.py"_qs);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

PythonWorker::PythonWorker(const ExecutorOptions &options, QObject *parent)
    : QObject(parent),
      m_options(options)
{
    connect(&m_limit, &Countdown::expired, this, [this] { stop(RunState::TimedOut); });
}

PythonWorker::~PythonWorker()
{
    if (m_socket)
        m_socket->disconnect(this); // closing it is no loss now
}

Result<> PythonWorker::open()
{
#ifdef Q_OS_UNIX
    Launch launch;
    launch.environment = QProcessEnvironment::systemEnvironment();
    launch.environment.insert(u"PYTHONIOENCODING"_qs, u"utf-8"_qs);
    launch.environment.remove(u"CARILLON_SCHEDULED_TIME"_qs);
    const auto program = findProgram(m_options.pythonInterpreter, m_options.workspace,
                                     launch.environment, m_options.pythonInterpreter);
    if (!program)
        return program.error();
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return Error{ErrorCode::Internal, qt_error_string(errno)};

    m_socket = std::make_unique<QLocalSocket>();
    m_socket->setSocketDescriptor(ends[0]);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &PythonWorker::readAnswers);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &PythonWorker::connectionLost);
    const QByteArray text = workerText();
    m_socket->write(QByteArray::number(text.size()) + '\n' + text);

    launch.program = *program;
    launch.folder = m_options.workspace;
    // -B: the caches Python writes beside sources go by whole seconds and sizes, and would hide an
    // edit made within a second of the last one.
    launch.arguments = QStringList{u"-u"_qs,
                                   u"-B"_qs,
                                   u"-c"_qs,
                                   QString::fromLatin1(bootstrap),
                                   QString::number(ends[1]),
                                   m_options.workspace};
    m_child = new ChildProcess(parent());
    connectChild();
    m_child->start(launch, ends[1]);
    ::close(ends[1]);
    if (!m_child)
        return Error{ErrorCode::Internal, m_problem};
    return {};
#else
    return Error{ErrorCode::NotAllowed,
                 tr("Python functions cannot be called on this system yet; use a script.")};
#endif
}

void PythonWorker::connectChild()
{
    connect(m_child, &ChildProcess::started, this, [this] {
        if (m_request && !m_isAnnounced) {
            m_isAnnounced = true;
            emit started(m_request->run);
        }
    });
    // Threads and processes that a call leaves behind may write while no call is there to own it.
    connect(m_child, &ChildProcess::wroteOutput, this, [this](const QByteArray &bytes) {
        if (m_request)
            emit wroteOutput(m_request->run, bytes);
    });
    connect(m_child, &ChildProcess::wroteErrors, this, [this](const QByteArray &bytes) {
        if (m_request)
            emit wroteErrors(m_request->run, bytes);
    });
    connect(m_child, &ChildProcess::ended, this, &PythonWorker::childEnded);
    connect(m_child, &ChildProcess::failedToStart, this, [this](const QString &why) {
        m_problem = couldNotStartText(m_options.pythonInterpreter, why);
        release()->deleteLater();
        if (m_request)
            finish(failure(m_problem));
    });
}

void PythonWorker::call(const RunRequest &request)
{
    m_request = request;
    m_stopped.reset();
    m_answer.reset();
    m_isAnnounced = m_child->hasStarted();
    if (request.timeout)
        m_limit.start(*request.timeout);
    m_socket->write(pythonRequest(request));
    if (m_isAnnounced)
        emit started(request.run);
}

void PythonWorker::stop(RunState state)
{
    if (!m_request || m_stopped)
        return;
    m_stopped = state;
    m_child->end(m_request->stopDelay);
}

void PythonWorker::readAnswers()
{
    while (m_socket && m_socket->canReadLine() && m_request && !m_stopped)
        handle(QJsonDocument::fromJson(m_socket->readLine()).object());
}

void PythonWorker::handle(const QJsonObject &answer)
{
    if (answer[u"stale"].toBool()) {
        replace();
        return;
    }
    m_answer = pythonOutcome(answer);
    m_child->drain(); // all output came before the answer
    if (m_request)
        finish(*m_answer);
}

void PythonWorker::replace()
{
    close();
    const auto opened = open();
    if (!opened && m_request)
        finish(failure(opened.error().message));
    else if (m_request)
        m_socket->write(pythonRequest(*m_request));
}

/// The process is just ending, or a function closed descriptors that are not its own. Then no
/// answer can come any more.
void PythonWorker::connectionLost()
{
    if (!m_request) {
        close();
        emit lost();
        return;
    }
    QTimer::singleShot(closePatience, m_child, [child = m_child] { child->end(0ms); });
}

void PythonWorker::childEnded(const ProcessEnd &end)
{
    if (!m_request) {
        release()->deleteLater();
        emit lost();
        return;
    }
    if (m_stopped) {
        release()->deleteLater();
        finish(endedOutcome(*m_stopped, *m_request, end));
        return;
    }
    if (!m_answer) {
        m_socket->waitForReadyRead(0); // it may have answered before it died
        readAnswers();
    }
    if (m_child)
        release()->deleteLater();
    if (!m_request)
        return;
    if (m_answer) {
        finish(*m_answer);
        return;
    }
    //: %1 is an exit code or signal, such as “exit code 3” or “segmentation fault (signal 11)”.
    RunOutcome outcome =
        failure(tr("The Python worker ended in the middle of the call — %1.").arg(endText(end)));
    outcome.exitCode = end.exitCode;
    outcome.signal = end.signal;
    finish(outcome);
}

void PythonWorker::finish(const RunOutcome &outcome)
{
    m_limit.stop();
    const RunId run = m_request->run;
    if (m_request->executor == u"processpool"_qs)
        close();
    m_request.reset();
    emit finished(run, outcome);
}

void PythonWorker::close()
{
    if (!m_child)
        return;
    ChildProcess *child = release();
    connect(child, &ChildProcess::ended, child, &QObject::deleteLater);
    QTimer::singleShot(closePatience, child, [child] { child->end(closePatience); });
}

/// Parts with the interpreter, which ends when it sees its connection closed.
ChildProcess *PythonWorker::release()
{
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may be inside a signal of it
    m_child->disconnect(this);
    return std::exchange(m_child, nullptr);
}

} // namespace carillon
