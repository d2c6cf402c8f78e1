// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/spawn.h"

#include "core/executors/processtree.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_set>
#include <vector>

namespace carillon::offspring {

namespace {

/// Children are the whole program's, so this is too.
struct Family
{
    std::mutex mutex; ///< held while spawning: a child is known before anybody can wait for it
    std::unordered_set<pid_t> children;
};

Family &family()
{
    static Family instance;
    return instance;
}

/// Raises our own limit once: each running child costs three descriptors, and 1024 is a common
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

/// The texts of a launch as exec wants them.
class ExecTexts
{
public:
    explicit ExecTexts(const Launch &launch)
        : program(QFile::encodeName(launch.program)),
          folder(QFile::encodeName(launch.folder))
    {
        m_texts.push_back(program);
        for (const QString &argument : launch.arguments)
            m_texts.push_back(argument.toLocal8Bit());
        const auto variables = m_texts.size();
        for (const QString &variable : launch.environment.toStringList())
            m_texts.push_back(variable.toLocal8Bit());
        m_texts.push_back(QByteArray(markVariable) + '=' + markText(launch.mark));
        for (size_t i = 0; i < m_texts.size(); ++i)
            (i < variables ? arguments : environment).push_back(m_texts[i].data());
        arguments.push_back(nullptr);
        environment.push_back(nullptr);
    }

    QByteArray program;
    QByteArray folder;
    std::vector<char *> arguments;
    std::vector<char *> environment;

private:
    std::vector<QByteArray> m_texts;
};

/// What the child needs between clone and exec, and how it says what went wrong: the memory is
/// shared until exec.
struct Order
{
    const ExecTexts &texts;
    Descriptors descriptors;
    ProcessMark mark = 0;
    rlimit descriptorLimit = {};
    const char *failedCall = nullptr;
    int error = 0;
};

/// A process group of its own, and no terminal to ask for passwords on. Not a session: where the
/// kernel schedules by sessions (autogroup), a new one has to wait for its first turn, which makes
/// starts three times slower on a busy machine.
void leaveTerminal()
{
    ::setpgid(0, 0);
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal >= 0) {
        ::ioctl(terminal, TIOCNOTTY);
        ::close(terminal);
    }
}

void useDefaultSignals()
{
    struct sigaction byDefault
    {
    };
    byDefault.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number)
        ::sigaction(number, &byDefault, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Limits on file locks have had no effect since Linux 2.4.25, yet they are handed on to every
/// descendant and can be read by us: a mark that survives other sessions and environments.
void setLimits(const Order &order)
{
    ::setrlimit(RLIMIT_NOFILE, &order.descriptorLimit);
    if (order.mark != 0) {
        const rlimit mark{order.mark, order.mark};
        ::setrlimit(RLIMIT_LOCKS, &mark);
    }
}

void setDescriptors(const Descriptors &descriptors)
{
    ::dup2(descriptors.input, STDIN_FILENO);
    ::dup2(descriptors.output, STDOUT_FILENO);
    ::dup2(descriptors.errors, STDERR_FILENO);
#ifdef SYS_close_range
    constexpr unsigned closeOnExec = 1U << 2; // kernels before 5.11 refuse; ours are so anyway
    ::syscall(SYS_close_range, 3U, ~0U, closeOnExec);
#endif
    if (descriptors.kept >= 0)
        ::fcntl(descriptors.kept, F_SETFD, 0);
}

/// The child, in our memory: async-signal-safe calls only.
int becomeProgram(void *argument)
{
    auto &order = *static_cast<Order *>(argument);
    leaveTerminal();
    setDescriptors(order.descriptors);
    setLimits(order);
    order.failedCall = "chdir";
    if (::chdir(order.texts.folder.constData()) == 0) {
        order.failedCall = "execve";
        useDefaultSignals();
        ::execve(order.texts.program.constData(), order.texts.arguments.data(),
                 order.texts.environment.data());
    }
    order.error = errno;
    ::_exit(127);
}

/// clone() as vfork does it, with a stack of the child's own. Our thread waits until exec, with all
/// signals blocked, so that no handler of ours runs in the child.
Spawned cloneAndExec(Order &order)
{
    alignas(16) static std::array<char, 256 * 1024> stack; // of the one child at a time
    Spawned spawned;
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    spawned.pid =
        ::clone(becomeProgram, stack.data() + stack.size(),
                CLONE_VM | CLONE_VFORK | CLONE_PIDFD | SIGCHLD, &order, &spawned.processDescriptor);
    const int cloneError = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (spawned.pid < 0) {
        order.failedCall = "clone";
        order.error = cloneError;
    } else if (order.error != 0) {
        while (::waitpid(spawned.pid, nullptr, 0) < 0 && errno == EINTR) {}
        ::close(spawned.processDescriptor);
    }
    if (order.error != 0)
        spawned.problem =
            QString::fromLatin1(order.failedCall) + u": "_qs + qt_error_string(order.error);
    return spawned;
}

std::chrono::microseconds lengthOf(const timeval &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

/// What the kernel says of the child includes us, whose memory it shared before exec.
std::optional<qint64> peakOf(const rusage &usage)
{
    rusage own{};
    ::getrusage(RUSAGE_SELF, &own);
    // The kernel's counters are exact only to some pages for each processor.
    static const long doubt = 1024 * ::sysconf(_SC_NPROCESSORS_CONF);
    if (usage.ru_maxrss <= own.ru_maxrss + doubt)
        return {};
    return qint64(usage.ru_maxrss) * 1024;
}

/// Ours by adoption: not in our own process group, where the children of QProcess and of libraries
/// are, and not started here.
bool isOrphan(const Family &own, const ProcessInfo &process)
{
    return process.isZombie && process.parent == ::getpid() && process.group != ::getpgrp() &&
           !own.children.contains(static_cast<pid_t>(process.pid));
}

bool reap(const Family &own, const std::optional<ProcessInfo> &process)
{
    return process && isOrphan(own, *process) &&
           ::waitpid(static_cast<pid_t>(process->pid), nullptr, WNOHANG) > 0;
}

} // namespace

Spawned spawn(const Launch &launch, const Descriptors &descriptors)
{
    const ExecTexts texts(launch);
    Order order{texts, descriptors, launch.mark, originalDescriptorLimit()};
    Family &own = family();
    const std::lock_guard lock(own.mutex);
    Spawned spawned = cloneAndExec(order);
    if (spawned.problem.isEmpty())
        own.children.insert(spawned.pid);
    return spawned;
}

std::optional<Ended> collect(pid_t pid)
{
    Family &own = family();
    const std::lock_guard lock(own.mutex);
    int status = 0;
    rusage usage{};
    const pid_t found = ::wait4(pid, &status, WNOHANG, &usage);
    if (found == 0)
        return {};
    own.children.erase(pid);
    Ended ended;
    if (found < 0)
        return ended;
    ended.status = status;
    ended.userTime = lengthOf(usage.ru_utime);
    ended.systemTime = lengthOf(usage.ru_stime);
    ended.peakMemory = peakOf(usage);
    return ended;
}

void adoptOrphans()
{
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

bool reapOrphans()
{
    const Family &own = family();
    const std::lock_guard lock(family().mutex);
    siginfo_t info{};
    // Looks without waiting. Who has ended first is told again and again until somebody waits.
    const auto look = [&info] {
        info.si_pid = 0;
        return ::waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    };
    bool hasChildren = look();
    while (hasChildren && info.si_pid != 0 && reap(own, lookUpProcess(info.si_pid)))
        hasChildren = look();
    if (hasChildren && info.si_pid != 0) { // one that is not for us to wait for hides the others
        for (const ProcessInfo &process : listProcesses())
            reap(own, process);
    }
    return hasChildren;
}

} // namespace carillon::offspring
