// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/cloneexec.h"

#include "core/executors/exectexts.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace carillon::offspring {

namespace {

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

} // namespace

/// clone() as vfork does it, with a stack of the child's own. Our thread waits until exec, with all
/// signals blocked, so that no handler of ours runs in the child.
Spawned cloneAndExec(const ExecTexts &texts, ProcessMark mark, const Descriptors &descriptors)
{
    alignas(16) static std::array<char, 256 * 1024> stack; // of the one child at a time
    Order order{texts, descriptors, mark, originalDescriptorLimit()};
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

} // namespace carillon::offspring
