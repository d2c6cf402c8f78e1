// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduler/scheduler.h"
#include "core/scheduler/schedulerclient.h"
#include "core/scheduler/schedulertimer.h"
#include "core/stores/memorystore.h"
#include "core/stores/runlog.h"
#include "support/fakeexecutor.h"
#include "support/jobbuilder.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

/// A scheduler in a thread of its own, on the machine's clock.
class EngineThread
{
public:
    EngineThread()
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        call([this] {
            executor = std::make_unique<FakeExecutor>();
            m_scheduler = std::make_unique<Scheduler>(m_clock, m_store, *executor, m_logs,
                                                      Scheduler::Options{m_folder.path()});
            m_timer = std::make_unique<SchedulerTimer>(m_clock, *m_scheduler);
            m_timer->start();
            QVERIFY(m_scheduler->start());
        });
    }
    ~EngineThread()
    {
        call([this] {
            m_timer.reset();
            m_scheduler.reset();
            executor.reset();
        });
        m_thread.quit();
        m_thread.wait();
    }
    template <typename Work>
    void call(Work work)
    {
        QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
    }
    Scheduler &scheduler() { return *m_scheduler; }
    Instant now() const { return m_clock.now(); }

    std::unique_ptr<FakeExecutor> executor;

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    MemoryStore m_store;
    RunLogs m_logs{QDir(m_folder.path())};
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Scheduler> m_scheduler;
    std::unique_ptr<SchedulerTimer> m_timer;
};

template <typename T>
T answer(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

class TestSchedulerClient : public QObject
{
    Q_OBJECT

private slots:
    void answersAndTells();
    void gathersBursts();
    void waitsForTheOneWhoIsTold();
    void startsByItselfWhenDue();
};

void TestSchedulerClient::answersAndTells()
{
    EngineThread engine;
    SchedulerClient client(engine.scheduler());
    QSignalSpy news(&client, &SchedulerClient::changed);
    const auto added = answer(client.addJob(manualJob("m")));
    QVERIFY(added);
    QVERIFY(news.wait());
    const auto first = news.takeFirst().at(0).value<SchedulerNews>();
    QCOMPARE(first.jobs.size(), 1U);
    QCOMPARE(first.jobs.at(0).job.id, JobId{u"m"_qs});

    QCOMPARE(answer(client.addJob(manualJob("m"))).error().code, ErrorCode::Conflict);
    QVERIFY(answer(client.setPaused(true)));
    QVERIFY(news.wait());
    QVERIFY(news.takeFirst().at(0).value<SchedulerNews>().paused);
    QCOMPARE(answer(client.overviews()).size(), 1U);
    QVERIFY(answer(client.removeJob(JobId{u"m"_qs})));
    QVERIFY(news.wait());
    QCOMPARE(news.takeFirst().at(0).value<SchedulerNews>().removedJobs,
             std::vector<JobId>{JobId{u"m"_qs}});
}

void TestSchedulerClient::gathersBursts()
{
    EngineThread engine;
    SchedulerClient client(engine.scheduler());
    QSignalSpy news(&client, &SchedulerClient::changed);
    QFuture<Result<Job>> last;
    for (int i = 0; i < 200; ++i)
        last = client.addJob(manualJob(qPrintable(QString::number(i))));
    QVERIFY(answer(last));
    std::size_t told = 0;
    const auto countTold = [&] {
        while (!news.isEmpty())
            told += news.takeFirst().at(0).value<SchedulerNews>().jobs.size();
        return told;
    };
    int signalsSeen = 0;
    connect(&client, &SchedulerClient::changed, this, [&] { ++signalsSeen; });
    QTRY_COMPARE(countTold(), 200U);
    QVERIFY2(signalsSeen <= 5, qPrintable(QString::number(signalsSeen)));
}

/// Whoever shows the news may be busy for long: one piece of news waits for it, and no more.
void TestSchedulerClient::waitsForTheOneWhoIsTold()
{
    EngineThread engine;
    SchedulerClient client(engine.scheduler());
    std::vector<SchedulerNews> told;
    connect(&client, &SchedulerClient::changed, this,
            [&](const SchedulerNews &news) { told.push_back(news); });
    Run run;
    run.job.text = u"j"_qs;
    int changes = 0;
    const auto change = [&] {
        for (int i = 0; i < 10'000; ++i) {
            run.id.number = ++changes;
            emit engine.scheduler().runChanged(run);
        }
    };
    for (int i = 0; i < 20; ++i)
        engine.call(change); // the engine turns in between, and the news wait for this thread
    QCOMPARE(changes, 200'000);
    QCOMPARE(told.size(), 0U);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 1U);
    QTRY_COMPARE(told.size(), 2U);
    QVERIFY(told.back().manyRuns);
    QVERIFY(told.back().runs.empty());
}

void TestSchedulerClient::startsByItselfWhenDue()
{
    EngineThread engine;
    SchedulerClient client(engine.scheduler());
    QSignalSpy news(&client, &SchedulerClient::changed);
    QVERIFY(answer(client.addJob(dateJob("d", engine.now() + 30ms))));
    int running = 0;
    const auto countRunning = [&] {
        while (!news.isEmpty()) {
            const auto jobs = news.takeFirst().at(0).value<SchedulerNews>().jobs;
            if (!jobs.empty())
                running = jobs.at(0).running;
        }
        return running;
    };
    QTRY_COMPARE(countRunning(), 1);
    engine.call([&] { engine.executor->finishAll(); });
    QTRY_COMPARE(countRunning(), 0);
    QCOMPARE(answer(client.runs({})).value().at(0).state, RunState::Success);
}

QTEST_GUILESS_MAIN(TestSchedulerClient)
#include "tst_schedulerclient.moc"
