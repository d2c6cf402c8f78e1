// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editors/actioneditor.h"

#include "drive.h"

#include <QSignalSpy>

using namespace carillon;
using namespace carillon::ui;
using namespace std::chrono_literals;

class TestActionEditor : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesAScript();
    void makesACommand();
    void makesAPythonCall();
    void makesBuiltInActions();
    void givesBackWhatItWasGiven_data();
    void givesBackWhatItWasGiven();
    void keepsWhatWasTypedForAnotherKind();
    void sharesArgumentsBetweenProgramAndScript();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void leavesUntouchedFieldsInPeace();
    void refusesAVariableGivenTwice();

private:
    std::unique_ptr<ActionEditor> m_editor;
};

namespace {

enum Kind { Program, Script, Python, Http, Log, Wait, Nothing };

Action valueOf(const ActionEditor &editor)
{
    const auto value = editor.value();
    return value ? *value : Action(LogAction{value.error().message});
}

} // namespace

void TestActionEditor::init()
{
    m_editor = std::make_unique<ActionEditor>();
    m_editor->resize(600, 700);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void TestActionEditor::makesAScript()
{
    drive::choose(*m_editor, u"editorActionKind"_qs, Script);
    drive::type(*m_editor, u"editorScriptPathEdit"_qs, u"report.py"_qs);
    drive::type(*m_editor, u"editorArgumentsEdit"_qs, u"--all\nfor Ann"_qs);
    drive::type(*m_editor, u"editorFolderEdit"_qs, u"/tmp"_qs);
    drive::click(*m_editor, u"editorEnvironmentAddButton"_qs);
    QTest::keyClicks(QApplication::focusWidget(), u"LANG"_qs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const ScriptAction expected{u"report.py"_qs,
                                {u"--all"_qs, u"for Ann"_qs},
                                {u"/tmp"_qs, {{u"LANG"_qs, QString()}}, QString()}};
    QTRY_COMPARE(valueOf(*m_editor), Action(expected));
}

void TestActionEditor::makesACommand()
{
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"du -s * | sort -n"_qs);
    drive::click(*m_editor, u"editorShellCheck"_qs);
    drive::type(*m_editor, u"editorInputEdit"_qs, u"y"_qs);
    const CommandAction expected{u"du -s * | sort -n"_qs, {}, true, {{}, {}, u"y"_qs}};
    QCOMPARE(valueOf(*m_editor), Action(expected));
}

void TestActionEditor::makesAPythonCall()
{
    drive::choose(*m_editor, u"editorActionKind"_qs, Python);
    drive::type(*m_editor, u"editorPythonReferenceEdit"_qs, u"reports.daily:send"_qs);
    drive::type(*m_editor, u"editorPythonArgumentsEdit"_qs, u"[1, \"two\"]"_qs);
    drive::type(*m_editor, u"editorPythonKeywordsEdit"_qs, u"{\"dry\": true}"_qs);
    const PythonAction expected{
        u"reports.daily:send"_qs, {1, u"two"_qs}, {{u"dry"_qs, QJsonValue(true)}}};
    QCOMPARE(valueOf(*m_editor), Action(expected));
}

void TestActionEditor::makesBuiltInActions()
{
    drive::choose(*m_editor, u"editorActionKind"_qs, Log);
    drive::type(*m_editor, u"editorLogTextEdit"_qs, u"hello"_qs);
    QCOMPARE(valueOf(*m_editor), Action(LogAction{u"hello"_qs}));
    drive::choose(*m_editor, u"editorActionKind"_qs, Wait);
    drive::type(*m_editor, u"editorWaitSpin"_qs, u"2.5"_qs);
    QCOMPARE(valueOf(*m_editor), Action(SleepAction{2500ms}));
    drive::choose(*m_editor, u"editorActionKind"_qs, Nothing);
    QCOMPARE(valueOf(*m_editor), Action(NoopAction{}));
}

void TestActionEditor::givesBackWhatItWasGiven_data()
{
    QTest::addColumn<Action>("action");
    const ProcessSurroundings surroundings{
        u"/var/tmp"_qs, {{u"A"_qs, u"1"_qs}, {u"B"_qs, u""_qs}}, u"line 1\nline 2\n"_qs};
    QTest::newRow("nothing") << Action(NoopAction{});
    QTest::newRow("log") << Action(LogAction{u"well, “hello”"_qs});
    QTest::newRow("wait") << Action(SleepAction{90s});
    QTest::newRow("command") << Action(CommandAction{u"/bin/ls"_qs, {u"-l"_qs}, false, {}});
    QTest::newRow("awkward arguments")
        << Action(CommandAction{u"printf"_qs,
                                {u""_qs, u"two\nlines"_qs, u" blank "_qs, u"\\n"_qs, u""_qs},
                                false,
                                surroundings});
    QTest::newRow("shell") << Action(CommandAction{u"ls | wc"_qs, {}, true, surroundings});
    QTest::newRow("script") << Action(ScriptAction{u"a b.sh"_qs, {u"x"_qs}, surroundings});
    QTest::newRow("http") << Action(HttpAction{u"http://localhost:8080/x"_qs});
    QTest::newRow("http, everything")
        << Action(HttpAction{u"https://example.com/"_qs,
                             u"PROPFIND"_qs,
                             {{u"Accept"_qs, u"a: b"_qs}, {u"X-Empty"_qs, QString()}},
                             u"{}\r\n"_qs,
                             {{200, 200}, {400, 499}},
                             TextEncoding::Gbk});
    QTest::newRow("encoding") << Action(
        CommandAction{u"dir"_qs, {}, true, {{}, {}, {}, TextEncoding::Cp437}});
    QTest::newRow("python") << Action(PythonAction{u"m:f"_qs, {}, {}});
    QTest::newRow("python with arguments")
        << Action(PythonAction{u"a.b:C.d"_qs,
                               {QJsonValue(), 0.1, QJsonArray{1}, u"ü"_qs},
                               {{u"k"_qs, QJsonObject{{u"n"_qs, 1e100}}}}});
}

void TestActionEditor::givesBackWhatItWasGiven()
{
    QFETCH(Action, action);
    const QSignalSpy changes(m_editor.get(), &EditorPart::valueChanged);
    m_editor->setValue(action);
    const auto value = m_editor->value();
    QVERIFY(value.has_value());
    QCOMPARE(*value, action);
    QCOMPARE(changes.count(), 0);
}

void TestActionEditor::keepsWhatWasTypedForAnotherKind()
{
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"ls"_qs);
    drive::choose(*m_editor, u"editorActionKind"_qs, Python);
    drive::type(*m_editor, u"editorPythonReferenceEdit"_qs, u"m:f"_qs);
    drive::choose(*m_editor, u"editorActionKind"_qs, Program);
    QCOMPARE(valueOf(*m_editor), Action(CommandAction{u"ls"_qs, {}, false, {}}));
    drive::choose(*m_editor, u"editorActionKind"_qs, Python);
    QCOMPARE(valueOf(*m_editor), Action(PythonAction{u"m:f"_qs, {}, {}}));
}

void TestActionEditor::sharesArgumentsBetweenProgramAndScript()
{
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"ls"_qs);
    drive::type(*m_editor, u"editorArgumentsEdit"_qs, u"-l"_qs);
    drive::choose(*m_editor, u"editorActionKind"_qs, Script);
    QVERIFY(!drive::find(*m_editor, u"editorProgramPathEdit"_qs)->isVisible());
    QVERIFY(drive::find(*m_editor, u"editorScriptPathEditMessage"_qs)->isHidden());
    drive::type(*m_editor, u"editorScriptPathEdit"_qs, u"a.sh"_qs);
    QCOMPARE(valueOf(*m_editor), Action(ScriptAction{u"a.sh"_qs, {u"-l"_qs}, {}}));
}

void TestActionEditor::saysWhatIsWrong_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("message");
    QTest::newRow("no program") << int(Program) << u"editorProgramPathEdit"_qs << u" "_qs
                                << u"args"_qs << u"Which program? Type its name or path."_qs;
    QTest::newRow("no script") << int(Script) << u"editorScriptPathEdit"_qs << u""_qs << u"args"_qs
                               << u"Which script? Choose a file or type its path."_qs;
    QTest::newRow("no function") << int(Python) << u"editorPythonReferenceEdit"_qs << u""_qs
                                 << u"func"_qs
                                 << u"Which function? Type it as package.module:function."_qs;
    QTest::newRow("not a Python function")
        << int(Python) << u"editorPythonReferenceEdit"_qs << u"carillon:noop"_qs << u"func"_qs
        << u"“carillon:noop” is not a Python function — choose another kind above."_qs;
    QTest::newRow("an object for an array")
        << int(Python) << u"editorPythonArgumentsEdit"_qs << u"{}"_qs << u"args"_qs
        << u"This is a JSON object — use an array like [1, \"two\"]."_qs;
    QTest::newRow("an array for an object")
        << int(Python) << u"editorPythonKeywordsEdit"_qs << u"[]"_qs << u"kwargs"_qs
        << u"This is a JSON array — use an object like {\"name\": 1}."_qs;
}

void TestActionEditor::saysWhatIsWrong()
{
    QFETCH(int, kind);
    QFETCH(QString, edit);
    QFETCH(QString, text);
    QFETCH(QString, field);
    drive::choose(*m_editor, u"editorActionKind"_qs, kind);
    if (kind == Python)
        drive::type(*m_editor, u"editorPythonReferenceEdit"_qs, u"m:f"_qs);
    drive::type(*m_editor, edit, text);
    QTest::keyClick(drive::find(*m_editor, edit), Qt::Key_Tab);
    const auto value = m_editor->value();
    QVERIFY(!value);
    QCOMPARE(value.error().field, field);
    QTEST(value.error().message, "message");
    QTEST(drive::problem(*m_editor, edit), "message");
}

void TestActionEditor::leavesUntouchedFieldsInPeace()
{
    drive::choose(*m_editor, u"editorActionKind"_qs, Python);
    drive::type(*m_editor, u"editorPythonKeywordsEdit"_qs, u"{"_qs);
    QTRY_VERIFY(!drive::problem(*m_editor, u"editorPythonKeywordsEdit"_qs).isEmpty());
    QCOMPARE(drive::problem(*m_editor, u"editorPythonReferenceEdit"_qs), QString());
}

void TestActionEditor::refusesAVariableGivenTwice()
{
    drive::type(*m_editor, u"editorProgramPathEdit"_qs, u"ls"_qs);
    for (int i = 0; i < 2; ++i) {
        drive::click(*m_editor, u"editorEnvironmentAddButton"_qs);
        QTest::keyClicks(QApplication::focusWidget(), u"LANG"_qs);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QTRY_COMPARE(drive::problem(*m_editor, u"editorEnvironmentTable"_qs),
                 u"“LANG” is given twice — keep one of them."_qs);
    QCOMPARE(m_editor->value().error().field, u"env"_qs);
}

QTEST_MAIN(TestActionEditor)
#include "tst_actioneditor.moc"
