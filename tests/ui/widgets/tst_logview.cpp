// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/cputimer.h"
#include "ui/theme/statecolors.h"
#include "ui/widgets/logview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

namespace {

LogChunk lines(qint64 offset, int from, int to, OutputChannel channel = OutputChannel::Out)
{
    LogChunk made;
    made.offset = offset;
    for (int i = from; i < to; ++i)
        made.bytes += "line " + QByteArray::number(i) + '\n';
    made.spans = {{offset, made.bytes.size(), channel}};
    made.size = offset + made.bytes.size();
    return made;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followsUntilSomeoneScrollsUp();
    void staysInPlaceWhenLinesComeOnTop();
    void asksForMoreAtTheTop();
    void copiesWhatIsSelected();
    void marksErrorsWithABar();
    void paintsALongLogQuickly();

private:
    void append(const LogChunk &chunk);

    LogText m_text;
    std::unique_ptr<LogView> m_view;
};

void TestLogView::init()
{
    m_text.clear();
    m_view = std::make_unique<LogView>();
    m_view->setText(&m_text);
    m_view->resize(400, 200);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLogView::append(const LogChunk &chunk)
{
    m_text.append(chunk);
    m_view->textChanged();
}

void TestLogView::followsUntilSomeoneScrollsUp()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    append(lines(0, 0, 100));
    QVERIFY(bar->maximum() > 50);
    QCOMPARE(bar->value(), bar->maximum());

    QSignalSpy following(m_view.get(), &LogView::followingChanged);
    bar->setValue(10);
    QCOMPARE(following.size(), 1);
    append(lines(m_text.end(), 100, 200));
    QCOMPARE(bar->value(), 10);

    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
}

void TestLogView::staysInPlaceWhenLinesComeOnTop()
{
    QScrollBar *bar = m_view->verticalScrollBar();
    const LogChunk above = lines(0, 0, 50);
    LogChunk tail = lines(above.size - 8, 49, 150);
    append(tail);
    QCOMPARE(m_text.lines().front().text, u"line 50"_s);
    bar->setValue(20);
    m_view->textChanged(int(m_text.prepend(above)));
    QCOMPARE(m_text.lines().front().text, u"line 0"_s);
    QCOMPARE(bar->value(), 70);
}

void TestLogView::asksForMoreAtTheTop()
{
    append(lines(0, 0, 100));
    QSignalSpy top(m_view.get(), &LogView::topReached);
    m_view->verticalScrollBar()->setValue(5);
    QCOMPARE(top.size(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(top.size(), 1);
}

void TestLogView::copiesWhatIsSelected()
{
    append(lines(0, 0, 3));
    m_view->setFrameLines({u"head"_s}, {u"foot"_s}, false);
    QCOMPARE(m_view->copyText(), u"line 0\nline 1\nline 2"_s); // never our own lines
    const int height = m_view->fontMetrics().height() + 2;
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(20, height * 2 + 3));
    QVERIFY(m_view->hasSelection());
    QCOMPARE(m_view->copyText(), u"line 1"_s);
}

void TestLogView::marksErrorsWithABar()
{
    append(lines(0, 0, 1));
    append(lines(m_text.end(), 1, 2, OutputChannel::Err));
    const QImage image = m_view->viewport()->grab().toImage();
    const int height = m_view->fontMetrics().height() + 2;
    const QColor bar = toneColors(Tone::Failure, isDark(m_view->palette())).text;
    QVERIFY(image.pixelColor(1, height / 2) != bar);
    QCOMPARE(image.pixelColor(1, height + height / 2), bar);
}

void TestLogView::paintsALongLogQuickly()
{
    append(lines(0, 0, 200'000));
    const CpuTimer timer;
    for (int i = 0; i < 10; ++i) {
        m_view->verticalScrollBar()->setValue(i * 20'000);
        m_view->viewport()->grab();
    }
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_MAIN(TestLogView)
#include "tst_logview.moc"
