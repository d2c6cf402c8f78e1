// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/badge.h"
#include "ui/format/statetext.h"

#include <QJsonArray>
#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestBadge : public QObject
{
    Q_OBJECT

private slots:
    void namesEachJobState_data();
    void namesEachJobState();
    void namesEachRunState_data();
    void namesEachRunState();
    void explainsExits_data();
    void explainsExits();
    void writesReturnValues_data();
    void writesReturnValues();
};

namespace {

Run run(RunState state)
{
    Run made;
    made.state = state;
    return made;
}

} // namespace

void TestBadge::namesEachJobState_data()
{
    QTest::addColumn<JobOverview>("overview");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    JobOverview overview;
    QTest::newRow("manual") << overview << u"Manual"_s << u"仅手动"_s;
    overview.job.paused = true;
    QTest::newRow("paused") << overview << u"Paused"_s << u"已暂停"_s;
    overview.queued = 3;
    QTest::newRow("queued") << overview << u"Queued 3"_s << u"排队中 3"_s;
    overview.running = 1;
    QTest::newRow("running") << overview << u"Running"_s << u"执行中"_s;
    overview.running = 2;
    QTest::newRow("running twice") << overview << u"Running ×2"_s << u"执行中 ×2"_s;
    overview.job.problem = u"?"_s;
    QTest::newRow("needs fixing") << overview << u"Needs fixing"_s << u"配置有误"_s;
}

void TestBadge::namesEachJobState()
{
    QFETCH(JobOverview, overview);
    applyLanguage(u"en"_s);
    QTEST(jobBadge(overview).word, "english");
    applyLanguage(u"zh_CN"_s);
    QTEST(jobBadge(overview).word, "chinese");
}

void TestBadge::namesEachRunState_data()
{
    QTest::addColumn<Run>("run");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("success") << run(RunState::Success) << u"Success"_s << u"成功"_s;
    Run failed = run(RunState::Failed);
    failed.outcome.exitCode = 2;
    QTest::newRow("exit code") << failed << u"Failed · exit 2"_s << u"失败 · 退出码 2"_s;
    failed.outcome.signal = 9;
    QTest::newRow("signal") << failed << u"Failed · signal 9"_s << u"失败 · 信号 9"_s;
    failed.outcome.exception = u"json.decoder.JSONDecodeError: Expecting value"_s;
    QTest::newRow("exception") << failed << u"Failed · JSONDecodeError"_s
                               << u"失败 · JSONDecodeError"_s;
    Run late = run(RunState::TimedOut);
    late.started = Instant(0s);
    late.ended = Instant(10min);
    QTest::newRow("timed out") << late << u"Timed out · 10 min 00 s"_s << u"已超时 · 10 分 00 秒"_s;
    Run missed = run(RunState::Missed);
    QTest::newRow("missed") << missed << u"Missed"_s << u"已错过"_s;
    missed.dueCount = 12;
    QTest::newRow("missed often") << missed << u"Missed · × 12"_s << u"已错过 · × 12"_s;
    QTest::newRow("skipped") << run(RunState::Skipped) << u"Skipped"_s << u"已跳过"_s;
    QTest::newRow("stopped") << run(RunState::Stopped) << u"Stopped"_s << u"已终止"_s;
    QTest::newRow("interrupted") << run(RunState::Interrupted) << u"Interrupted"_s << u"已中断"_s;
}

void TestBadge::namesEachRunState()
{
    QFETCH(Run, run);
    applyLanguage(u"en"_s);
    QTEST(runBadge(run).word, "english");
    applyLanguage(u"zh_CN"_s);
    QTEST(runBadge(run).word, "chinese");
}

void TestBadge::explainsExits_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << 2 << 0 << u"2"_s;
    QTest::newRow("known") << 127 << 0 << u"127 (not found)"_s;
    QTest::newRow("signal") << 0 << 11 << u"signal 11 (segmentation fault)"_s;
    QTest::newRow("unknown signal") << 0 << 42 << u"signal 42"_s;
}

void TestBadge::explainsExits()
{
    QFETCH(int, code);
    QFETCH(int, signal);
    applyLanguage(u"en"_s);
    RunOutcome outcome;
    outcome.exitCode = code;
    if (signal)
        outcome.signal = signal;
    QTEST(exitText(outcome), "expected");
    QCOMPARE(exitText(RunOutcome()), QString());
}

void TestBadge::writesReturnValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << QString();
    QTest::newRow("none") << QJsonValue() << QString();
    QTest::newRow("number") << QJsonValue(42) << u"42"_s;
    QTest::newRow("text") << QJsonValue(u"完成"_s) << u"\"完成\""_s;
    QTest::newRow("array") << QJsonValue(QJsonArray{1, true}) << u"[1,true]"_s;
}

void TestBadge::writesReturnValues()
{
    QFETCH(QJsonValue, value);
    RunOutcome outcome;
    outcome.returnValue = value;
    QTEST(returnText(outcome), "expected");
}

QTEST_GUILESS_MAIN(TestBadge)
#include "tst_badge.moc"
