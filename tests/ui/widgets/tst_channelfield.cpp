// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobbuilder.h"
#include "ui/widgets/channelfield.h"

#include <QDialog>
#include <QLabel>
#include <QTest>
#include <QTreeWidget>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

class TestChannelField : public QObject
{
    Q_OBJECT

private slots:
    void saysHowItIsDoing_data();
    void saysHowItIsDoing();
    void hidesWithoutChannels();
    void showsWhatWasRefused();
};

namespace {

const Instant at = utc("2026-11-20T12:00Z");

ChannelHealth redis()
{
    return {.name = u"redis"_s,
            .source = u"redis://127.0.0.1:6379 kinit_queue"_s,
            .state = ChannelHealth::State::Connected,
            .since = at};
}

} // namespace

void TestChannelField::saysHowItIsDoing_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("refused");
    QTest::addColumn<QString>("text");
    using State = ChannelHealth::State;
    QTest::newRow("connected") << int(State::Connected) << 0 << u"Redis"_s;
    QTest::newRow("refused some") << int(State::Connected) << 3 << u"Redis: 3 refused"_s;
    QTest::newRow("connecting") << int(State::Connecting) << 0 << u"Redis not connected"_s;
    QTest::newRow("waiting") << int(State::Waiting) << 3 << u"Redis not connected"_s;
}

void TestChannelField::saysHowItIsDoing()
{
    QFETCH(int, state);
    QFETCH(int, refused);
    QFETCH(QString, text);
    ChannelHealth channel = redis();
    channel.state = ChannelHealth::State(state);
    channel.refused = refused;
    QWidget window;
    ChannelField field(&window);
    field.setChannels({channel});
    QVERIFY(!field.isHidden());
    QCOMPARE(field.text(), text);
    QCOMPARE(field.accessibleName(), text);
}

void TestChannelField::hidesWithoutChannels()
{
    QWidget window;
    ChannelField field(&window);
    QVERIFY(field.isHidden());
    field.setChannels({redis()});
    QVERIFY(!field.isHidden());
    field.setChannels({});
    QVERIFY(field.isHidden());
}

/// A message is shown as it came, not as what it would be in a browser.
void TestChannelField::showsWhatWasRefused()
{
    ChannelHealth channel = redis();
    channel.problem = u"<b>Not here</b>"_s;
    channel.refused = 1;
    channel.refusals = {
        {at, u"{\"operation\":\n \"<i>drop</i>\"}"_s, u"“operation” is unknown."_s}};
    QWidget window;
    ChannelField field(&window);
    field.setChannels({channel});
    window.show();
    QTest::mouseClick(&field, Qt::LeftButton);

    auto *dialog = window.findChild<QDialog *>(u"channelDialog"_s);
    QVERIFY(dialog);
    const auto *problem = dialog->findChild<QLabel *>(u"channelProblem"_s);
    QCOMPARE(problem->text(), u"<b>Not here</b>"_s);
    QCOMPARE(problem->textFormat(), Qt::PlainText);
    const auto *table = dialog->findChild<QTreeWidget *>(u"refusedMessages"_s);
    QCOMPARE(table->topLevelItemCount(), 1);
    QCOMPARE(table->topLevelItem(0)->text(1), u"“operation” is unknown."_s);
    QCOMPARE(table->topLevelItem(0)->text(2), u"{\"operation\": \"<i>drop</i>\"}"_s);
}

QTEST_MAIN(TestChannelField)
#include "tst_channelfield.moc"
