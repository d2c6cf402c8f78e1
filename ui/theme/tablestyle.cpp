// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tablestyle.h"

#include "ui/theme/palettes.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace carillon::ui {

TableStyle::TableStyle() : QProxyStyle(u"Fusion"_s) {}

void TableStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element != PE_PanelItemViewRow)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void TableStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element != CE_HeaderSection && element != CE_HeaderEmptyArea) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    const QRect &rect = option->rect;
    const QColor line = separatorColor(option->palette);
    painter->fillRect(rect, option->palette.color(QPalette::Window));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (element == CE_HeaderSection)
        painter->fillRect(QRect(rect.right(), rect.top() + 5, 1, rect.height() - 10), line);
}

int TableStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    constexpr int headerMargin = 6; // as the cells'
    return metric == PM_HeaderMargin ? headerMargin
                                     : QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace carillon::ui
