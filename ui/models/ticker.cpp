// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ticker.h"

#include <QTimerEvent>

namespace carillon::ui {

Ticker::Ticker(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

void Ticker::setActive(bool active)
{
    if (active == m_timer.isActive())
        return;
    m_timer.stop();
    if (!active)
        return;
    m_timer.start(1000, Qt::CoarseTimer, this);
    emit ticked(now());
}

void Ticker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        emit ticked(now());
}

} // namespace carillon::ui
