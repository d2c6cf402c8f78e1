// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/badgepainter.h"
#include "ui/delegates/statedelegate.h"
#include "ui/theme/palettes.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QStandardItemModel>
#include <QTest>

#include <cmath>

using namespace carillon;
using namespace carillon::ui;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixelColor(x, y) == color ? 1 : 0;
    }
    return found;
}

QImage painted(const Badge &badge, bool dark, int width)
{
    QImage image(width, 28, QImage::Format_RGB32);
    image.fill(dark ? Qt::black : Qt::white);
    QPainter painter(&image);
    paintBadge(painter, image.rect(), badge, dark);
    return image;
}

} // namespace

class TestBadgePainter : public QObject
{
    Q_OBJECT

private slots:
    void everyToneIsLegible_data();
    void everyToneIsLegible();
    void everyStateHasAShape();
    void paintsShapeAndTint_data();
    void paintsShapeAndTint();
    void staysWithinItsCell();
    void delegatePaintsABadgeOnASelectedRow();
};

void TestBadgePainter::everyToneIsLegible_data()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<bool>("dark");
    for (int tone = 0; tone <= int(Tone::Neutral); ++tone) {
        QTest::addRow("light %d", tone) << tone << false;
        QTest::addRow("dark %d", tone) << tone << true;
    }
}

void TestBadgePainter::everyToneIsLegible()
{
    QFETCH(int, tone);
    QFETCH(bool, dark);
    const ToneColors colors = toneColors(Tone(tone), dark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QVERIFY(contrast(colors.text, colors.tint) >= 4.5);
    QVERIFY(contrast(colors.text, palette.color(QPalette::Base)) >= 4.5);
    QVERIFY(contrast(mutedText(palette), palette.color(QPalette::Window)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::HighlightedText),
                     palette.color(QPalette::Highlight)) >= 4.5);
}

void TestBadgePainter::everyStateHasAShape()
{
    QSet<QString> shapes;
    for (int state = 0; state <= int(RunState::Interrupted); ++state) {
        Run run;
        run.state = RunState(state);
        const QString shape = runBadge(run).shape;
        QVERIFY2(QFile::exists(u":/icons/%1.svg"_s.arg(shape)), qPrintable(shape));
        shapes.insert(shape);
    }
    QCOMPARE(shapes.size(), 9); // a shape of its own: colour is never all there is
}

void TestBadgePainter::paintsShapeAndTint_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestBadgePainter::paintsShapeAndTint()
{
    QFETCH(bool, dark);
    const ToneColors colors = toneColors(Tone::Running, dark);
    const QImage word = painted({u"state-running"_s, u"Running"_s, Tone::Running}, dark, 200);
    const QImage wordless = painted({u"state-running"_s, QString(), Tone::Running}, dark, 200);
    const QImage shapeless = painted({u"no-such-shape"_s, QString(), Tone::Running}, dark, 200);
    QVERIFY(count(word, colors.tint) > 500);
    QVERIFY(count(wordless, colors.text) > 8); // the triangle is solid
    QCOMPARE(count(shapeless, colors.text), 0);
}

void TestBadgePainter::staysWithinItsCell()
{
    const Badge badge{u"state-failed"_s, u"Failed · SomeVeryLongExceptionName"_s, Tone::Failure};
    QImage image(300, 28, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintBadge(painter, QRect(0, 0, 80, 28), badge, false);
    painter.end();
    QCOMPARE(count(image.copy(80, 0, 220, 28), Qt::white), 220 * 28);
    QVERIFY(count(image.copy(0, 0, 80, 28), Qt::white) < 80 * 28);
}

void TestBadgePainter::delegatePaintsABadgeOnASelectedRow()
{
    QStandardItemModel model(1, 1);
    const Badge badge{u"state-success"_s, u"Success"_s, Tone::Success};
    model.setData(model.index(0, 0), QVariant::fromValue(badge), Qt::UserRole);
    const StateDelegate delegate(Qt::UserRole);
    QStyleOptionViewItem option;
    option.palette = lightPalette();
    option.rect = QRect(0, 0, 200, 28);
    option.state = QStyle::State_Enabled | QStyle::State_Selected | QStyle::State_Active;
    QImage image(200, 28, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    QVERIFY(count(image, toneColors(Tone::Success, false).tint) > 300);
    QVERIFY(image.pixelColor(199, 14) != QColor(Qt::white)); // the whole cell is tinted
}

QTEST_MAIN(TestBadgePainter)
#include "tst_badgepainter.moc"
