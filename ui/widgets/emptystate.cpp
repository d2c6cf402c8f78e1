// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/palettes.h"
#include "ui/theme/symbols.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace carillon::ui {

EmptyState::EmptyState(const QString &symbolName, QWidget *parent)
    : QWidget(parent),
      m_symbolName(symbolName),
      m_icon(new QLabel),
      m_sentence(new QLabel),
      m_button(new QPushButton)
{
    setObjectName(u"emptyState"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_icon->setAlignment(Qt::AlignCenter);
    m_button->setObjectName(u"emptyStateButton"_s);
    m_button->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addStretch(1);
    layout->addWidget(m_icon);
    layout->addWidget(m_sentence);
    layout->addWidget(m_button, 0, Qt::AlignCenter);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
    paintIcon();
}

void EmptyState::setText(const QString &sentence, const QString &button)
{
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setHidden(button.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon()
{
    const QColor color = mutedText(palette());
    m_icon->setPixmap(symbolPixmap(m_symbolName, 44, devicePixelRatioF(), color));
}

} // namespace carillon::ui
