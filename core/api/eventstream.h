// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/apistream.h"
#include "core/api/eventlog.h"

#include <QPointer>
#include <QTimer>

namespace carillon {

/// What happens from now on, or since the event that the client has seen last. Whoever has missed
/// some is told so by an event `reset`: then everything has to be asked for again. A comment every
/// 15 seconds keeps the connection alive.
class EventStream : public ApiStream
{
    Q_OBJECT

public:
    /// `lastId` is what the client sends as Last-Event-ID; may be empty.
    EventStream(EventLog &log, const QByteArray &lastId);
    ~EventStream() override;

public slots:
    void next() override;

private:
    void goOn();
    void send(const QByteArray &text);

    QPointer<EventLog> m_log;
    qint64 m_next = 1;  ///< the number of the event that comes next
    QByteArray m_first; ///< what is sent before any event
    bool m_isAsked = false;
    QTimer m_silence;
};

} // namespace carillon
