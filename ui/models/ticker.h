// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time/clock.h"

#include <QBasicTimer>
#include <QObject>

namespace carillon::ui {

/// The one timer behind all relative times: ticks each second while switched on.
/// Switch it off while nobody looks.
class Ticker : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Ticker)

public:
    explicit Ticker(const Clock &clock, QObject *parent = nullptr);

    Instant now() const { return m_clock.now(); }
    /// Switching on ticks at once.
    void setActive(bool active);

signals:
    void ticked(carillon::Instant now);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    const Clock &m_clock;
    QBasicTimer m_timer;
};

} // namespace carillon::ui
