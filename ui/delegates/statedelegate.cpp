// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/statedelegate.h"

#include "ui/delegates/badgepainter.h"

#include <QPainter>

namespace carillon::ui {

namespace {

constexpr int cellMargin = 6;

/// A selection that keeps the badges' colours legible: the accent, mixed into the background.
QColor rowTint(const QStyleOptionViewItem &option)
{
    const QColor accent = option.palette.color(QPalette::Active, QPalette::Highlight);
    const bool selected = option.state & QStyle::State_Selected;
    QColor tint = accent;
    const bool focused = option.state & QStyle::State_Active;
    tint.setAlphaF(selected ? (focused ? 0.22f : 0.14f) : 0.07f);
    return tint;
}

} // namespace

StateDelegate::StateDelegate(int badgeRole, QObject *parent)
    : QStyledItemDelegate(parent),
      m_badgeRole(badgeRole)
{
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    if (option.state & QStyle::State_Selected || index.row() == m_hoveredRow)
        painter->fillRect(option.rect, rowTint(option));

    const QRect inner = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QVariant badge = index.data(m_badgeRole);
    if (badge.isValid()) {
        painter->setFont(option.font);
        paintBadge(*painter, inner, badge.value<Badge>(), isDark(option.palette));
    } else {
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, inner.width()));
    }
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant badge = index.data(m_badgeRole);
    if (badge.isValid())
        return badgeSize(badge.value<Badge>(), option.fontMetrics) + QSize(2 * cellMargin, 4);
    const QString text = index.data(Qt::DisplayRole).toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * cellMargin + 2,
            option.fontMetrics.height() + 8};
}

} // namespace carillon::ui
