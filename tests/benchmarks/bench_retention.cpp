// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"
#include "figure.h"

#include "core/stores/databasecopy.h"
#include "core/stores/retention.h"
#include "support/fakeclock.h"
#include "support/jobbuilder.h"

#include <thread>

namespace carillon {

namespace {

using namespace std::chrono_literals;

constexpr int jobCount = 1000;
constexpr int runsPerJob = 1000;
const Instant now = utc("2026-11-20T00:00Z");

/// A million runs, of which each job had one every four hours: 166 days, with 300 bytes of output.
void fillWithRuns(Store &store)
{
    for (int round = 0; round < runsPerJob; ++round) {
        Changes changes;
        for (int job = 0; job < jobCount; ++job) {
            Run run;
            run.id.number = qint64(round) * jobCount + job + 1;
            run.job.text = u"job-%1"_qs.arg(job);
            run.jobName = run.job.text;
            run.state = RunState::Success;
            run.due = now - (runsPerJob - round) * 4h;
            run.started = run.due;
            run.ended = *run.due + 1s;
            run.outputSize = 300;
            run.tail = QByteArray(300, 'x');
            changes.newRuns.push_back(std::move(run));
        }
        if (!store.commit(changes))
            qFatal("the benchmark's runs were refused");
    }
}

double milliseconds(const Stopwatch &watch)
{
    return watch.seconds() * 1000;
}

void printSteps(const QString &name, std::vector<double> &steps)
{
    const auto count = qint64(steps.size());
    printQuantiles(name, steps);
    printFigure(name + u"_max"_qs, quantile(steps, 1), u"ms"_qs, count);
}

/// Steps until the sweep is over.
std::vector<double> sweep(Store &store, RunLogs &logs, RetentionLimits limits)
{
    const FakeClock clock(now);
    Retention retention(clock, store, logs, limits);
    std::vector<double> steps;
    for (bool more = true; more;) {
        const Stopwatch watch;
        const auto done = retention.step();
        steps.push_back(milliseconds(watch));
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        more = *done;
    }
    return steps;
}

/// How long commits take while a copy is made beside them.
void copyBesideCommits(const QTemporaryDir &folder, Store &store)
{
    std::atomic<bool> isDone = false;
    const Stopwatch watch;
    double copying = 0;
    std::thread copier([&] {
        if (!copyDatabase(folder.filePath(u"carillon.db"_qs), folder.filePath(u"copy.db"_qs)))
            qFatal("not copied");
        copying = milliseconds(watch);
        isDone = true;
    });
    std::vector<double> commits;
    while (!isDone) {
        const Stopwatch one;
        if (!store.commit({.clock = ClockRecord{0, now + Duration(qint64(commits.size()))}}))
            qFatal("not committed");
        commits.push_back(milliseconds(one));
        std::this_thread::sleep_for(10ms);
    }
    copier.join();
    printFigure(u"retention.copy_1m_runs"_qs, copying, u"ms"_qs, 1);
    printSteps(u"retention.commit_beside_copy"_qs, commits);
}

} // namespace

void benchRetention()
{
    const QTemporaryDir folder;
    const auto store = openStore(folder);
    RunLogs logs{QDir(folder.filePath(u"logs"_qs))};
    fillWithRuns(*store);
    copyBesideCommits(folder, *store);
    std::vector<double> nothing = sweep(*store, logs, {0, 0, 0});
    printSteps(u"retention.step_nothing"_qs, nothing);
    std::vector<double> old = sweep(*store, logs, {1000, 90, 0});
    printSteps(u"retention.step_460k_old"_qs, old);
}

} // namespace carillon
