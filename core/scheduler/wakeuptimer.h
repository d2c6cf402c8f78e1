// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace carillon {

/// Fires once, a given time from now, a fraction of a millisecond late. Where the system tells
/// (Linux), it fires at once when somebody sets the wall clock.
class WakeUpTimer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WakeUpTimer)

public:
    explicit WakeUpTimer(QObject *parent = nullptr);
    ~WakeUpTimer() override;

    /// Takes the place of what was armed before. At most an hour.
    void arm(std::chrono::microseconds wait);
    void disarm();

signals:
    void fired();

private:
    void onReadable();

    int m_descriptor = -1; ///< of a timerfd; -1: `m_timer` does it
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timer;
};

} // namespace carillon
