// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"
#include "pythonfloor.h"

#include "core/executors/pythonexecutor.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace carillon {

namespace {

constexpr int calls = 20'000;

void writeModule(const QTemporaryDir &workspace)
{
    QFile file(workspace.filePath(u"bench.py"_qs));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no module");
    file.write("def nothing(): pass\n"
               "def add(a, b): return {'sum': a + b}\n");
}

/// A number of calls that are started at once, to the end of the last one.
double callsPerSecond(PythonExecutor &executor, const PythonAction &action, int count)
{
    static qint64 run = 0;
    int ended = 0;
    const auto counting = QObject::connect(
        &executor, &Executor::finished, &executor, [&ended](RunId, const RunOutcome &outcome) {
            if (outcome.state != RunState::Success)
                qFatal("a call failed: %s", qPrintable(outcome.reason));
            ++ended;
        });
    const Stopwatch watch;
    for (int i = 0; i < count; ++i)
        executor.start({.run = {++run}, .job = {u"job"_qs}, .action = action});
    while (ended < count)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double seconds = watch.seconds();
    QObject::disconnect(counting);
    return count / seconds;
}

void warm(const QTemporaryDir &workspace, int workers)
{
    PythonExecutor executor({.workspace = workspace.path(), .maxWorkers = workers});
    callsPerSecond(executor, {u"bench:nothing"_qs}, 10 * workers);
    const QString name = u"python.warm.workers_%1"_qs.arg(workers);
    printFigure(name, callsPerSecond(executor, {u"bench:nothing"_qs}, calls), u"1/s"_qs, calls);
    printFigure(name + u".arguments"_qs, callsPerSecond(executor, {u"bench:add"_qs, {1, 2}}, calls),
                u"1/s"_qs, calls);
}

void fresh(const QTemporaryDir &workspace)
{
    constexpr int few = 100;
    PythonExecutor executor({.workspace = workspace.path(), .maxWorkers = 2});
    int ended = 0;
    QObject::connect(&executor, &Executor::finished, &executor, [&ended] { ++ended; });
    const Stopwatch watch;
    for (int i = 0; i < few; ++i)
        executor.start(
            {.run = {i}, .action = PythonAction{u"bench:nothing"_qs}, .freshInterpreter = true});
    while (ended < few)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    printFigure(u"python.fresh"_qs, few / watch.seconds(), u"1/s"_qs, few);
}

} // namespace

void benchPython()
{
    QTemporaryDir workspace;
    writeModule(workspace);
    for (const int workers : {1, 2, 4})
        warm(workspace, workers);
    printFigure(u"python.floor"_qs, pythonFloor(workspace.path(), calls), u"1/s"_qs, calls);
    fresh(workspace);
}

} // namespace carillon
