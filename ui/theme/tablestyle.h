// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace carillon::ui {

/// Fusion for tables: flat headers with room around their words, and no ground of its own below
/// selected rows, which StateDelegate paints so that badges keep their colours.
class TableStyle : public QProxyStyle
{
    Q_OBJECT

public:
    TableStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
};

} // namespace carillon::ui
