// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/eventlog.h"

#include "core/api/eventobject.h"
#include "core/util/json.h"

namespace carillon {

namespace {

constexpr std::size_t mostEventsKept = 20'000;
constexpr qsizetype mostEventText = 64 * 1024;
constexpr std::chrono::minutes eventPatience{5};

} // namespace

EventLog::EventLog(Scheduler &scheduler, QObject *parent)
    : QObject(parent),
      m_scheduler(scheduler),
      m_patience(this)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(eventPatience);
    connect(&m_patience, &QTimer::timeout, this, &EventLog::rest);
}

EventLog::~EventLog()
{
    if (m_listener)
        m_scheduler.events().removeListener(*m_listener);
}

void EventLog::addReader()
{
    ++m_readers;
    m_patience.stop();
    if (!m_listener)
        listen();
}

void EventLog::removeReader()
{
    if (--m_readers == 0)
        m_patience.start();
}

/// Each time a life of its own: what happened between two of them is not here.
void EventLog::listen()
{
    m_life = QByteArray::number(qint64(m_scheduler.now().time_since_epoch().count()), 36);
    m_entries.clear();
    m_lastNumber = 0;
    m_listener =
        m_scheduler.events().addListener([this](const SchedulerEvent &event) { add(event); });
}

void EventLog::rest()
{
    m_scheduler.events().removeListener(*m_listener);
    m_listener.reset();
    m_entries.clear();
}

void EventLog::add(const SchedulerEvent &event)
{
    ++m_lastNumber;
    const QByteArray name = eventName(event.code).toLatin1();
    m_entries.push_back("id: " + idOf(m_lastNumber) + "\nevent: " + name +
                        "\ndata: " + toJsonText(eventObject(event, m_scheduler.now())) + "\n\n");
    if (m_entries.size() > mostEventsKept)
        m_entries.pop_front();
    if (std::exchange(m_isTelling, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isTelling = false;
            emit grown();
        },
        Qt::QueuedConnection);
}

QByteArray EventLog::textFrom(qint64 &number) const
{
    QByteArray text;
    while (number <= m_lastNumber && text.size() < mostEventText)
        text += m_entries[std::size_t(number++ - firstNumber())];
    return text;
}

QByteArray EventLog::idOf(qint64 number) const
{
    return m_life + '-' + QByteArray::number(number);
}

std::optional<qint64> EventLog::numberOf(const QByteArray &id) const
{
    const auto dash = id.indexOf('-');
    bool isNumber = false;
    const qint64 number = id.mid(dash + 1).toLongLong(&isNumber);
    const bool isOurs = dash > 0 && id.left(dash) == m_life && isNumber;
    return isOurs && number >= 0 && number <= m_lastNumber ? std::optional(number) : std::nullopt;
}

} // namespace carillon
