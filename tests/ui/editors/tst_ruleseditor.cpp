// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/ruleseditor.h"

#include "core/settings/settings.h"
#include "drive.h"

#include <QSignalSpy>

using namespace carillon;
using namespace carillon::ui;
using namespace std::chrono_literals;

class TestRulesEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void makesRulesByHand();
    void greysWhatDoesNotCount();
    void namesTheFieldsOfTheInterface_data();
    void namesTheFieldsOfTheInterface();

private:
    std::unique_ptr<RulesEditor> m_editor;
};

void TestRulesEditor::init()
{
    m_editor = std::make_unique<RulesEditor>();
    m_editor->resize(600, 500);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void TestRulesEditor::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<Rules>("rules");
    QTest::newRow("of a job made in the window") << windowJobDefaults();
    QTest::newRow("of the contract") << Rules{};
    Rules rules;
    rules.maxInstances = 7;
    rules.missed = MissedRule::RunAll;
    rules.grace.reset();
    rules.timeout = 5400s;
    rules.stopDelay = 0s;
    QTest::newRow("everything else") << rules;
    rules.overlap = OverlapRule::Queue;
    rules.mostQueued = 25;
    QTest::newRow("waits in a queue") << rules;
    rules.overlap = OverlapRule::Replace;
    rules.retry.count = 3;
    rules.conditions.network = true;
    QTest::newRow("replaces, and what has no field") << rules;
    rules.missed = MissedRule::Skip;
    rules.grace = 86400s;
    rules.timeout = 1s;
    rules.stopDelay = 3600s;
    QTest::newRow("limits") << rules;
}

void TestRulesEditor::givesBackWhatItWasGiven()
{
    QFETCH(Rules, rules);
    const QSignalSpy changes(m_editor.get(), &EditorPart::valueChanged);
    m_editor->setValue(rules);
    QCOMPARE(m_editor->value(), rules);
    QCOMPARE(changes.count(), 0);
}

void TestRulesEditor::makesRulesByHand()
{
    m_editor->setValue(windowJobDefaults());
    drive::choose(*m_editor, u"editorOverlapCombo"_qs, 1);
    drive::type(*m_editor, u"editorWaitingSpin"_qs, u"4"_qs);
    QCOMPARE(m_editor->value().overlap, OverlapRule::Queue);
    drive::choose(*m_editor, u"editorOverlapCombo"_qs, 2);
    drive::type(*m_editor, u"editorInstancesSpin"_qs, u"3"_qs);
    drive::choose(*m_editor, u"editorMissedCombo"_qs, 1);
    drive::type(*m_editor, u"editorGraceSpin"_qs, u"2"_qs);
    drive::click(*m_editor, u"editorTimeoutCheck"_qs);
    drive::type(*m_editor, u"editorTimeoutSpin"_qs, u"90"_qs);
    drive::choose(*m_editor, u"editorTimeoutUnit"_qs, 0);
    drive::type(*m_editor, u"editorStopDelaySpin"_qs, u"5"_qs);
    Rules expected;
    expected.maxInstances = 3;
    expected.mostQueued = 4;
    expected.missed = MissedRule::RunAll;
    expected.grace = 7200s;
    expected.timeout = 90s;
    expected.stopDelay = 5s;
    QCOMPARE(m_editor->value(), expected);
    drive::click(*m_editor, u"editorAnyLatenessCheck"_qs);
    QCOMPARE(m_editor->value().grace, std::optional<std::chrono::seconds>());
}

void TestRulesEditor::greysWhatDoesNotCount()
{
    m_editor->setValue(windowJobDefaults());
    QVERIFY(!drive::find(*m_editor, u"editorInstancesSpin"_qs)->isEnabled());
    QVERIFY(!drive::find(*m_editor, u"editorTimeout"_qs)->isEnabled());
    drive::choose(*m_editor, u"editorOverlapCombo"_qs, 2);
    QVERIFY(drive::find(*m_editor, u"editorInstancesSpin"_qs)->isEnabled());
    drive::choose(*m_editor, u"editorOverlapCombo"_qs, 1);
    QVERIFY(!drive::find(*m_editor, u"editorInstancesSpin"_qs)->isVisible());
}

void TestRulesEditor::namesTheFieldsOfTheInterface_data()
{
    QTest::addColumn<QString>("widget");
    QTest::addColumn<QString>("field");
    QTest::newRow("instances") << u"editorInstancesSpin"_qs << u"[max_instances]"_qs;
    QTest::newRow("overlap") << u"editorOverlapCombo"_qs << u"[overlap]"_qs;
    QTest::newRow("waiting") << u"editorWaitingSpin"_qs << u"[max_queued]"_qs;
    QTest::newRow("missed") << u"editorMissedCombo"_qs << u"[coalesce, missed]"_qs;
    QTest::newRow("grace") << u"editorGrace"_qs << u"[misfire_grace_time]"_qs;
    QTest::newRow("time-out") << u"editorTimeout"_qs << u"[timeout]"_qs;
    QTest::newRow("stop delay") << u"editorStopDelay"_qs << u"[stop_delay]"_qs;
}

void TestRulesEditor::namesTheFieldsOfTheInterface()
{
    QFETCH(QString, widget);
    QFETCH(QString, field);
    QVERIFY(drive::find(*m_editor, widget)->toolTip().endsWith(field));
}

QTEST_MAIN(TestRulesEditor)
#include "tst_ruleseditor.moc"
