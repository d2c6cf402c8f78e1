// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "app/apiserver.h"
#include "app/housekeeping.h"
#include "app/jobsfilewatch.h"
#include "app/messagechannels.h"
#include "app/openstores.h"
#include "app/singleinstance.h"
#include "app/workspacefiles.h"
#include "core/executors/compositeexecutor.h"
#include "core/executors/httpexecutor.h"
#include "core/executors/poolexecutor.h"
#include "core/executors/processexecutor.h"
#include "core/executors/pythonexecutor.h"
#include "core/jobs/jobsfile.h"
#include "core/scheduler/actionchecks.h"
#include "core/scheduler/gracefulend.h"
#include "core/scheduler/machineconditions.h"
#include "core/scheduler/schedulertimer.h"
#include "core/scheduler/watchdog.h"
#include "core/stores/runlog.h"
#include "core/stores/store.h"
#include "core/util/coretext.h"
#include "core/util/logging.h"

#include <QAbstractEventDispatcher>
#include <QDir>

#include <numeric>

namespace carillon {

/// In order of construction; destroyed in reverse.
struct Engine::Parts
{
    std::unique_ptr<ProfileLock> lock;
    std::unique_ptr<Watchdog> watchdog;
    std::unique_ptr<Store> store;
    std::unique_ptr<RunLogs> logs;
    std::unique_ptr<Executor> executor;
    std::unique_ptr<MachineConditions> machine;
    std::unique_ptr<Scheduler> scheduler;
    std::unique_ptr<SchedulerTimer> timer;
    std::unique_ptr<GracefulEnd> ending;
    std::unique_ptr<Housekeeping> housekeeping;
    std::unique_ptr<ApiServer> api;
    std::unique_ptr<MessageChannels> channels;
    std::unique_ptr<JobsFileWatch> jobsFileWatch;
    Scheduler::Imported imported;
};

Engine::Engine(const Clock &clock, Options options)
    : m_clock(clock),
      m_options(std::move(options)),
      m_context(new QObject),
      m_parts(std::make_unique<Parts>())
{
    m_thread.setObjectName(u"engine"_qs);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

Engine::~Engine()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_isEnding = true;
            if (m_parts->timer)
                m_parts->timer->stop();
            if (m_parts->scheduler)
                m_parts->scheduler->shutDown();
            m_parts.reset();
        },
        Qt::BlockingQueuedConnection);
    m_context->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<>> Engine::start()
{
    return QtFuture::makeReadyFuture()
        .then(m_context,
              [this] {
                  const auto built = build();
                  return built ? importJobs() : QtFuture::makeReadyFuture(built);
              })
        .unwrap()
        .then(m_context, [this](const Result<> &ready) { return finishStart(ready); });
}

QFuture<void> Engine::stop()
{
    return QtFuture::makeReadyFuture()
        .then(m_context,
              [this] {
                  m_isEnding = true;
                  if (!m_parts->scheduler || m_parts->ending)
                      return QtFuture::makeReadyFuture();
                  m_parts->channels.reset(); // what could not be done any more is not taken
                  m_parts->ending = std::make_unique<GracefulEnd>(*m_parts->scheduler);
                  return m_parts->ending->begin();
              })
        .unwrap();
}

void Engine::hurry()
{
    QMetaObject::invokeMethod(m_context, [this] {
        if (m_parts->ending)
            m_parts->ending->hurry();
    });
}

Result<> Engine::build()
{
    const Profile &profile = m_options.profile;
    const Settings &settings = m_options.settings;
    if (const auto prepared = profile.prepare(); !prepared)
        return prepared;
    auto lock = ProfileLock::acquire(profile);
    if (!lock)
        return lock.error();
    m_parts->lock = *std::move(lock);
    auto stores = openStores(profile, settings);
    if (!stores)
        return stores.error();
    m_parts->store = std::move(stores->store);

    const QHash<QString, ExecutorAlias> aliases = allExecutors(settings);
    const int workers = std::accumulate(
        aliases.begin(), aliases.end(), 0,
        [](int sum, const ExecutorAlias &executor) { return sum + executor.workers; });
    // Enough for all of them: who goes first is for the scheduler to decide.
    const ExecutorOptions executors{profile.workspace(), settings.pythonInterpreter, workers};
    m_parts->logs = std::make_unique<RunLogs>(profile.logFolder(), settings.outputBound);
    m_parts->executor = std::make_unique<CompositeExecutor>(
        std::make_unique<ProcessExecutor>(executors), std::make_unique<PythonExecutor>(executors),
        std::make_unique<HttpExecutor>(), std::make_unique<PoolExecutor>(workers));
    m_parts->machine = machineConditions();
    QHash<QString, int> queues;
    for (auto it = settings.queues.begin(); it != settings.queues.end(); ++it)
        queues.insert(it.key(), *it);
    m_parts->scheduler =
        std::make_unique<Scheduler>(m_clock, *m_parts->store, *m_parts->executor, *m_parts->logs,
                                    Scheduler::Options{.workspace = profile.workspace(),
                                                       .keepFinished = settings.keepFinished,
                                                       .executors = aliases,
                                                       .queueLimits = queues,
                                                       .conditions = m_parts->machine.get()});
    if (const auto recovered = m_parts->scheduler->recover(); !recovered)
        return recovered;
    if (m_options.runsJobs) {
        const RetentionLimits limits{settings.runsPerJob, settings.retentionDays,
                                     settings.retainedOutput};
        m_parts->housekeeping = std::make_unique<Housekeeping>(
            m_clock, *m_parts->store, *m_parts->logs, *m_parts->scheduler,
            Housekeeping::Options{limits, stores->databases, m_options.copier});
    }
    return {};
}

QFuture<Result<>> Engine::importJobs()
{
    if (!m_options.runsJobs)
        return importFile(m_options.jobsFile);
    return importSettings()
        .then(m_context,
              [this](const Result<> &imported) {
                  return imported && !m_isEnding ? importFile(m_options.jobsFile)
                                                 : QtFuture::makeReadyFuture(imported);
              })
        .unwrap();
}

QFuture<Result<>> Engine::importSettings()
{
    const QString &jobs = m_options.settings.jobs;
    if (jobs.trimmed().startsWith(u'['))
        return importChecked(readJobs(jobs.toUtf8(), u"SCHEDULER_JOBS"_qs, jobContext()));
    return importFile(jobs.isEmpty() ? jobs
                                     : QDir(m_options.profile.folder()).absoluteFilePath(jobs));
}

QFuture<Result<>> Engine::importFile(const QString &file)
{
    if (file.isEmpty())
        return QtFuture::makeReadyFuture(Result<>());
    if (const auto copied = copyWorkspaceOf(file, m_options.profile.workspace()); !copied)
        return QtFuture::makeReadyFuture(copied);
    return importChecked(loadJobsFile(file, jobContext()));
}

QFuture<Result<>> Engine::importChecked(const Result<std::vector<JobEntry>> &entries)
{
    if (!entries)
        return QtFuture::makeReadyFuture(Result<>(entries.error()));
    return checkActions(*m_parts->scheduler, *entries)
        .then(m_context, [this, entries = *entries](const Result<> &checked) {
            return checked && !m_isEnding ? importEntries(entries) : checked;
        });
}

JobContext Engine::jobContext() const
{
    return {{m_clock.now(), Zone::system()}};
}

/// Reads the entries as of now: what they leave open should not be in the past because trying them
/// out took its time.
Result<> Engine::importEntries(const std::vector<JobEntry> &entries)
{
    const JobContext context = jobContext();
    std::vector<JobEntry> current;
    for (const JobEntry &entry : entries) {
        auto again = jobFromJson(entry.source, context);
        if (!again)
            return again.error();
        current.push_back(*std::move(again));
    }
    const auto imported = m_parts->scheduler->importJobs(current, context);
    if (!imported)
        return imported.error();
    m_parts->imported.added += imported->added;
    m_parts->imported.replaced += imported->replaced;
    m_parts->imported.kept += imported->kept;
    return {};
}

Result<> Engine::finishStart(Result<> ready)
{
    if (m_isEnding)
        return Error{ErrorCode::NotAllowed, CoreText::tr("Carillon is being ended.")};
    if (ready)
        ready = m_options.runsJobs ? startRunning() : startServing();
    if (!ready) {
        if (ready.error().code != ErrorCode::AlreadyRunning) // the log is the other's then
            log::app().error("not started: {}", ready.error().message);
        m_parts = std::make_unique<Parts>();
        return ready;
    }
    log::app().info("engine started on {}", m_options.profile.folder());
    return {};
}

/// Nothing by schedule, and nobody by HTTP; jobs that are added are stored at once.
Result<> Engine::startServing()
{
    Settings settings = m_options.settings;
    settings.api.isEnabled = false;
    m_parts->timer = std::make_unique<SchedulerTimer>(m_clock, *m_parts->scheduler);
    m_parts->timer->start(); // records how runs that were asked for have ended
    m_parts->api = std::make_unique<ApiServer>(*m_parts->scheduler, m_clock);
    const auto served = m_parts->api->start(m_options.profile, settings);
    return served ? m_parts->scheduler->start(true) : served;
}

Result<> Engine::startRunning()
{
    m_parts->watchdog = std::make_unique<Watchdog>(m_clock);
    m_parts->watchdog->watch(*QAbstractEventDispatcher::instance());
    m_parts->scheduler->setWatchdog(m_parts->watchdog.get());
    m_parts->timer = std::make_unique<SchedulerTimer>(m_clock, *m_parts->scheduler);
    m_parts->timer->start();
    m_parts->housekeeping->start();
    m_parts->api = std::make_unique<ApiServer>(*m_parts->scheduler, m_clock);
    if (const auto served = m_parts->api->start(m_options.profile, m_options.settings); !served)
        return served;
    m_parts->channels =
        std::make_unique<MessageChannels>(*m_parts->scheduler, m_parts->api->desk(), m_clock);
    if (const auto taken = m_parts->channels->start(m_options.settings); !taken)
        return taken;
    if (!mayRunHere(m_options.settings.api)) {
        log::app().warn("SCHEDULER_ALLOWED_HOSTS does not name this host: nothing is started");
        return {};
    }
    if (m_options.watchesJobsFile)
        watchJobsFile();
    return m_parts->scheduler->start();
}

QString Engine::apiUrl() const
{
    return m_parts->api ? m_parts->api->url() : QString();
}

void Engine::watchJobsFile()
{
    m_parts->jobsFileWatch = std::make_unique<JobsFileWatch>(m_options.jobsFile);
    QObject::connect(m_parts->jobsFileWatch.get(), &JobsFileWatch::changed, m_context,
                     [this] { reread(); });
}

/// A file with a mistake changes nothing; the next change is another chance.
void Engine::reread()
{
    m_parts->imported = {};
    importFile(m_options.jobsFile).then(m_context, [this](const Result<> &read) {
        const auto &imported = m_parts->imported;
        if (read)
            log::app().info("{} read again: {} added, {} replaced, {} kept", m_options.jobsFile,
                            imported.added, imported.replaced, imported.kept);
        else
            log::app().error("jobs file not read again: {}", read.error().message);
    });
}

Scheduler &Engine::scheduler() const
{
    Q_ASSERT(m_parts->scheduler);
    return *m_parts->scheduler;
}

Scheduler::Imported Engine::imported() const
{
    return m_parts->imported;
}

} // namespace carillon
