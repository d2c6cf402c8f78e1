// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statebadge.h"

#include "ui/delegates/badgepainter.h"

#include <QPainter>

namespace carillon::ui {

StateBadge::StateBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateBadge::setBadge(const Badge &badge)
{
    if (badge == m_badge)
        return;
    m_badge = badge;
    setAccessibleName(badge.word);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    return badgeSize(m_badge, fontMetrics());
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_badge, isDark(palette()));
}

} // namespace carillon::ui
