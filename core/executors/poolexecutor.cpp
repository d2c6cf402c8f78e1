// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/poolexecutor.h"

#include "core/executors/outcometext.h"
#include "core/executors/processend.h"

#include <QHash>
#include <QThreadPool>
#include <QtConcurrent>

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <tuple>
#include <vector>

using namespace std::chrono_literals;

namespace carillon {

namespace {

/// Longer than any machine runs, and far from where the clock's nanoseconds overflow.
constexpr Duration longestWait = std::chrono::hours(24 * 365 * 100);

/// Waits unless it is stopped; true if the whole length has passed.
bool waitFor(Duration length, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, std::min(length, longestWait), [] { return false; });
    return !stop.stop_requested();
}

/// What a run has to report.
struct Report
{
    RunId run;
    bool isSleeper = false;
    bool isStarted = false;
    QByteArray output = {};
    std::optional<RunOutcome> outcome = {};
};

} // namespace

class PoolExecutor::Private
{
public:
    explicit Private(PoolExecutor &owner) : owner(owner) {}

    void post(Report report);
    void deliver();
    void report(const Report &report);
    void sleep(const RunRequest &request, Duration length, const std::stop_token &stop);

    PoolExecutor &owner;
    QThreadPool threads;
    /// The sleepers, waiting ones included; touched in the engine thread only.
    QHash<RunId, std::stop_source> sleepers;
    /// Reports on their way to the engine thread. One queued call fetches all there are: a call
    /// per report would cost more than the actions do.
    std::mutex mutex;
    std::vector<Report> reports;
};

/// Usable from any thread.
void PoolExecutor::Private::post(Report report)
{
    const std::lock_guard lock(mutex);
    reports.push_back(std::move(report));
    if (reports.size() == 1)
        QMetaObject::invokeMethod(
            &owner, [this] { deliver(); }, Qt::QueuedConnection);
}

void PoolExecutor::Private::deliver()
{
    std::vector<Report> arrived;
    {
        const std::lock_guard lock(mutex);
        arrived.swap(reports);
    }
    for (const Report &each : arrived)
        report(each);
}

void PoolExecutor::Private::report(const Report &report)
{
    if (report.isSleeper && !sleepers.contains(report.run))
        return; // it woke up just when it was cancelled
    if (report.isStarted)
        emit owner.started(report.run);
    if (!report.output.isEmpty())
        emit owner.wroteOutput(report.run, report.output);
    if (report.outcome) {
        sleepers.remove(report.run);
        emit owner.finished(report.run, *report.outcome);
    }
}

/// In a thread of the pool.
void PoolExecutor::Private::sleep(const RunRequest &request, Duration length,
                                  const std::stop_token &stop)
{
    if (stop.stop_requested())
        return; // cancelled while it waited for a thread: reported by cancel()
    post({.run = request.run, .isSleeper = true, .isStarted = true});
    const bool isTooLong = request.timeout && *request.timeout < length;
    if (!waitFor(isTooLong ? Duration(*request.timeout) : length, stop))
        return;
    const RunOutcome outcome =
        isTooLong ? endedOutcome(RunState::TimedOut, request, {}) : RunOutcome();
    post({.run = request.run, .isSleeper = true, .outcome = outcome});
}

PoolExecutor::PoolExecutor(int maxThreads, QObject *parent)
    : Executor(parent),
      d(std::make_unique<Private>(*this))
{
    d->threads.setMaxThreadCount(maxThreads);
}

PoolExecutor::~PoolExecutor()
{
    PoolExecutor::abandonAll();
}

void PoolExecutor::start(const RunRequest &request)
{
    if (const auto *sleep = std::get_if<SleepAction>(&request.action)) {
        const auto stop = d->sleepers.insert(request.run, std::stop_source());
        const auto work = [this, request, length = sleep->length, token = stop->get_token()] {
            d->sleep(request, length, token);
        };
        std::ignore = QtConcurrent::run(&d->threads, work);
        return;
    }
    // Writing a line and doing nothing are over before a thread would have woken up.
    Report report{.run = request.run, .isStarted = true, .outcome = RunOutcome()};
    if (const auto *log = std::get_if<LogAction>(&request.action))
        report.output = log->text.toUtf8() + '\n';
    d->post(std::move(report));
}

bool PoolExecutor::isOverAtOnce(const Action &action) const
{
    return std::holds_alternative<NoopAction>(action);
}

void PoolExecutor::cancel(RunId run)
{
    const auto sleeper = d->sleepers.find(run);
    if (sleeper == d->sleepers.end())
        return;
    sleeper->request_stop();
    d->post({.run = run,
             .isSleeper = true,
             .outcome = RunOutcome{.state = RunState::Stopped, .reason = stoppedText({})}});
}

void PoolExecutor::abandonAll()
{
    for (std::stop_source &sleeper : d->sleepers)
        sleeper.request_stop();
    d->threads.clear();
    d->threads.waitForDone();
    d->sleepers.clear();
    const std::lock_guard lock(d->mutex);
    d->reports.clear();
}

} // namespace carillon
