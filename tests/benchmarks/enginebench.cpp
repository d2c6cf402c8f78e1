// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginebench.h"

#include "figure.h"
#include "support/jobbuilder.h"

#include <QFile>

#include <algorithm>
#include <ctime>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace carillon {

using namespace std::chrono_literals;

EngineBench::EngineBench(const Clock &clock, Store &store)
    : clock(clock),
      scheduler(clock, store, executor, logs, {folder.path()})
{
    if (const auto recovered = scheduler.recover(); !recovered)
        qFatal("%s", qPrintable(recovered.error().message));
    if (const auto started = scheduler.start(); !started)
        qFatal("%s", qPrintable(started.error().message));
}

void EngineBench::add(const std::vector<JobEntry> &entries)
{
    const auto added = scheduler.importJobs(entries, {{clock.now(), Zone::utc()}});
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
}

std::vector<JobEntry> noopJobs(int count, Instant first)
{
    std::vector<JobEntry> entries;
    entries.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        entries.push_back(
            {intervalJob(qPrintable(u"job-%1"_qs.arg(i, 6, 10, QChar(u'0'))), first, 1s)});
    return entries;
}

Instant soon(const Clock &clock, Duration notice)
{
    return std::chrono::ceil<std::chrono::seconds>(clock.now() + notice);
}

std::unique_ptr<SqlStore> openStore(const QTemporaryDir &folder)
{
    auto store = SqlStore::open(folder.filePath(u"carillon.db"_qs));
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return *std::move(store);
}

double quantile(std::vector<double> &values, double part)
{
    if (values.empty())
        qFatal("nothing was measured");
    std::sort(values.begin(), values.end());
    return values.at(std::min(size_t(double(values.size()) * part), values.size() - 1));
}

void printQuantiles(const QString &name, std::vector<double> &milliseconds)
{
    const auto n = qint64(milliseconds.size());
    printFigure(name + u"_p50"_qs, quantile(milliseconds, 0.5), u"ms"_qs, n);
    printFigure(name + u"_p99"_qs, quantile(milliseconds, 0.99), u"ms"_qs, n);
}

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<double> syncTimes(const QString &folder, int count)
{
    QFile file(folder + u"/sync"_qs);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        qFatal("%s", qPrintable(file.errorString()));
    const QByteArray page(4096, 'x');
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        file.write(page);
#ifdef Q_OS_UNIX
        ::fsync(file.handle());
#endif
        times.push_back(watch.seconds() * 1000);
    }
    file.remove();
    return times;
}

} // namespace carillon
