// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/processexecutor.h"
#include "core/executors/recorder.h"

#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace carillon;
using namespace std::chrono_literals;

/// What runs say of the time and memory they used.
class TestProcessUsage : public QObject
{
    Q_OBJECT

private slots:
    void tellsTimes_data();
    void tellsTimes();
    void tellsPeakMemory_data();
    void tellsPeakMemory();
    void doesNotTakeOurMemoryForTheirs();

private:
    RunOutcome run(const QString &line, std::optional<std::chrono::seconds> timeout = {});
};

RunOutcome TestProcessUsage::run(const QString &line, std::optional<std::chrono::seconds> timeout)
{
    const QTemporaryDir workspace;
    ProcessExecutor executor({.workspace = workspace.path()});
    const Recorder recorder(executor);
    executor.start({.run = {1},
                    .action = CommandAction{.program = line, .shell = true},
                    .timeout = timeout,
                    .stopDelay = 1s});
    recorder.waitFor(1);
    return recorder.outcomes.value(1);
}

void TestProcessUsage::tellsTimes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("timeout"); // in seconds, 0: none
    const QString burn = u"python3 -c 'import time\nwhile time.process_time() < %1: pass'"_qs;
    QTest::newRow("of the process") << u"exec "_qs + burn.arg(0.4) << 0;
    QTest::newRow("of its children") << burn.arg(0.2) + u"; "_qs + burn.arg(0.2) << 0;
    QTest::newRow("after a time-out") << u"exec "_qs + burn.arg(1000) << 3;
}

void TestProcessUsage::tellsTimes()
{
    QFETCH(QString, line);
    QFETCH(int, timeout);
    const RunOutcome outcome = run(line, timeout > 0 ? std::optional(timeout * 1s) : std::nullopt);
    QCOMPARE(outcome.state, timeout > 0 ? RunState::TimedOut : RunState::Success);
    QVERIFY(outcome.userTime && outcome.systemTime);
    QVERIFY2(*outcome.userTime + *outcome.systemTime >= 350ms,
             qPrintable(QString::number(outcome.userTime->count())));
    QVERIFY(*outcome.userTime + *outcome.systemTime < 5s);
}

void TestProcessUsage::tellsPeakMemory_data()
{
    QTest::addColumn<QString>("line");
    const QString grab = u"python3 -c 'b = bytearray(600 << 20)'"_qs;
    QTest::newRow("of the process") << u"exec "_qs + grab;
    QTest::newRow("of its largest child") << grab + u"; true"_qs;
}

void TestProcessUsage::tellsPeakMemory()
{
    QFETCH(QString, line);
    const RunOutcome outcome = run(line);
    QCOMPARE(outcome.state, RunState::Success);
    QVERIFY(outcome.peakMemory);
    QVERIFY2(*outcome.peakMemory >= (600LL << 20) && *outcome.peakMemory < (700LL << 20),
             qPrintable(QString::number(*outcome.peakMemory)));
}

/// The kernel counts what we were before exec as theirs.
void TestProcessUsage::doesNotTakeOurMemoryForTheirs()
{
    const std::vector<char> ballast(300 << 20, 'x');
    const RunOutcome outcome = run(u"sleep 1"_qs);
    QCOMPARE(ballast.back(), 'x');
    QVERIFY(outcome.peakMemory); // it lived long enough to be looked at
    QVERIFY2(*outcome.peakMemory > (100LL << 10) && *outcome.peakMemory < (50LL << 20),
             qPrintable(QString::number(*outcome.peakMemory)));
    const RunOutcome brief = run(u":"_qs);
    QVERIFY(!brief.peakMemory || *brief.peakMemory < (50LL << 20));
}

QTEST_GUILESS_MAIN(TestProcessUsage)
#include "tst_processusage.moc"
