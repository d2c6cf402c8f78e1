// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure.h"

#include "core/scheduler/schedulerclient.h"
#include "core/scheduler/schedulertimer.h"
#include "enginebench.h"

#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QThread>
#include <QTimer>

namespace carillon {

namespace {

using namespace std::chrono_literals;

constexpr int heldJobs = 100'000;

/// A whole engine in a thread of its own, as in the program.
class HeldEngine
{
public:
    HeldEngine(const QTemporaryDir &folder, Duration spread);
    ~HeldEngine();

    SchedulerClient &client() { return *m_client; }
    Instant first() const { return m_first; }

private:
    struct Parts
    {
        SystemClock clock;
        std::unique_ptr<SqlStore> store;
        std::unique_ptr<EngineBench> bench;
        std::unique_ptr<SchedulerTimer> timer;
    };

    void build(const QTemporaryDir &folder, Duration spread);

    QThread m_thread;
    QObject *m_context = new QObject;
    Parts m_parts;
    Instant m_first;
    std::unique_ptr<SchedulerClient> m_client;
};

HeldEngine::HeldEngine(const QTemporaryDir &folder, Duration spread)
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context, [&] { build(folder, spread); }, Qt::BlockingQueuedConnection);
    m_client = std::make_unique<SchedulerClient>(m_parts.bench->scheduler);
}

HeldEngine::~HeldEngine()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_parts.timer->stop();
            m_parts.bench->scheduler.shutDown();
            m_parts.timer.reset();
        },
        Qt::BlockingQueuedConnection);
    m_client.reset();
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_parts.bench.reset();
            m_parts.store.reset();
        },
        Qt::BlockingQueuedConnection);
    m_context->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

/// The jobs are due at one instant, or evenly over `spread`.
void HeldEngine::build(const QTemporaryDir &folder, Duration spread)
{
    m_parts.store = openStore(folder);
    m_parts.bench = std::make_unique<EngineBench>(m_parts.clock, *m_parts.store);
    m_first = soon(m_parts.clock, 10s);
    std::vector<JobEntry> entries = noopJobs(heldJobs, m_first);
    for (size_t i = 0; i < entries.size(); ++i)
        entries[i].job.trigger =
            IntervalTrigger::create(m_first + i * spread / heldJobs, 1s).value();
    m_parts.bench->add(entries);
    if (m_first <= m_parts.clock.now())
        qFatal("adding the jobs took too long");
    m_parts.timer = std::make_unique<SchedulerTimer>(m_parts.clock, m_parts.bench->scheduler);
    m_parts.timer->start();
}

/// Asks for a page of runs again and again, and notes how long each answer takes: the longest is
/// about the longest time the engine's loop did not turn.
std::vector<double> askFor(SchedulerClient &client, std::chrono::milliseconds length)
{
    std::vector<double> answered;
    QEventLoop loop;
    QTimer often;
    bool asking = false;
    QObject::connect(&often, &QTimer::timeout, &loop, [&] {
        if (std::exchange(asking, true))
            return;
        client.runs({.limit = 50}).then(&loop, [&, watch = Stopwatch()](const auto &) {
            answered.push_back(watch.seconds() * 1000);
            asking = false;
        });
    });
    often.start(5ms);
    QTimer::singleShot(length, &loop, &QEventLoop::quit);
    loop.exec();
    return answered;
}

void printRecord(const QString &name, const QTemporaryDir &folder, int seconds)
{
    const QString connection = u"record"_qs;
    std::vector<double> late;
    qint64 other = 0;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_qs, connection);
        database.setDatabaseName(folder.filePath(u"carillon.db"_qs));
        if (!database.open())
            qFatal("the record cannot be read");
        QSqlQuery rows(database);
        rows.setForwardOnly(true);
        rows.exec(u"select state, started_at - due_at, due_count from runs"_qs);
        while (rows.next()) {
            if (rows.value(0).toInt() == int(RunState::Success))
                late.push_back(rows.value(1).toDouble() / 1000);
            else
                other += rows.value(2).toLongLong();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    const qint64 expected = qint64(heldJobs) * seconds;
    printFigure(name + u".fired"_qs, double(late.size()) / seconds, u"1/s"_qs, expected);
    printFigure(name + u".lost"_qs, double(expected - qint64(late.size())), u"runs"_qs, expected);
    printFigure(name + u".missed"_qs, double(other), u"runs"_qs, expected);
    printQuantiles(name + u".lateness"_qs, late);
    printFigure(name + u".lateness_max"_qs, late.back(), u"ms"_qs, expected);
}

void hold(const QString &name, Duration spread, int seconds)
{
    QTemporaryDir folder;
    {
        HeldEngine engine(folder, spread);
        const auto untilFirst =
            std::chrono::floor<std::chrono::milliseconds>(engine.first() - SystemClock().now());
        QThread::msleep(ulong((untilFirst - 10ms).count()));
        const double before = processorSeconds();
        // Ends before the next second begins, when all of this one should be over.
        auto answered = askFor(engine.client(), seconds * 1000ms);
        const double used = processorSeconds() - before;
        printFigure(name + u".processor"_qs, used / seconds * 100, u"%"_qs, seconds);
        printQuantiles(name + u".answer"_qs, answered);
        printFigure(name + u".answer_max"_qs, answered.back(), u"ms"_qs, qint64(answered.size()));
    }
    printRecord(name, folder, seconds);
}

} // namespace

void benchHold()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("CARILLON_BENCH_SECONDS", &given);
    const int seconds = given ? wanted : 60;
    hold(u"engine.sqlite.hold_100k"_qs, 0s, seconds);
    hold(u"engine.sqlite.hold_100k_spread"_qs, 1s, seconds);
}

} // namespace carillon
