// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/executors/compositeexecutor.h"

#include "core/executors/recorder.h"

#include <QTest>

using namespace carillon;

namespace {

/// Writes down what it is asked for; reports when it is told to.
class Part final : public Executor
{
public:
    void start(const RunRequest &request) override
    {
        calls += u"start %1"_qs.arg(request.run.number);
    }
    void cancel(RunId run) override { calls += u"cancel %1"_qs.arg(run.number); }
    void abandonAll() override { calls += u"abandon"_qs; }

    QStringList calls;
};

} // namespace

class TestCompositeExecutor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void handsOutByAction_data();
    void handsOutByAction();
    void passesOnWhatPartsReport();
    void cancelsWhereTheRunIs();
    void abandonsAll();

private:
    Part *m_processes = nullptr;
    Part *m_python = nullptr;
    Part *m_http = nullptr;
    Part *m_pool = nullptr;
    std::unique_ptr<CompositeExecutor> m_executor;
};

void TestCompositeExecutor::init()
{
    auto processes = std::make_unique<Part>();
    auto python = std::make_unique<Part>();
    auto http = std::make_unique<Part>();
    auto pool = std::make_unique<Part>();
    m_processes = processes.get();
    m_python = python.get();
    m_http = http.get();
    m_pool = pool.get();
    m_executor = std::make_unique<CompositeExecutor>(std::move(processes), std::move(python),
                                                     std::move(http), std::move(pool));
}

void TestCompositeExecutor::handsOutByAction_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QStringList>("processes");
    QTest::addColumn<QStringList>("python");
    QTest::addColumn<QStringList>("http");
    QTest::addColumn<QStringList>("pool");
    const QStringList start{u"start 5"_qs};
    const QStringList none;
    QTest::newRow("noop") << Action(NoopAction{}) << none << none << none << start;
    QTest::newRow("log") << Action(LogAction{}) << none << none << none << start;
    QTest::newRow("sleep") << Action(SleepAction{}) << none << none << none << start;
    QTest::newRow("command") << Action(CommandAction{}) << start << none << none << none;
    QTest::newRow("script") << Action(ScriptAction{}) << start << none << none << none;
    QTest::newRow("Python") << Action(PythonAction{}) << none << start << none << none;
    QTest::newRow("HTTP") << Action(HttpAction{}) << none << none << start << none;
}

void TestCompositeExecutor::handsOutByAction()
{
    QFETCH(Action, action);
    m_executor->start({.run = {5}, .action = action});
    QTEST(m_processes->calls, "processes");
    QTEST(m_python->calls, "python");
    QTEST(m_http->calls, "http");
    QTEST(m_pool->calls, "pool");
}

void TestCompositeExecutor::passesOnWhatPartsReport()
{
    const Recorder recorder(*m_executor);
    m_executor->start({.run = {5}, .action = PythonAction{}});
    emit m_python->started({5});
    emit m_python->wroteOutput({5}, "out");
    emit m_python->wroteErrors({5}, "err");
    const RunOutcome outcome{.state = RunState::Failed, .reason = u"reason"_qs};
    emit m_python->finished({5}, outcome);
    QCOMPARE(recorder.started, (std::vector<qint64>{5}));
    QCOMPARE(recorder.output.value(5), QByteArray("out"));
    QCOMPARE(recorder.errors.value(5), QByteArray("err"));
    QCOMPARE(recorder.outcomes.value(5), outcome);
}

void TestCompositeExecutor::cancelsWhereTheRunIs()
{
    m_executor->start({.run = {5}, .action = CommandAction{}});
    m_executor->cancel({6});
    m_executor->cancel({5});
    QCOMPARE(m_processes->calls, (QStringList{u"start 5"_qs, u"cancel 5"_qs}));
    emit m_processes->finished({5}, {});
    m_executor->cancel({5});
    QCOMPARE(m_processes->calls.size(), 2);
    QVERIFY(m_python->calls.isEmpty() && m_pool->calls.isEmpty());
}

void TestCompositeExecutor::abandonsAll()
{
    m_executor->start({.run = {5}, .action = CommandAction{}});
    m_executor->abandonAll();
    m_executor->cancel({5});
    QCOMPARE(m_processes->calls, (QStringList{u"start 5"_qs, u"abandon"_qs}));
    QCOMPARE(m_python->calls, QStringList{u"abandon"_qs});
    QCOMPARE(m_http->calls, QStringList{u"abandon"_qs});
    QCOMPARE(m_pool->calls, QStringList{u"abandon"_qs});
}

QTEST_GUILESS_MAIN(TestCompositeExecutor)
#include "tst_compositeexecutor.moc"
