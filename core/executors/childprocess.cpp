// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/childprocess.h"

#include "core/util/logging.h"

#include <QUuid>

#include <algorithm>
#include <thread>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// How often a tree that is being ended is looked at.
constexpr auto pursuitInterval = 20ms;
/// How long after the use of force to wait for members that cannot die (stuck in the kernel).
constexpr auto surrenderAfter = 10s;

/// The processes of this machine as they were at `moment` or later. When many runs are stopped at
/// once, they share one reading.
const ProcessTable &processTableSince(std::chrono::steady_clock::time_point moment)
{
    thread_local ProcessTable table;
    thread_local std::chrono::steady_clock::time_point readAt;
    const auto now = std::chrono::steady_clock::now();
    if (readAt < moment || now - readAt > pursuitInterval / 2) {
        readAt = now;
        table = readProcessTable();
    }
    return table;
}

#ifdef Q_OS_UNIX
/// Raises our own limit once: each running child costs up to four descriptors, and 1024 is a common
/// default. Returns what it was before.
rlimit originalDescriptorLimit()
{
    static const rlimit original = [] {
        rlimit found{};
        ::getrlimit(RLIMIT_NOFILE, &found);
        rlimit raised = found;
        raised.rlim_cur = std::max(found.rlim_cur, std::min<rlim_t>(found.rlim_max, 65536));
        ::setrlimit(RLIMIT_NOFILE, &raised);
        return found;
    }();
    return original;
}

/// Runs in the child between vfork and exec, in our memory: async-signal-safe calls only.
void prepareChild(int kept, const rlimit &descriptors)
{
    ::setsid();
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
#ifdef SYS_close_range
    // On exec rather than now: QProcess still needs its own pipe. Kernels before 5.11 refuse.
    constexpr unsigned closeOnExec = 1U << 2;
    ::syscall(SYS_close_range, 3U, ~0U, closeOnExec);
#endif
    if (kept >= 0)
        ::fcntl(kept, F_SETFD, 0);
}
#endif

} // namespace

ChildProcess::ChildProcess(QObject *parent) : QObject(parent)
{
    connect(&m_process, &QProcess::started, this, &ChildProcess::started);
    connect(&m_process, &QProcess::finished, this, &ChildProcess::processFinished);
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { emit wroteOutput(m_process.readAllStandardOutput()); });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { emit wroteErrors(m_process.readAllStandardError()); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failedToStart(m_process.errorString());
    });
    m_pursuit.setSingleShot(true);
    connect(&m_pursuit, &QTimer::timeout, this, &ChildProcess::pursue);
}

ChildProcess::~ChildProcess()
{
    abandon({this});
}

void ChildProcess::start(const Launch &launch, int kept)
{
    m_mark = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QProcessEnvironment environment = launch.environment;
    environment.insert(QString::fromLatin1(markVariable), QString::fromLatin1(m_mark));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(launch.folder);
    if (launch.input.isEmpty())
        m_process.setStandardInputFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    m_process.setChildProcessModifier(
        [kept, descriptors = originalDescriptorLimit()] { prepareChild(kept, descriptors); });
#else
    Q_UNUSED(kept)
    m_process.setNativeArguments(launch.commandLine);
#endif
    m_process.start(launch.program, launch.arguments);
    m_lastChange = std::chrono::steady_clock::now();
    if (!launch.input.isEmpty()) {
        m_process.write(launch.input);
        m_process.closeWriteChannel();
    }
}

void ChildProcess::end(std::chrono::milliseconds patience)
{
    if (m_tree || !isRunning())
        return;
    m_tree.emplace(pid(), m_mark);
    m_patience = QDeadlineTimer(patience, Qt::PreciseTimer);
    m_surrender = QDeadlineTimer(patience + surrenderAfter);
    pursue();
}

/// The tree has ended when its root was waited for and nobody else is left.
void ChildProcess::pursue()
{
    m_tree->update(processTableSince(m_lastChange));
    m_pursuit.start(pursuitInterval);
    if (m_end && m_surrender.hasExpired() && !m_tree->isEmpty())
        log::executor().error("processes of a stopped run cannot be ended; given up");
    if (m_end && (m_tree->isEmpty() || m_surrender.hasExpired())) {
        m_pursuit.stop();
        m_end->processesEnded = m_tree->ended();
        m_end->processesForced = m_tree->forced();
        emit ended(*m_end);
        return;
    }
    if (m_patience.hasExpired())
        m_tree->kill();
    else
        m_tree->terminate();
    m_lastChange = std::chrono::steady_clock::now();
}

void ChildProcess::processFinished(int code, QProcess::ExitStatus status)
{
    m_end.emplace();
    if (status == QProcess::NormalExit)
        m_end->exitCode = code;
    else
        m_end->signal = code; // what QProcess reports as the code of a crash
    m_lastChange = std::chrono::steady_clock::now();
    if (m_tree)
        m_pursuit.start(0ms); // the next turn, so that many that end together look around once
    else
        emit ended(*m_end);
}

void ChildProcess::drain()
{
    // One look is enough: it reads both pipes, and with them all that was written before it.
    if (isRunning())
        m_process.waitForReadyRead(0);
}

void ChildProcess::abandon(const std::vector<ChildProcess *> &children)
{
    std::vector<ChildProcess *> left;
    for (ChildProcess *child : children) {
        child->blockSignals(true);
        child->m_pursuit.stop();
        if (child->m_tree && !child->m_tree->isEmpty()) {
            left.push_back(child);
        } else if (child->isRunning() && !child->m_tree) {
            child->m_tree.emplace(child->pid(), child->m_mark);
            left.push_back(child);
        }
    }
    for (const QDeadlineTimer limit(surrenderAfter); !left.empty() && !limit.hasExpired();) {
        const ProcessTable table = readProcessTable();
        std::erase_if(left, [&table](ChildProcess *child) {
            child->m_tree->update(table);
            child->m_tree->kill();
            return child->m_tree->isEmpty();
        });
        if (!left.empty())
            std::this_thread::sleep_for(1ms);
    }
    for (ChildProcess *child : children) {
        if (child->isRunning())
            child->m_process.waitForFinished(1000);
    }
}

} // namespace carillon
