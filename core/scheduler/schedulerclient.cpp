// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/schedulerclient.h"

#include "core/scheduler/actionchecks.h"
#include "core/scheduler/newscollector.h"
#include "core/scheduler/scheduler.h"

#include <QThread>

namespace carillon {

namespace {

/// Runs `work` in the scheduler's thread; the answer comes back as a future.
template <typename Work>
auto ask(Scheduler *scheduler, Work work)
{
    return QtFuture::makeReadyFuture().then(
        scheduler, [scheduler, work = std::move(work)] { return work(*scheduler); });
}

} // namespace

SchedulerClient::SchedulerClient(Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(&scheduler),
      m_collector(new NewsCollector(scheduler))
{
    qRegisterMetaType<SchedulerNews>();
    m_collector->moveToThread(scheduler.thread());
    connect(m_collector, &NewsCollector::collected, this, [this](const SchedulerNews &news) {
        emit changed(news);
        QMetaObject::invokeMethod(m_collector, &NewsCollector::resume, Qt::QueuedConnection);
    });
}

SchedulerClient::~SchedulerClient()
{
    m_collector->disconnect(this);
    m_collector->deleteLater();
}

QFuture<Result<Job>> SchedulerClient::addJob(const Job &job)
{
    return ask(m_scheduler,
               [job](Scheduler &s) {
                   return storeChecked(s, job, [&s](const Job &tried) { return s.addJob(tried); });
               })
        .unwrap();
}

QFuture<Result<Job>> SchedulerClient::changeJob(const Job &job)
{
    return ask(m_scheduler,
               [job](Scheduler &s) {
                   return storeChecked(s, job,
                                       [&s](const Job &tried) { return s.changeJob(tried); });
               })
        .unwrap();
}

QFuture<Result<>> SchedulerClient::removeJob(const JobId &id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.removeJob(id); });
}

QFuture<Result<Job>> SchedulerClient::pauseJob(const JobId &id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.pauseJob(id); });
}

QFuture<Result<Job>> SchedulerClient::resumeJob(const JobId &id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.resumeJob(id); });
}

QFuture<Result<>> SchedulerClient::checkJob(const Job &job)
{
    return ask(m_scheduler, [job](Scheduler &s) { return s.checkJob(job); });
}

QFuture<Result<RunId>> SchedulerClient::runNow(const JobId &id, bool alongside,
                                               const Caller &caller)
{
    return ask(m_scheduler,
               [id, alongside, caller](Scheduler &s) { return s.runNow(id, alongside, caller); });
}

QFuture<Result<>> SchedulerClient::stopRun(RunId run)
{
    return ask(m_scheduler, [run](Scheduler &s) { return s.stopRun(run); });
}

QFuture<Result<>> SchedulerClient::stopJob(const JobId &id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.stopJob(id); });
}

QFuture<Result<>> SchedulerClient::setPaused(bool paused)
{
    return ask(m_scheduler, [paused](Scheduler &s) { return paused ? s.pause() : s.resume(); });
}

QFuture<Result<>> SchedulerClient::start(bool paused)
{
    return ask(m_scheduler, [paused](Scheduler &s) { return s.start(paused); });
}

QFuture<Result<>> SchedulerClient::stop(bool wait)
{
    return ask(m_scheduler, [wait](Scheduler &s) { return s.stop(wait); }).unwrap();
}

QFuture<Health> SchedulerClient::health()
{
    return ask(m_scheduler, [](Scheduler &s) { return s.health(); });
}

QFuture<std::vector<JobOverview>> SchedulerClient::overviews()
{
    return ask(m_scheduler, [](Scheduler &s) { return s.overviews(); });
}

QFuture<Result<JobOverview>> SchedulerClient::overview(const JobId &id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.overview(id); });
}

QFuture<Result<std::vector<Run>>> SchedulerClient::runs(const RunQuery &query)
{
    return ask(m_scheduler, [query](Scheduler &s) { return s.runs(query); });
}

QFuture<Result<Run>> SchedulerClient::run(RunId id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.run(id); });
}

QFuture<Result<std::vector<ExplainedFact>>> SchedulerClient::explain(RunId id)
{
    return ask(m_scheduler, [id](Scheduler &s) { return s.explain(id); });
}

QFuture<Result<LogChunk>> SchedulerClient::log(RunId id, qint64 offset, qint64 most)
{
    return ask(m_scheduler, [id, offset, most](Scheduler &s) { return s.log(id, offset, most); });
}

} // namespace carillon
