// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/executors/processexecutor.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace carillon {

namespace {

constexpr int perRound = 200;
constexpr int rounds = 9;
constexpr const char *program = "/bin/true";

/// What the system itself needs: one process after the other, with nobody looking; `flags` are
/// posix_spawn's.
double bareSpawnsPerSecond(short flags)
{
    posix_spawnattr_t attributes;
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setflags(&attributes, flags);
    const Stopwatch watch;
    for (int i = 0; i < perRound; ++i) {
        char *arguments[] = {const_cast<char *>(program), nullptr};
        pid_t pid = 0;
        if (::posix_spawn(&pid, program, nullptr, &attributes, arguments, environ) != 0 ||
            ::waitpid(pid, nullptr, 0) != pid)
            qFatal("%s does not start", program);
    }
    const double rate = perRound / watch.seconds();
    ::posix_spawnattr_destroy(&attributes);
    return rate;
}

/// Through the executor: environment, pipes, mark, identity, output and outcome. All handed over
/// at once, as by jobs that are due at one instant, or each when the one before has finished.
double runsPerSecond(ProcessExecutor &executor, bool oneByOne)
{
    int finished = 0;
    const auto start = [&executor](int run) {
        executor.start({.run = {run + 1},
                        .job = {u"bench"_qs},
                        .action = CommandAction{.program = QString::fromLatin1(program)}});
    };
    const auto connection = QObject::connect(&executor, &Executor::finished, &executor,
                                             [&](RunId, const RunOutcome &outcome) {
                                                 if (outcome.state != RunState::Success)
                                                     qFatal("%s", qPrintable(outcome.reason));
                                                 if (++finished < perRound && oneByOne)
                                                     start(finished);
                                             });
    const Stopwatch watch;
    for (int run = 0; run < (oneByOne ? 1 : perRound); ++run)
        start(run);
    while (finished < perRound)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double rate = perRound / watch.seconds();
    QObject::disconnect(connection);
    return rate;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

} // namespace

void benchProcesses()
{
    QTemporaryDir folder;
    ProcessExecutor executor({.workspace = folder.path()});
    std::vector<double> bare;
    std::vector<double> bareSessions;
    std::vector<double> atOnce;
    std::vector<double> oneByOne;
    std::vector<double> partAtOnce;
    std::vector<double> partOneByOne;
    for (int round = 0; round < rounds; ++round) { // in turns: the machine has other work
        bare.push_back(bareSpawnsPerSecond(0));
        bareSessions.push_back(bareSpawnsPerSecond(POSIX_SPAWN_SETSID));
        atOnce.push_back(runsPerSecond(executor, false));
        oneByOne.push_back(runsPerSecond(executor, true));
        partAtOnce.push_back(atOnce.back() / bare.back());
        partOneByOne.push_back(oneByOne.back() / bare.back());
    }
    constexpr int n = rounds * perRound;
    printFigure(u"processes.bare"_qs, medianOf(bare), u"1/s"_qs, n);
    printFigure(u"processes.bare_sessions"_qs, medianOf(bareSessions), u"1/s"_qs, n);
    printFigure(u"processes.executor"_qs, medianOf(atOnce), u"1/s"_qs, n);
    printFigure(u"processes.executor_one_by_one"_qs, medianOf(oneByOne), u"1/s"_qs, n);
    printFigure(u"processes.of_bare"_qs, medianOf(partAtOnce), u"1"_qs, n);
    printFigure(u"processes.of_bare_one_by_one"_qs, medianOf(partOneByOne), u"1"_qs, n);
}

} // namespace carillon
