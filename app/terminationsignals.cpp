// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace carillon {

#ifdef Q_OS_UNIX

namespace {

int wakeUpPipe[2] = {-1, -1};

extern "C" void onSignal(int)
{
    // Only write() is safe here; the notifier does the rest in the event loop.
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeUpPipe[0], &byte, 1);
}

} // namespace

void onTerminationSignal(std::function<void()> handler)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, wakeUpPipe) != 0)
        return;
    auto *const notifier =
        new QSocketNotifier(wakeUpPipe[1], QSocketNotifier::Read, QCoreApplication::instance());
    QObject::connect(notifier, &QSocketNotifier::activated, notifier,
                     [handler = std::move(handler)] {
                         char byte = 0;
                         [[maybe_unused]] const auto size = ::read(wakeUpPipe[1], &byte, 1);
                         handler();
                     });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    std::signal(SIGHUP, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

#else

void onTerminationSignal(std::function<void()>) {}

#endif

} // namespace carillon
