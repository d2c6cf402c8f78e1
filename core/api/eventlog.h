// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduler/scheduler.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace carillon {

/// The newest events as server-sent events, for streams that read along and for those that come
/// back. Listens only while somebody reads, and for some minutes after.
class EventLog : public QObject
{
    Q_OBJECT

public:
    explicit EventLog(Scheduler &scheduler, QObject *parent = nullptr);
    ~EventLog() override;

    /// Readers count, so that nobody has to listen when there is none.
    void addReader();
    void removeReader();

    /// Events are numbered from 1 on, without gaps.
    qint64 lastNumber() const { return m_lastNumber; }
    /// The number of the oldest event that is still here.
    qint64 firstNumber() const { return m_lastNumber - qint64(m_entries.size()) + 1; }
    /// The texts of the events from `number` on, about 64 KiB of them at most; `number` becomes
    /// that of the next one.
    QByteArray textFrom(qint64 &number) const;

    /// What clients get as an id, and send back. It names this life of the log too, because
    /// numbers begin anew in the next.
    QByteArray idOf(qint64 number) const;
    /// Nothing if it is of another life, or no id at all.
    std::optional<qint64> numberOf(const QByteArray &id) const;

signals:
    /// There is more to read; once for many events.
    void grown();

private:
    void listen();
    void rest();
    void add(const SchedulerEvent &event);

    Scheduler &m_scheduler;
    QByteArray m_life;
    std::deque<QByteArray> m_entries;
    qint64 m_lastNumber = 0;
    int m_readers = 0;
    std::optional<int> m_listener;
    bool m_isTelling = false;
    QTimer m_patience; ///< runs while nobody reads
};

} // namespace carillon
