// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/sidebardelegate.h"

#include "ui/theme/palettes.h"
#include "ui/theme/statecolors.h"
#include "ui/theme/symbols.h"

#include <QPainter>

namespace carillon::ui {

namespace {

constexpr int symbolSize = 18;
constexpr int entryMargin = 7;

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    QColor ground = option.palette.color(QPalette::Active, QPalette::Highlight);
    const bool selected = option.state & QStyle::State_Selected;
    if (!selected && !(option.state & QStyle::State_MouseOver))
        return;
    ground.setAlphaF(selected ? 0.18f : 0.07f);
    painter.setPen(option.state & QStyle::State_HasFocus
                       ? QPen(option.palette.color(QPalette::Active, QPalette::Highlight), 2)
                       : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 5, 5);
}

} // namespace

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);

    const QVariant tone = index.data(ToneRole);
    const QVariant count = index.data(CountRole);
    const QColor plain = option.palette.color(QPalette::Active, QPalette::WindowText);
    const bool lively = tone.isValid() && count.toInt() > 0;
    const QColor accent =
        lively ? toneColors(Tone(tone.toInt()), isDark(option.palette)).text : plain;

    QRect inner = option.rect.adjusted(entryMargin + 3, 0, -entryMargin - 6, 0);
    const bool compact = index.data(CompactRole).toBool();
    const int symbolLeft = compact ? option.rect.center().x() - symbolSize / 2 + 1 : inner.left();
    painter->drawPixmap(symbolLeft, option.rect.center().y() - symbolSize / 2 + 1,
                        symbolPixmap(index.data(SymbolRole).toString(), symbolSize,
                                     painter->device()->devicePixelRatioF(), accent));
    if (!compact) {
        painter->setFont(option.font);
        if (count.isValid()) {
            const QString number = option.locale.toString(count.toInt());
            painter->setPen(lively ? accent : mutedText(option.palette));
            painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, number);
            inner.setRight(inner.right() - option.fontMetrics.horizontalAdvance(number) - 6);
        }
        inner.setLeft(inner.left() + symbolSize + 9);
        painter->setPen(plain);
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, inner.width()));
    }
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {48, std::max(30, option.fontMetrics.height() + 12)};
}

} // namespace carillon::ui
