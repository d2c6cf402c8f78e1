// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/processtree.h"
#include "core/executors/sleepers.h"
#include "support/cputimer.h"
#include "support/sanitizer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace carillon;
using namespace std::chrono_literals;

namespace {

/// What a leak would show in.
struct Holdings
{
    qsizetype descriptors = QDir(u"/proc/self/fd"_qs).entryList().size();
    qsizetype threads = QDir(u"/proc/self/task"_qs).entryList().size();
    qsizetype zombies = 0;
    qint64 resident = 0;

    Holdings()
    {
        for (const ProcessInfo &process : listProcesses())
            zombies += process.isZombie && process.parent == ::getpid() ? 1 : 0;
        QFile file(u"/proc/self/statm"_qs);
        if (file.open(QIODevice::ReadOnly))
            resident = file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
    }
};

} // namespace

/// Thousands of runs, which leave nothing behind.
class TestProcessMany : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tenThousandRunsLeaveNothing();
    void orphansLeaveNothing();
    void aThousandTimeOutsLeaveNothing();
    void stopsFiveHundredAtOnce();

private:
    void start(const Action &action, std::optional<std::chrono::seconds> timeout = {});
    bool waitForAll(std::chrono::milliseconds most);
    bool run(int count, const Action &action);

    QTemporaryDir m_workspace;
    Sleepers m_sleepers;
    ProcessExecutor m_executor{{.workspace = m_workspace.path()}};
    qint64 m_started = 0;
    qint64 m_announced = 0;
    qint64 m_finished = 0;
    QHash<RunState, int> m_states;
};

void TestProcessMany::init()
{
    m_executor.disconnect(this);
    m_states.clear();
    m_started = m_announced = m_finished = 0;
    connect(&m_executor, &Executor::started, this, [this] { ++m_announced; });
    connect(&m_executor, &Executor::finished, this, [this](RunId, const RunOutcome &outcome) {
        ++m_finished;
        ++m_states[outcome.state];
    });
}

void TestProcessMany::cleanup()
{
    m_executor.abandonAll(); // if a test has failed
    m_sleepers.end();
}

void TestProcessMany::start(const Action &action, std::optional<std::chrono::seconds> timeout)
{
    m_executor.start({.run = {++m_started}, .action = action, .timeout = timeout, .stopDelay = 1s});
}

bool TestProcessMany::waitForAll(std::chrono::milliseconds most)
{
    return QTest::qWaitFor([this] { return m_finished == m_started; }, int(most.count()));
}

bool TestProcessMany::run(int count, const Action &action)
{
    for (int done = 0; done < count; done += 100) {
        for (int i = 0; i < 100; ++i)
            start(action);
        if (!waitForAll(60s))
            return false;
    }
    return true;
}

void TestProcessMany::tenThousandRunsLeaveNothing()
{
    constexpr int runs = 10'000;
    const CommandAction action{.program = u"/bin/true"_qs};
    QVERIFY(run(500, action)); // warmed up
    const Holdings before;
    QVERIFY(run(runs, action));
    QCOMPARE(m_states.value(RunState::Success), runs + 500);
    const Holdings after;
    QCOMPARE(after.descriptors, before.descriptors);
    QCOMPARE(after.threads, before.threads);
    QCOMPARE(after.zombies, 0);
    const qint64 each = (after.resident - before.resident) / runs;
    qInfo("%lld bytes of memory for each run", static_cast<long long>(each));
    QVERIFY(keepsFreedMemory || each < 1024);
}

void TestProcessMany::orphansLeaveNothing()
{
    const CommandAction action{.program = u"(setsid env -i true &)"_qs, .shell = true};
    QVERIFY(run(500, action));
    QTRY_COMPARE_WITH_TIMEOUT(Holdings().zombies, 0, 10'000);
}

void TestProcessMany::aThousandTimeOutsLeaveNothing()
{
    constexpr int runs = 1000;
    constexpr int together = 250;
    const QString polite = m_sleepers.script(u"setsid env -i SLEEP & SLEEP & wait"_qs);
    const QString stubborn = m_sleepers.script(u"trap '' TERM; SLEEP & SLEEP"_qs);
    const Holdings before;
    while (m_started < runs) {
        for (int i = 0; i < together; ++i)
            start(CommandAction{.program = i % 5 == 0 ? stubborn : polite, .shell = true}, 1s);
        QVERIFY(waitForAll(60s));
    }
    QCOMPARE(m_states.value(RunState::TimedOut), runs);
    QCOMPARE(m_sleepers.count(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(Holdings().zombies, 0, 10'000);
    const Holdings after;
    QCOMPARE(after.descriptors, before.descriptors);
    QCOMPARE(after.threads, before.threads);
}

void TestProcessMany::stopsFiveHundredAtOnce()
{
    constexpr int runs = 500;
    for (int i = 0; i < runs; ++i)
        start(CommandAction{.program = m_sleepers.script(u"exec SLEEP"_qs), .shell = true});
    QTRY_COMPARE_WITH_TIMEOUT(m_announced, runs, 30'000);
    const CpuTimer timer;
    for (qint64 run = 1; run <= runs; ++run)
        m_executor.cancel({run});
    QVERIFY(timer.elapsed() < 1000); // cancel itself only takes note
    QVERIFY(waitForAll(60s));
    QCOMPARE(m_states.value(RunState::Stopped), runs);
    QCOMPARE(m_sleepers.count(), 0);
}

QTEST_GUILESS_MAIN(TestProcessMany)
#include "tst_processmany.moc"
