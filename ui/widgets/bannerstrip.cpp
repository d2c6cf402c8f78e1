// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bannerstrip.h"

#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace carillon::ui {

namespace {

ToneColors bannerColors(Banner::Kind kind, const QPalette &palette)
{
    return toneColors(kind == Banner::Kind::Fault ? Tone::Failure : Tone::Running, isDark(palette));
}

} // namespace

Banner::Banner(Kind kind, QWidget *parent)
    : QFrame(parent),
      m_kind(kind),
      m_icon(new QLabel),
      m_sentence(new QLabel),
      m_button(new QPushButton),
      m_close(new QToolButton)
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(u"bannerButton"_s);
    m_close->setIcon(symbol(u"close"_s));
    m_close->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, &Banner::buttonClicked);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    retranslate();
    paintIcon();
    hide();
}

void Banner::setText(const QString &sentence, const QString &button)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_button->setText(button);
    m_button->setHidden(button.isEmpty());
}

QString Banner::text() const
{
    return m_sentence->text();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void Banner::retranslate()
{
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close this message"));
}

void Banner::paintIcon()
{
    const QString shape = m_kind == Kind::Fault ? u"warning"_s : u"info"_s;
    const QColor color = bannerColors(m_kind, palette()).text;
    m_icon->setPixmap(symbolPixmap(shape, 18, devicePixelRatioF(), color));
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColors colors = bannerColors(m_kind, palette());
    painter.fillRect(rect(), colors.tint);
    painter.fillRect(QRect(0, 0, 3, height()), colors.text);
}

BannerStrip::BannerStrip(QWidget *parent)
    : QWidget(parent),
      m_fault(new Banner(Banner::Kind::Fault)),
      m_error(new Banner(Banner::Kind::Fault)),
      m_undo(new Banner(Banner::Kind::Info)),
      m_undoTimer(new QTimer(this))
{
    m_fault->setObjectName(u"faultBanner"_s);
    m_error->setObjectName(u"errorBanner"_s);
    m_undo->setObjectName(u"undoBanner"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    for (Banner *banner : {m_fault, m_error, m_undo})
        layout->addWidget(banner);
    m_undoTimer->setSingleShot(true);
    m_undoTimer->setInterval(30s);
    connect(m_undoTimer, &QTimer::timeout, m_undo, &Banner::hide);
    connect(m_undo, &Banner::closed, m_undoTimer, &QTimer::stop);
    connect(m_undo, &Banner::buttonClicked, this, [this] {
        hideUndo();
        emit undoRequested();
    });
}

void BannerStrip::showFault(const QString &sentence)
{
    if (sentence == m_fault->text())
        return;
    m_fault->setText(sentence);
    m_fault->setHidden(sentence.isEmpty());
}

void BannerStrip::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->show();
}

void BannerStrip::showUndo(const QString &sentence, const QString &button)
{
    m_undo->setText(sentence, button);
    m_undo->show();
    m_undoTimer->start();
}

void BannerStrip::hideUndo()
{
    m_undoTimer->stop();
    m_undo->hide();
}

} // namespace carillon::ui
