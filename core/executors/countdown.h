// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace carillon {

/// Expires once, after any length of time; QTimer by itself silently never fires after more than
/// 24 days. Counts waking time.
class Countdown : public QObject
{
    Q_OBJECT

public:
    explicit Countdown(QObject *parent = nullptr) : QObject(parent)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Countdown::look);
    }

    void start(std::chrono::seconds length)
    {
        m_deadline = QDeadlineTimer(length, Qt::PreciseTimer);
        arm();
    }
    void stop() { m_timer.stop(); }

signals:
    void expired();

private:
    void arm()
    {
        const qint64 hour = 3'600'000;
        m_timer.start(static_cast<int>(std::min(m_deadline.remainingTime(), hour)));
    }
    void look()
    {
        if (m_deadline.hasExpired())
            emit expired();
        else
            arm();
    }

    QDeadlineTimer m_deadline;
    QTimer m_timer;
};

} // namespace carillon
