// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/badgepainter.h"

#include "ui/theme/symbols.h"

#include <QPainter>

namespace carillon::ui {

namespace {

constexpr int badgePadding = 7;
constexpr int badgeGap = 5;

int shapeSize(const QFontMetrics &metrics)
{
    return metrics.height() * 9 / 10;
}

} // namespace

QSize badgeSize(const Badge &badge, const QFontMetrics &metrics)
{
    const int width =
        2 * badgePadding + shapeSize(metrics) + badgeGap + metrics.horizontalAdvance(badge.word);
    return {width + 1, metrics.height() + 4};
}

void paintBadge(QPainter &painter, const QRect &rect, const Badge &badge, bool dark)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QSize natural = badgeSize(badge, metrics);
    QRect pill(rect.topLeft(), QSize(std::min(natural.width(), rect.width()), natural.height()));
    pill.moveTop(rect.top() + (rect.height() - pill.height()) / 2);

    painter.save();
    const ToneColors colors = toneColors(badge.tone, dark);
    if (badge.filled) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.tint);
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    }
    const int shape = shapeSize(metrics);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPoint shapeAt(pill.left() + badgePadding, pill.top() + (pill.height() - shape + 1) / 2);
    painter.drawPixmap(shapeAt, symbolPixmap(badge.shape, shape, ratio, colors.text));

    const int textLeft = shapeAt.x() + shape + badgeGap;
    const QRect textRect(textLeft, pill.top(), pill.right() - badgePadding - textLeft + 2,
                         pill.height());
    painter.setPen(colors.text);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(badge.word, Qt::ElideRight, textRect.width()));
    painter.restore();
}

} // namespace carillon::ui
