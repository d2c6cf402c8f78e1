// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channels/backoff.h"
#include "core/scheduler/channelhealth.h"
#include "core/time/clock.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace carillon {

/// Hands messages to whoever does them, one after the other, and keeps account of what became of
/// them. One that the store cannot take for now is tried again until it can.
class MessageIntake : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageIntake)

public:
    using Done = std::function<void(const Result<> &)>;
    /// Does a message durably before it calls `done`, once, at once or later. `isRepeat`: it may
    /// have been done already.
    using Handler = std::function<void(const QByteArray &message, bool isRepeat, Done done)>;
    using Settled = std::function<void(bool accepted)>;

    /// `clock` must outlive it. `retry` is for a store that is full or busy.
    MessageIntake(Handler handler, const Clock &clock, Backoff retry, QObject *parent = nullptr);

    /// Not while it is busy. `settled` follows, not before this returns.
    void take(const QByteArray &message, bool isRepeat, Settled settled);
    bool isBusy() const { return m_settled != nullptr; }

    /// Fills in its part.
    void tell(ChannelHealth &health) const;

private:
    void perform();
    void finish(const Result<> &done);
    void settle(bool accepted);
    void keep(const Error &error);

    Handler m_handler;
    const Clock &m_clock;
    Backoff m_retry;
    QTimer m_timer;
    QByteArray m_message;
    bool m_isRepeat = false;
    Settled m_settled; ///< null: not busy
    qint64 m_accepted = 0;
    qint64 m_refused = 0;
    std::deque<RefusedMessage> m_refusals;
};

} // namespace carillon
