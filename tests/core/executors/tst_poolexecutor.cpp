// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/poolexecutor.h"

#include "core/executors/recorder.h"

#include <QTest>
#include <QThread>

using namespace carillon;
using namespace std::chrono_literals;

class TestPoolExecutor : public QObject
{
    Q_OBJECT

private slots:
    void writesALine();
    void reportsLater();
    void doesNothingOften();
    void sleepsToTheEnd();
    void sleepsAsManyAsThereAreThreads();
    void stopsASleeperAtOnce();
    void stopsASleeperThatWaits();
    void endsASleeperAtItsLimit();
    void ignoresRunsThatAreNotThere();
    void abandonsAll();
};

void TestPoolExecutor::writesALine()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = LogAction{u"Grüße"_qs}});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.output.value(1), QByteArray("Grüße\n"));
    QCOMPARE(recorder.outcomes.value(1), RunOutcome());
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
}

void TestPoolExecutor::reportsLater()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = NoopAction{}});
    QVERIFY(recorder.started.empty());
    QVERIFY(recorder.order.empty());
    QVERIFY(recorder.waitFor(1));
}

void TestPoolExecutor::doesNothingOften()
{
    constexpr qint64 runs = 100'000;
    PoolExecutor executor(2);
    qint64 finished = 0;
    qint64 turns = 0;
    qint64 lastTurn = -1;
    qint64 bursts = 0;
    bool isHere = true;
    connect(&executor, &Executor::finished, this, [&](RunId run) {
        isHere = isHere && QThread::currentThread() == thread() && run.number == finished;
        ++finished;
        if (std::exchange(lastTurn, turns) != turns)
            ++bursts;
    });
    for (qint64 run = 0; run < runs; ++run)
        executor.start({.run = {run}, .action = NoopAction{}});
    for (; finished < runs && turns < 1000; ++turns)
        QCoreApplication::processEvents();
    QCOMPARE(finished, runs);
    QVERIFY(isHere); // in this thread, in order
    QCOMPARE(bursts, 1);
}

void TestPoolExecutor::sleepsToTheEnd()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    const auto begin = std::chrono::steady_clock::now();
    executor.start({.run = {1}, .action = SleepAction{50ms}, .timeout = 10s});
    QVERIFY(recorder.waitFor(1));
    QVERIFY(std::chrono::steady_clock::now() - begin >= 50ms);
    QCOMPARE(recorder.outcomes.value(1), RunOutcome());
}

void TestPoolExecutor::sleepsAsManyAsThereAreThreads()
{
    PoolExecutor executor(2);
    const Recorder recorder(executor);
    for (qint64 run = 1; run <= 3; ++run)
        executor.start({.run = {run}, .action = SleepAction{1000h}});
    executor.start({.run = {4}, .action = NoopAction{}});
    QVERIFY(recorder.waitFor(4)); // needs no thread
    QTRY_COMPARE(std::count_if(recorder.started.begin(), recorder.started.end(),
                               [](qint64 run) { return run < 4; }),
                 2);
    executor.cancel(
        {recorder.started.front() == 4 ? recorder.started.at(1) : recorder.started.front()});
    QTRY_COMPARE(recorder.started.size(), size_t(4)); // the third has got the thread
}

void TestPoolExecutor::stopsASleeperAtOnce()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = SleepAction{Duration::max()}});
    QTRY_COMPARE(recorder.started.size(), size_t(1));
    executor.cancel({1});
    executor.cancel({1});
    QVERIFY(recorder.order.empty());
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::Stopped);
    QCOMPARE(recorder.outcomes.value(1).reason, u"was stopped."_qs);
    executor.start({.run = {2}, .action = SleepAction{}});
    QVERIFY(recorder.waitFor(2)); // the thread is free
    QCOMPARE(recorder.order, (std::vector<qint64>{1, 2}));
}

void TestPoolExecutor::stopsASleeperThatWaits()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = SleepAction{1000h}});
    executor.start({.run = {2}, .action = SleepAction{1000h}});
    QTRY_COMPARE(recorder.started.size(), size_t(1));
    executor.cancel({2});
    QVERIFY(recorder.waitFor(2));
    QCOMPARE(recorder.outcomes.value(2).state, RunState::Stopped);
    QCOMPARE(recorder.started, (std::vector<qint64>{1}));
}

void TestPoolExecutor::endsASleeperAtItsLimit()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.start({.run = {1}, .action = SleepAction{1000h}, .timeout = 1s});
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::TimedOut);
    QCOMPARE(recorder.outcomes.value(1).reason, u"was stopped after its limit of 1 s."_qs);
}

void TestPoolExecutor::ignoresRunsThatAreNotThere()
{
    PoolExecutor executor(1);
    const Recorder recorder(executor);
    executor.cancel({9});
    executor.start({.run = {1}, .action = NoopAction{}});
    executor.cancel({1}); // already over
    QVERIFY(recorder.waitFor(1));
    QCOMPARE(recorder.outcomes.value(1).state, RunState::Success);
    QCOMPARE(recorder.order, (std::vector<qint64>{1}));
}

void TestPoolExecutor::abandonsAll()
{
    PoolExecutor executor(2);
    const Recorder recorder(executor);
    for (qint64 run = 1; run <= 5; ++run)
        executor.start({.run = {run}, .action = SleepAction{1000h}});
    QTRY_COMPARE(recorder.started.size(), size_t(2));
    executor.start({.run = {6}, .action = NoopAction{}});
    executor.abandonAll();
    executor.start({.run = {7}, .action = NoopAction{}});
    QVERIFY(recorder.waitFor(7));
    QCOMPARE(recorder.order, (std::vector<qint64>{7}));
}

QTEST_GUILESS_MAIN(TestPoolExecutor)
#include "tst_poolexecutor.moc"
