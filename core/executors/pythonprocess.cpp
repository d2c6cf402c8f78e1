// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/pythonprocess.h"

#include "core/executors/outcometext.h"

#include <QDir>
#include <QFile>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// How long an interpreter may take to end by itself.
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

QStringList absoluteFolders(const QString &workspace, const QStringList &folders)
{
    QStringList absolute;
    for (const QString &folder : folders)
        absolute.append(QDir::cleanPath(QDir(workspace).filePath(folder)));
    return absolute;
}

} // namespace

PythonProcess::PythonProcess(QObject *parent) : QObject(parent), m_child(this), m_socket(this)
{
    connect(&m_child, &ChildProcess::started, this, &PythonProcess::started);
    connect(&m_child, &ChildProcess::wroteOutput, this, &PythonProcess::wroteOutput);
    connect(&m_child, &ChildProcess::wroteErrors, this, &PythonProcess::wroteErrors);
    connect(&m_child, &ChildProcess::ended, this, &PythonProcess::ended);
    connect(&m_socket, &QLocalSocket::readyRead, this, &PythonProcess::answered);
    connect(&m_socket, &QLocalSocket::disconnected, this, &PythonProcess::disconnected);
}

PythonProcess::~PythonProcess()
{
    m_socket.disconnect(this); // closing it is no loss now
}

Result<> PythonProcess::open(const ExecutorOptions &options, const PythonSurroundings &python)
{
#ifdef Q_OS_UNIX
    const QString interpreter =
        python.interpreter.isEmpty() ? options.pythonInterpreter : python.interpreter;
    Launch launch;
    launch.environment = QProcessEnvironment::systemEnvironment();
    launch.environment.insert(u"PYTHONIOENCODING"_qs, u"utf-8"_qs);
    launch.environment.remove(u"CARILLON_SCHEDULED_TIME"_qs);
    const auto program =
        findProgram(interpreter, options.workspace, launch.environment, interpreter);
    if (!program)
        return program.error();
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return Error{ErrorCode::Internal, qt_error_string(errno)};

    m_socket.setSocketDescriptor(ends[0]);
    const QByteArray text = workerText();
    m_socket.write(QByteArray::number(text.size()) + '\n' + text);

    launch.program = *program;
    launch.mark = ProfileMarks(options.workspace).ofWorker();
    launch.folder = options.workspace;
    // -B: the caches Python writes beside sources go by whole seconds and sizes, and would hide an
    // edit made within a second of the last one.
    launch.arguments = QStringList{u"-u"_qs,
                                   u"-B"_qs,
                                   u"-c"_qs,
                                   QString::fromLatin1(bootstrap),
                                   QString::number(ends[1]),
                                   options.workspace} +
                       absoluteFolders(options.workspace, python.path);
    connect(&m_child, &ChildProcess::failedToStart, this, [this, interpreter](const QString &why) {
        emit failedToStart(couldNotStartText(interpreter, why));
    });
    m_child.start(launch, ends[1]);
    ::close(ends[1]);
    return {};
#else
    Q_UNUSED(options)
    Q_UNUSED(python)
    return Error{ErrorCode::NotAllowed,
                 tr("Python functions cannot be called on this system yet; use a script.")};
#endif
}

void PythonProcess::send(const QByteArray &request)
{
    m_socket.write(request + '\n');
    m_socket.flush();
}

QByteArray PythonProcess::takeAnswer()
{
    return m_socket.canReadLine() ? m_socket.readLine() : QByteArray();
}

void PythonProcess::look()
{
    m_socket.waitForReadyRead(0);
}

void PythonProcess::close()
{
    blockSignals(true);
    m_socket.abort();
    if (!m_child.isRunning()) {
        deleteLater();
        return;
    }
    connect(&m_child, &ChildProcess::ended, this, &QObject::deleteLater);
    QTimer::singleShot(closePatience, this, [this] { m_child.end(closePatience); });
}

} // namespace carillon
