// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/language.h"
#include "ui/format/rulestext.h"

#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRulesText : public QObject
{
    Q_OBJECT

private slots:
    void saysTheRules_data();
    void saysTheRules();
    void queuesAndReplaces();
};

void TestRulesText::saysTheRules_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::addColumn<QStringList>("english");
    QTest::addColumn<QStringList>("chinese");
    Rules rules;
    rules.grace = 1h;
    QTest::newRow("defaults of the window")
        << rules
        << QStringList{u"If still running: skip."_s, u"If missed: run once when up to 1 h late."_s,
                       u"No time-out."_s}
        << QStringList{u"仍在执行时：跳过本次。"_s, u"错过时：延迟不超过 1 小时则补执行一次。"_s,
                       u"不限超时时间。"_s};
    rules.maxInstances = 3;
    rules.missed = MissedRule::RunAll;
    rules.grace = std::nullopt;
    rules.timeout = 600s;
    QTest::newRow("everything else")
        << rules
        << QStringList{u"If still running: run alongside, at most 3 at once, then skip."_s,
                       u"If missed: run every missed one, however late."_s,
                       u"Stopped after 10 min."_s}
        << QStringList{u"仍在执行时：并行执行，最多同时 3 个，超出则跳过本次。"_s,
                       u"错过时：无论延迟多久，逐次补执行。"_s, u"超过 10 分则终止。"_s};
    const auto row = [](const char *name, const Rules &given, QStringList english,
                        QStringList chinese) {
        const QStringList first{u"If still running: skip."_s,
                                u"If missed: run once when up to 1 s late."_s, u"No time-out."_s};
        const QStringList firstInChinese{u"仍在执行时：跳过本次。"_s,
                                         u"错过时：延迟不超过 1 秒则补执行一次。"_s,
                                         u"不限超时时间。"_s};
        QTest::newRow(name) << given << first + english << firstInChinese + chinese;
    };
    rules = {};
    rules.retry = {.count = 3, .firstDelay = 30s};
    row("retries that wait longer", rules, {u"Retries 3, 30 s → 2 min."_s},
        {u"重试 3 次，间隔 30 秒 → 2 分。"_s});
    rules.retry = {.count = 2, .firstDelay = 30s, .growth = 1};
    row("retries that wait alike", rules, {u"Retries 2, after 30 s each."_s},
        {u"重试 2 次，每次间隔 30 秒。"_s});
    rules.retry = {.count = 9, .firstDelay = 30s, .longestDelay = 60s};
    row("retries up to a limit", rules, {u"Retries 9, 30 s → 1 min."_s},
        {u"重试 9 次，间隔 30 秒 → 1 分。"_s});
    rules = {};
    rules.success = {.exitCodes = {0, 3}, .contains = u"done"_s, .lacks = u"error"_s};
    row("success", rules,
        {u"Success: exit code 0, 3."_s, u"Success: the output contains “done”."_s,
         u"Success: the output does not contain “error”."_s},
        {u"成功条件：退出码为 0, 3。"_s, u"成功条件：输出包含“done”。"_s,
         u"成功条件：输出不包含“error”。"_s});
    rules = {};
    rules.conditions = {.network = true, .mainsPower = true, .idle = 600s};
    row("conditions", rules,
        {u"Only when there is a network."_s, u"Only on mains power."_s,
         u"Only when the computer was idle for 10 min."_s},
        {u"仅在网络可用时执行。"_s, u"仅在接通电源时执行。"_s, u"仅在计算机空闲 10 分后执行。"_s});
    rules = {};
    rules.after = {.jobs = {JobId{u"a"_s}, JobId{u"b"_s}}, .end = AfterEnd::Ended};
    rules.queue = u"disk"_s;
    row("after others", rules, {u"Starts after a and b ended."_s, u"Shares the queue “disk”."_s},
        {u"在 a和b 结束后启动。"_s, u"共用队列“disk”。"_s});
}

void TestRulesText::queuesAndReplaces()
{
    applyLanguage(u"en"_s);
    Rules rules;
    rules.overlap = OverlapRule::Queue;
    rules.mostQueued = 4;
    QCOMPARE(rulesText(rules).first(), u"If still running: wait in a queue of up to 4."_s);
    rules.overlap = OverlapRule::Replace;
    QCOMPARE(rulesText(rules).first(), u"If still running: stop that run and start the new one."_s);
}

void TestRulesText::saysTheRules()
{
    QFETCH(Rules, rules);
    applyLanguage(u"en"_s);
    QTEST(rulesText(rules), "english");
    applyLanguage(u"zh_CN"_s);
    QTEST(rulesText(rules), "chinese");
}

QTEST_GUILESS_MAIN(TestRulesText)
#include "tst_rulestext.moc"
